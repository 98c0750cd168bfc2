// `Promise.all(items.map(callback))` in chunks: a loop before the statement that awaits it, or in that one's place.
import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround, isFunction, typeBehind } from '../facts/syntax.js';
import { type SourceCode, variableOf } from '../facts/variables.js';
import type { Boundable, Pieces } from './bounded-combinator.js';
import { inChunks } from './chunks.js';
import { statementBegunBy } from './first.js';
import type { Edit } from './model.js';
import type { Names } from './names.js';
import { listOf } from './part-types.js';
import { isTyped } from './targets.js';
import { asOneStatement, isInList, outdented, patched, styleOf } from './text.js';

/** The edits, or `undefined` where no statement evaluates the combinator first of all and awaits it. */
export function chunkedEdits(
  { source, node, value, name, callee, pieces, wrap }: Boundable,
  names: Names,
  size: number,
): Edit[] | undefined {
  const statement = value && statementBegunBy(value);
  const parts = pieces.hasIndex ? withIndex(pieces) : { ...pieces, isArray: pieces.isArray && pieces.isSteady };
  if (!statement || !parts) return undefined;
  const style = styleOf(source, statement);
  const callback = outdented(source, node, parts.callback, pieces.indent, style);
  const gather = (chunk: string): string => `await ${callee}(${chunk}.map(${callback}))`;
  const cut = (each: (chunk: string) => string): string[] =>
    inChunks({ source, node: statement, items: parts, names, style }, size, each) ?? [];
  const replaced = (statements: readonly string[]): Edit[] => [
    { range: statement.range, text: asOneStatement(source, statement, statements, style) },
  ];
  if (statement.type === 'ExpressionStatement' && statement.expression === value)
    return replaced(cut((chunk) => `${gather(chunk)}${style.semicolon}`));
  const adding = (list: string): string[] => cut((chunk) => `${list}.push(...(${gather(chunk)}))${style.semicolon}`);
  const type = typeOfResults(source, name, pieces);
  const declared = wrap('') === '' ? declaredBy(statement, value) : undefined;
  if (declared) {
    const isTold = typeBehind(declared) !== undefined;
    if (!isInList(statement) || (!isTold && type === '' && isUntold(source, declared))) return undefined;
    const head = source.text.slice(statement.range[0], declared.range[1]);
    return replaced([`${head}${isTold ? '' : type} = []${style.semicolon}`, ...adding(declared.name)]);
  }
  if (statement.type === 'VariableDeclaration' && !isInList(statement)) return undefined;
  const list = names.fresh('results', 'values');
  const rest = patched(source, statement.range, [{ range: withParentheses(source, value), text: wrap(list) }]);
  return replaced([`const ${list}${type} = []${style.semicolon}`, ...adding(list), rest]);
}

/** The list with an index for each item, since a chunk's own is not the list's. */
function withIndex({
  list,
  isArray,
  returns,
  body,
  named,
}: Pieces): Pick<Pieces, 'list' | 'isArray' | 'callback'> | undefined {
  if (!named) return undefined;
  const [item, index] = named;
  const entries = isArray ? `${list}.entries()` : `Array.from(${list}).entries()`;
  return { list: entries, isArray: false, callback: `async ([${index}, ${item}])${returns} => ${body}` };
}

/** The `await` of a combinator; or itself, where an async function returns it and nothing around would catch it. */
export function awaitedValue(node: TSESTree.Expression): TSESTree.Expression | undefined {
  const { parent } = node;
  if (parent.type === 'AwaitExpression') return parent;
  const isReturned = parent.type === 'ReturnStatement' && functionAround(node)?.async === true;
  return isReturned && !isTried(node) ? node : undefined;
}

function isTried(node: TSESTree.Node): boolean {
  for (let each = node.parent; each && !isFunction(each); each = each.parent)
    if (each.type === 'TryStatement') return true;
  return false;
}

/** The one name that a declaration gives the value to. */
function declaredBy(statement: TSESTree.Statement, value: TSESTree.Expression): TSESTree.Identifier | undefined {
  const [declarator, another] = statement.type === 'VariableDeclaration' ? statement.declarations : [];
  if (another || declarator?.init !== value || declarator.id.type !== 'Identifier') return undefined;
  const { id } = declarator;
  // What is read-only cannot be added to.
  return id.typeAnnotation?.typeAnnotation.type === 'TSTypeOperator' ? undefined : id;
}

/** The annotation of a list of results, where one is written down for what a promise gives; or nothing. */
function typeOfResults(source: SourceCode, name: Boundable['name'], { type }: Pieces): string {
  if (type === undefined || !isTyped(source)) return '';
  return `: ${name === 'all' ? listOf(type) : `PromiseSettledResult<${type}>[]`}`;
}

/** Whether a function looks at a list whose type is only told by what is added to it: there it has none. */
function isUntold(source: SourceCode, id: TSESTree.Identifier): boolean {
  const around = functionAround(id);
  const references = isTyped(source) ? (variableOf(source, id)?.references ?? []) : [];
  return references.some(({ identifier }) => functionAround(identifier) !== around);
}

/** With the parentheses that an `await` needs before a member, and a name does not. */
function withParentheses(source: SourceCode, value: TSESTree.Expression): readonly [number, number] {
  const [before, after] = [source.getTokenBefore(value), source.getTokenAfter(value)];
  const isGrouped = value.parent.type === 'MemberExpression' && before?.value === '(' && after?.value === ')';
  return isGrouped ? [before.range[0], after.range[1]] : value.range;
}
