// The world in which the samples run tells what happened there, and finds nothing better where nothing is.
import assert from 'node:assert/strict';
import { cast } from '../../../tools/generate/cast.js';
import { runSample, type SampleRun } from '../../../tools/generate/run.js';
import type { Scene } from '../../../tools/generate/world.js';
import { gains } from './conditions.js';

const takes = { "load('/a')": 100, "load('/b')": 200, "load('/c')": 300, "load('/d')": 400 };

function run(code: string, scene: Partial<Scene> = {}): Promise<SampleRun> {
  return runSample({ code, language: 'ts' }, { given: cast, takes, ...scene });
}

/** State, start and end of every operation. */
function bars({ lanes }: SampleRun): string[] {
  return lanes.flatMap((lane) => lane.bars.map(({ state, from, to }) => `${state} ${from}–${to}`));
}

const together = 'const pages = await Promise.all(urls.map(async (url) => load(url)));';
const inTurn = 'const pages = [];\nfor (const url of urls) pages.push(await load(url));';

describe('docs: the world of the samples', () => {
  it('runs operations in their time', async () => {
    const result = await run(inTurn, { keeps: 'pages' });
    assert.deepEqual(bars(result), ['done 0–100', 'done 100–300', 'done 300–600', 'done 600–1000']);
    assert.deepEqual([result.end, result.outcome, result.peak], [1000, 'done', 1]);
    assert.equal(result.value, "[ '/a', '/b', '/c', '/d' ]");
  });

  it('tells whose result is lost when one fails', async () => {
    const result = await run(together, { fails: ["load('/b')"] });
    assert.deepEqual(bars(result), ['done 0–100', 'failed 0–200', 'lost 0–300', 'lost 0–400']);
    assert.deepEqual([result.end, result.outcome], [200, 'failed']);
    assert.deepEqual([result.unhandled, result.unseen], [[], []]);
  });

  it('ends with a rejection that nobody handles', async () => {
    const result = await run('urls.forEach(async (url) => load(url));', { fails: ["load('/b')"] });
    assert.deepEqual(bars(result), ['done 0–100', 'failed 0–200', 'lost 0–200', 'lost 0–200']);
    assert.deepEqual([result.end, result.outcome, result.unhandled], [200, 'unhandled', ["load('/b') failed"]]);
  });

  it('tells failures that nobody sees from those that are shown', async () => {
    const fails = ["load('/a')"];
    assert.deepEqual((await run('await load(urls[0]).catch(() => 0);', { fails })).unseen, ["load('/a') failed"]);
    assert.deepEqual((await run('await load(urls[0]).catch((error) => showError(error));', { fails })).unseen, []);
  });

  it('stops what is given a signal', async () => {
    const code = `const controller = new AbortController();
      await Promise.all(urls.map(async (url) => load(url, { signal: controller.signal }))).catch((error) => {
        controller.abort(error);
      });`;
    const result = await run(code, { fails: ["load('/b')"] });
    assert.deepEqual(bars(result), ['done 0–100', 'failed 0–200', 'cancelled 0–200', 'cancelled 0–200']);
  });

  it('refuses what comes above its capacity, and limits by limiters', async () => {
    assert.equal((await run(together, { capacity: 3 })).outcome, 'failed');
    const limited = await run(
      'const limit = pLimit(3);\nawait Promise.all(urls.map((url) => limit(() => load(url))));',
      {
        capacity: 3,
      },
    );
    assert.deepEqual([limited.outcome, limited.peak, limited.end], ['done', 3, 500]);
    assert.equal((await run('await pMap(urls, (url) => load(url), { concurrency: 2 });')).peak, 2);
  });

  it('calls what a sample declares and does not use, and knows what never ends', async () => {
    assert.deepEqual((await run('async function all(urls: string[]) {\n  await load(urls[1]);\n}')).calls, [
      "load('/b')",
    ]);
    assert.deepEqual((await run('class A {\n  constructor(urls) {\n    load(urls[1]);\n  }\n}')).calls, ["load('/b')"]);
    assert.equal((await run('await new Promise(() => {});')).isOver, false);
  });

  it('sees a gain where there is one', async () => {
    const [slow, fast] = [await run(inTurn), await run(together)];
    assert.deepEqual(gains(slow, fast), ['operations that end sooner']);
    assert.deepEqual(gains(fast, fast), []);
  });
});
