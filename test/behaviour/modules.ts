// The packages that programs import: the real ones, since what a limiter does is the point of running them.
import * as async from 'async';
import * as bluebird from 'bluebird';
import * as toolkit from 'es-toolkit';
import * as modern from 'modern-async';
import * as pAll from 'p-all';
import * as pLimit from 'p-limit';
import * as pMap from 'p-map';
import * as pQueue from 'p-queue';

// Its callbacks would otherwise come after more turns of the event loop than the clock waits for.
bluebird.default.setScheduler((run) => {
  queueMicrotask(run);
});

const modules: Readonly<Record<string, object>> = {
  async,
  bluebird,
  'es-toolkit': toolkit,
  'modern-async': modern,
  'p-all': pAll,
  'p-limit': pLimit,
  'p-map': pMap,
  'p-queue': pQueue,
};

/**
 * What a compiled program's `require` gives.
 * @throws when the module is none of those above
 */
export function moduleFor(name: string): object {
  const found = modules[name];
  if (!found) throw new Error(`No program may import ${name}.`);
  return { __esModule: true, ...found };
}
