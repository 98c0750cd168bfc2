// Takes what is twice in a combinator's list out of it, and gives its value from the one that stays.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Combinator, CombinatorInput } from '../facts/promises/combinators.js';
import type { SourceCode } from '../facts/variables.js';
import type { Duplicate } from '../verdict/duplicates.js';
import type { Edit } from './model.js';
import { nameFor, namesOf } from './names.js';
import { isInList, statementEnd, styleOf } from './text.js';

type List = CombinatorInput & { of: 'list' };

/** The edits, or `undefined` where the places of the results matter. */
export function withoutDuplicates(
  source: SourceCode,
  { node, name }: Combinator,
  { list, elements }: List,
  duplicates: readonly Duplicate[],
): Edit[] | undefined {
  const awaited = node.parent.type === 'AwaitExpression' ? node.parent : undefined;
  const hasComments = source.getCommentsInside(list).length > 0;
  if (hasComments) return undefined;
  const kept = elements.filter((_, index) => !duplicates.some((duplicate) => duplicate.index === index));
  const texts = kept.map((element) => (element ? source.getText(element) : ''));
  const [only, ...others] = kept;
  const isOne = name === 'all' && only && others.length === 0 && only.type !== 'SpreadElement';
  const alone = only && isOne ? operandText(source, only) : '';
  const shorter: Edit = { range: list.range, text: `[${texts.join(', ')}]` };
  if (awaited?.parent.type === 'ExpressionStatement') return [isOne ? { range: node.range, text: alone } : shorter];
  if (name === 'race' || name === 'any') return [shorter];
  const declarator = awaited?.parent.type === 'VariableDeclarator' ? awaited.parent : undefined;
  const bound = declarator && bindingsOf(source, declarator, elements, duplicates);
  if (!declarator || !bound) return undefined;
  const { patterns, rest } = bound;
  const declaration = declarator.parent;
  const style = styleOf(source, declaration);
  const end = statementEnd(source, style, declaration);
  const [pattern = ''] = patterns;
  const lines = rest.map(
    ({ target, value }) => `${style.newline}${style.indent}${declaration.kind} ${target} = ${value}${end}`,
  );
  return [
    { range: declarator.id.range, text: isOne ? pattern : `[${patterns.join(', ')}]` },
    isOne ? { range: node.range, text: alone } : shorter,
    ...(lines.length > 0
      ? [{ range: [declaration.range[1], declaration.range[1]] as const, text: lines.join('') }]
      : []),
  ];
}

/** An element behind `await`. */
function operandText(source: SourceCode, element: TSESTree.Node): string {
  const text = source.getText(element);
  return element.type === 'Identifier' || element.type === 'CallExpression' ? text : `(${text})`;
}

interface Bindings {
  /** What the results that stay are bound to; empty for one that nobody takes. */
  patterns: string[];
  /** What is given its value in statements of its own. */
  rest: { target: string; value: string }[];
}

/** `[a, b, c]` for results of which the third is the first one's: `[a, b]` and `c = a`. */
function bindingsOf(
  source: SourceCode,
  { id, parent }: TSESTree.VariableDeclarator,
  elements: List['elements'],
  duplicates: readonly Duplicate[],
): Bindings | undefined {
  if (id.type !== 'ArrayPattern' || id.typeAnnotation || parent.declarations.length !== 1 || !isInList(parent))
    return undefined;
  const isPlain = id.elements.every(
    (element) => element?.type !== 'RestElement' && element?.type !== 'AssignmentPattern',
  );
  if (
    !isPlain ||
    elements.some((element) => element?.type === 'SpreadElement') ||
    source.getCommentsInside(id).length > 0
  )
    return undefined;
  const names = namesOf(source);
  const rest: Bindings['rest'] = [];
  const patterns = elements.flatMap((element, index): string[] => {
    if (duplicates.some((duplicate) => duplicate.index === index)) return [];
    const copies = duplicates.filter(({ of }) => of === index).map((duplicate) => duplicate.index);
    const targets = [index, ...copies].flatMap((at) => {
      const target = id.elements[at];
      return target ? [target] : [];
    });
    const [first, ...others] = targets;
    if (!first || others.length === 0) return [first ? source.getText(first) : ''];
    const isName = first.type === 'Identifier';
    const value = isName ? first.name : names.fresh(...(element ? nameFor(element) : []));
    for (const target of isName ? others : targets) rest.push({ target: source.getText(target), value });
    return [value];
  });
  while (patterns.at(-1) === '') patterns.pop();
  return { patterns, rest };
}
