// Lints a text as a file of a project on the disk, whose `package.json` tells what the text may import.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { Linter } from 'eslint';
import plugin from '../../../eslint-plugin/src/index.js';
import * as parser from '../../../eslint-plugin/src/lint/parser.js';
import type { rules } from '../../../eslint-plugin/src/rules/index.js';

export type RuleName = keyof typeof rules;

export interface Project {
  /** What `package.json` holds. */
  manifest?: object;
  /** The file's path within the project; its ending chooses the syntax. */
  file?: string;
}

/** A suggestion, with what it says and the whole text after it. */
export interface Offer {
  id: string;
  says: string;
  text: string;
}

/** Does something with a folder that is new and gone afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'gather-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The suggestions for the first report of a rule on a file of a project. */
export function offersIn(
  { manifest = {}, file = 'src/a.mjs' }: Project,
  code: string,
  rule: RuleName = 'no-await-in-loop',
): Offer[] {
  return inFolder((folder) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const [message] = lint(code, path, rule);
    return (message?.suggestions ?? []).map(({ messageId = '', desc, fix }) => ({
      id: messageId,
      says: desc,
      text: code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]),
    }));
  });
}

function lint(code: string, path: string, rule: RuleName): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.{js,mjs,cjs,ts}'],
    plugins: { gather: plugin },
    rules: { [`gather/${rule}`]: 'warn' },
    languageOptions: { parser },
  };
  const messages = new Linter({ cwd: parse(path).root }).verify(code, config, { filename: path });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message} at line ${String(fatal.line)} of\n${code}`);
  return messages;
}

/** A project that depends on packages, by name and range. */
export function dependingOn(dependencies: Readonly<Record<string, string>>): Project {
  return { manifest: { name: 'app', dependencies } };
}
