// A clock on which nothing takes time: asynchronous operations end in the order of their latencies, one at a time,
// and all that follows from one has run before the next one ends.

interface Pending {
  at: number;
  /** Breaks ties: what was started first ends first. */
  order: number;
  settle: () => void;
}

/** What may follow from one event before a program is taken to run for ever. */
const maxEvents = 5_000;

export class Clock {
  /** Virtual time, in units of latency. */
  now = 0;
  /** The most operations that were in flight at once. */
  peak = 0;
  #pending: Pending[] = [];
  #started = 0;

  /**
   * A promise that is settled when `latency` has passed, with the value or the error that `outcome` gives; or, when the
   * signal is aborted before, with its reason.
   */
  operation<T>(latency: number, outcome: () => T, signal?: AbortSignal): Promise<T> {
    if (this.#started > maxEvents) throw new Error('too many operations');
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        try {
          resolve(outcome());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const pending: Pending = { at: this.now + latency, order: this.#started++, settle };
      this.#pending.push(pending);
      this.peak = Math.max(this.peak, this.#pending.length);
      signal?.addEventListener('abort', () => {
        const index = this.#pending.indexOf(pending);
        if (index >= 0) this.#pending.splice(index, 1);
        reject(signal.reason as Error);
      });
    });
  }

  /** Lets operations end until none is in flight. */
  async runOut(): Promise<void> {
    for (;;) {
      await turn();
      const next = this.#next();
      if (!next) return;
      this.now = next.at;
      next.settle();
    }
  }

  #next(): Pending | undefined {
    const [first, ...rest] = this.#pending;
    if (!first) return undefined;
    const next = rest.reduce(
      (best, one) => (one.at < best.at || (one.at === best.at && one.order < best.order) ? one : best),
      first,
    );
    this.#pending.splice(this.#pending.indexOf(next), 1);
    return next;
  }
}

/** One turn of the event loop: all promise jobs run, and what is rejected without a handler is told. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
