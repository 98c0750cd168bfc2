// The form for loops that add to one collection from several places or under conditions: each iteration fills a part
// of its own, and the parts are put together in the order of the items.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type LoopNode, propertyName, walk } from '../facts/syntax.js';
import { declaratorOf, type SourceCode, variableOf } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import { continuesAsReturns, continuesIn } from './body.js';
import { usesIn } from './collect.js';
import { blockBody, type Draft, gathered } from './draft.js';
import { isOwnArray } from './items.js';
import type { Edit } from './model.js';
import { statementEnd } from './text.js';

/** How a collection is added to: `list.push(…)`, `set.add(v)`, `map.set(k, v)`, `object[k] = v`. */
type Way = 'push' | 'add' | 'set' | 'store';

interface Addition {
  way: Way;
  target: TSESTree.Expression;
  statement: TSESTree.ExpressionStatement;
  parts: readonly TSESTree.Node[];
}

export interface Additions {
  way: Way;
  target: TSESTree.Expression;
  additions: readonly Addition[];
}

/** The additions of an iteration, when they are all that must stay in order and go to one collection. */
export function additionsOf(source: SourceCode, loop: LoopNode, ordered: readonly Ordered[]): Additions | undefined {
  const found: Addition[] = [];
  walk(loop.body, source.visitorKeys, (node) => {
    const addition = node.type === 'ExpressionStatement' ? additionIn(node) : undefined;
    if (addition && ordered.some(({ at }) => at.start >= node.range[0] && at.end <= node.range[1]))
      found.push(addition);
    return true;
  });
  const [first] = found;
  if (!first) return undefined;
  const target = source.getText(first.target);
  const isAlike = found.every((other) => other.way === first.way && source.getText(other.target) === target);
  const isAll = ordered.every(({ at }) =>
    found.some(({ statement }) => at.start >= statement.range[0] && at.end <= statement.range[1]),
  );
  const isList = first.way !== 'push' || isOwnArray(source, first.target) || found.every(addsOne);
  if (isTyped(source) && typeOfPart(source, first.way, first.target) === '') return undefined;
  const isApart = usesIn(source, loop, first.target) === found.length;
  return isAlike && isAll && isList && isApart ? { way: first.way, target: first.target, additions: found } : undefined;
}

function addsOne({ parts }: Addition): boolean {
  return parts.length === 1 && parts[0]?.type !== 'SpreadElement';
}

function additionIn(statement: TSESTree.ExpressionStatement): Addition | undefined {
  const { expression } = statement;
  if (expression.type === 'AssignmentExpression') {
    const { left, right } = expression;
    if (expression.operator !== '=' || left.type !== 'MemberExpression' || !left.computed) return undefined;
    return { way: 'store', target: left.object, statement, parts: [left.property, right] };
  }
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return undefined;
  const way = propertyName(expression.callee);
  if (way !== 'push' && way !== 'add' && way !== 'set') return undefined;
  const expected = { push: expression.arguments.length, add: 1, set: 2 }[way];
  if (expression.arguments.length !== expected) return undefined;
  return { way, target: expression.callee.object, statement, parts: expression.arguments };
}

/** The loop with a part an item, and what puts the parts together. */
export function inParts(draft: Draft, { way, target, additions }: Additions): string {
  const { source, loop, names, style } = draft;
  const part = names.fresh('part', 'added');
  const edits = additions.map((addition): Edit => ({
    range: addition.statement.range,
    text: `${part}.push(${added(draft, addition)})${style.semicolon}`,
  }));
  const type = isTyped(source) ? typeOfPart(source, way, target) : '';
  const body = blockBody(draft, [...edits, ...continuesAsReturns(continuesIn(source, loop.body), part)], {
    first: `const ${part}${type} = []${style.semicolon}`,
    last: `return ${part}${style.semicolon}`,
  });
  const parts = `(await ${gathered(draft, body)}).flat()`;
  const name = source.getText(target);
  if (way === 'push' && isOwnArray(source, target))
    return `${name}.push(...${parts})${statementEnd(source, style, loop)}`;
  const entry = names.fresh('entry', 'addition');
  const apply = {
    push: `${name}.push(${entry})`,
    add: `${name}.add(${entry})`,
    set: `${name}.set(${entry}.key, ${entry}.value)`,
    store: `${name}[${entry}.key] = ${entry}.value`,
  }[way];
  return `for (const ${entry} of ${parts}) ${apply}${statementEnd(source, style, loop)}`;
}

function added({ source }: Draft, { way, parts }: Addition): string {
  const texts = parts.map((node) => source.getText(node));
  return way === 'push' || way === 'add' ? texts.join(', ') : `{ key: ${texts[0] ?? ''}, value: ${texts[1] ?? ''} }`;
}

/** Whether the file writes types down: an empty list without one would be of no type there. */
function isTyped(source: SourceCode): boolean {
  return (source.scopeManager?.scopes ?? []).some(({ variables }) =>
    variables.some(
      ({ identifiers, defs }) =>
        defs.some(({ type }) => type === 'Type') ||
        identifiers.some((identifier) => 'typeAnnotation' in identifier && identifier.typeAnnotation !== undefined),
    ),
  );
}

/** The type of a part, as `: T[]`, from what the collection was declared with; nothing where that is not written down. */
function typeOfPart(source: SourceCode, way: Way, target: TSESTree.Expression): string {
  if (way === 'push') return typeOfList(source, target);
  const variable = variableOf(source, bare(target));
  const init = variable && declaratorOf(variable)?.init;
  const given =
    init?.type === 'NewExpression' ? init.typeArguments?.params.map((param) => source.getText(param)) : undefined;
  const [key, value] = given ?? [];
  if (key === undefined) return '';
  if (way === 'add') return `: (${key})[]`;
  return value === undefined ? '' : `: { key: ${key}; value: ${value} }[]`;
}

/** The type that the list was declared with, so that its part has it too. */
function typeOfList(source: SourceCode, target: TSESTree.Expression): string {
  const [declared] = variableOf(source, bare(target))?.identifiers ?? [];
  return declared?.type === 'Identifier' && declared.typeAnnotation ? source.getText(declared.typeAnnotation) : '';
}
