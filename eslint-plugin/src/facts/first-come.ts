// Branches that only the first comer takes, since it sets what they ask for: `if (!client) client = connect();`.
import type { TSESTree } from '@typescript-eslint/utils';
import { dependsOnRegion, type Frame } from './paths.js';
import { bare, holdsAwait, isCall, isFunction, isNothing, ownNode } from './syntax.js';
import { isInside, isPrivateTo, type SourceCode, variableOf } from './variables.js';

/** What a branch finds unset and sets at once, for all: `client` in `if (!client) client = connect();`. */
export function setByFirst(
  frame: Frame,
  { test, consequent, alternate }: TSESTree.IfStatement,
): TSESTree.Node | undefined {
  const target = alternate ? undefined : unsetIn(test);
  const setting = target && settingOf(frame.source, consequent, target);
  if (!setting || holdsAwait(consequent, frame.source.visitorKeys)) return undefined;
  return !dependsOnRegion(frame, consequent) || makesForAll(frame, setting) ? target : undefined;
}

/** `if (!found) { found = item; await item.open(); }`: the variable by which all who come later know that they are late. */
export function takenByFirst(frame: Frame, { test, consequent }: TSESTree.IfStatement): string | undefined {
  const target = unsetIn(test);
  const variable = target?.type === 'Identifier' ? variableOf(frame.source, target) : undefined;
  if (!target || !variable || isPrivateTo(variable, frame.region)) return undefined;
  const setting = settingOf(frame.source, consequent, target);
  const isOnlyOne = variable.references.every(
    ({ identifier, writeExpr }) => !writeExpr || identifier === setting?.left || !isInside(identifier, frame.region),
  );
  const isSet = setting?.parent.type === 'ExpressionStatement' && setting.parent.parent === consequent;
  return isSet && isOnlyOne && !isNothing(setting.right) ? variable.name : undefined;
}

/** What a test finds unset: `!x`, `x == null`, `x === undefined`. */
function unsetIn(test: TSESTree.Expression): TSESTree.Node | undefined {
  if (test.type === 'UnaryExpression') return test.operator === '!' ? bare(test.argument) : undefined;
  const isCompared = test.type === 'BinaryExpression' && /^={2,3}$/.test(test.operator) && isNothing(test.right);
  return isCompared ? bare(test.left) : undefined;
}

/** The assignment by which a branch sets what its test found unset. */
function settingOf(
  source: SourceCode,
  branch: TSESTree.Node,
  target: TSESTree.Node,
): TSESTree.AssignmentExpression | undefined {
  const text = source.getText(target);
  return ownNode(
    branch,
    source.visitorKeys,
    (node): node is TSESTree.AssignmentExpression =>
      node.type === 'AssignmentExpression' && node.operator === '=' && source.getText(node.left) === text,
  );
}

/** A function that makes what is not there yet means it for all, whoever asked it first. */
function makesForAll({ region }: Frame, { left, right }: TSESTree.AssignmentExpression): boolean {
  const isOne = left.type === 'Identifier' || (left.type === 'MemberExpression' && !left.computed);
  return isFunction(region) && isOne && isMade(right);
}

/** `new Client(options)`, `options.key ? create(options) : undefined`. */
function isMade(node: TSESTree.Node): boolean {
  const value = bare(node);
  return value.type === 'ConditionalExpression'
    ? isMade(value.consequent)
    : value.type === 'NewExpression' || isCall(value);
}
