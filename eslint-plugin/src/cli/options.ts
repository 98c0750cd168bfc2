// The command's arguments.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { type Locale, locales } from '../guide/model.js';
import { type Format, formats } from './formats.js';
import { complain, localeFor } from './language.js';

export interface Options {
  /** Files and folders to lint, as the user wrote them. */
  paths: string[];
  format: Format;
  /** The file that the report goes to, as the user wrote it. */
  output?: string;
  /** A commit: only what changed since the branch left it is reported. */
  base?: string;
  /** `RULE` or `RULE:SUGGESTION`. */
  fix?: string;
  dryRun: boolean;
  /** The place to explain instead, as the user wrote it. */
  explain?: string;
  statistics: boolean;
  /** Without it none, where warnings are shown. */
  maxWarnings?: number;
  quiet: boolean;
  cache: boolean;
  concurrency: number | 'auto';
  /** Whether ESLint's configuration of the project is looked for. */
  configLookup: boolean;
  /** The language in which the command speaks: the one that is asked for, or that of the environment. */
  locale: Locale;
  /** The name under which the standard input is linted. */
  stdinFilename?: string;
}

const notes = `
Lints .js .mjs .cjs .jsx .ts .mts .cts .tsx, and .vue .svelte .astro where their
parsers are; not what .gitignore or node_modules leave out, unless it is named.
Rules: Gather's in the project's ESLint configuration, or the recommended ones.
Exit codes: 0 nothing found, 1 something found, 2 wrong usage or a failure.`;

/** Options on a report, for what makes none. */
const reporting = ['format', 'output', 'statistics', 'maxWarnings', 'quiet'];

/**
 * Reads the arguments. Help, version and complaints are written as commander does.
 * @param args without Node and the script
 * @returns the options, or the exit code when all is said
 */
export function readOptions(args: readonly string[]): Options | 0 | 2 {
  const command = new Command('gather')
    .usage('[options] [paths...]')
    .argument('[paths...]')
    .addOption(new Option('-f, --format <name>', formats.join(', ')).choices(formats).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--base <ref>', 'only what the branch changed since it left <ref>')
    .addOption(new Option('--fix <rule[:n]>', 'apply the first, or n-th, suggestion of a rule').conflicts(reporting))
    .option('--dry-run', 'with --fix: show the changes, write nothing', false)
    .addOption(
      new Option('--explain <file:line>', 'tell why the loops there must stay, or need not').conflicts([
        ...reporting,
        'fix',
        'base',
        'stdinFilename',
      ]),
    )
    .option('--statistics', 'count the findings of each rule', false)
    .option('--max-warnings <n>', 'exit 1 only for more warnings than <n>', wholeNumber)
    .option('--quiet', 'errors only', false)
    .option('--cache', 'lint only what changed since the last run', false)
    .option('--concurrency <n>', 'threads: auto or a number', threads, 'auto')
    .option('--no-config-lookup', 'run no configuration of the project')
    .option('--locale <tag>', 'the language of findings: en, zh-TW', localeNamed)
    .addOption(new Option('--stdin-filename <name>', 'lint the standard input as this file').conflicts(['fix', 'base']))
    .version(manifest.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ helpWidth: 80, optionDescription: ({ description }) => description })
    .addHelpText('after', notes)
    .showHelpAfterError('Run "gather --help" for the options.')
    .configureOutput({ writeErr: (lines) => complain(lines, localeFor(localeIn(args))) })
    .exitOverride();
  try {
    command.parse(args, { from: 'user' });
    const options = command.opts<Omit<Options, 'paths' | 'locale'> & { locale?: Locale }>();
    const contradiction = contradictionIn(options, command.args);
    if (contradiction) command.error(`error: ${contradiction}`);
    return { ...options, locale: localeFor(options.locale), paths: command.args.length > 0 ? command.args : ['.'] };
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** What cannot be asked for together, beyond options that exclude each other. */
function contradictionIn(options: Omit<Options, 'paths' | 'locale'>, paths: readonly string[]): string | undefined {
  const { explain, stdinFilename, fix, dryRun } = options;
  if (explain !== undefined && paths.length > 0) return '--explain takes one place and no paths';
  if (stdinFilename !== undefined && paths.length > 0) return '--stdin-filename takes no paths';
  if (dryRun && fix === undefined) return '--dry-run needs --fix';
  return undefined;
}

/** The language that arguments ask for, also where something else is wrong with them. */
function localeIn(args: readonly string[]): Locale | undefined {
  const { locale } = new Command()
    .option('--locale [tag]')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .parse(args, { from: 'user' })
    .opts<{ locale?: string | true }>();
  return localeTagged(String(locale));
}

function wholeNumber(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(value);
}

/** Tags of languages are the same in capitals and small letters. */
function localeNamed(value: string): Locale {
  const locale = localeTagged(value);
  if (!locale) throw new InvalidArgumentError(`Allowed choices are ${locales.join(', ')}.`);
  return locale;
}

function localeTagged(value: string): Locale | undefined {
  return locales.find((tag) => tag.toLowerCase() === value.toLowerCase());
}

function threads(value: string): number | 'auto' {
  if (value === 'auto') return value;
  if (!/^[1-9]\d?$/u.test(value)) throw new InvalidArgumentError('Give "auto", or a number from 1 to 99.');
  return Number(value);
}
