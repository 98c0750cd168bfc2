// What makes the promises that a combinator is handed, also where a variable holds their list.
import type { TSESTree } from '@typescript-eslint/utils';
import { isRepeated } from '../extent.js';
import { bare, bareAwaited, calleeNames, calleeOf, isCall, isFunction, propertyName, walk } from '../syntax.js';
import { declaratorOf, isConstant, type SourceCode, type Variable, variableOf } from '../variables.js';
import { type Combinator, type CombinatorInput, inputOf, type Mapped, mappedBy } from './combinators.js';
import { isSettled } from './own-failures.js';

/** The makers of a list of promises. */
export interface Makers {
  /** Each is an expression that gives a promise, or the callback that does so for an item. */
  each: readonly TSESTree.Node[];
  /** Whether there is one promise an item, not one for each expression that is written out. */
  perItem: boolean;
  /** The `map` that makes them, if one does. */
  mapped: Mapped | undefined;
}

/** The makers of all promises of a combinator; `undefined` where some come from elsewhere. */
export function makersOf(source: SourceCode, { input }: Combinator): Makers | undefined {
  return input && makersOfInput(source, input);
}

export function makersOfInput(source: SourceCode, input: CombinatorInput): Makers | undefined {
  switch (input.of) {
    case 'mapped':
      return { each: [input.body ?? input.callback], perItem: true, mapped: input };
    case 'list':
      return listed(source, input.elements);
    default: {
      const node = bare(input.expression);
      const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
      return variable && held(source, variable);
    }
  }
}

function listed(
  source: SourceCode,
  elements: readonly TSESTree.ArrayExpression['elements'][number][],
): Makers | undefined {
  const each: TSESTree.Node[] = [];
  let perItem = false;
  for (const element of elements) {
    const inner = element?.type === 'SpreadElement' ? mappedBy(source, element.argument) : undefined;
    const maker = inner ? (inner.body ?? inner.callback) : element && startedBy(source, element);
    if (!maker) return undefined;
    each.push(maker);
    perItem ||= inner !== undefined;
  }
  return { each, perItem, mapped: undefined };
}

/** What starts the promise that an element is, also where a constant holds it; `undefined` for one from elsewhere. */
function startedBy(source: SourceCode, element: TSESTree.Node): TSESTree.Node | undefined {
  const node = bare(element);
  if (node.type === 'SpreadElement' || node.type === 'MemberExpression') return undefined;
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  if (!variable) return node;
  const init = isConstant(variable) ? declaratorOf(variable)?.init : undefined;
  return init && (isCall(bare(init)) || bare(init).type === 'NewExpression') ? init : undefined;
}

/** The promises of a list in a constant: those it begins with, and those that are pushed. */
function held(source: SourceCode, variable: Variable): Makers | undefined {
  const init =
    isConstant(variable) && declaratorOf(variable)?.id.type === 'Identifier' ? declaratorOf(variable)?.init : undefined;
  const input = init ? inputOf(source, init) : undefined;
  if (!input || input.of === 'other') return undefined;
  const first = makersOfInput(source, input);
  const pushes = variable.references.flatMap(({ identifier }) => pushOf(identifier) ?? []);
  const added =
    first &&
    listed(
      source,
      pushes.flatMap((push) => push.arguments),
    );
  if (!first || !added) return undefined;
  if (pushes.length === 0) return first;
  const perItem = first.perItem || added.perItem || pushes.some((push) => isRepeated(push, variable));
  return { each: [...first.each, ...added.each], perItem, mapped: undefined };
}

/** The call that pushes to the list which an identifier names. */
export function pushOf(identifier: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = identifier.parent;
  if (member?.type !== 'MemberExpression' || member.object !== identifier || propertyName(member) !== 'push')
    return undefined;
  return member.parent.type === 'CallExpression' && member.parent.callee === member ? member.parent : undefined;
}

/** The calls that the makers wait for, as written. */
export function calleesOf(source: SourceCode, { each }: Makers): string[] {
  return each.flatMap((maker) => {
    const node = bare(maker);
    // What is made by hand is no operation of a name.
    if (node.type === 'NewExpression') return [];
    if (!isFunction(node)) return isCall(node) ? [calleeText(node)] : calleeNames(node).join('.');
    if (node.body.type !== 'BlockStatement')
      return isCall(bareAwaited(node.body)) ? [calleeText(bareAwaited(node.body))] : [];
    return waitedFor(source, node.body);
  });
}

function calleeText(node: TSESTree.Node): string {
  return calleeNames(isCall(node) ? calleeOf(node) : node).join('.');
}

function waitedFor(source: SourceCode, body: TSESTree.BlockStatement): string[] {
  const found: string[] = [];
  walk(body, source.visitorKeys, (node) => {
    const waited = node.type === 'AwaitExpression' || node.type === 'ReturnStatement' ? node.argument : null;
    const call = waited && bareAwaited(waited);
    if (call && isCall(call) && !isSettled(call)) found.push(calleeText(call));
    return !isFunction(node);
  });
  return found;
}
