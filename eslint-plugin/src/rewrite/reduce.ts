// The rewrite of an async reduction: one `Promise.all` over the list, whose values are put together at once.
import type { TSESTree } from '@typescript-eslint/utils';
import { isArray } from '../facts/arrays.js';
import { isShort } from '../facts/extent.js';
import { seesPromise } from '../facts/promises/combinators.js';
import type { Reduction } from '../facts/reduce.js';
import type { SourceCode } from '../facts/variables.js';
import type { Concurrent } from '../verdict/model.js';
import { boundedForms, isSteady } from './bounded-combinator.js';
import { awaitedValue } from './chunked-combinator.js';
import { chunkSize } from './chunks.js';
import { gatheringOf } from './gathering.js';
import type { Host } from './limiters.js';
import type { Outcome, Rewrite } from './model.js';
import { namesOf } from './names.js';
import { appliedGathering } from './reduce-applied.js';
import { styleOf } from './text.js';

/** Rewrites a reduction, with the `await` around it: all at once, and bounded, which comes first for writes. */
export function rewritesOfReduction(
  source: SourceCode,
  reduction: Reduction,
  verdict: Concurrent,
  host: Host,
): Outcome {
  const { call, callback } = reduction;
  if (!seesPromise(source, call)) return { rewrites: [], why: 'promise' };
  // An arrow function has no `this` and no `arguments` of its own.
  if (callback.type !== 'ArrowFunctionExpression') return { rewrites: [], why: 'arguments' };
  if (verdict.privatised.length > 0) return { rewrites: [], why: 'outer-variable' };
  const isOptional = call.optional || (call.callee.type === 'MemberExpression' && call.callee.optional);
  const names = namesOf(source);
  const gathering = isOptional
    ? undefined
    : (gatheringOf(source, reduction, verdict.ordered, names) ??
      appliedGathering(source, reduction, verdict.ordered, names));
  if (!gathering) return { rewrites: [], why: 'entangled' };
  const { body, join, inOrder } = gathering;
  const list =
    isArray(source, reduction.list) || reduction.list.type === 'Identifier'
      ? source.getText(reduction.list)
      : `(${source.getText(reduction.list)})`;
  const parameters = source.getText(reduction.item);
  const awaited = call.parent.type === 'AwaitExpression' ? call.parent : undefined;
  const wrap = (values: string): string => join?.(values) ?? values;
  const values = names.fresh('values', 'results');
  const joined = (promise: string): string => (join ? `${promise}.then((${values}) => ${join(values)})` : promise);
  const put = (promise: string): string =>
    awaited || (join && isReturned(call)) ? wrap(`await ${promise}`) : joined(promise);
  const text = `async (${parameters}) => ${body}`;
  const node = awaited ?? call;
  const edit = { range: node.range, text: put(`Promise.all(${list}.map(${text}))`) };
  const all: Rewrite = { form: inOrder ? 'in-order' : 'all', edits: [edit] };
  if (!verdict.writes && isShort(source, reduction.list)) return { rewrites: [all] };
  const called = { parameters, returns: '', body, callback: text, awaitsFirst: true, hasIndex: false };
  const { indent } = styleOf(source, call);
  const pieces = { list, isArray: true, isSteady: isSteady(list, body), indent, ...called };
  const value = awaited ?? awaitedValue(call);
  const bounded = boundedForms(
    { source, node, value, name: 'all', callee: 'Promise.all', pieces, put, wrap },
    names,
    host,
    chunkSize,
  );
  return { rewrites: verdict.writes ? [...bounded, all] : [all, ...bounded] };
}

/** Whether an async function returns a promise, and no `try` would catch its failure. */
function isReturned(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  return parent.type === 'ArrowFunctionExpression' ? parent.async : awaitedValue(call) === call;
}
