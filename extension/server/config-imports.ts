// Which files a configuration is made of: itself, and those of the project that it imports or reads, and these. Taken from
// their texts, since Node.js tells nobody what it has loaded, and what it could not load counts as well.
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** The endings of the modules that a configuration may be, or import, without the dot. */
export const moduleEndings = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'json'] as const;

/** What stands in quotes after `from`, `import` or `require`, or is a relative path: in a comment, too, which does no harm. */
const specifiers = /(?:\b(?:from|import|require)\s*\(?\s*(['"`])|(['"`])(?=\.))(?<specifier>[^'"`\n]+)(?:\1|\2)/gu;

/**
 * The files that configurations are made of; those of installed packages are left out.
 * @param configurations absolute paths
 * @returns absolute paths; where a file is not there, all that it may be
 */
export function filesOf(configurations: Iterable<string>): ReadonlySet<string> {
  const files = new Set(configurations);
  // A set also gives what is added while it is gone through.
  for (const file of files) for (const imported of importedBy(file)) files.add(imported);
  return files;
}

function importedBy(file: string): string[] {
  const text = textOf(file) ?? '';
  return [...text.matchAll(specifiers)].flatMap(({ groups }) => found(groups?.['specifier'] ?? '', file));
}

/** The file that a specifier in another file names; none for a package, but those of a workspace, which are linked. */
function found(specifier: string, from: string): string[] {
  if (specifier.startsWith('.')) {
    const path = resolve(dirname(from), specifier);
    const candidates = [path, ...endingsOf(path.replace(/\.[cm]?js$/u, '')), ...endingsOf(join(path, 'index'))];
    const existing = candidates.find((candidate) => textOf(candidate) !== undefined);
    return existing === undefined ? candidates : [existing];
  }
  try {
    const path = realpathSync(createRequire(from).resolve(specifier));
    return isAbsolute(path) && !/[\\/]node_modules[\\/]/u.test(path) ? [path] : [];
  } catch {
    return [];
  }
}

function endingsOf(path: string): string[] {
  return moduleEndings.map((ending) => `${path}.${ending}`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
