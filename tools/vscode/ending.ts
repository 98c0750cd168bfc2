// Undoes what a run has started, however the run ends.

/** What has to be undone, the latest last. */
const steps: (() => Promise<void> | void)[] = [];

/** Names something to undo when the run ends; it must bear to be undone twice. */
export function atEnd(step: () => Promise<void> | void): void {
  steps.push(step);
}

/** Undoes everything that was named until now, the latest first. */
export async function end(): Promise<void> {
  for (const step of steps.splice(0).reverse()) await step();
}

/** Runs a program to its end: one line for an error, and exit code 1 for an error or a signal. */
export function run(main: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void end().finally(() => process.exit(1)));
  }
  main()
    .finally(end)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
