// Which files of the workspace the editor tells the server of as they change.
import { basename } from 'node:path/posix';
import { type FileSystemWatcher, WatchKind } from 'vscode-languageserver/node';
import { configNames } from './rule-sources.js';

/** The names of files that decide on the rules, on which files are linted, or on what a rewrite may import. */
const decisive: readonly string[] = [...configNames, 'package.json', '.gitignore'];

/** The files that decide, and all that are deleted: a folder's deletion is told without its files. */
export const watchers: FileSystemWatcher[] = [
  { globPattern: `**/{${decisive.join(',')}}` },
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** Whether a file, by its URI, may change what is found in others. */
export function isDecisive(uri: string): boolean {
  return decisive.includes(basename(uri));
}
