// Whether the report is coloured.

/** NO_COLOR and FORCE_COLOR decide where they are set; otherwise a terminal gets colour and a file does not. */
export function colorWanted(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return !['0', 'false'].includes(env['FORCE_COLOR']);
  // Off a terminal, Node has `undefined` here, and in CI the colour library would take that for yes.
  return isTerminal === true && env['TERM'] !== 'dumb';
}
