// The git repository that a report is about.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the repository that an absolute folder is in, `undefined` where it is in none. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}
