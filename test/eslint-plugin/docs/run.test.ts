// The samples of the documents do what is said of them: better code leaves no rejection without a handler, and is better
// in something that can be measured.
import assert from 'node:assert/strict';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import { cast } from '../../../tools/generate/cast.js';
import { type Pair, pairsOf, samplesOf } from '../../../tools/generate/samples.js';
import { chapterScenes, ruleScenes } from '../../../tools/generate/scenes.js';
import type { Scene } from '../../../tools/generate/world.js';
import { compare, gains } from './conditions.js';
import { chaptersOf, readDocument, rulePage } from './documents.js';

function check(pair: Pair, scene: Scene): void {
  it(`${pair.bad.label} | ${pair.better.label}`, async () => {
    const compared = await compare(pair, scene);
    for (const { failing, better } of compared) {
      assert.deepEqual(better.unhandled, [], `without a handler, when ${failing ?? 'nothing'} fails`);
      assert.ok(better.isOver, 'it never ends');
      assert.ok(!isMistake(better.thrown), String(better.thrown));
    }
    assert.ok(!compared.some(({ bad }) => isMistake(bad.thrown)), String(compared[0]?.bad.thrown));
    const gained = compared.flatMap(({ bad, better }) => gains(bad, better));
    assert.ok(gained.length > 0, 'nothing is better');
  });
}

/** Whether a sample broke by itself, since it speaks of something that tools/generate/cast.ts does not have. */
function isMistake(thrown: unknown): boolean {
  return thrown instanceof Error && ['TypeError', 'ReferenceError', 'SyntaxError'].includes(thrown.name);
}

for (const name of Object.keys(rules)) {
  describe(`docs, run: ${name}`, () => {
    for (const pair of pairsOf(samplesOf(rulePage(name, 'en')))) check(pair, ruleScenes[name] ?? { given: cast });
  });
}

describe('docs, run: the guide', () => {
  for (const { id, samples } of chaptersOf(readDocument('guide.md'))) {
    const [short, ...others] = pairsOf(samples);
    const scene = chapterScenes[id];
    if (short && scene) check(short, scene);
    for (const pair of others) check(pair, { given: cast });
  }
});
