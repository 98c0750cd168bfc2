// `npm run robustness -- DIR…`: lints every JavaScript and TypeScript file below the folders with all rules, and prints
// what crashed and what was slow. For large trees of foreign code; ends with 1 when a rule crashed or was too slow.
import { relative, resolve } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { disk } from '../eslint-plugin/src/files/disk.js';
import { readText } from '../eslint-plugin/src/files/read.js';
import plugin from '../eslint-plugin/src/index.js';
import { lintedExtensions, scriptExtensions } from '../eslint-plugin/src/lint/extensions.js';

/** In milliseconds of the rules' CPU; the goal for every file. */
const limit = 1000;

/** In milliseconds; a file that took longer is measured again, since code may have been compiled or memory freed in it. */
const remeasured = 100;

/** How one file went. */
type Result =
  | { kind: 'linted'; findings: number; milliseconds: number }
  /** What was thrown, on one line. */
  | { kind: 'crashed'; error: string }
  | { kind: 'unparsable' };

const readings = {
  module: configOf({ sourceType: 'module' }),
  script: configOf({ sourceType: 'commonjs' }),
  typescript: configOf({ parser }),
};

function configOf(languageOptions: Linter.LanguageOptions): Linter.Config[] {
  return [
    { ignores: ['!**/node_modules/'] },
    {
      files: [`**/*.{${lintedExtensions.join(',')}}`],
      languageOptions: { ...languageOptions, parserOptions: { ecmaFeatures: { jsx: true } } },
      linterOptions: { noInlineConfig: true },
    },
  ];
}

/** The files below a folder, in the order of the alphabet; of `node_modules` only where the folder is named. */
function filesBelow(folder: string): string[] {
  const isEntered = (name: string): boolean => name !== '.git' && name !== 'node_modules';
  const entries = disk.list(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = resolve(folder, entry.name);
    if (entry.isDirectory()) return isEntered(entry.name) || folder.includes('node_modules') ? filesBelow(path) : [];
    return entry.isFile() && endsIn(lintedExtensions, path) ? [path] : [];
  });
}

function endsIn(extensions: readonly string[], path: string): boolean {
  return extensions.some((extension) => path.endsWith(`.${extension}`));
}

const linter = new Linter({ cwd: '/' });

/** Lints a text, and tells what was thrown, by a rule or by ESLint itself. */
function lint(text: string, path: string): Result {
  try {
    const reading = readingOf(text, path);
    return reading ? lintParsed(reading, path) : { kind: 'unparsable' };
  } catch (error) {
    return { kind: 'crashed', error: error instanceof Error ? placeOfCrash(error) : String(error) };
  }
}

/** How the first parser that can reads a text; the linter has its tree then. */
function readingOf(text: string, path: string): Linter.Config[] | undefined {
  const { module, script, typescript } = readings;
  const chosen = endsIn(scriptExtensions, path) ? [module, script, typescript] : [typescript];
  return chosen.find(
    (config) => !linter.verify(text, config, path).some(({ message }) => message.startsWith('Parsing error:')),
  );
}

/** Reading, the analysis of scopes and the order of the nodes are there already: what takes time is the rules. */
function lintParsed(reading: Linter.Config[], path: string): Result {
  const start = process.cpuUsage();
  const findings = linter.verify(linter.getSourceCode(), [...reading, ...plugin.configs.all], path).length;
  const { user, system } = process.cpuUsage(start);
  return { kind: 'linted', findings, milliseconds: (user + system) / 1000 };
}

/** What was thrown and where, on one line. */
function placeOfCrash({ message, stack }: Error): string {
  const place = stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return `${message.split('\n', 1)[0] ?? ''}${place.replace(/^\s+/, ' ')}`;
}

function check(path: string): Result | undefined {
  const source = readText(path, disk);
  if (source.kind === 'problem') return undefined;
  const first = lint(source.text, path);
  if (first.kind !== 'linted' || first.milliseconds < remeasured) return first;
  const others = [1, 2].map(() => lint(source.text, path));
  const times = [first, ...others].flatMap((result) => (result.kind === 'linted' ? result.milliseconds : []));
  return { ...first, milliseconds: Math.min(...times) };
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Name the folders to lint: npm run robustness -- DIR…');
  process.exit(2);
}
const total = { files: 0, findings: 0, crashes: 0, unparsable: 0, unread: 0, slow: 0 };
const times: { path: string; milliseconds: number }[] = [];
for (const path of folders.flatMap((folder) => filesBelow(resolve(process.env['INIT_CWD'] ?? '.', folder)))) {
  const result = check(path);
  if (!result) {
    total.unread++;
    continue;
  }
  total.files++;
  if (result.kind === 'crashed') {
    total.crashes++;
    console.log(`crashed: ${path}\n  ${result.error}`);
  } else if (result.kind === 'unparsable') {
    total.unparsable++;
  } else {
    total.findings += result.findings;
    if (result.milliseconds > limit) total.slow++;
    times.push({ path, milliseconds: result.milliseconds });
  }
}
const share = ((100 * total.slow) / Math.max(total.files, 1)).toFixed(2);
console.log(`files: ${total.files} (unparsable: ${total.unparsable}; binary or too large, left out: ${total.unread})`);
console.log(`findings: ${total.findings}`);
console.log(`crashes: ${total.crashes}`);
console.log(`above ${limit} ms: ${total.slow} (${share} %)`);
console.log('slowest:');
for (const { path, milliseconds } of times.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10))
  console.log(`  ${milliseconds.toFixed(0).padStart(5)} ms  ${relative(process.env['INIT_CWD'] ?? '.', path)}`);
process.exitCode = total.crashes + total.slow > 0 ? 1 : 0;
