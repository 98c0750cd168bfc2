// The bounded form that needs no library: a loop over chunks, each gathered before the next begins.
import type { LoopNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Build, Draft } from './draft.js';

/** How many iterations a bounded rewrite runs at a time. */
export const chunkSize = 10;

/** The same a fixed number at a time: a loop over chunks that are gathered one after the other. */
export function inChunks(draft: Draft, build: Build): string | undefined {
  const { names, style, source, loop } = draft;
  const items = draft.items.byValue ?? draft.items;
  const { newline, indent, unit, semicolon } = style;
  const start = names.fresh('start', 'offset');
  const isPlain = items.isArray && /^[\w$.]+$/.test(items.list);
  const list = isPlain ? items.list : names.fresh('pending', 'all');
  const declared = isPlain
    ? ''
    : `const ${list} = ${items.isArray ? items.list : `Array.from(${items.list})`}${semicolon}${newline}${indent}`;
  const size = String(chunkSize);
  const inner = build({
    ...draft,
    items: { ...items, list: `${list}.slice(${start}, ${start} + ${size})`, isArray: true },
  });
  if (inner === undefined) return undefined;
  const body = hasLongTemplate(source, loop) ? inner : indented(inner, unit, newline);
  return `${declared}for (let ${start} = 0; ${start} < ${list}.length; ${start} += ${size}) {${newline}${indent}${unit}${body}${newline}${indent}}`;
}

function indented(text: string, unit: string, newline: string): string {
  const [first, ...rest] = text.split(/\r?\n/);
  return [first, ...rest.map((line) => (line === '' ? line : unit + line))].join(newline);
}

/** Whether a template literal spans lines: white space in front of them is part of its value. */
function hasLongTemplate(source: SourceCode, loop: LoopNode): boolean {
  return source.getTokens(loop).some((token) => token.type === 'Template' && token.loc.start.line < token.loc.end.line);
}
