// How an assignment combines the new value with the one before: whether it only folds, or needs the old value.
import type { TSESTree } from '@typescript-eslint/utils';
import type { WriteHow } from './model.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { bare, calleeNames, holdsAwait } from './syntax.js';
import { declaratorOf, variableOf } from './variables.js';

export interface Combination {
  how: WriteHow;
  /** Whether the old value is looked at in a way that decides more than the new value. */
  readsFirst: boolean;
  /** Whether the right side may not be evaluated at all, depending on the old value. */
  skips: boolean;
  /** The expressions to evaluate besides the target itself. */
  others: readonly TSESTree.Node[];
}

/** Operators whose result does not depend on the order of what they combine. */
const commutative: ReadonlySet<string> = new Set(['+=', '-=', '*=', '&=', '|=', '^=']);
const logical: ReadonlySet<string> = new Set(['??=', '||=', '&&=']);

/** What an assignment does with the value that its target had. */
export function combinationOf(frame: Frame, node: TSESTree.AssignmentExpression): Combination {
  const { operator, right } = node;
  if (logical.has(operator)) {
    const needsAwait = holdsAwait(right, frame.source.visitorKeys);
    const how = operator !== '&&=' && isSameForAll(frame, right) ? 'default' : 'chain';
    return { how, readsFirst: needsAwait, skips: needsAwait, others: [right] };
  }
  if (operator !== '=')
    return {
      how: commutative.has(operator) ? sumOrText(frame, node) : 'chain',
      readsFirst: false,
      skips: false,
      others: [right],
    };
  const folded = foldedWith(frame, bare(right), frame.source.getText(bare(node.left)));
  if (folded) return { how: folded.how, readsFirst: false, skips: false, others: folded.others };
  return { how: isConstantValue(right) ? 'flag' : 'assign', readsFirst: false, skips: false, others: [right] };
}

/** `+=` of something that is text depends on the order; of a whole number it depends on nothing. */
function numberOrText(right: TSESTree.Node): WriteHow {
  const node = bare(right);
  if (node.type === 'Literal' && Number.isSafeInteger(node.value)) return 'count';
  const isText = node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
  return isText || (node.type === 'BinaryExpression' && numberOrText(node.left) === 'chain') ? 'chain' : 'fold';
}

/** A variable that begins as text collects text, whatever is added. */
function sumOrText(frame: Frame, { left, operator, right }: TSESTree.AssignmentExpression): WriteHow {
  if (operator !== '+=' && operator !== '-=') return 'fold';
  const variable = left.type === 'Identifier' ? variableOf(frame.source, left) : undefined;
  const init = variable && declaratorOf(variable)?.init;
  const isText = init?.type === 'TemplateLiteral' || (init?.type === 'Literal' && typeof init.value === 'string');
  return isText ? 'chain' : numberOrText(right);
}

/** Whether an expression is the same whichever iteration evaluates it, and at once. */
function isSameForAll(frame: Frame, node: TSESTree.Node): boolean {
  return !dependsOnRegion(frame, node) && !holdsAwait(node, frame.source.visitorKeys);
}

function isConstantValue(node: TSESTree.Node): boolean {
  const value = bare(node);
  if (value.type === 'UnaryExpression') return isConstantValue(value.argument);
  return value.type === 'Literal';
}

interface Folded {
  how: WriteHow;
  others: TSESTree.Node[];
}

/** The combination in `x = …`, where the right side holds `x` once, in a place that only folds it. */
function foldedWith(frame: Frame, right: TSESTree.Node, target: string): Folded | undefined {
  const isTarget = (node: TSESTree.Node): boolean => frame.source.getText(bare(node)) === target;
  switch (right.type) {
    case 'BinaryExpression': {
      if (!['+', '*', '-', '|', '&'].includes(right.operator)) return undefined;
      if (isOldValue(frame, right.left, target)) {
        const isSum = right.operator === '+' || right.operator === '-';
        return { how: isSum ? numberOrText(right.right) : 'fold', others: [right.right] };
      }
      return right.operator !== '-' && isOldValue(frame, right.right, target)
        ? { how: 'chain', others: [right.left] }
        : undefined;
    }
    case 'LogicalExpression':
      if (isTarget(right.left) && !holdsAwait(right.right, frame.source.visitorKeys)) {
        const isDefault = right.operator !== '&&' && isSameForAll(frame, right.right);
        return { how: isDefault ? 'default' : 'chain', others: [right.right] };
      }
      return isTarget(right.right) ? { how: 'chain', others: [right.left] } : undefined;
    case 'CallExpression': {
      const callee = bare(right.callee);
      if (callee.type === 'MemberExpression' && isTarget(callee.object) && calleeNames(callee).at(-1) === 'concat')
        return { how: 'chain', others: right.arguments };
      const extreme = /^Math\.(?:max|min)$/.test(calleeNames(callee).join('.')) && right.arguments.some(isTarget);
      return extreme ? { how: 'fold', others: right.arguments.filter((argument) => !isTarget(argument)) } : undefined;
    }
    case 'ArrayExpression':
    case 'ObjectExpression': {
      const parts: readonly (TSESTree.Node | null)[] =
        right.type === 'ArrayExpression' ? right.elements : right.properties;
      const [first, ...others] = parts.filter((part) => part !== null);
      return first?.type === 'SpreadElement' && isTarget(first.argument) ? { how: 'chain', others } : undefined;
    }
    default:
      return undefined;
  }
}

/** The target itself, or the target with a start value: `total`, `(counts[key] ?? 0)`. */
function isOldValue(frame: Frame, node: TSESTree.Node, target: string): boolean {
  const inner = bare(node);
  if (frame.source.getText(inner) === target) return true;
  return (
    inner.type === 'LogicalExpression' &&
    inner.operator !== '&&' &&
    frame.source.getText(bare(inner.left)) === target &&
    inner.right.type === 'Literal'
  );
}
