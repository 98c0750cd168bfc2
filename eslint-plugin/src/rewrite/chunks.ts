// The bounded form that needs no library: a loop over chunks, each gathered before the next begins.
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../facts/variables.js';
import type { Items } from './items.js';
import type { Names } from './names.js';
import { indented, type Style } from './text.js';

/** How many iterations a bounded rewrite runs at a time, where nothing else is asked for. */
export const chunkSize = 10;

/** What is cut into chunks, and where. */
export interface Chunked {
  source: SourceCode;
  /** What the text of a chunk is made of. */
  node: TSESTree.Node;
  items: Pick<Items, 'list' | 'isArray'>;
  names: Names;
  style: Style;
}

/**
 * The statements that do with each chunk what `build` gives for it.
 * @param size how many items a chunk has
 * @param build makes the statement from the text of a chunk, an array
 */
export function inChunks(
  { source, node, items, names, style }: Chunked,
  size: number,
  build: (chunk: string) => string | undefined,
): string[] | undefined {
  const { newline, indent, unit, semicolon } = style;
  const start = names.fresh('start', 'offset');
  const isPlain = items.isArray && /^[\w$.]+$/.test(items.list);
  const list = isPlain ? items.list : names.fresh('pending', 'all');
  const declared = isPlain
    ? []
    : [`const ${list} = ${items.isArray ? items.list : `Array.from(${items.list})`}${semicolon}`];
  const inner = build(`${list}.slice(${start}, ${start} + ${size})`);
  if (inner === undefined) return undefined;
  const body = indented(source, node, inner, style);
  return [
    ...declared,
    `for (let ${start} = 0; ${start} < ${list}.length; ${start} += ${size}) {${newline}${indent}${unit}${body}${newline}${indent}}`,
  ];
}
