// Counters that are declared before a loop and stepped at the end of each iteration: the callback's index takes their
// place, where nothing else looks at them.
import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode } from '../facts/syntax.js';
import { declaratorOf, identityOf, isInside, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import type { Path } from '../facts/model.js';
import { continuesOf, statementsOf } from './body.js';
import type { Items } from './items.js';
import type { Names } from './names.js';

export interface Counter {
  variable: Variable;
  start: TSESTree.Expression;
  /** What steps it, the last statement of the body. */
  step: TSESTree.Statement;
  declaration: TSESTree.VariableDeclaration;
}

/** The counter that the last statement of a loop steps by one, if that is all that becomes of it. */
export function counterOf(source: SourceCode, loop: LoopNode): Counter | undefined {
  const step = statementsOf(loop.body).at(-1);
  const variable = step && steppedBy(source, step);
  const declarator = variable && declaratorOf(variable);
  const declaration = declarator?.parent;
  if (!variable || !declarator?.init || declaration?.type !== 'VariableDeclaration') return undefined;
  const block = loop.parent.type === 'LabeledStatement' ? loop.parent.parent : loop.parent;
  const isBeside = declaration.parent === block && /^(?:BlockStatement|Program)$/.test(block.type);
  if (!isBeside || declaration.declarations.length !== 1 || declaration.kind === 'var') return undefined;
  const uses = variable.references.filter(({ init }) => init !== true);
  // A function would see the counter itself, with whatever it holds by then.
  const isOfLoop = uses.every(
    ({ identifier, from }) => isInside(identifier, loop) && from.variableScope === variable.scope.variableScope,
  );
  const writes = uses.filter((reference) => reference.isWrite());
  if (!isOfLoop || writes.length !== 1) return undefined;
  if (continuesOf(source, loop).length > 0) return undefined;
  return { variable, start: declarator.init, step, declaration };
}

/** The variable of `i++` or `i += 1`. */
function steppedBy(source: SourceCode, statement: TSESTree.Statement): Variable | undefined {
  const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (expression?.type === 'UpdateExpression' && expression.operator === '++')
    return variableOf(source, expression.argument);
  const isByOne =
    expression?.type === 'AssignmentExpression' &&
    expression.operator === '+=' &&
    source.getText(expression.right) === '1';
  return isByOne ? variableOf(source, expression.left) : undefined;
}

/** The items with an index in the place of the variables that each iteration has for itself; `undefined` where it cannot. */
export function countedItems(
  source: SourceCode,
  loop: LoopNode,
  items: Items,
  privatised: readonly Path[],
  names: Names,
): Items | undefined {
  if (privatised.length === 0) return items;
  const counter = counterOf(source, loop);
  const isAll =
    counter && privatised.every(({ root, keys }) => keys.length === 0 && root === identityOf(counter.variable));
  if (!isAll || loop.type !== 'ForOfStatement' || counter.start.type !== 'Literal') return undefined;
  const { value } = counter.start;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return undefined;
  const { name } = counter.variable;
  const index = value === 0 ? name : names.fresh('index', 'position');
  const variables = [...items.variables, counter.variable];
  const shared = {
    variables,
    dropped: counter.step,
    removes: counter.declaration,
    ...(value === 0 ? {} : { prelude: `const ${name} = ${index} + ${String(value)}` }),
  };
  const entries = items.isArray ? items.list : `Array.from(${items.list})`;
  const byValue: Items = {
    ...shared,
    list: `${entries}.entries()`,
    isArray: false,
    parameters: `[${index}, ${items.parameters}]`,
  };
  return { ...items, ...shared, parameters: `${items.parameters}, ${index}`, byValue };
}
