// The rewrite of an async reduction: one `Promise.all` over the list, whose values are what was gathered.
import type { TSESTree } from '@typescript-eslint/utils';
import { type Reduction, spreadWith } from '../facts/reduce.js';
import { isArray } from '../facts/arrays.js';
import { isShort } from '../facts/extent.js';
import { bare, bareAwaited, calleeNames, propertyName } from '../facts/syntax.js';
import { type SourceCode, variableOf } from '../facts/variables.js';
import { boundedForms, isSteady } from './bounded-combinator.js';
import { chunkSize } from './chunks.js';
import { conciseBody } from './draft.js';
import type { Host } from './limiters.js';
import type { Outcome, Rewrite } from './model.js';
import { namesOf } from './names.js';
import { styleOf } from './text.js';

/**
 * Rewrites the `await` around a reduction whose iterations add one value each to an empty list or object: all at once,
 * and bounded, which comes first for writes.
 */
export function rewritesOfReduction(source: SourceCode, reduction: Reduction, writes: boolean, host: Host): Outcome {
  // An arrow function has no `this` and no `arguments` of its own.
  if (reduction.callback.type !== 'ArrowFunctionExpression') return { rewrites: [], why: 'arguments' };
  const around = reduction.call.parent;
  const added = addedBy(source, reduction);
  const isKept = source.getCommentsInside(reduction.call).length === 0;
  if (around.type !== 'AwaitExpression' || !added || !isKept || startOf(reduction.start) !== added.start)
    return { rewrites: [], why: 'entangled' };
  const list =
    isArray(source, reduction.list) || reduction.list.type === 'Identifier'
      ? source.getText(reduction.list)
      : `(${source.getText(reduction.list)})`;
  const parameters = source.getText(reduction.item);
  const callback = `async (${parameters}) => ${added.body}`;
  const wrap = (values: string): string => (added.start === '[]' ? values : `Object.fromEntries(${values})`);
  const put = (promise: string): string => wrap(`await ${promise}`);
  const all: Rewrite = {
    form: 'all',
    edits: [{ range: around.range, text: put(`Promise.all(${list}.map(${callback}))`) }],
  };
  if (!writes && isShort(source, reduction.list)) return { rewrites: [all] };
  const called = { parameters, returns: '', body: added.body, callback, awaitsFirst: true, hasIndex: false };
  const { indent } = styleOf(source, reduction.callback);
  const pieces = { list, isArray: true, isSteady: isSteady(list, added.body), indent, ...called };
  const given = { source, node: around, value: around, name: 'all', callee: 'Promise.all', pieces, put, wrap } as const;
  const bounded = boundedForms(given, namesOf(source), host, chunkSize);
  return { rewrites: writes ? [...bounded, all] : [all, ...bounded] };
}

interface Added {
  /** The empty collection that it is added to. */
  start: '[]' | '{}';
  /** The body of the callback that gives what is added. */
  body: string;
}

function addedBy(source: SourceCode, reduction: Reduction): Added | undefined {
  const { gathered, statements, returned } = reduction;
  const isGathered = (node: TSESTree.Node): boolean => variableOf(source, bare(node)) === gathered;
  const [only] = statements;
  if (statements.length === 1 && isGathered(returned) && only?.type === 'ExpressionStatement')
    return addedByStatement(source, only.expression, isGathered);
  if (statements.length > 0) return undefined;
  const [value, ...others] = spreadWith(source, reduction) ?? [];
  if (!value || others.length > 0 || value.type === 'SpreadElement') return undefined;
  if (returned.type === 'ArrayExpression') return { start: '[]', body: conciseBody(source, value) };
  if (value.type !== 'Property') return undefined;
  const key = value.computed ? source.getText(value.key) : JSON.stringify(propertyName(value));
  return { start: '{}', body: `[${key}, ${source.getText(value.value)}]` };
}

/** `gathered.push(value)` or `gathered[key] = value`. */
function addedByStatement(
  source: SourceCode,
  expression: TSESTree.Expression,
  isGathered: (node: TSESTree.Node) => boolean,
): Added | undefined {
  if (expression.type === 'AssignmentExpression') {
    const { left, operator, right } = expression;
    if (operator !== '=' || left.type !== 'MemberExpression' || !left.computed || !isGathered(left.object))
      return undefined;
    return { start: '{}', body: `[${source.getText(left.property)}, ${source.getText(right)}]` };
  }
  if (
    expression.type !== 'CallExpression' ||
    expression.callee.type !== 'MemberExpression' ||
    propertyName(expression.callee) !== 'push'
  )
    return undefined;
  const [value] = expression.arguments;
  if (
    !isGathered(expression.callee.object) ||
    expression.arguments.length !== 1 ||
    !value ||
    value.type === 'SpreadElement'
  )
    return undefined;
  return { start: '[]', body: conciseBody(source, value) };
}

/** The collection that a reduction starts with: `[]`, `Promise.resolve([])`, `{}`. */
function startOf(start: TSESTree.Expression): Added['start'] | undefined {
  const node = bareAwaited(start);
  if (node.type === 'CallExpression' && calleeNames(node.callee).join('.') === 'Promise.resolve') {
    const [value] = node.arguments;
    return value && value.type !== 'SpreadElement' ? startOf(value) : undefined;
  }
  if (node.type === 'ArrayExpression') return node.elements.length === 0 ? '[]' : undefined;
  return node.type === 'ObjectExpression' && node.properties.length === 0 ? '{}' : undefined;
}
