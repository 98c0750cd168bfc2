// The facts on awaits that stand one after the other: in statements of one block, or side by side in an expression.
import type { TSESTree } from '@typescript-eslint/utils';
import { accessWords, guardVerbs, keyedVerbs, outgoingVerbs, settingUpWords } from '../knowledge/effects.js';
import { statedFirst } from '../knowledge/intent.js';
import type { ProjectNames } from '../knowledge/project.js';
import { hasWord, wordsOf } from '../knowledge/words.js';
import { type AwaitStatement, awaitStatementOf } from './await-statements.js';
import { contextOf } from './context.js';
import { lowerExpression } from './expressions.js';
import { localFunction } from './functions.js';
import { adjacent, outermostPart } from './intent.js';
import { lazily } from './lazily.js';
import type { AwaitFacts, Operation, Step } from './model.js';
import { natureOf, verbsOf } from './nature.js';
import { operationOf } from './operations.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import {
  argumentsOf,
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  isCall,
  isFunction,
  propertyName,
  walk,
} from './syntax.js';
import { identityOf, isInside, type SourceCode, type Variable, variableOf, variablesNamedIn } from './variables.js';

/** One await of a sequence, with the nodes that a rewrite needs. */
export interface AwaitNode extends AwaitStatement {
  facts: AwaitFacts;
  /** What is awaited, without the `await`; the condition between awaits, which stand in it. */
  argument: TSESTree.Expression;
}

/** The await that a statement consists of: `const x = await f()`, `this.x = (await f()).y`, `await f()`. */
export function awaitStatement(
  source: SourceCode,
  project: ProjectNames,
  statement: TSESTree.Statement,
): AwaitNode | undefined {
  const parts = awaitStatementOf(statement);
  return parts && awaitNode(source, project, parts);
}

/** An await that is a part of an expression. */
export function awaitPart(source: SourceCode, project: ProjectNames, node: TSESTree.AwaitExpression): AwaitNode {
  return awaitNode(source, project, {
    awaits: [node],
    awaited: node,
    value: node,
    binding: undefined,
    target: undefined,
  });
}

/** The facts are looked for when they are asked for: most awaits stand alone. */
function awaitNode(source: SourceCode, project: ProjectNames, parts: AwaitStatement): AwaitNode {
  const facts = lazily(() => factsOfAwait(source, project, parts));
  return {
    ...parts,
    argument: argumentOf(parts),
    get facts() {
      return facts();
    },
  };
}

function argumentOf({ awaited }: AwaitStatement): TSESTree.Expression {
  return awaited.type === 'AwaitExpression' ? awaited.argument : awaited;
}

function factsOfAwait(source: SourceCode, project: ProjectNames, parts: AwaitStatement): AwaitFacts {
  const { awaits, awaited, binding, target, value } = parts;
  const whole = target ? value.parent : value;
  const region = binding ?? whole;
  const frame: Frame = { source, project, region, distinct: new Set(), items: new Map(), parameters: new Map() };
  const calls = awaits.map(({ argument }) => firstCall(bare(argument)));
  const steps = lazily(() => [...lowerExpression(contextOf(frame), whole), ...readsOfReceiver(source, awaited)]);
  const [only] = calls;
  const isNamed = only !== undefined && calls.length === 1 && isNamedAfter(source, parts, only);
  const operation = lazily(() => {
    const operations = calls
      .flatMap((call) => (call ? (operationIn(steps(), call) ?? operationOf(frame, call, true)) : []))
      .map((one): Operation => (isNamed && one.nature === 'unknown' ? { ...one, nature: 'read' } : one));
    return ['write', 'unknown', 'read'].flatMap((nature) => operations.filter((one) => one.nature === nature))[0];
  });
  const uses = lazily(() => variablesIn(source, region).map(identityOf));
  const isKnownByName = only && calls.length === 1 && !localFunction(source, calleeOf(only));
  const manners = calls.map(mannerOf);
  const { verb, receiver, apart, key } = manners[0] ?? mannerOf(undefined);
  const tried = isTried(awaited);
  return {
    at: placeOf(awaited),
    text: source.getText(argumentOf(parts)),
    // The rest tells of most awaits that they stay where they are.
    get steps() {
      return steps();
    },
    get operation() {
      return operation();
    },
    get uses() {
      return uses();
    },
    byName: isKnownByName && !isNamed ? natureOf(only, calleeNames(calleeOf(only))) : undefined,
    awaits: originIn(source, awaits),
    declares: binding ? source.getDeclaredVariables(binding).map(identityOf) : [],
    leaves: target && tried ? source.getText(target) : undefined,
    tried,
    kept: binding !== undefined || awaited.parent.type !== 'ExpressionStatement',
    verb,
    receiver,
    guards: manners.some(({ guards }) => guards) || awaits.some(isSettingUp) || isSaidToComeFirst(source, whole),
    apart,
    key,
  };
}

/** What is kept under the callee's own name is what was asked for: `openOrders = await api.orders(team)`. */
function isNamedAfter(source: SourceCode, { binding, target }: AwaitStatement, call: CallNode): boolean {
  const asked = wordsOf(calleeNames(calleeOf(call)).at(-1) ?? '');
  const kept = binding
    ? source.getDeclaredVariables(binding).map(({ name }) => name)
    : target
      ? [calleeNames(target).at(-1) ?? '']
      : [];
  return asked.length > 0 && kept.some((name) => wordsOf(name).slice(-asked.length).join() === asked.join());
}

/** A method of the object itself that is not in this file may look at all that the object holds. */
function readsOfReceiver(source: SourceCode, node: TSESTree.Node): Step[] {
  const reads: Step[] = [];
  walk(node, source.visitorKeys, (inner) => {
    const callee = inner.type === 'CallExpression' ? bare(inner.callee) : undefined;
    const receiver = callee?.type === 'MemberExpression' ? callee.object.type : undefined;
    const isOwn = receiver === 'ThisExpression' || receiver === 'Super';
    if (callee && isOwn && !localFunction(source, callee))
      reads.push({
        kind: 'read',
        path: { root: 'this', text: 'this', keys: [] },
        depth: 'content',
        at: placeOf(inner),
      });
    return !isFunction(inner) || inner.type === 'ArrowFunctionExpression';
  });
  return reads;
}

/** Whether a failure behind a node is caught, or something finally done, in the same function. */
function isTried(node: TSESTree.Node): boolean {
  for (let child = node, parent = node.parent; parent && !isFunction(parent); child = parent, parent = parent.parent)
    if (parent.type === 'TryStatement' && parent.block === child) return true;
  return false;
}

/** Promises that are started here, by a call or an `import()`, came in, or were started before. */
function originIn(source: SourceCode, awaits: AwaitStatement['awaits']): AwaitFacts['awaits'] {
  const origins = awaits.map(({ argument }) => {
    const node = bare(argument);
    return firstCall(node) || node.type === 'ImportExpression' ? 'call' : originOf(source, node);
  });
  return origins.find((origin) => origin === 'started') ?? origins[0] ?? 'call';
}

/** Whether a comment above the statement says what it comes before: `// Build before the entry is looked for.` */
function isSaidToComeFirst(source: SourceCode, node: TSESTree.Node): boolean {
  const statement = outermostPart(node);
  return adjacent(source.getCommentsBefore(statement), statement).some(({ value }) => statedFirst.test(value));
}

/** `import('./env.js')`: a module that is loaded for what it does may be needed by those after it. */
function isSettingUp({ argument }: TSESTree.AwaitExpression): boolean {
  const module = argument.type === 'ImportExpression' ? argument.source : undefined;
  if (module?.type !== 'Literal' || typeof module.value !== 'string') return false;
  return hasWord(module.value.replace(/^.*\//, ''), settingUpWords);
}

/** The call as the steps know it: what a function of this file does says more than its name. */
function operationIn(steps: readonly Step[], call: CallNode): Operation | undefined {
  const name = calleeNames(calleeOf(call)).join('.');
  const known = steps.find((step) => step.kind === 'call' && step.operation.callee === name);
  return known?.kind === 'call' ? known.operation : undefined;
}

/** What the callee's name tells of the manner of a call. */
function mannerOf(call: CallNode | undefined): Pick<AwaitFacts, 'verb' | 'receiver' | 'guards' | 'apart' | 'key'> {
  const names = call ? calleeNames(calleeOf(call)) : [];
  const words = wordsOf(names.at(-1) ?? '');
  const [verb = ''] = words;
  return {
    verb,
    receiver: names.slice(0, -1).join('.'),
    guards: verbsOf(words).some((each) => guardVerbs.has(each)) || hasWord(names.at(-1) ?? '', accessWords),
    apart: outgoingVerbs.has(verb) ? 'sent' : keyedVerbs.has(verb) ? 'key' : undefined,
    key: call && literalKey(call),
  };
}

/** A promise that came in from outside, or one that was started here. */
function originOf(source: SourceCode, node: TSESTree.Node): AwaitFacts['awaits'] {
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const def = variable?.defs[0];
  if (def?.type === 'Parameter') return isGatheredSoFar(def.node, def.name) ? 'started' : 'given';
  return def?.type === 'ImportBinding' || isGivenProperty(source, node) ? 'given' : 'started';
}

/** The first parameter of a `reduce` callback: what the call before this one returned. */
function isGatheredSoFar(callback: TSESTree.Node, name: TSESTree.Node): boolean {
  const call = callback.parent;
  if (!isFunction(callback) || callback.params[0] !== name || call?.type !== 'CallExpression') return false;
  return calleeNames(call.callee).at(-1) === 'reduce';
}

/** `props.params`: a promise that came in as a part of a parameter. */
function isGivenProperty(source: SourceCode, node: TSESTree.Node): boolean {
  const object = node.type === 'MemberExpression' ? node.object : undefined;
  const variable = object?.type === 'Identifier' ? variableOf(source, object) : undefined;
  return variable?.defs[0]?.type === 'Parameter';
}

/** The call that a chain of `.then`, `.catch` and `.finally` hangs on. */
function firstCall(node: TSESTree.Node): CallNode | undefined {
  if (!isCall(node)) return undefined;
  const callee = bare(calleeOf(node));
  const isContinued = callee.type === 'MemberExpression' && /^(?:then|catch|finally)$/.test(propertyName(callee) ?? '');
  return (isContinued ? firstCall(bare(callee.object)) : undefined) ?? node;
}

/** The variables that are named below a node. */
export function variablesIn(source: SourceCode, node: TSESTree.Node): Variable[] {
  return variablesNamedIn(source, node).filter(
    ({ identifiers }) => !identifiers.every((identifier) => isInside(identifier, node)),
  );
}

/** The literal that tells which of many things a call is about: its first argument, or that one's first property. */
function literalKey(call: CallNode): string | undefined {
  const [first] = argumentsOf(call);
  if (first?.type === 'Literal') return first.raw;
  const property = first?.type === 'ObjectExpression' ? first.properties[0] : undefined;
  return property?.type === 'Property' && property.value.type === 'Literal' ? property.value.raw : undefined;
}
