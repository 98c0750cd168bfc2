// What a rewritten loop maps over: an array where the file shows that it is one, any iterable otherwise.
import type { TSESTree } from '@typescript-eslint/utils';
import { isArray, mayBeText } from '../facts/arrays.js';
import { bare, isPath, type LoopNode, propertyName, typeBehind } from '../facts/syntax.js';
import { isInside, isPrivateTo, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import { counterOf } from './counters.js';
import type { Names } from './names.js';

export interface Items {
  /** The expression that is mapped over. */
  list: string;
  /** Whether it has `map` and `slice`, so that `Array.from` is not needed. */
  isArray: boolean;
  /** The callback's parameters, without parentheses. */
  parameters: string;
  /** The variables that the parameters declare. */
  variables: readonly Variable[];
  /** A statement of the body that the parameters take the place of: `const x = list[i]`. */
  replaces?: TSESTree.Statement;
  /** The last statement of the body where the parameters make it needless: `i++`. */
  dropped?: TSESTree.Statement;
  /** A declaration before the loop that nothing needs any more. */
  removes?: TSESTree.VariableDeclaration;
  /** A statement that the callback starts with. */
  prelude?: string;
  /** What to map over where only a part is mapped at a time, so that the callback's index would be another. */
  byValue?: Items;
}

/** What the loop's head becomes, or `undefined` where the head has no counterpart. */
export function itemsOf(source: SourceCode, loop: LoopNode, names: Names): Items | undefined {
  switch (loop.type) {
    case 'ForOfStatement':
      return ofPattern(source, loop.left, {
        list: operandText(source, loop.right),
        isArray: isArray(source, loop.right),
      });
    case 'ForInStatement':
      return ofPattern(source, loop.left, { list: `Object.keys(${source.getText(loop.right)})`, isArray: true });
    case 'ForStatement': {
      const counting = countingOf(source, loop);
      return counting && ofCounter(source, loop, counting, names);
    }
    case 'WhileStatement':
      return ofCondition(source, loop, names);
    default:
      return undefined;
  }
}

/** The text of an expression before `.map`. */
function operandText(source: SourceCode, node: TSESTree.Expression): string {
  const text = source.getText(node);
  const isPlain = [
    'Identifier',
    'MemberExpression',
    'CallExpression',
    'ArrayExpression',
    'ThisExpression',
    'TSNonNullExpression',
  ].includes(node.type);
  return isPlain || !isArray(source, node) ? text : `(${text})`;
}

function ofPattern(
  source: SourceCode,
  left: TSESTree.Node,
  mapped: Pick<Items, 'list' | 'isArray'>,
): Items | undefined {
  const declarator = left.type === 'VariableDeclaration' ? left.declarations[0] : undefined;
  if (left.type !== 'VariableDeclaration' || !declarator || left.kind === 'using' || left.kind === 'await using')
    return undefined;
  return {
    ...mapped,
    parameters: source.getText(declarator.id),
    variables: source.getDeclaredVariables(declarator),
  };
}

interface Counting {
  counter: Variable;
  name: string;
  start: TSESTree.Expression;
  bound: TSESTree.Expression;
  /** The text of the step. */
  step: string;
  inclusive: boolean;
  /** One less each time. */
  down?: boolean;
}

/** `while (i < bound) { …; i++; }`. */
function ofCondition(source: SourceCode, loop: TSESTree.WhileStatement, names: Names): Items | undefined {
  const { test } = loop;
  const counter = counterOf(source, loop);
  if (!counter || test.type !== 'BinaryExpression' || (test.operator !== '<' && test.operator !== '<='))
    return undefined;
  if (variableOf(source, test.left) !== counter.variable) return undefined;
  const { variable, start, step: dropped, declaration: removes } = counter;
  const counting: Counting = {
    counter: variable,
    name: variable.name,
    start,
    bound: test.right,
    step: '1',
    inclusive: test.operator === '<=',
  };
  const { byValue, ...items } = ofCounter(source, loop, counting, names);
  const gone = { dropped, removes };
  return { ...items, ...gone, ...(byValue ? { byValue: { ...byValue, ...gone } } : {}) };
}

function ofCounter(
  source: SourceCode,
  loop: TSESTree.ForStatement | TSESTree.WhileStatement,
  counting: Counting,
  names: Names,
): Items {
  if (counting.down) return countingDown(source, counting, names);
  const { counter, name, bound, step, inclusive } = counting;
  const start = source.getText(counting.start);
  const fromZero = start === '0' && step === '1';
  const list = `{ length: ${lengthOf(source, counting)} }`;
  const round = fromZero ? name : names.fresh('round', 'turn');
  const offset = step === '1' ? round : `${round} * ${step}`;
  const value = start === '0' ? offset : `${start} + ${offset}`;
  const byValue: Items = {
    list: `Array.from(${list}, (_, ${round}) => ${value})`,
    isArray: true,
    parameters: name,
    variables: [counter],
  };
  const counted: Items = { list, isArray: false, parameters: `_, ${round}`, variables: [counter], byValue };
  if (!fromZero) return { ...counted, prelude: `const ${name} = ${value}` };
  const whole = inclusive ? undefined : listBelow(bound);
  return (whole && ofWholeList(source, loop, whole, counter, byValue)) ?? counted;
}

/** `for (let i = list.length - 1; i >= 0; i--)`, from the last one to the first. */
function countingDown(source: SourceCode, { counter, name, start, bound, inclusive }: Counting, names: Names): Items {
  const round = names.fresh('round', 'turn');
  const [first, last] = [operand(source, start), operand(source, bound)];
  const isFromEnd = start.type === 'BinaryExpression' && start.operator === '-' && source.getText(start.right) === '1';
  const fixed = fixedLength({ start: bound, bound: start, step: '1', inclusive });
  const length =
    fixed !== undefined
      ? String(fixed)
      : isFromEnd && inclusive && last === '0'
        ? source.getText(start.left)
        : `${first} - ${last}${inclusive ? ' + 1' : ''}`;
  const value = `${source.getText(start)} - ${round}`;
  const list = `{ length: ${length} }`;
  const byValue: Items = {
    list: `Array.from(${list}, (_, ${round}) => ${value})`,
    isArray: true,
    parameters: name,
    variables: [counter],
  };
  const prelude = `const ${name} = ${value}`;
  return { list, isArray: false, parameters: `_, ${round}`, variables: [counter], byValue, prelude };
}

/** How often a counting loop runs, as an expression. */
function lengthOf(source: SourceCode, counting: Counting): string {
  const { bound, step, inclusive } = counting;
  const fixed = fixedLength(counting);
  if (fixed !== undefined) return String(fixed);
  const start = source.getText(counting.start);
  const end = operand(source, bound);
  if (step === '1' && inclusive && start === '1' && isWhole(bound)) return end;
  const span = start === '0' ? end : `${end} - ${operand(source, counting.start)}`;
  const grouped = start === '0' ? span : `(${span})`;
  if (step !== '1') return inclusive ? `Math.floor(${grouped} / ${step}) + 1` : `Math.ceil(${grouped} / ${step})`;
  if (isWhole(bound) && isWhole(counting.start)) return `${span}${inclusive ? ' + 1' : ''}`;
  const inner = start === '0' ? source.getText(bound) : span;
  return inclusive ? `Math.floor(${inner}) + 1` : `Math.ceil(${inner})`;
}

/** Whether a bound is a whole number, as far as its form tells; a quotient or a product need not be one. */
function isWhole(node: TSESTree.Expression): boolean {
  if (node.type === 'BinaryExpression') {
    return (node.operator === '+' || node.operator === '-') && [node.left, node.right].every(isWhole);
  }
  return node.type === 'Literal'
    ? Number.isInteger(node.value)
    : ['Identifier', 'MemberExpression', 'CallExpression'].includes(node.type);
}

/** How often a loop between two literals runs. */
function fixedLength({
  start,
  bound,
  step,
  inclusive,
}: Pick<Counting, 'start' | 'bound' | 'step' | 'inclusive'>): number | undefined {
  if (
    start.type !== 'Literal' ||
    bound.type !== 'Literal' ||
    typeof start.value !== 'number' ||
    typeof bound.value !== 'number'
  )
    return undefined;
  const span = (bound.value - start.value) / Number(step);
  return Number.isNaN(span) ? undefined : Math.max(0, inclusive ? Math.floor(span) + 1 : Math.ceil(span));
}

/** The text of an operand of an arithmetic expression. */
function operand(source: SourceCode, node: TSESTree.Expression): string {
  const text = source.getText(node);
  return ['Identifier', 'Literal', 'MemberExpression', 'CallExpression'].includes(node.type) ? text : `(${text})`;
}

/** `for (let i = start; i < bound; i += step)`, or one less each time. */
function countingOf(source: SourceCode, loop: TSESTree.ForStatement): Counting | undefined {
  const { init, test, update } = loop;
  const [declarator, second, ...others] = init?.type === 'VariableDeclaration' ? init.declarations : [];
  if (declarator?.id.type !== 'Identifier' || !declarator.init || others.length > 0) return undefined;
  const down = update?.type === 'UpdateExpression' && update.operator === '--';
  if (test?.type !== 'BinaryExpression' || !(down ? ['>', '>='] : ['<', '<=']).includes(test.operator))
    return undefined;
  if (test.left.type !== 'Identifier' || test.left.name !== declarator.id.name) return undefined;
  const counter = variableOf(source, declarator.id);
  const step = down ? '1' : update && stepOf(source, update);
  const bound = second ? heldBound(source, second, test.right) : test.right;
  if (!counter || !step || !bound || (declarator.parent.kind === 'var' && !isPerItem(counter, loop))) return undefined;
  const isWritten = counter.references.some(
    (reference) => reference.isWrite() && isInside(reference.identifier, loop.body),
  );
  const inclusive = test.operator.endsWith('=');
  return isWritten
    ? undefined
    : { counter, name: declarator.id.name, start: declarator.init, bound, step, inclusive, down };
}

/** `xs.length` of `for (let i = 0, n = xs.length; i < n; i++)`, where nothing else looks at `n`. */
function heldBound(
  source: SourceCode,
  { id, init }: TSESTree.VariableDeclarator,
  bound: TSESTree.Expression,
): TSESTree.Expression | undefined {
  const uses = variableOf(source, id)?.references.filter((reference) => reference.init !== true) ?? [];
  const isOnly = id.type === 'Identifier' && uses.length === 1 && uses[0]?.identifier === bound;
  return isOnly && init ? init : undefined;
}

/** Whether a `var` could as well be one of each iteration: it is the loop's own, and no function looks at it later. */
function isPerItem(variable: Variable, loop: TSESTree.ForStatement): boolean {
  return (
    isPrivateTo(variable, loop) &&
    variable.references.every(({ from }) => from.variableScope === variable.scope.variableScope)
  );
}

function stepOf(source: SourceCode, update: TSESTree.Expression): string | undefined {
  if (update.type === 'UpdateExpression') return update.operator === '++' ? '1' : undefined;
  if (update.type !== 'AssignmentExpression' || update.operator !== '+=') return undefined;
  const isPlain =
    isPath(update.right) ||
    (update.right.type === 'Literal' && typeof update.right.value === 'number' && update.right.value > 0);
  return isPlain ? source.getText(update.right) : undefined;
}

/** `list` of `list.length`. */
function listBelow(bound: TSESTree.Expression): TSESTree.Node | undefined {
  const node = bare(bound);
  const isLength = node.type === 'MemberExpression' && propertyName(node) === 'length';
  return isLength && bare(node.object).type === 'Identifier' ? node.object : undefined;
}

/** A loop over all of a list that starts with `const x = list[i]`. */
function ofWholeList(
  source: SourceCode,
  loop: TSESTree.ForStatement | TSESTree.WhileStatement,
  list: TSESTree.Node,
  counter: Variable,
  byValue: Items,
): Items | undefined {
  const text = source.getText(list);
  const replaces = loop.body.type === 'BlockStatement' ? loop.body.body[0] : undefined;
  const declarator =
    replaces?.type === 'VariableDeclaration' && replaces.kind === 'const' && replaces.declarations.length === 1
      ? replaces.declarations[0]
      : undefined;
  if (
    !replaces ||
    !declarator?.init ||
    source.getText(declarator.init) !== `${text}[${counter.name}]` ||
    hasType(declarator)
  )
    return undefined;
  const uses = counter.references.filter(
    (reference) => isInside(reference.identifier, loop.body) && !reference.isWrite(),
  );
  const elements = source.getDeclaredVariables(declarator);
  const variables = [counter, ...elements];
  const isList = isArray(source, list);
  const holder = variableOf(source, bare(list));
  if (!isList && holder && mayBeText(source, holder, elements)) return undefined;
  const items: Items = {
    list: text,
    isArray: isList,
    parameters: source.getText(declarator.id),
    variables,
    replaces,
  };
  return uses.length === 1 ? items : { ...items, parameters: `${items.parameters}, ${counter.name}`, byValue };
}

function hasType(declarator: TSESTree.VariableDeclarator): boolean {
  return declarator.id.type === 'Identifier' && typeBehind(declarator.id) !== undefined;
}
