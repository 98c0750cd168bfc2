// Reads a source file: decodes it, and tells the files apart that nobody wrote by hand.
import { type Disk, reasonOf } from './disk.js';
import type { FoundFile } from './find.js';

export type Text =
  /** The file's text without a byte order mark. */
  | { kind: 'text'; text: string }
  /** Not to be linted; the reason goes after the path: `is a binary file`. */
  | { kind: 'problem'; reason: string };

export type Source =
  | Text
  /** Made by a minifier, and not named by the user. */
  | { kind: 'minified' };

/** In bytes; a larger file is generated. */
export const sizeLimit = 5_000_000;

/** A line longer than this, in UTF-16 units, is code that a minifier wrote if it is also full of statements. */
const longLine = 1000;

/** The least share of braces and semicolons on such a line. A picture, a key or a blob in a string has fewer. */
const leastShare = 0.02;

/** Reads a file, unless it is minified and not named. Never throws. */
export function readSource({ path, named }: FoundFile, disk: Disk): Source {
  const source = readText(path, disk);
  return source.kind === 'text' && !named && isMinified(path, source.text) ? { kind: 'minified' } : source;
}

/** Reads a file. Never throws. */
export function readText(path: string, disk: Disk): Text {
  try {
    const { kind, size } = disk.look(path);
    // Reading a pipe or a device would wait for ever.
    if (kind !== 'file') return { kind: 'problem', reason: 'is not a file' };
    if (size > sizeLimit) return { kind: 'problem', reason: `is larger than ${String(sizeLimit / 1e6)} MB` };
    return decode(disk.read(path));
  } catch (error) {
    return { kind: 'problem', reason: reasonOf(error) };
  }
}

/** Decodes UTF-8, and UTF-16 with a byte order mark. Anything else is a problem. */
export function decode(bytes: Uint8Array): Text {
  const encoding = encodingOf(bytes);
  if (!encoding) return { kind: 'problem', reason: 'is a binary file' };
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'problem', reason: `is not valid ${encoding.toUpperCase()}: save it as UTF-8` };
  }
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const isUtf32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  if (first === 0xff && second === 0xfe && !isUtf32) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Git's own test for a binary file.
  return bytes.subarray(0, 8000).includes(0) ? undefined : 'utf-8';
}

/** Whether a minifier wrote this: by the file's name, or because most of it is long and dense lines. */
export function isMinified(path: string, text: string): boolean {
  if (/[.-]min\.[cm]?js$/u.test(path)) return true;
  if (text.length <= longLine) return false;
  let dense = 0;
  for (const line of text.split('\n')) if (line.length > longLine && isDense(line)) dense += line.length;
  return dense > text.length / 2;
}

function isDense(line: string): boolean {
  return (line.match(/[;{}]/gu)?.length ?? 0) > line.length * leastShare;
}
