// Whether an expression is an array, as far as the file shows it.
import type { TSESTree } from '@typescript-eslint/utils';
import { wordsOf } from '../knowledge/words.js';
import { bare, calleeNames, propertyName } from './syntax.js';
import { declaratorOf, isConstant, type SourceCode, type Variable, variableOf } from './variables.js';

/** Methods that arrays have and other iterables, strings among them, have not. */
const arrayMethods: ReadonlySet<string> = new Set([
  'push', 'unshift', 'pop', 'shift', 'splice', 'map', 'filter', 'flat', 'flatMap', 'every', 'some', 'find', 'findIndex', 'reduce', 'join', 'sort', 'reverse',
]); // prettier-ignore

/** Methods whose result is an array. */
const givesArray: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'splice',
  'flat',
  'flatMap',
  'split',
  'toSorted',
  'toReversed',
  'sort',
  'reverse',
]);

/** Whether the file shows that an expression is an array: it is made as one, or used as one. */
export function isArray(source: SourceCode, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  return isMadeArray(source, node) || (variable !== undefined && !annotationOf(variable) && isUsedAsArray(variable));
}

/**
 * Whether what a variable holds may be a text, whose index counts other things than its iteration: nothing says that it
 * is a list, not its type, not its name, and not what is done with an element.
 */
export function mayBeText(source: SourceCode, list: Variable, elements: readonly Variable[]): boolean {
  const type = annotationOf(list);
  if (type) return /\b(?:string|any|unknown)\b/.test(source.getText(type)) && !isArrayType(source, type);
  const init = declaratorOf(list)?.init;
  if (init?.type === 'TemplateLiteral' || (init?.type === 'Literal' && typeof init.value === 'string')) return true;
  const word = wordsOf(list.name).at(-1) ?? '';
  const isNamed = /[^ius]s$|^(?:list|array|arr|queue|stack)$/.test(word) && !pluralOfText.test(word);
  return !isNamed && elements.length === 1 && !elements.some((element) => element.references.some(isLookedInto));
}

/** What the parts of a text are called. */
const pluralOfText = /^(?:char|character|letter|digit|symbol|content|bit)s$/;

function isLookedInto({ identifier: { parent } }: Variable['references'][number]): boolean {
  return (
    parent.type === 'MemberExpression' &&
    propertyName(parent) !== 'length' &&
    !(parent.parent.type === 'CallExpression' && parent.parent.callee === parent)
  );
}

/** Whether an expression is made as an array, or declared as one. */
export function isMadeArray(source: SourceCode, expression: TSESTree.Node, depth = 0): boolean {
  const node = bare(expression);
  switch (node.type) {
    // `map` would skip a hole, which a loop goes through.
    case 'ArrayExpression':
      return !node.elements.includes(null);
    case 'CallExpression': {
      const names = calleeNames(node.callee);
      const name = names.at(-1) ?? '';
      if (names[0] === 'Object' && names.length === 2) return ['keys', 'values', 'entries'].includes(name);
      if (names[0] === 'Array') return name === 'from' || name === 'of';
      return names.length > 1 && givesArray.has(name);
    }
    case 'AwaitExpression':
      return (
        node.argument.type === 'CallExpression' &&
        /^Promise\.(?:all|allSettled)$/.test(calleeNames(node.argument.callee).join('.'))
      );
    case 'Identifier': {
      const variable = variableOf(source, node);
      return variable !== undefined && depth < 3 && isMadeVariable(source, variable, depth);
    }
    default:
      return false;
  }
}

/** Whether `push` on an expression can only be an array's: a declared array, and no router's history. */
export function isOwnArray(source: SourceCode, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const annotation = variable && annotationOf(variable);
  const init = variable && declaratorOf(variable)?.id.type === 'Identifier' ? declaratorOf(variable)?.init : undefined;
  return (annotation !== undefined && isArrayType(source, annotation)) || init?.type === 'ArrayExpression';
}

/** The type that is written down where a variable is declared. */
export function annotationOf({ identifiers: [declared] }: Variable): TSESTree.TypeNode | undefined {
  return declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
}

function isMadeVariable(source: SourceCode, variable: Variable, depth: number): boolean {
  const annotation = annotationOf(variable);
  if (annotation) return isArrayType(source, annotation);
  const declarator = declaratorOf(variable);
  if (!declarator?.init || declarator.id.type !== 'Identifier' || !isConstant(variable)) return false;
  return isMadeArray(source, declarator.init, depth + 1);
}

/** Whether a method of a variable is called that arrays alone have. */
function isUsedAsArray(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || member.object !== identifier) return false;
    return (
      arrayMethods.has(propertyName(member) ?? '') &&
      member.parent.type === 'CallExpression' &&
      member.parent.callee === member
    );
  });
}

function isArrayType(source: SourceCode, type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSArrayType' || type.type === 'TSTupleType') return true;
  if (type.type === 'TSTypeOperator')
    return type.typeAnnotation !== undefined && isArrayType(source, type.typeAnnotation);
  return type.type === 'TSTypeReference' && /^(?:Readonly)?Array$/.test(source.getText(type.typeName));
}
