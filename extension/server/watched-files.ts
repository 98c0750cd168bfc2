// Which files of the workspace the editor tells the server of as they change.
import { type FileSystemWatcher, WatchKind } from 'vscode-languageserver/node';
import { moduleEndings } from './config-imports.js';

/** The files that decide, or may, and all that are deleted: a folder's deletion is told without its files. */
export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/.gitignore' },
  { globPattern: `**/*.{${moduleEndings.join(',')}}` },
  { globPattern: '**/*', kind: WatchKind.Delete },
];
