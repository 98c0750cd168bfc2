// Variables that are declared before a loop and that each iteration has for itself, where nothing else looks at them:
// counters, whose place the callback's index takes, and what is set anew each time.
import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode } from '../facts/syntax.js';
import {
  declaratorOf,
  identityOf,
  isInside,
  type SourceCode,
  type Variable,
  variableOf,
  variablesNamedIn,
} from '../facts/variables.js';
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

/** The counter that the last statement of a loop steps by one, or another, if that is all that becomes of it. */
export function counterOf(
  source: SourceCode,
  loop: LoopNode,
  step = statementsOf(loop.body).at(-1),
): Counter | undefined {
  const variable = step && steppedBy(source, step);
  const declaration = variable && declarationBefore(loop, variable);
  const start = declaration?.declarations[0]?.init;
  if (!variable || !declaration || !start) return undefined;
  if (variable.references.filter((use) => use.init !== true && use.isWrite()).length !== 1) return undefined;
  if (continuesOf(source, loop).length > 0 && step !== statementsOf(loop.body)[0]) return undefined;
  return { variable, start, step, declaration };
}

/** What declares a variable alone, beside a loop, of which nothing outside of that makes use. */
function declarationBefore(loop: LoopNode, variable: Variable): TSESTree.VariableDeclaration | undefined {
  const declaration = declaratorOf(variable)?.parent;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'var') return undefined;
  const block = loop.parent.type === 'LabeledStatement' ? loop.parent.parent : loop.parent;
  const isBeside = declaration.parent === block && /^(?:BlockStatement|Program)$/.test(block.type);
  // A function would see the variable itself, with whatever it holds by then.
  const isOfLoop = variable.references.every(
    ({ init, identifier, from }) =>
      init === true || (isInside(identifier, loop) && from.variableScope === variable.scope.variableScope),
  );
  return isBeside && isOfLoop && declaration.declarations.length === 1 ? declaration : undefined;
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

/** The items with what takes the place of the variables that each iteration has for itself; `undefined` where it cannot. */
export function ownedItems(
  source: SourceCode,
  loop: LoopNode,
  items: Items,
  privatised: readonly Path[],
  names: Names,
): Items | undefined {
  const [path, another] = privatised;
  if (!path) return items;
  const variable = variablesNamedIn(source, loop.body).find((each) => identityOf(each) === path.root);
  if (another || path.keys.length > 0 || !variable) return undefined;
  return countedItems(source, loop, items, variable, names) ?? itemsWith(source, loop, items, variable);
}

/** The items with an index in the place of a counter. */
function countedItems(
  source: SourceCode,
  loop: LoopNode,
  items: Items,
  variable: Variable,
  names: Names,
): Items | undefined {
  const [first] = statementsOf(loop.body);
  const counter = [counterOf(source, loop), counterOf(source, loop, first)].find((each) => each?.variable === variable);
  if (!counter || loop.type !== 'ForOfStatement' || counter.start.type !== 'Literal') return undefined;
  const { value } = counter.start;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return undefined;
  const isFirst = counter.step === first;
  const begin = isFirst ? value + 1 : value;
  const { name } = variable;
  const index = begin === 0 ? name : names.fresh('index', 'position');
  const shared = {
    variables: [...items.variables, variable],
    ...(isFirst ? { replaces: counter.step } : { dropped: counter.step }),
    removes: counter.declaration,
    ...(begin === 0 ? {} : { prelude: `const ${name} = ${index} + ${String(begin)}` }),
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

/** The items with a variable that each iteration sets before it looks at it, declared anew in each. */
function itemsWith(source: SourceCode, loop: LoopNode, items: Items, variable: Variable): Items | undefined {
  const declaration = declarationBefore(loop, variable);
  const declarator = declaration?.declarations[0];
  const isPlain = !declarator?.init || declarator.init.type === 'Literal';
  if (!declarator || !isPlain || items.prelude !== undefined || items.removes) return undefined;
  const prelude = source.text.slice(declaration.range[0], declarator.range[1]);
  const own = { variables: [...items.variables, variable], prelude, removes: declaration };
  return { ...items, ...own, ...(items.byValue ? { byValue: { ...items.byValue, ...own } } : {}) };
}
