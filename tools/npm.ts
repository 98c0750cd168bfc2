// How the user's own npm is run.

/** npm as a script that was started by npm sees it, else as the PATH has it: the program and its first arguments. */
export function npmCommand(): [string, ...string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}
