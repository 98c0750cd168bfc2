// The facts on awaits that stand one after the other: in statements of one block, or side by side in an expression.
import type { TSESTree } from '@typescript-eslint/utils';
import { accessWords, guardVerbs, keyedVerbs, outgoingVerbs } from '../knowledge/effects.js';
import type { ProjectNames } from '../knowledge/project.js';
import { wordsOf } from '../knowledge/words.js';
import { contextOf } from './context.js';
import { lowerExpression } from './expressions.js';
import type { AwaitFacts, Operation, Step } from './model.js';
import { operationOf } from './operations.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import { bare, calleeNames, isFunction, propertyName, walk } from './syntax.js';
import { identityOf, isInside, type SourceCode, type Variable, variableOf } from './variables.js';

/** One await of a sequence, with the nodes that a rewrite needs. */
export interface AwaitNode {
  facts: AwaitFacts;
  /** What is awaited, without the `await`. */
  argument: TSESTree.Expression;
  /** What the value is bound to, if it is. */
  binding: TSESTree.VariableDeclarator | undefined;
}

/** The await that a statement consists of: `const x = await f()` or `await f()`. */
export function awaitStatement(
  source: SourceCode,
  project: ProjectNames,
  statement: TSESTree.Statement,
): AwaitNode | undefined {
  if (statement.type === 'ExpressionStatement') {
    const node = bare(statement.expression);
    return node.type === 'AwaitExpression'
      ? { facts: factsOfAwait(source, project, node, undefined), argument: node.argument, binding: undefined }
      : undefined;
  }
  if (
    statement.type !== 'VariableDeclaration' ||
    statement.declarations.length !== 1 ||
    (statement.kind !== 'const' && statement.kind !== 'let')
  )
    return undefined;
  const [binding] = statement.declarations;
  if (binding?.init?.type !== 'AwaitExpression') return undefined;
  return { facts: factsOfAwait(source, project, binding.init, binding), argument: binding.init.argument, binding };
}

/** The facts on an await whose value is bound by `binding`, kept by the expression around it, or dropped. */
export function factsOfAwait(
  source: SourceCode,
  project: ProjectNames,
  node: TSESTree.AwaitExpression,
  binding: TSESTree.VariableDeclarator | undefined,
): AwaitFacts {
  const region = binding ?? node;
  const frame: Frame = { source, project, region, distinct: new Set(), items: new Map(), parameters: new Map() };
  const argument = bare(node.argument);
  const call = firstCall(argument);
  const steps = lowerExpression(contextOf(frame), node);
  return {
    at: placeOf(node),
    text: source.getText(node.argument),
    steps,
    operation: call && operationIn(steps, operationOf(frame, call, true)),
    awaits: call ? 'call' : originOf(source, argument),
    declares: binding ? source.getDeclaredVariables(binding).map(identityOf) : [],
    uses: variablesIn(source, region).map(identityOf),
    kept: binding !== undefined || node.parent.type !== 'ExpressionStatement',
    ...mannerOf(call),
  };
}

/** The call as the steps know it: what a function of this file does says more than its name. */
function operationIn(steps: readonly Step[], byName: Operation): Operation {
  const known = steps.find((step) => step.kind === 'call' && step.operation.callee === byName.callee);
  return known?.kind === 'call' ? known.operation : byName;
}

/** What the callee's name tells of the manner of a call. */
function mannerOf(
  call: TSESTree.CallExpression | undefined,
): Pick<AwaitFacts, 'verb' | 'receiver' | 'guards' | 'apart' | 'key'> {
  const names = call ? calleeNames(call.callee) : [];
  const verb = wordsOf(names.at(-1) ?? '')[0] ?? '';
  return {
    verb,
    receiver: names.slice(0, -1).join('.'),
    guards: guardVerbs.has(verb) || wordsOf(names.at(-1) ?? '').some((word) => accessWords.has(word)),
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
function firstCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = bare(node.callee);
  const isContinued = callee.type === 'MemberExpression' && /^(?:then|catch|finally)$/.test(propertyName(callee) ?? '');
  return (isContinued ? firstCall(bare(callee.object)) : undefined) ?? node;
}

/** The variables that are named below a node. */
export function variablesIn(source: SourceCode, node: TSESTree.Node): Variable[] {
  const found = new Set<Variable>();
  walk(node, source.visitorKeys, (inner) => {
    const variable = inner.type === 'Identifier' ? variableOf(source, inner) : undefined;
    if (variable && !variable.identifiers.every((identifier) => isInside(identifier, node))) found.add(variable);
    return true;
  });
  return [...found];
}

/** The literal that tells which of many things a call is about: its first argument, or that one's first property. */
function literalKey(call: TSESTree.CallExpression): string | undefined {
  const [first] = call.arguments;
  if (first?.type === 'Literal') return first.raw;
  const property = first?.type === 'ObjectExpression' ? first.properties[0] : undefined;
  return property?.type === 'Property' && property.value.type === 'Literal' ? property.value.raw : undefined;
}
