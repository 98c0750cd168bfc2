// Whether the report is coloured.

/** NO_COLOR and FORCE_COLOR decide where they are set; otherwise a terminal gets colour and a file does not. */
export function colorWanted(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return !['0', 'false'].includes(env['FORCE_COLOR']);
  return isTerminal && env['TERM'] !== 'dumb';
}
