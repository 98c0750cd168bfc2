// The command's arguments.
import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };

export interface Options {
  /** Files and folders to lint, as the user wrote them. */
  paths: string[];
  /** The place to explain instead, as the user wrote it. */
  explain: string | undefined;
}

const notes = `
Lints every .js, .mjs, .cjs, .jsx, .ts, .mts, .cts and .tsx file below the paths
and reads no configuration. Left out is what .gitignore names, and node_modules,
.git and minified files, unless you name the very path. A file that cannot be
read or parsed gets a warning; the exit code tells of the others.

Exit codes:
  0  nothing found, or explained
  1  something found
  2  wrong usage, nothing could be linted, or Gather itself failed on a file
`;

/**
 * Reads the arguments. Help, version and complaints are written as commander does.
 * @param args without Node and the script
 * @returns the options, or the exit code when all is said
 */
export function readOptions(args: readonly string[]): Options | 0 | 2 {
  const command = new Command('gather')
    .description('Finds the awaits that wait in line for nothing, and suggests the concurrent rewrite.')
    .argument('[paths...]', 'files and folders to lint (default: this folder)')
    .option('--explain <FILE:LINE>', 'tell why the loops there must stay, or need not')
    .version(manifest.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', notes)
    .showHelpAfterError('Run "gather --help" for the options.')
    .exitOverride();
  try {
    command.parse(args, { from: 'user' });
    const { explain } = command.opts<{ explain?: string }>();
    if (explain !== undefined && command.args.length > 0)
      command.error('error: --explain takes one place and no paths');
    return { paths: command.args.length > 0 ? command.args : ['.'], explain };
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
