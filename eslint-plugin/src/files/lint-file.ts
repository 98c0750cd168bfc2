// Lints one file, from its bytes to its findings.
import type { Linter } from 'eslint';
import type { Cache } from './cache.js';
import type { Disk } from './disk.js';
import type { Engine } from '../lint/engine.js';
import type { FoundFile } from './find.js';
import type { FileOutcome } from './outcome.js';
import { readSource } from './read.js';

/** Lints a file. Never throws: whatever stands against it is its outcome. */
export async function lintFile(file: FoundFile, engine: Engine, disk: Disk, cache?: Cache): Promise<FileOutcome> {
  const source = readSource(file, disk);
  if (source.kind === 'minified') return { kind: 'left-out', why: 'minified' };
  if (source.kind === 'problem') return source;
  return lintSource(source.text, file.path, engine, cache);
}

/** Lints a text as the file at an absolute path. Never throws. */
export async function lintSource(text: string, path: string, engine: Engine, cache?: Cache): Promise<FileOutcome> {
  try {
    const messages = await (cache?.through(path, text, engine) ?? engine.lint(text, path));
    if (typeof messages === 'string') return { kind: 'left-out', why: messages };
    const unparsable = messages.find((message) => message.fatal);
    return unparsable
      ? { kind: 'problem', reason: parseReason(unparsable) }
      : { kind: 'linted', messages, source: text };
  } catch (error) {
    return { kind: 'crash', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Why a text cannot be parsed, with ESLint's message; to be put after the path. */
export function parseReason({ message, line, column }: Linter.LintMessage): string {
  return `cannot be parsed: ${message.replace(/^Parsing error: /u, '')} (line ${String(line)}, column ${String(column)})`;
}
