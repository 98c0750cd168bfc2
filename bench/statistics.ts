// What every benchmark says of its numbers, and of the machine that they come from.
import { availableParallelism, cpus, totalmem } from 'node:os';

/**
 * The value that half of the others do not exceed.
 * @throws when there is none
 */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/**
 * The value that `percent` of the others do not exceed; between two values by linear interpolation.
 * @param percent from 0 to 100
 * @throws when there is none
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.');
  return below + (above - below) * (at - Math.floor(at));
}

/** The machine in a few words: `2 × Xeon (3 GHz), 8 GB, Linux, Node.js 20.19.0`. */
export function machine(): string {
  const [cpu] = cpus();
  const model = cpu?.model.trim() ?? '';
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} × ${model === '' || model === 'unknown' ? process.arch : model}`,
    `${memory} GB`,
    process.platform,
    `Node.js ${process.versions.node}`,
  ].join(', ');
}
