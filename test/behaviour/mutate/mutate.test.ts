// Broken and half-broken texts: linting never crashes, speaks only of places in the text, and what it suggests for a
// text that can be parsed can be parsed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { collect } from '../cases/collect.js';
import { failure } from '../cases/failure.js';
import { fold } from '../cases/fold.js';
import { heads, typed } from '../cases/heads.js';
import { sequential } from '../cases/sequential.js';
import { straight } from '../cases/straight.js';
import { programOf } from '../inputs.js';
import { mutantOf } from './mutate.js';

/** `npm run fuzz:mutate` asks for more, from a seed of its own. */
const count = Number(process.env['FUZZ_MUTANTS'] ?? 400);
const first = Number(process.env['FUZZ_SEED'] ?? 1);
const names = ['mutant.js', 'mutant.ts', 'mutant.jsx', 'mutant.tsx'];

const scripts = [collect, failure, fold, heads, sequential, straight]
  .flatMap((cases) => Object.values(cases))
  .map((body) => programOf(body, 'a.js'));
const programs = [...scripts, ...Object.values(typed).map((body) => programOf(body, 'a.ts'))];
const files = ['eslint-plugin/src', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]sx?$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
// Files seldom hold what is reported, so the programs are there several times.
const texts = [...files.filter((text) => text.length < 12_000), ...Array.from({ length: 5 }, () => programs).flat()];

/** What linting said, or the mutant with its error. */
function lint(text: string, name: string, seed: number): ReturnType<typeof lintText> {
  try {
    return lintText(text, name);
  } catch (error) {
    throw new Error(`${name}, mutant ${String(seed)}:\n${text}`, { cause: error });
  }
}

describe(`mutated texts, from ${String(first)}`, function () {
  this.timeout(count * 200);

  it('are linted without a crash, and their suggestions parse', () => {
    let suggestions = 0;
    for (let seed = first; seed < first + count; seed++) {
      const text = mutantOf(texts, seed);
      const name = names[seed % names.length] ?? 'mutant.ts';
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
      for (const message of lint(text, name, seed)) {
        assert.ok(
          message.line >= 1 && message.line <= lines.length,
          `line ${String(message.line)} of mutant ${String(seed)}`,
        );
        for (const { fix } of message.suggestions ?? []) {
          const rewritten = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
          const fatal = lint(rewritten, name, seed).find((other) => other.fatal === true);
          assert.equal(fatal?.message, undefined, `mutant ${String(seed)}:\n${text}\n--- rewritten\n${rewritten}`);
          suggestions++;
        }
      }
    }
    assert.ok(suggestions > count / 50, `only ${String(suggestions)} suggestions were made`);
  });
});
