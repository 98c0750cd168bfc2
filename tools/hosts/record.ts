// Loaded into mocha beside the tests of the rules: notes each text that they lint by one rule alone, and what ESLint
// found in it.
import { writeFileSync } from 'node:fs';
import { Linter } from 'eslint';
import * as espree from 'espree';
import { rules } from '../../eslint-plugin/src/rules/index.js';
import { type Case, findingsIn, recordVariable } from './cases.js';

/** By the rule, its options and the code. */
const cases = new Map<string, Case>();

const verify = Reflect.get(Linter.prototype, 'verify');

Linter.prototype.verify = function (this: Linter, ...args: Parameters<typeof verify>) {
  const messages = verify.apply(this, args);
  const [code, config] = args;
  if (typeof code === 'string') note(code, [config].flat(), messages);
  return messages;
} as typeof verify;

/** Notes a text that was linted by one of Gather's rules, without types. */
function note(code: string, configs: readonly Linter.Config[], messages: readonly Linter.LintMessage[]): void {
  const [only, other] = configs
    .flatMap(({ rules: enabled = {} }) => Object.entries(enabled))
    .map(([id, entry]) => ({ rule: id.slice(id.lastIndexOf('/') + 1), options: [entry].flat().slice(1) }))
    .filter(({ rule }) => rule in rules);
  const parserOptions = Object.assign({}, ...configs.map(parserOptionsOf)) as ParserOptions;
  if (!only || other || parserOptions.project) return;
  const language = isJavaScript(code) ? 'js' : parserOptions.ecmaFeatures?.jsx ? 'tsx' : 'ts';
  cases.set(JSON.stringify([only, code]), { ...only, language, code, found: findingsIn(messages) });
}

interface ParserOptions {
  project?: unknown;
  ecmaFeatures?: { jsx?: boolean };
}

function parserOptionsOf({ languageOptions }: Linter.Config): unknown {
  return languageOptions?.['parserOptions'];
}

function isJavaScript(code: string): boolean {
  try {
    espree.parse(code, { ecmaVersion: 'latest', sourceType: 'module', ecmaFeatures: { jsx: true } });
    return true;
  } catch {
    return false;
  }
}

export const mochaHooks = {
  afterAll(): void {
    const file = process.env[recordVariable];
    if (file === undefined) throw new Error(`Name the file to write in ${recordVariable}.`);
    writeFileSync(file, JSON.stringify([...cases.values()]));
  },
};
