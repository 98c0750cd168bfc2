// The file system as the command sees it: four reads, and a sentence for each way they fail.
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

/** What the command knows of a path, links followed. */
export interface Entry {
  kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  size: number;
}

/** The reads that the command needs. Each throws Node's error when it fails. */
export interface Disk {
  /** The entries of a folder, unsorted, links not followed. */
  list(folder: string): Dirent[];
  /** What a path leads to, links followed. */
  look(path: string): Entry;
  /** A file's bytes. */
  read(path: string): Buffer;
  /** The path without any link in it. */
  real(path: string): string;
}

/** The disk of this machine. */
export const disk: Disk = {
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  look(path) {
    const stats = statSync(path);
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { kind, size: stats.size };
  },
  read: (path) => readFileSync(path),
  real: (path) => realpathSync(path),
};

/** Why a read or a write failed, by the code of Node's error. */
const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** What there is to say of a path that leads nowhere. */
const deadEnds: Record<string, string> = {
  ENOENT: 'is not there, or is a link to nothing',
  ELOOP: 'is a link that leads back to itself',
};

/** The code of Node's error, such as `ENOENT`; empty for another one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Why a file could not be read or written, to be put after its path: `cannot be read: permission denied`. */
export function reasonOf(error: unknown, done: 'read' | 'written' = 'read'): string {
  const code = codeOf(error);
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return deadEnds[code] ?? `cannot be ${done}: ${reason}`;
}
