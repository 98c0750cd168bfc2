// Gives memory back while nobody types. Each keystroke leaves a syntax tree behind, and V8 lets them pile up to a gigabyte
// and more between two collections, and keeps the pages of what it has collected.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** For how long nothing must have been linted, in milliseconds: all stands still for up to a quarter of a second. */
const idle = 5_000;

/** Below this resident size, in bytes, there is little to give back. */
const little = 128 * 2 ** 20;

/** How many times the size must be what the last collection has left. */
const growth = 1.2;

/**
 * Collects whatever can be, and gives its pages back; see `gc` in V8's extensions/gc-extension.cc. The V8 of Node.js 20
 * knows no flavors, and collects what it should only without any options.
 */
export function collectAll(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as NodeJS.GCFunction;
  gc();
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Waits for the time to tidy up. */
export class Tidying {
  private timer: NodeJS.Timeout | undefined;
  /** What the last collection has left, in bytes. */
  private left = 0;

  /** @param resident gives the resident size in bytes */
  constructor(
    private readonly resident: () => number = () => process.memoryUsage.rss(),
    private readonly collect: () => void = collectAll,
  ) {}

  /** To be told of each lint. */
  linted(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.resident() < Math.max(little, growth * this.left)) return;
      this.collect();
      this.left = this.resident();
    }, idle).unref();
  }
}
