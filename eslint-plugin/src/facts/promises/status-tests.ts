// What becomes of the question whether one operation was fulfilled: `result.status === 'fulfilled'`.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, isFunction, isLoop, isNothing, outermost, propertyName } from '../syntax.js';
import type { Looks } from './model.js';

type Status = 'fulfilled' | 'rejected';

const other: Record<Status, Status> = { fulfilled: 'rejected', rejected: 'fulfilled' };

/** What is looked at by a use of a result's status. */
export function looksOfStatus(use: TSESTree.Node): Looks {
  const outer = outermost(use);
  const { parent } = outer;
  if (parent.type === 'SwitchStatement') return 'rejections';
  if (parent.type !== 'BinaryExpression') return 'elsewhere';
  const compared = parent.left === outer ? parent.right : parent.left;
  const status = compared.type === 'Literal' ? compared.value : undefined;
  if (status !== 'fulfilled' && status !== 'rejected') return 'elsewhere';
  if (!/^[!=]==?$/.test(parent.operator)) return 'elsewhere';
  return looksOfTest(parent, parent.operator.startsWith('!') ? other[status] : status);
}

/** What is looked at where a test is true only for results of a status. */
function looksOfTest(test: TSESTree.Node, status: Status): Looks {
  const outer = outermost(test);
  const { parent } = outer;
  switch (parent.type) {
    case 'UnaryExpression':
      return parent.operator === '!' ? looksOfTest(parent, other[status]) : 'elsewhere';
    case 'LogicalExpression':
      if (parent.operator === '&&') return status === 'fulfilled' ? looksOfTest(parent, status) : 'rejections';
      return parent.operator === '||' && status === 'rejected' ? looksOfTest(parent, status) : 'elsewhere';
    case 'IfStatement':
      return parent.test === outer ? looksOfBranches(parent, status) : 'elsewhere';
    case 'ConditionalExpression':
      return parent.test === outer ? looksOfArms(parent, status) : 'elsewhere';
    case 'ExpressionStatement':
      return 'values';
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isInFilter(parent) ? (status === 'fulfilled' ? 'values' : 'rejections') : 'elsewhere';
    default:
      return 'elsewhere';
  }
}

/** Whether a node stands in a `filter`'s callback. */
export function isInFilter(node: TSESTree.Node): boolean {
  return methodAround(node) === 'filter';
}

/** The method that is given the function around a node: `forEach` of `results.forEach((result) => …)`. */
function methodAround(node: TSESTree.Node): string | undefined {
  let callback: TSESTree.Node | undefined = node;
  while (callback && !isFunction(callback)) callback = callback.parent;
  const call = callback?.parent;
  return call?.type === 'CallExpression' ? methodOf(call) : undefined;
}

function methodOf(call: TSESTree.CallExpression): string | undefined {
  const callee = bare(call.callee);
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}

function looksOfBranches(statement: TSESTree.IfStatement, status: Status): Looks {
  const { consequent, alternate } = statement;
  const forRejected = status === 'rejected' ? consequent : alternate;
  if (forRejected) return skips(forRejected) ? 'values' : 'rejections';
  if (isCount(consequent) || isEnough(consequent)) return 'elsewhere';
  return leaves(consequent) && !isLast(statement) ? 'rejections' : 'values';
}

/** Whether a branch does nothing but go on to the next result. */
function skips(branch: TSESTree.Statement): boolean {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  return statements.every(
    (statement) =>
      statement.type === 'ContinueStatement' ||
      statement.type === 'EmptyStatement' ||
      // Where it ends more than the look at one result, it is what becomes of a failure.
      (statement.type === 'ReturnStatement' &&
        !statement.argument &&
        /^(?:forEach|map|flatMap)$/.test(methodAround(statement) ?? '')),
  );
}

/** `done++` may be compared with how many there are. */
function isCount(branch: TSESTree.Statement): boolean {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  return statements.every((statement) => {
    const step = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (step?.type === 'AssignmentExpression') return step.operator === '+=' && step.right.type === 'Literal';
    return step?.type === 'UpdateExpression';
  });
}

/** Whether a branch ends the loop over the results: one that went well is enough. */
function isEnough(branch: TSESTree.Statement): boolean {
  let around: TSESTree.Node | undefined = branch.parent;
  while (around && !isLoop(around) && !isFunction(around)) around = around.parent;
  return around !== undefined && isLoop(around) && /^(?:Return|Break)Statement$/.test(lastOf(branch)?.type ?? '');
}

/** Whether what follows a branch runs for the other results alone. */
function leaves(branch: TSESTree.Statement): boolean {
  return /^(?:Continue|Return|Break|Throw)Statement$/.test(lastOf(branch)?.type ?? '');
}

function lastOf(branch: TSESTree.Statement): TSESTree.Statement | undefined {
  return branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
}

/** Whether nothing follows a statement in the run for one result. */
function isLast(statement: TSESTree.Statement): boolean {
  const { parent } = statement;
  if (isFunction(parent) || isLoop(parent)) return true;
  return (
    parent.type === 'BlockStatement' &&
    parent.body.at(-1) === statement &&
    (isFunction(parent.parent) || isLoop(parent.parent))
  );
}

/** An empty list leaves the result out; so does what a `filter` after the `map` drops. */
function looksOfArms(choice: TSESTree.ConditionalExpression, status: Status): Looks {
  const arm = bare(status === 'rejected' ? choice.consequent : choice.alternate);
  if (arm.type === 'ArrayExpression' && arm.elements.length === 0) return 'values';
  return isNothing(arm) && isFilteredAfter(choice) ? 'values' : 'rejections';
}

/** `.map((result) => …).filter(Boolean)`. */
function isFilteredAfter(value: TSESTree.Node): boolean {
  let callback: TSESTree.Node | undefined = value;
  while (callback && !isFunction(callback)) callback = callback.parent;
  const map = callback?.parent;
  const next = map?.type === 'CallExpression' && methodOf(map) === 'map' ? outermost(map).parent : undefined;
  return next?.type === 'MemberExpression' && propertyName(next) === 'filter';
}
