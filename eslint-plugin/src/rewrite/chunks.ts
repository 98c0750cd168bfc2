// The bounded form that needs no library: a loop over chunks, each gathered before the next begins.
import type { Build, Draft } from './draft.js';
import { asOneStatement, indented } from './text.js';

/** How many iterations a bounded rewrite runs at a time. */
export const chunkSize = 10;

/** The same a fixed number at a time: a loop over chunks that are gathered one after the other. */
export function inChunks(draft: Draft, build: Build, size: number): string | undefined {
  const { names, style, source, loop } = draft;
  const items = draft.items.byValue ?? draft.items;
  const { newline, indent, unit, semicolon } = style;
  const start = names.fresh('start', 'offset');
  const isPlain = items.isArray && /^[\w$.]+$/.test(items.list);
  const list = isPlain ? items.list : names.fresh('pending', 'all');
  const declared = isPlain
    ? []
    : [`const ${list} = ${items.isArray ? items.list : `Array.from(${items.list})`}${semicolon}`];
  const inner = build({
    ...draft,
    items: { ...items, list: `${list}.slice(${start}, ${start} + ${size})`, isArray: true },
  });
  if (inner === undefined) return undefined;
  const body = indented(source, loop, inner, style);
  const chunks = `for (let ${start} = 0; ${start} < ${list}.length; ${start} += ${size}) {${newline}${indent}${unit}${body}${newline}${indent}}`;
  return asOneStatement(source, loop, [...declared, chunks], style);
}
