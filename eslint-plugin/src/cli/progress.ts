// A bar that tells how far a long run is, on a terminal only.
import { Presets, SingleBar } from 'cli-progress';

/** What a run reports its progress to. */
export interface Progress {
  /** Tells the number of files done so far. */
  update: (done: number) => void;
  /** Takes the bar away. */
  stop: () => void;
}

/** A bar on the standard error, so that a report on the standard output stays whole; nothing where that is a file. */
export function progressOf(files: number): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const format = '{bar} {value}/{total} files';
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  bar.start(files, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
