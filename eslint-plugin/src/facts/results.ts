// Whether a value comes from what the iteration awaited.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Frame } from './paths.js';
import { hasNode, isFunction } from './syntax.js';
import { isConstant, isInside, isPrivateTo, type Variable, variableOf, variablesNamedIn } from './variables.js';

/** Whether an expression holds an await, or names a variable of the region that was given an awaited value. */
export function restsOnAwaited(frame: Frame, expression: TSESTree.Node, seen = new Set<Variable>()): boolean {
  return hasNode(expression, frame.source.visitorKeys, (node) => {
    if (node.type === 'AwaitExpression') return true;
    const variable = node.type === 'Identifier' ? variableOf(frame.source, node) : undefined;
    return variable !== undefined && !seen.has(variable) && holdsAwaited(frame, variable, seen.add(variable));
  });
}

/** Whether an expression names a variable from outside that each run of the region adds to or takes from. */
export function restsOnCount(frame: Frame, expression: TSESTree.Node): boolean {
  return variablesNamedIn(frame.source, expression).some(
    (variable) =>
      !isConstant(variable) &&
      !frame.distinct.has(variable) &&
      !isPrivateTo(variable, frame.region) &&
      variable.references.some((use) => use.isRead() && use.isWrite() && isInside(use.identifier, frame.region)),
  );
}

/** Whether anything that the region gives a variable rests on what it awaited. */
function holdsAwaited(frame: Frame, variable: Variable, seen: Set<Variable>): boolean {
  return variable.references.some((reference) => {
    const { writeExpr } = reference;
    if (!reference.isWrite() || !writeExpr || !isInside(reference.identifier, frame.region)) return false;
    return !isFunction(writeExpr) && restsOnAwaited(frame, writeExpr, seen);
  });
}
