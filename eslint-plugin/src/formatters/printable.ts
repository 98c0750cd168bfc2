// Makes text safe to show in a terminal.
import { relative, sep } from 'node:path';

/** Replaces control characters, tab and the end of a line excepted, so that a file cannot steer the terminal. */
export function printable(text: string): string {
  return text.replace(/(?!\r\n)[^\P{Cc}\t\n]/gu, '\uFFFD');
}

/** A path as it is shown: relative to `cwd`, with `/`, on one line. */
export function shownPath(path: string, cwd: string): string {
  return printable((relative(cwd, path) || '.').replaceAll(sep, '/')).replace(/[\t\n]/gu, '\uFFFD');
}
