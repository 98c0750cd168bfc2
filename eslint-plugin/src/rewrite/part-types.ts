// The types of the lists in which an iteration gathers what it adds: an empty list without one would be of no type.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Addition, Group } from './additions.js';
import { annotationOf, initOf, typeArgumentsOf } from './targets.js';

/**
 * The type of the list for a group, empty where the compiler sees it, or `undefined` where nothing that is written down tells it.
 * @param isLeftEarly whether an iteration may end before it has added anything: the list is of no type there
 */
export function typeOfPart(
  source: SourceCode,
  { way, target, additions }: Group,
  isLeftEarly: boolean,
): string | undefined {
  if (!target) return '(() => void)[]';
  const [key, value] = typeArgumentsOf(source, target) ?? [];
  const name = nameableText(source, target);
  switch (way) {
    case 'push':
      return typeOfList(source, target, name) ?? (!isLeftEarly && isSeen(source, target, additions) ? '' : undefined);
    case 'add':
      return key === undefined ? name && `Parameters<typeof ${name}.add>[0][]` : listOf(key);
    case 'set':
      return value === undefined ? name && `Parameters<typeof ${name}.set>[]` : `[${key ?? ''}, ${value}][]`;
    case 'store':
      return value === undefined ? undefined : `[${key ?? ''}, ${value}][]`;
    default:
      return additions[0] && typeOfCombined(source, target, additions[0], name);
  }
}

/** The type of a list of what is of a type. */
export function listOf(type: string): string {
  return /^[\w.]+$/.test(type) ? `${type}[]` : `(${type})[]`;
}

/** How `typeof` can name a target whose type is known to the checker. */
function nameableText(source: SourceCode, target: TSESTree.Expression): string | undefined {
  const text = source.getText(bare(target));
  if (!/^[\w$.]+$/.test(text)) return undefined;
  if (bare(target).type === 'MemberExpression' || annotationOf(source, target)) return text;
  const init = initOf(source, target);
  if (init?.type === 'ArrayExpression' && init.elements.length === 0) return undefined;
  const isNothing =
    init === undefined || (init.type === 'Literal' && init.value === null) || init.type === 'Identifier';
  return isNothing ? undefined : text;
}

/** The type that the list was declared with, so that its part has it too. */
function typeOfList(source: SourceCode, target: TSESTree.Expression, name: string | undefined): string | undefined {
  const annotation = annotationOf(source, target);
  return annotation ? source.getText(annotation) : name && `(typeof ${name})[number][]`;
}

/** Whether the list is as untyped as its target and is filled where the compiler follows: not in a function below. */
function isSeen(source: SourceCode, target: TSESTree.Expression, additions: readonly Addition[]): boolean {
  const init = initOf(source, target);
  const isUntyped = init?.type === 'ArrayExpression' && init.elements.length === 0;
  return isUntyped && additions.every(({ isNested }) => !isNested);
}

function typeOfCombined(
  source: SourceCode,
  target: TSESTree.Expression,
  { statement, parts: [value] }: Addition,
  name: string | undefined,
): string | undefined {
  const { expression } = statement;
  if (name === undefined || !value || expression.type !== 'AssignmentExpression') return undefined;
  const { operator, right } = expression;
  const isWhole = value === right;
  if (isWhole && /^(?:\?\?|\|\||&&)?=$/.test(operator)) return `(typeof ${name})[]`;
  if (!isWhole && bare(right).type === 'CallExpression') return `Parameters<typeof ${name}.concat>[number][]`;
  if (!isWhole && bare(right).type === 'ArrayExpression')
    return value.parent?.type === 'SpreadElement' ? `(typeof ${name})[]` : `(typeof ${name})[number][]`;
  const init = initOf(source, target);
  const isText = (node: TSESTree.Node | undefined): boolean =>
    node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node.value === 'string');
  const isNumber =
    annotationOf(source, target)?.type === 'TSNumberKeyword' ||
    (init?.type === 'Literal' && typeof init.value === 'number');
  if (isNumber) return 'number[]';
  return isText(bare(value)) ? 'string[]' : undefined;
}
