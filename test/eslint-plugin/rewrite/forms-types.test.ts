// Every form of rewrite, on functions that compile under `strict`: they still do afterwards.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsOf, folder, limitedFor, packages } from './compiled.js';
import { offersIn, type RuleName } from './project.js';

const fixtures: Readonly<Record<string, RuleName>> = {
  collections: 'no-await-in-loop',
  loops: 'no-await-in-loop',
  narrowed: 'no-await-in-loop',
  rows: 'no-sequential-await',
};

function textOf(name: string): string {
  return readFileSync(`test/fixtures/rewrites/${name}.ts`, 'utf8');
}

/** Each function or class of a fixture below the declarations that all share, by its name. */
function samplesIn(name: string): Map<string, string> {
  const prelude = textOf('prelude');
  const [, ...samples] = textOf(name).split(/^(?=export (?:async function|class) )/mu);
  return new Map(samples.map((code) => [/(?:function|class) (\w+)/u.exec(code)?.[1] ?? '', prelude + code]));
}

for (const [fixture, rule] of Object.entries(fixtures)) {
  describe(`rewrite: types of ${fixture}`, () => {
    const samples = samplesIn(fixture);
    const texts = new Map<string, string>();
    let errors: Map<string, string[]>;

    before(() => {
      for (const [title, code] of samples) {
        const put = (name: string, text: string): unknown => texts.set(join(folder, title, `${name}.ts`), text);
        put('before', code);
        for (const { id, text } of offersIn({ manifest: { name: 'app' }, file: 'a.ts' }, code, rule)) put(id, text);
        for (const name of packages) for (const text of limitedFor(code, name, rule)) put(name, text);
      }
      errors = errorsOf(texts);
    }).timeout(60_000);

    for (const title of samples.keys()) {
      it(`hold for ${title}`, () => {
        const names = [...texts.keys()].filter((name) => name.startsWith(join(folder, title, '/')));
        assert.ok(names.length > 1, 'nothing is suggested');
        for (const name of names) assert.deepEqual(errors.get(name), [], texts.get(name));
      });
    }
  });
}
