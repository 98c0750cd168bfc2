// The form for loops that fill a collection which is declared, empty, right before them: the declaration becomes one
// with all that the loop would have added.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, calleeNames, type LoopNode } from '../facts/syntax.js';
import { isInside, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import type { Addition, Group } from './additions.js';
import { continuesOf } from './body.js';
import type { Plan } from './bounded.js';
import { emptyBefore, mayBePromise, resultType, soleConstant } from './collect.js';
import { blockBody, bodyStatements, type Draft, gathered } from './draft.js';
import type { Items } from './items.js';
import { inParts, partsOf } from './parts.js';
import { isTyped, typeArgumentsOf } from './targets.js';
import { inPlaceOf, statementEnd } from './text.js';

/** The plan for loops that add once an item, at the end: `Object.fromEntries(…)`, `new Map(…)`, `new Set(…)`, a list by index. */
export function keyedPlan(draft: Draft, groups: readonly Group[]): Plan | undefined {
  const { source, loop } = draft;
  const [group] = groups;
  const [addition] = group?.additions ?? [];
  if (!group || !addition || groups.length > 1 || group.additions.length > 1) return undefined;
  const isLast = bodyStatements(draft).at(-1) === addition.statement;
  if (!isLast || group.way === 'push' || continuesOf(source, loop).length > 0) return undefined;
  const isByIndex = group.way === 'store' && isIndex(source, loop, addition.parts[0]);
  const { target } = group;
  const value = addition.parts.at(-1);
  const isBare = isByIndex || group.way === 'add';
  if (!target || !value || (isBare && mayBePromise(source, target, value))) return undefined;
  const filled = fillingOf(draft, group, isByIndex);
  return (
    filled &&
    planFor(draft, filled, groups, (given) => {
      const type = isTyped(source) ? filled.type : undefined;
      const inferred = isByIndex && given.gather ? resultType(source, { target, value }) : '';
      const returns = type === undefined ? inferred : `: Promise<${type}>`;
      const [key] = addition.parts;
      const items = isByIndex && key ? withoutCounter(given, key) : given.items;
      return `await ${gathered({ ...given, items, returns }, bodyGiving(given, addition, isByIndex))}`;
    })
  );
}

/** The plan for loops that add under conditions, or more than once an item. */
export function partlyPlan(draft: Draft, groups: readonly Group[]): Plan | undefined {
  const [group] = groups;
  const filled = group && groups.length === 1 ? fillingOf(draft, group, false) : undefined;
  return filled && planFor(draft, filled, groups, (given) => partsOf(given, groups)?.list);
}

interface Filling {
  declaration: TSESTree.VariableDeclaration;
  /** The type of what an iteration gives, where it has to be written down. */
  type: string | undefined;
  /** The initial value with what is given. */
  init: (values: string) => string;
}

function planFor(
  { source, loop, style }: Draft,
  { declaration, init }: Filling,
  groups: readonly Group[],
  valuesOf: (draft: Draft) => string | undefined,
): Plan {
  const [declarator] = declaration.declarations;
  return {
    form: 'all',
    range: [declaration.range[0], loop.range[1]],
    build: (given) => {
      const values = valuesOf(given);
      if (values === undefined) return undefined;
      const name = source.getText(declarator.id);
      return `${declaration.kind} ${name} = ${init(values)}${statementEnd(source, style, loop)}`;
    },
    ofChunk: (given) => inParts(given, groups),
  };
}

/** How the declaration before the loop is filled, where it can be. */
function fillingOf({ source, loop }: Draft, { way, target }: Group, isByIndex: boolean): Filling | undefined {
  const declaration = target && emptyBefore(source, loop, target, (init) => isFillable(source, init, loop, isByIndex));
  const init = declaration?.declarations[0].init;
  if (!target || !init) return undefined;
  const [key, value] = typeArgumentsOf(source, target) ?? [];
  if (isByIndex) return { declaration, type: value === undefined ? key : undefined, init: (values) => values };
  if (way === 'push')
    return init.type === 'ArrayExpression' ? { declaration, type: undefined, init: (values) => values } : undefined;
  const isKeyed = way === 'set' || way === 'store';
  const isKnown = isKeyed ? value !== undefined : key !== undefined;
  if (isTyped(source) && !isKnown) return undefined;
  const type = isKeyed ? `[${key ?? ''}, ${value ?? ''}]` : key;
  const constructor = { set: 'Map', add: 'Set', store: undefined, combine: undefined, show: undefined }[way];
  if (constructor === undefined)
    return way === 'store' && init.type === 'ObjectExpression'
      ? { declaration, type, init: (values) => `Object.fromEntries(${values})` }
      : undefined;
  if (init.type !== 'NewExpression' || source.getText(init.callee) !== constructor) return undefined;
  const made = source.getText(init).replace(/\(\s*\)$/, '');
  return { declaration, type, init: (values) => `${made}(${values})` };
}

/** An empty collection; for a list that is filled by index, also one of the right length. */
function isFillable(source: SourceCode, init: TSESTree.Expression, loop: LoopNode, isByIndex: boolean): boolean {
  if (init.type === 'ArrayExpression') return init.elements.length === 0;
  if (init.type === 'ObjectExpression') return !isByIndex && init.properties.length === 0;
  if (init.type !== 'NewExpression') return false;
  const [length] = init.arguments;
  if (!length) return true;
  const bound = loop.type === 'ForStatement' && loop.test?.type === 'BinaryExpression' ? loop.test.right : undefined;
  const isOfLength = bound !== undefined && source.getText(length) === source.getText(bound);
  return isByIndex && init.arguments.length === 1 && source.getText(init.callee) === 'Array' && isOfLength;
}

/** Whether a key counts the items from zero: the counter of `for (let i = 0; …; i++)`, the index of `list.entries()`. */
function isIndex(source: SourceCode, loop: LoopNode, key: TSESTree.Node | undefined): boolean {
  const variable = key && variableOf(source, bare(key));
  if (!variable) return false;
  if (loop.type === 'ForStatement') {
    const declarator = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations[0] : undefined;
    const isFromZero = declarator?.init?.type === 'Literal' && declarator.init.value === 0;
    const isByOne = loop.update?.type === 'UpdateExpression' && loop.update.operator === '++';
    return isFromZero && isByOne && variableOf(source, declarator.id) === variable;
  }
  if (loop.type !== 'ForOfStatement' || loop.left.type !== 'VariableDeclaration') return false;
  const [{ id }] = loop.left.declarations;
  const [index] = id.type === 'ArrayPattern' ? id.elements : [];
  const [first, ...names] = loop.right.type === 'CallExpression' ? calleeNames(loop.right.callee) : [];
  const isEntries = first !== 'Object' && names.at(-1) === 'entries';
  // An index that nothing else uses would stay behind, unused.
  return isEntries && !!index && variableOf(source, index) === variable && usesBeside(loop, variable, key) > 0;
}

/** How often the body of a loop names a variable beside at one place. */
function usesBeside(loop: LoopNode, { references }: Variable, at: TSESTree.Node): number {
  return references.filter(({ identifier }) => isInside(identifier, loop.body) && !isInside(identifier, at)).length;
}

/** The items without a counter that only says where the value goes. */
function withoutCounter({ source, loop, items }: Draft, key: TSESTree.Node): Items {
  const variable = variableOf(source, bare(key));
  if (!variable || !items.replaces || usesBeside(loop, variable, key) > 1) return items;
  return { ...items, parameters: items.parameters.replace(new RegExp(`, ${variable.name}$`), '') };
}

/** The callback's body: it gives what is added. */
function bodyGiving(draft: Draft, { statement, parts }: Addition, isByIndex: boolean): string {
  const { source, items, style } = draft;
  const given = isByIndex ? parts.slice(1) : parts;
  const others = bodyStatements(draft).filter((other) => other !== statement);
  const last = given.at(-1);
  const isKey = (variable: Variable | undefined): boolean =>
    variable?.references.some(({ identifier }) => given.slice(0, -1).some((node) => isInside(identifier, node))) ??
    false;
  const constant = last && !isKey(variableOf(source, bare(last))) ? soleConstant(others, bare(last)) : undefined;
  const shown = constant ? [...given.slice(0, -1), constant] : given;
  const isPlain = others.length === 0 || constant !== undefined;
  const hasOthers = source
    .getCommentsInside(draft.loop.body)
    .some((comment) => !shown.some((node) => isInside(comment as unknown as TSESTree.Node, node)));
  if (isPlain && !hasOthers && items.prelude === undefined) {
    const text = givenText(source, shown);
    return text.startsWith('{') ? `(${text})` : text;
  }
  return blockBody(draft, [inPlaceOf(source, style, statement, `return ${givenText(source, given)}`)]);
}

/** `value`, or `[key, value]`. */
function givenText(source: SourceCode, nodes: readonly TSESTree.Node[]): string {
  const [only] = nodes;
  if (nodes.length === 1 && only) return source.getText(only.type === 'AwaitExpression' ? only.argument : only);
  return `[${nodes.map((node) => source.getText(node)).join(', ')}]`;
}
