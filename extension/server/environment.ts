// Reads what an editor says of itself and of the workspace.
import type { Environment } from '../protocol.js';

/** What decides on findings, and on whether they are shown. */
const decisive = ['trusted', 'eslintShown', 'diagnostics', 'locale'] as const;

/** Whether other findings may be there to be shown than before. */
export function decidesAnew(before: Environment, now: Environment): boolean {
  return decisive.some((name) => before[name] !== now[name]);
}

/** What an editor sent as its environment; what it left out, or sent in another shape, is as if it said nothing. */
export function readEnvironment(sent: unknown): Environment {
  const told = typeof sent === 'object' && sent !== null ? (sent as Partial<Record<keyof Environment, unknown>>) : {};
  const { diagnostics, pictures } = told;
  return {
    trusted: told.trusted === true,
    eslintShown: told.eslintShown === true,
    diagnostics: diagnostics === 'always' || diagnostics === 'never' ? diagnostics : 'auto',
    locale: typeof told.locale === 'string' ? told.locale : 'en',
    fixAll: told.fixAll === true,
    commands: told.commands === true,
    pictures: pictures === 'light' || pictures === 'dark' ? pictures : 'none',
  };
}
