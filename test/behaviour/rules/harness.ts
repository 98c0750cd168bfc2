// Runs a program and each suggestion of one rule for it side by side, under the same conditions.
import assert from 'node:assert/strict';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import * as parser from '../../../eslint-plugin/src/lint/parser.js';
import { runOf } from '../check.js';
import { programOf } from '../inputs.js';
import type { Outcome } from '../simulate.js';
import { calm, type Conditions } from '../world.js';

export type RuleName = keyof typeof rules;

/** One suggestion of a rule: its message's id, and the whole program once it is applied. */
export interface Suggested {
  id: string;
  text: string;
}

export interface Executed {
  before: Outcome;
  /** By the message's id of each suggestion. */
  after: Readonly<Record<string, Outcome>>;
}

export interface Setting {
  /** Decides, with the keys, how long operations take. */
  seed?: number;
  /** Whether an operation rejects, by its name with its arguments: `saveItem(3)`. */
  fails?: Conditions['fails'];
  /** How many entries each of the program's inputs has. */
  count?: number;
  /** Its ending chooses the syntax. */
  name?: string;
}

/**
 * The suggestions of a rule's first report on a program; none leaves a report where that one was.
 * @throws AssertionError when nothing is reported, or a suggestion cannot be parsed or changes nothing of the report
 */
function suggestedFor(rule: RuleName, text: string, name: string): Suggested[] {
  const [message] = lint(rule, text, name);
  assert.ok(message, `nothing is reported in\n${text}`);
  return (message.suggestions ?? []).map(({ messageId, fix }) => {
    const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    const again = lint(rule, after, name).map(({ line, column }) => `${String(line)}:${String(column)}`);
    assert.ok(!again.includes(`${String(message.line)}:${String(message.column)}`), `reported again:\n${after}`);
    return { id: messageId ?? '', text: after };
  });
}

function lint(rule: RuleName, text: string, name: string): Linter.LintMessage[] {
  const messages = new Linter().verify(
    text,
    [
      {
        files: ['**/*.{js,ts}'],
        plugins: { gather: { rules: { [rule]: rules[rule] } } },
        rules: { [`gather/${rule}`]: 'warn' },
        languageOptions: { parser },
      },
    ],
    { filename: name },
  );
  const fatal = messages.find((message) => message.fatal);
  assert.ok(!fatal, `${fatal?.message ?? ''} in\n${text}`);
  return messages;
}

/**
 * Runs a program as it stands and after each suggestion of a rule.
 * @param body the statements of the program's async function `run`, whose parameters `inputs.ts` tells
 */
export async function execute(rule: RuleName, body: string, setting: Setting = {}): Promise<Executed> {
  const { seed = 1, fails = () => false, count = 6, name = 'program.js' } = setting;
  const conditions: Conditions = { ...calm(seed), fails };
  const text = programOf(body, name);
  const after: Record<string, Outcome> = {};
  const before = await runOf(text, name, conditions, count);
  // gather: sequential -- one program at a time has the process's unhandled rejections
  for (const { id, text: suggested } of suggestedFor(rule, text, name)) {
    after[id] = await runOf(suggested, name, conditions, count);
  }
  return { before, after };
}
