// What starts a promise in an expression, and what speaks for leaving that promise alone.
import type { TSESTree } from '@typescript-eslint/utils';
import { isLazy, meansToWait } from '../../knowledge/starts.js';
import { argumentsOf, bare, calleeNames, calleeOf, isCall, ownNode, soleValueOf } from '../syntax.js';
import { originalName } from '../original-name.js';
import { typeNameOf } from '../types.js';
import type { SourceCode } from '../variables.js';
import { combinatorsOf, mappedBy } from './combinators.js';
import type { Spared } from './model.js';
import { isSettled, takesOwnFailure } from './own-failures.js';

/** The calls and imports that give the promises of an expression, or the callback of a `map`; nothing that is awaited. */
export function startersIn(source: SourceCode, expression: TSESTree.Node): TSESTree.Node[] {
  const node = bare(expression);
  switch (node.type) {
    case 'ImportExpression':
      return [node];
    case 'CallExpression': {
      const mapped = mappedBy(source, node);
      return isSettled(node) ? [] : [mapped ? (mapped.body ?? mapped.callback) : node];
    }
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((arm) => startersIn(source, arm));
    // What stands to the left was there before, or decides whether anything is started.
    case 'LogicalExpression':
      return startersIn(source, node.right);
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element ? startersIn(source, element) : []));
    case 'SpreadElement':
      return startersIn(source, node.argument);
    default:
      return [];
  }
}

/** The callees, as written, of the calls that start what a declarator holds, or what a call pushes to a list. */
export function startedBy(source: SourceCode, start: TSESTree.Node): string[] {
  const made = start.type === 'VariableDeclarator' ? [start.init] : isCall(start) ? argumentsOf(start) : [];
  const starters = made.flatMap((expression) => (expression ? startersIn(source, expression) : []));
  return starters.map(bare).flatMap((call) => (isCall(call) ? calleeNames(calleeOf(call)).join('.') : []));
}

/** What speaks for leaving alone the promises that are started so. */
export function sparedOf(source: SourceCode, starters: readonly TSESTree.Node[]): Spared | undefined {
  if (starters.every((starter) => takesOwnFailure(source, starter))) return 'never-rejects';
  const calls = starters.map(givenBy).filter(isCall);
  if (calls.some((call) => meansToWait(nameOf(source, calleeOf(call))) || argumentsOf(call).some(isEvent)))
    return 'waits';
  return calls.some((call) => isLazy(calleeNames(calleeOf(call))) || isOther(typeNameOf(source, call)))
    ? 'lazy'
    : undefined;
}

/** What a starter gives: of a callback that does nothing else, what it returns. */
function givenBy(starter: TSESTree.Node): TSESTree.Node {
  const node = bare(starter);
  if (node.type !== 'ArrowFunctionExpression') return node;
  const value = soleValueOf(node);
  return value ? bare(value) : node;
}

/** `picker.onDidHide`, as VS Code calls its events: who is handed one waits for it. */
function isEvent(argument: TSESTree.Node): boolean {
  return /^on(?:Did|Will)\p{Lu}/u.test(calleeNames(argument).at(-1) ?? '');
}

/** A callee's last name; of an import, the name that its module knows. */
function nameOf(source: SourceCode, callee: TSESTree.Node): string {
  return originalName(source, callee) ?? calleeNames(callee).at(-1) ?? '';
}

/** Whether a type is known, and none of promises that run: a query that is sent by its `then`, a child process. */
function isOther(typeName: string | undefined): boolean {
  return typeName !== undefined && (!typeName.endsWith('Promise') || typeName === 'PrismaPromise');
}

/** A combinator in whose list something is awaited behind other promises, so that it handles those late. */
export interface LateList {
  combinator: TSESTree.CallExpression;
  /** Whether the list itself starts any of those, or only names variables that may hold them. */
  starts: boolean;
  /** The elements behind the first of those that have an `await` in them. */
  late: readonly { element: TSESTree.Expression | TSESTree.SpreadElement; awaited: TSESTree.AwaitExpression }[];
}

/** The combinators of a file that may handle late what their list holds. */
export function lateListsIn(source: SourceCode): LateList[] {
  return combinatorsOf(source).flatMap(({ node, input }): LateList[] => {
    if (input?.of !== 'list') return [];
    const elements = input.elements.filter((element) => element !== null);
    const awaiting = elements.flatMap((element, index) => {
      const awaited = awaitIn(source, element);
      return awaited ? [{ index, element, awaited }] : [];
    });
    // Few lists await anything themselves.
    if (awaiting.length === 0) return [];
    const own = elements.findIndex((element) => isAtRisk(source, element));
    const first = own < 0 ? elements.findIndex(({ type }) => type === 'Identifier') : own;
    const late = first < 0 ? [] : awaiting.filter(({ index }) => index > first);
    return late.length > 0 ? [{ combinator: node, starts: own >= 0, late }] : [];
  });
}

/** Whether an element starts a promise that may be rejected while a later element is awaited. */
function isAtRisk(source: SourceCode, element: TSESTree.Node): boolean {
  const starters = startersIn(source, element);
  return starters.length > 0 && sparedOf(source, starters) === undefined;
}

/** The first `await` of an element's own. */
function awaitIn(source: SourceCode, element: TSESTree.Node): TSESTree.AwaitExpression | undefined {
  return ownNode(element, source.visitorKeys, (node) => node.type === 'AwaitExpression');
}
