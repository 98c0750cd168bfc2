// Runs the two samples of a pair under the same conditions: nothing fails, and each of the operations fails in turn, in
// its time or before the others.
import { type SampleRun, runSample } from '../../../tools/generate/run.js';
import type { Pair } from '../../../tools/generate/samples.js';
import type { Scene } from '../../../tools/generate/world.js';

export interface Compared {
  /** The call that fails, if one does. */
  failing: string | undefined;
  bad: SampleRun;
  better: SampleRun;
}

/** Sooner than any operation ends otherwise; milliseconds. */
const soon = 50;

/** The runs of a pair, the one in which nothing fails first. */
export async function compare({ bad, better }: Pair, scene: Scene): Promise<Compared[]> {
  const { calls } = await runSample(bad, { ...scene, fails: [] });
  const failures = [...new Set(calls)].flatMap((failing) => [
    { failing, takes: scene.takes },
    { failing, takes: { ...scene.takes, [failing]: soon } },
  ]);
  const compared: Compared[] = [];
  // gather: sequential -- one run at a time has the process's unhandled rejections
  for (const { failing, takes } of [{ failing: undefined, takes: scene.takes }, ...failures]) {
    const conditions: Scene = { ...scene, fails: failing === undefined ? [] : [failing], takes: takes ?? {} };
    compared.push({ failing, bad: await runSample(bad, conditions), better: await runSample(better, conditions) });
  }
  return compared;
}

/** In what the one run is better than the other: nothing may be, but then the sample is no better. */
export function gains(bad: SampleRun, better: SampleRun): string[] {
  const measures: Record<string, (run: SampleRun) => number> = {
    'an end': ({ isOver }) => (isOver ? 0 : 1),
    'fewer rejections without a handler': ({ unhandled }) => unhandled.length,
    'fewer failures that nobody sees': ({ unseen }) => unseen.length,
    'fewer results that are lost': (run) => barsOf(run).filter(({ state }) => state === 'lost').length,
    'fewer operations': ({ calls }) => calls.length,
    'fewer operations at once': ({ peak }) => peak,
    'operations that end sooner': (run) => barsOf(run).reduce((sum, { to }) => sum + to, 0),
  };
  return Object.entries(measures).flatMap(([gain, of]) => (of(better) < of(bad) ? [gain] : []));
}

function barsOf({ lanes }: SampleRun) {
  return lanes.flatMap(({ bars }) => bars);
}
