// Waiting for VS Code without sleeping.
import { languages, type Diagnostic, type Disposable, type Event, type Uri } from 'vscode';

/**
 * Waits until a value is there: asks at once and then after every event.
 * A value that never comes ends in the test's own timeout.
 */
export async function until<T>(event: Event<unknown>, read: () => T | undefined): Promise<T> {
  const now = read();
  if (now !== undefined) return now;
  return new Promise((resolve) => {
    const subscription: Disposable = event(() => {
      const value = read();
      if (value === undefined) return;
      subscription.dispose();
      resolve(value);
    });
  });
}

/** The diagnostics that Gather shows for a document now. */
export function gatherDiagnostics(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'gather');
}

/** Waits until Gather shows exactly so many diagnostics for a document, and gives them. */
export function untilDiagnostics(uri: Uri, count: number): Promise<Diagnostic[]> {
  return until(languages.onDidChangeDiagnostics, () => {
    const found = gatherDiagnostics(uri);
    return found.length === count ? found : undefined;
  });
}
