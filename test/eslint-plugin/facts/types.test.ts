// Where the parser has a project, a type that nobody wrote down is evidence too.
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import plugin from '../../../eslint-plugin/src/index.js';

const root = resolve('test/fixtures/typed');

/** The reports on a module which imports `first` to `fourth`, and `query`, from the fixture's library. */
function messagesIn(body: string, { typed }: { typed: boolean }): Linter.LintMessage[] {
  const code = `import { first, second, third, fourth, query } from './library';\n${body}\n`;
  const messages = new Linter({ cwd: root }).verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { gather: plugin },
        rules: { 'gather/no-await-in-loop': 'warn', 'gather/no-sequential-await': 'warn' },
        languageOptions: {
          parser,
          // A parser that infers a single run, as it does in CI, would read the file instead of the text.
          parserOptions: typed
            ? { project: 'tsconfig.json', tsconfigRootDir: root, disallowAutomaticSingleRunInference: true }
            : {},
        },
      },
    ],
    { filename: join(root, 'snippet.ts') },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return messages;
}

const reportedIn = (body: string, given: { typed: boolean }): (string | null)[] =>
  messagesIn(body, given).map(({ ruleId }) => ruleId);

/** What the fixture's functions give, each under a name that tells nothing. */
const makings = {
  'an interface': 'const thing = first();',
  'a class, awaited': 'const thing = await second();',
  'a part': 'const { thing } = third();',
  'a part, by its path': 'const thing = third().thing;',
  'a variable of a variable': 'const one = first(); const thing = one;',
  'the parameter of a callback': '',
};

const uses = {
  'no-await-in-loop': 'for (const id of ids) out.push(await thing.load(id));',
  'no-sequential-await': 'const a = await thing.load(1); const b = await thing.load(2); out.push(a, b);',
};

function moduleOf(making: string, use: string): string {
  return making === ''
    ? `export const all = (ids: number[], out: string[]) => [first()].map(async (thing) => { ${use} });`
    : `export async function all(ids: number[], out: string[]) { ${making} ${use} }`;
}

for (const [rule, use] of Object.entries(uses)) {
  describe(`facts: types that are inferred, ${rule}`, () => {
    for (const [title, making] of Object.entries(makings)) {
      const body = moduleOf(making, use);

      it(`${title}: stays where the type is known`, () => assert.deepEqual(reportedIn(body, { typed: true }), []));

      it(`${title}: goes where it is not`, () =>
        assert.deepEqual(reportedIn(body, { typed: false }), [`gather/${rule}`]));
    }

    it('a type that takes several things at once: goes', () => {
      const body = moduleOf('const thing = fourth();', use);
      assert.deepEqual(reportedIn(body, { typed: true }), [`gather/${rule}`]);
    });
  });
}

describe('facts: a function that takes its type from where its result goes', () => {
  const body = `export async function all(): Promise<{ a: string; b: number }> {
    return { a: await query('a'), b: await query('b') };
  }`;
  const idsIn = (typed: boolean) => messagesIn(body, { typed }).map(({ messageId }) => messageId);

  it('is known where there is a checker', () => {
    assert.deepEqual(idsIn(true), ['byHand']);
    assert.deepEqual(idsIn(false), ['sequential']);
  });
});
