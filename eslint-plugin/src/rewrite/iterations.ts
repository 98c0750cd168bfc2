// Somebody to wait for the promises that are made one an item: a combinator over `map`, or a loop.
import type { TSESTree } from '@typescript-eslint/utils';
import { type Iterating, listsGivenBy } from '../facts/promises/iterations.js';
import type { ListKind } from '../facts/promises/model.js';
import { catchAround, mayAwait } from '../facts/promises/surroundings.js';
import { bare, type FunctionNode, isFunction, outermost } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import { apart, withoutType } from './text.js';
import { logReasons, takerAt } from './remedies.js';

/**
 * `all` awaits one combinator, `in-turn` each item in a loop; where no `await` may stand, `pass` hands the
 * first failure on, `settle` logs each, and `void` says that nobody waits. `plain` makes the callback wait for nothing.
 */
export type FloatingForm =
  'all' | 'in-turn' | 'pass' | 'settle' | 'void' | 'plain' | 'return' | 'answers' | 'await-sofar';

/** A rewrite of a call that makes one promise an item. */
export interface Gathered {
  form: FloatingForm;
  /** Non-overlapping, in the order of the text. */
  edits: Edit[];
  /** The function that gets a failure. */
  to?: string;
}

/** The call as one that gives a list of promises: what stands before it, behind it and instead of its parts. */
export interface Promises {
  node: TSESTree.Node;
  before: string;
  edits: Edit[];
  after: string;
}

/** The list of promises that a call would make, if `map` were called; `undefined` where it cannot be. */
export function promisesOf(source: SourceCode, iterating: Iterating, kind: ListKind): Promises | undefined {
  const { call, callee, list, callback, method } = iterating;
  const node = outermost(call);
  const after = node.type === 'ChainExpression' ? ' ?? []' : '';
  const isMap = method === 'map' || method === 'flatMap';
  const renamed: Edit[] = isMap ? [] : [{ range: callee.property.range, text: 'map' }];
  const inner = innerEdits(source, iterating);
  if (!inner) return undefined;
  if (kind === 'snapshot' && !isMap) {
    const docs: Edit = { range: [list.range[1], list.range[1]], text: '.docs' };
    return { node, before: '', edits: [docs, ...renamed, ...inner], after };
  }
  if (kind !== 'map' && kind !== 'set') return { node, before: '', edits: [...renamed, ...inner], after };
  const parameters = entriesEdit(source, callback, kind);
  if (!parameters || after !== '' || call.arguments.length > 1) return undefined;
  const between: Edit = { range: [list.range[1], callback.range[0]], text: ', ' };
  return { node, before: 'Array.from(', edits: [between, ...parameters, ...inner], after };
}

/** A combinator around each list of promises that the callback gives; `undefined` where it stands elsewhere. */
function innerEdits(source: SourceCode, iterating: Iterating): Edit[] | undefined {
  const lists = listsGivenBy(source, iterating);
  if (!lists.every(({ call }) => isInside(call, iterating.callback))) return undefined;
  const edits = lists.map((list) => {
    const promises = promisesOf(source, list, 'array');
    return promises && around(promises, 'Promise.all(', ')');
  });
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}

/** `forEach` of a Map hands over the value and the key, its iteration an entry; that of a Set the value twice. */
function entriesEdit(source: SourceCode, callback: TSESTree.Expression, kind: 'map' | 'set'): Edit[] | undefined {
  const fn = bare(callback);
  if (!isFunction(fn) || fn.params.length > (kind === 'map' ? 2 : 1)) return undefined;
  if (kind === 'set') return [];
  const [value, key] = fn.params;
  if (!value) return [];
  const text = `[${key ? withoutType(source, key) : ''}, ${withoutType(source, value)}]`;
  const isBare = source.getTokenBefore(value)?.value !== '(';
  return [{ range: [value.range[0], (key ?? value).range[1]], text: isBare ? `(${text})` : text }];
}

/** The list of promises with text around it. */
export function around({ node, before, edits, after }: Promises, first: string, last: string): Edit[] {
  return [
    { range: [node.range[0], node.range[0]], text: first + before },
    ...edits,
    { range: [node.range[1], node.range[1]], text: after + last },
  ];
}

/**
 * Rewrites of a call whose promises nobody takes, the safest first.
 * @param isSafe whether none of them rejects
 * @param isUsed whether somebody has the value of the call, who can have a promise in its place
 */
export function gatheredForms(source: SourceCode, promises: Promises, isSafe: boolean, isUsed: boolean): Gathered[] {
  const { node } = promises;
  const { parent } = node as TSESTree.Node & { parent: TSESTree.Node };
  const isReturned = isUsed && (parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression');
  if (parent.type === 'AwaitExpression' || (isReturned && catchAround(node) === undefined))
    return [{ form: 'all', edits: around(promises, 'Promise.all(', ')') }];
  if (mayAwait(source, node))
    return [{ form: 'all', edits: around(promises, apart(source, node, 'await Promise.all('), ')') }];
  const drop = parent.type === 'ExpressionStatement' ? 'void ' : '';
  if (isSafe) return [{ form: 'void', edits: around(promises, 'void Promise.all(', ')') }];
  const taker = takerAt(source, node);
  const passed: Gathered[] = taker
    ? [
        {
          form: 'pass',
          to: taker.name,
          edits: [...taker.edits, ...around(promises, 'Promise.all(', `).catch(${taker.name})`)],
        },
      ]
    : [];
  return [
    ...passed,
    { form: 'settle', edits: around(promises, `${drop}Promise.allSettled(`, `)${logReasons(source, node)}`) },
  ];
}

/** The callback without `async`, where it stands in the call itself; `forEach` where nobody gets the list. */
export function plainCallback(
  source: SourceCode,
  { callee, callback, makes, listFirst }: Iterating,
  isDropped: boolean,
): Gathered | undefined {
  const fn = bare(callback);
  if (!isFunction(fn) || !fn.async) return undefined;
  const first = source.getFirstToken(fn);
  const next = first && source.getTokenAfter(first);
  // Lodash's `forEach` ends at the first `false`.
  const renamed: Edit[] =
    isDropped && makes === 'list' && !listFirst ? [{ range: callee.property.range, text: 'forEach' }] : [];
  return next ? { form: 'plain', edits: [...renamed, { range: [fn.range[0], next.range[0]], text: '' }] } : undefined;
}

/** `return` before the call that a callback ends with, and `map` where nothing but `forEach` makes a list. */
export function returningEdit(call: TSESTree.CallExpression): Edit {
  const start = outermost(call).range[0];
  return { range: [start, start], text: 'return ' };
}

/** `(await sofar)` in place of the value so far, and `await` before the reduction where nobody awaits it. */
export function awaitingSofar(
  source: SourceCode,
  call: TSESTree.CallExpression,
  fn: FunctionNode,
): Gathered | undefined {
  const [sofar] = source
    .getDeclaredVariables(fn)
    .filter(({ identifiers }) => identifiers.some((name) => name === fn.params[0]));
  const reads = sofar?.references.filter((reference) => reference.isRead()) ?? [];
  const isWritten = sofar?.references.some((reference) => reference.isWrite() && reference.init !== true) === true;
  const { parent } = outermost(call);
  const isAwaited = parent.type === 'AwaitExpression';
  const isPlace = parent.type === 'VariableDeclarator' || parent.type === 'ReturnStatement';
  if (isWritten || !(isAwaited || (isPlace && mayAwait(source, call)))) return undefined;
  const [start] = outermost(call).range;
  const values = reads.filter(
    ({ identifier }) => identifier.parent.type !== 'ReturnStatement' && isInside(identifier, fn.body),
  );
  return {
    form: 'await-sofar',
    edits: [
      ...(isAwaited ? [] : [{ range: [start, start], text: 'await ' } as const]),
      ...values.map(({ identifier }): Edit => ({ range: identifier.range, text: `(await ${identifier.name})` })),
    ],
  };
}
