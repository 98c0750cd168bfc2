// The rewrite of a file in another style is the rewrite in that style: tabs, wider indentation, other line ends.
import assert from 'node:assert/strict';
import { js, type Snippet } from '../rules/no-await-in-loop/linted.js';
import { suggestedFor } from './expected.js';

const styles: Record<string, (code: string) => string> = {
  tabs: (code) => code.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  'four spaces': (code) => code.replace(/^ +/gm, '$&$&'),
  CRLF: (code) => code.replaceAll('\n', '\r\n'),
  'tabs and CRLF': (code) => (styles['tabs']?.(code) ?? '').replaceAll('\n', '\r\n'),
  'deeper in the file': (code) => `{\n${code.replace(/^(?=.)/gm, '  ')}}\n`,
};

const samples: readonly Snippet[] = [
  js`
    async function all(users) {
      const names = [];
      for (const user of users) {
        const { name } = await loadProfile(user);
        names.push(name);
      }
      return names;
    }
  `,
  js`
    async function all(users) {
      for (const user of users) {
        if (user.skipped) continue;
        const profile = await loadProfile(user);
        console.log(profile.name);
      }
    }
  `,
  js`
    async function all(users) {
      for (const user of users) {
        await sendMail(user);
        await markSent(user);
      }
    }
  `,
  js`
    async function all(names, sizes) {
      for (const name of names) {
        try {
          sizes.set(name, await sizeOf(name));
        } catch {
          sizes.set(name, 0);
        }
      }
    }
  `,
  js`
    async function all(from, to) {
      for (let at = from; at < to; at += 10) {
        await check(at);
      }
    }
  `,
];

describe('rewrite: style', () => {
  for (const [name, restyle] of Object.entries(styles)) {
    for (const [index, sample] of samples.entries()) {
      it(`follows ${name}: sample ${index + 1}`, () => {
        // An import stays at the top of the file.
        const isComparable = ([id]: [string, string]): boolean =>
          name !== 'deeper in the file' || id !== 'gatherProposed';
        assert.deepEqual(
          suggestedFor({ ...sample, code: restyle(sample.code) }).filter(isComparable),
          suggestedFor(sample)
            .filter(isComparable)
            .map(([id, text]) => [id, restyle(text)]),
        );
      });
    }
  }

  it('is the same behind a byte order mark', () => {
    for (const sample of samples) {
      assert.deepEqual(suggestedFor({ ...sample, code: `\uFEFF${sample.code}` }, 1), suggestedFor(sample));
    }
  });
});
