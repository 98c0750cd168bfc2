// Somebody for a rejection to go to: an `await`, or a handler where none may stand.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Combinator } from '../facts/promises/combinators.js';
import { type Arrival, arrivalOf } from '../facts/promises/fates.js';
import { mayAwait } from '../facts/promises/surroundings.js';
import { takenOf } from '../facts/promises/taken.js';
import { calleeNames, functionAround, type FunctionNode, outermost } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import { takesFailure } from '../knowledge/callbacks.js';
import { judgeTaken } from '../verdict/taken.js';
import type { Loss } from '../verdict/unhandled.js';
import type { Edit } from './model.js';
import { namesOf } from './names.js';
import { loggerAt, tellingReasons } from './settled.js';
import { settledEdits } from './taken.js';
import { styleOf } from './text.js';

/**
 * `await` waits for it, `return-await` too where it is returned, in a function that is made `async` for it where it is
 * not; `return` leaves it to the chain around, `pass` to the function that is called with a failure, `log` to a log;
 * `settle` logs each failure of those that are combined.
 */
export type RemedyForm = 'await' | 'return-await' | 'make-async' | 'return' | 'pass' | 'log' | 'settle';

export interface Remedy {
  form: RemedyForm;
  /** Non-overlapping, in the order of the text. */
  edits: Edit[];
  /** The function that gets the failure. */
  to?: string;
}

/** What can be done about a lost rejection, the safest first. */
export function remediesOf(source: SourceCode, combinator: Combinator, arrival: Arrival, loss: Loss): Remedy[] {
  const { promise } = arrival;
  if (loss === 'past-catch') return [returnAwaited(source, promise)].filter((remedy) => remedy !== undefined);
  const remedies =
    loss === 'ignored' || !mayAwait(source, promise)
      ? [returned(source, promise, loss), passed(source, promise)]
      : [awaited(promise, loss)];
  const settling = settled(source, combinator, arrival);
  return [...remedies, settling, logged(source, combinator, promise, settling !== undefined)].filter(
    (remedy) => remedy !== undefined,
  );
}

function awaited(promise: TSESTree.Node, loss: Loss): Remedy | undefined {
  const around = outermost(promise).parent;
  // The type that is written down would be the promise's.
  if (around.type === 'VariableDeclarator' && around.id.type === 'Identifier' && around.id.typeAnnotation)
    return undefined;
  if (loss !== 'voided') return { form: 'await', edits: wrapped(promise, 'await ', '') };
  return around.type === 'UnaryExpression'
    ? { form: 'await', edits: [{ range: [around.range[0], promise.range[0]], text: 'await ' }] }
    : undefined;
}

function returnAwaited(source: SourceCode, promise: TSESTree.Node): Remedy | undefined {
  const edits = wrapped(promise, 'await ', '');
  if (mayAwait(source, promise)) return { form: 'return-await', edits };
  const around = functionAround(promise);
  const start = around && asyncPlace(source, around);
  return start === undefined
    ? undefined
    : { form: 'make-async', edits: [{ range: [start, start], text: 'async ' }, ...edits] };
}

/** Where `async` goes that makes a function so; `undefined` where it may not be, or its type says otherwise. */
function asyncPlace(source: SourceCode, fn: FunctionNode): number | undefined {
  const type = fn.returnType?.typeAnnotation;
  if (fn.async || fn.generator || (type && !source.getText(type).startsWith('Promise<'))) return undefined;
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' || (parent.type === 'Property' && (parent.method || parent.kind !== 'init')))
    return (parent.kind === 'method' || parent.kind === 'init') && !parent.computed ? parent.key.range[0] : undefined;
  return fn.range[0];
}

/** `return` in a callback of a chain whose own outcome somebody takes. */
function returned(source: SourceCode, promise: TSESTree.Node, loss: Loss): Remedy | undefined {
  const { parent: statement } = outermost(promise);
  const around = functionAround(promise);
  if (loss !== 'dropped' || statement.type !== 'ExpressionStatement' || around?.body.type !== 'BlockStatement')
    return undefined;
  const call = outermost(around).parent;
  const isLink =
    call.type === 'CallExpression' && /^(?:then|catch|finally)$/.test(calleeNames(call.callee).at(-1) ?? '');
  if (!isLink || around.body.body.at(-1) !== statement) return undefined;
  const { fate } = arrivalOf(source, call).fate;
  return fate === 'lost' || fate === 'voided'
    ? undefined
    : { form: 'return', edits: [{ range: [promise.range[0], promise.range[0]], text: 'return ' }] };
}

/** `.catch(reject)` in the executor of a promise, `.catch(next)` in a function that is given one. */
function passed(source: SourceCode, promise: TSESTree.Node): Remedy | undefined {
  const taker = takerAt(source, promise);
  return taker && { form: 'pass', to: taker.name, edits: [...taker.edits, ...caught(source, promise, taker.name)] };
}

/** Whom the function around a node can hand a failure. */
export function takerAt(source: SourceCode, node: TSESTree.Node): Taker | undefined {
  const around = functionAround(node);
  if (!around || !isInside(node, around.body)) return undefined;
  return isExecutor(around) ? rejecterOf(source, around) : failureTakerOf(around);
}

/** A function that is called with a failure, and the edits that make it a parameter where it is none. */
export interface Taker {
  name: string;
  edits: Edit[];
}

function isExecutor(fn: FunctionNode): boolean {
  const { parent } = fn;
  return parent.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise';
}

/** The second parameter of an executor, added where there is none. */
function rejecterOf(source: SourceCode, executor: FunctionNode): Taker | undefined {
  const [resolve, reject] = executor.params;
  if (reject) return reject.type === 'Identifier' ? { name: reject.name, edits: [] } : undefined;
  if (resolve?.type !== 'Identifier') return undefined;
  const name = namesOf(source).fresh('reject', 'rejectAll');
  const isBare = source.getTokenAfter(resolve)?.value === '=>';
  const text = isBare ? `(${source.getText(resolve)}, ${name})` : `${source.getText(resolve)}, ${name}`;
  return { name, edits: [{ range: resolve.range, text }] };
}

function failureTakerOf(fn: FunctionNode): Taker | undefined {
  const last = fn.params.at(-1);
  if (last?.type !== 'Identifier' || !takesFailure.has(last.name)) return undefined;
  return last.name === 'next' && fn.params.length < 2 ? undefined : { name: last.name, edits: [] };
}

/** A handler that logs the first failure; all of them where the others would be lost, and nothing else has them logged. */
function logged(
  source: SourceCode,
  combinator: Combinator,
  promise: TSESTree.Node,
  isSettled: boolean,
): Remedy | undefined {
  const edits = caught(source, promise, `(error) => ${loggerAt(source, promise)}.error(error)`);
  const taken = combinator.name === 'all' ? takenOf(source, combinator, true) : undefined;
  if (!taken || !judgeTaken(taken.facts)) return { form: 'log', edits };
  const settling = isSettled ? undefined : settledEdits(source, taken);
  return typeof settling === 'object' ? { form: 'settle', edits: [...settling, ...edits] } : undefined;
}

function caught(source: SourceCode, promise: TSESTree.Node, handler: string): Edit[] {
  return wrapped(promise, '', `${leadOfLink(source, promise)}.catch(${handler})`);
}

/** A new line where the link before it stands on one of its own. */
function leadOfLink(source: SourceCode, promise: TSESTree.Node): string {
  const member = promise.type === 'CallExpression' ? promise.callee : undefined;
  if (member?.type !== 'MemberExpression' || member.property.loc.start.line === member.object.loc.end.line) return '';
  const { newline, indent } = styleOf(source, member.property);
  return newline + indent;
}

/** `allSettled` in place of an `all` whose values nobody gets, and each reason in the log. */
function settled(source: SourceCode, combinator: Combinator, { promise, fate }: Arrival): Remedy | undefined {
  const { node, name } = combinator;
  if (name !== 'all' || promise !== node || node.callee.type !== 'MemberExpression' || node.callee.computed)
    return undefined;
  if (fate.fate === 'lost' && fate.how === 'unused') return undefined;
  const { property } = node.callee;
  // Nobody waits for it: that is said by `void`, where a statement is all there is.
  const isStatement = outermost(node).parent.type === 'ExpressionStatement';
  return {
    form: 'settle',
    edits: [
      ...(isStatement ? [{ range: [node.range[0], node.range[0]], text: 'void ' } as const] : []),
      { range: property.range, text: 'allSettled' },
      { range: [node.range[1], node.range[1]], text: logReasons(source, node) },
    ],
  };
}

/** The link behind `allSettled` that logs each reason. */
export function logReasons(source: SourceCode, at: TSESTree.Node): string {
  const names = namesOf(source);
  const outer = styleOf(source, at);
  const style = { ...outer, indent: outer.indent + outer.unit };
  const results = names.fresh('results', 'outcomes');
  const telling = tellingReasons(source, { names, style, at }, results, 'log');
  const body = telling.map((line) => `${style.newline}${style.indent}${line}`).join('');
  return `.then((${results}) => {${body}${style.newline}${outer.indent}})`;
}

/** Text before and behind an expression, in parentheses where it would not hold together. */
function wrapped(node: TSESTree.Node, before: string, after: string): Edit[] {
  const isWhole = ['CallExpression', 'Identifier', 'MemberExpression', 'ChainExpression'].includes(node.type);
  const [start, end] = node.range;
  const first: Edit = { range: [start, start], text: isWhole ? before : `${before}(` };
  const last: Edit = { range: [end, end], text: isWhole ? after : `)${after}` };
  return [first, last].filter(({ text }) => text !== '');
}
