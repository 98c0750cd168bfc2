// The example at the top of each README is real: its first suggestion makes the second fence of the first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';

for (const path of ['README.md', 'eslint-plugin/README.md']) {
  it(`${path} opens with a rewrite that Gather makes`, () => {
    const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const [before = '', after = ''] = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
    const [message, ...others] = lintText(before, 'example.ts');
    const fix = message?.suggestions?.[0]?.fix;
    assert.ok(fix);
    assert.deepEqual(others, []);
    assert.equal(before.slice(0, fix.range[0]) + fix.text + before.slice(fix.range[1]), after);
  });
}
