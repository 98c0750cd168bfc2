// Asynchronous operations without a clock: the test decides when they finish, and counts how many overlap.

/** Lets every promise reaction that is ready run. */
async function drain(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

export class Operations {
  /** What was started, in order. */
  readonly started: string[] = [];
  /** How many operations were in flight at most. */
  peak = 0;
  /** How often the caller had to wait for what was in flight: its time, where every operation takes one unit. */
  rounds = 0;

  readonly #failing: string | undefined;
  #inFlight: (() => void)[] = [];

  /** @param options.failing the one operation that rejects */
  constructor(options: { failing?: string } = {}) {
    this.#failing = options.failing;
  }

  /** Starts an operation; it stays in flight until `settle` ends the round. */
  readonly start = async (name: string): Promise<string> => {
    this.started.push(name);
    await new Promise<void>((resolve) => {
      this.#inFlight.push(resolve);
      this.peak = Math.max(this.peak, this.#inFlight.length);
    });
    if (name === this.#failing) throw new Error(`failed ${name}`);
    return `done ${name}`;
  };

  /** Ends round after round, the latest started operation first, until nothing is in flight; gives the outcome. */
  async settle<T>(outcome: Promise<T>): Promise<T> {
    outcome.catch(() => undefined);
    await drain();
    while (this.#inFlight.length > 0) {
      this.rounds += 1;
      const ending = this.#inFlight.reverse();
      this.#inFlight = [];
      for (const end of ending) end();
      await drain();
    }
    return outcome;
  }
}
