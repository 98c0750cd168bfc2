// What the editor tells the server beside texts: whether code of the workspace may run, and who else shows findings.

/** Sent with `initialize`, and as the notification `gather/environment` whenever it changes. */
export interface Environment {
  /** Whether the workspace's own ESLint and configuration may be loaded. An editor that says nothing does not want it. */
  trusted: boolean;
  /** Whether another extension shows what the workspace's ESLint finds. */
  eslintShown: boolean;
  /** When diagnostics are given: always, never, or where nobody else shows the same. */
  diagnostics: 'auto' | 'always' | 'never';
}

/** The name of the notification. */
export const environmentChanged = 'gather/environment';

/** Reads what an editor sent; what it left out, or sent in another shape, is as if it said nothing. */
export function readEnvironment(sent: unknown): Environment {
  const told = typeof sent === 'object' && sent !== null ? (sent as Partial<Record<keyof Environment, unknown>>) : {};
  const { diagnostics } = told;
  return {
    trusted: told.trusted === true,
    eslintShown: told.eslintShown === true,
    diagnostics: diagnostics === 'always' || diagnostics === 'never' ? diagnostics : 'auto',
  };
}
