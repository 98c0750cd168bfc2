// What state a loop adds to: a variable or a property of one, whether the loop names it elsewhere, and its type.
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf as annotationOfVariable } from '../facts/arrays.js';
import { bare, hasNode, type LoopNode, propertyName, walk } from '../facts/syntax.js';
import {
  declaratorOf,
  isConstant,
  isInside,
  oncePerFile,
  type SourceCode,
  type Variable,
  variableOf,
} from '../facts/variables.js';

interface Target {
  /** The variable; `undefined` for `this`. */
  root: Variable | undefined;
  /** The properties below it. */
  names: readonly string[];
}

/** The variable and the properties of `a`, `a.b`, `this.b`; `undefined` for any other expression. */
function targetOf(source: SourceCode, expression: TSESTree.Node): Target | undefined {
  const node = bare(expression);
  if (node.type === 'ThisExpression') return { root: undefined, names: [] };
  if (node.type === 'Identifier') {
    const root = variableOf(source, node);
    return root && { root, names: [] };
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = propertyName(node);
  const object = targetOf(source, node.object);
  return object && name !== undefined ? { ...object, names: [...object.names, name] } : undefined;
}

/**
 * Whether everything in a loop that may name a target stands at one of the places that are allowed.
 * @param isAllowed asked for the variable, or `this`, at the left end of each mention
 */
export function isNamedOnlyWhere(
  source: SourceCode,
  loop: LoopNode,
  expression: TSESTree.Expression,
  isAllowed: (root: TSESTree.Node) => boolean,
): boolean {
  const target = targetOf(source, expression);
  if (!target || (!target.root && target.names.length === 0)) return false;
  if (target.root && !outlives(target.root, loop, target.names.length > 0)) return false;
  const roots = target.root?.references.map(({ identifier }) => identifier) ?? receiversIn(source, loop);
  return roots.every((root) => !isInside(root, loop) || !mayName(root, target.names) || isAllowed(root));
}

/** Each `this` in a loop. */
function receiversIn(source: SourceCode, loop: LoopNode): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  walk(loop, source.visitorKeys, (node) => {
    if (node.type === 'ThisExpression') found.push(node);
    return true;
  });
  return found;
}

/** Whether a variable is one for all iterations, and names the same object in all where a property of it is meant. */
function outlives(root: Variable, loop: LoopNode, isObject: boolean): boolean {
  const isInLoop = root.identifiers.some((identifier) => isInside(identifier, loop));
  const isWritten = root.references.some((reference) => reference.isWrite() && isInside(reference.identifier, loop));
  return !isInLoop && !(isObject && isWritten);
}

/** Whether a chain of members that begins with `root` may lead to, or over, the properties. */
function mayName(root: TSESTree.Node, names: readonly string[]): boolean {
  let node = root;
  for (const name of names) {
    while (node.parent && bare(node.parent) === node) node = node.parent;
    const member: TSESTree.Node | undefined = node.parent;
    if (member?.type !== 'MemberExpression' || bare(member.object) !== bare(node)) return true;
    const used = propertyName(member);
    if (used === undefined) return true;
    if (used !== name) return false;
    node = member;
  }
  return true;
}

/** Whether a target surely is no other's alias: a variable, or a property of one, that was declared with a value of its own. */
export function isOwn(source: SourceCode, target: TSESTree.Expression): boolean {
  const node = bare(target);
  if (node.type === 'MemberExpression') {
    const value = declaredAs(source, node);
    return value !== undefined && isMadeHere(value);
  }
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const declarator = variable && declaratorOf(variable);
  if (declarator?.id.type !== 'Identifier') return false;
  const { init } = declarator;
  return !init || isMadeHere(bare(init)) || isUndefined(bare(init));
}

function isMadeHere({ type }: TSESTree.Node): boolean {
  return /^(?:Array|Object|New|TemplateLiteral|Literal|Unary)/.test(type);
}

/** The value of `a.b` where `a` is a constant that is declared as `{ b: … }`, and nothing is assigned to a part of it. */
function declaredAs(source: SourceCode, member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const variable = variableOf(source, member.object);
  const init = variable && isConstant(variable) ? declaratorOf(variable)?.init : undefined;
  const isAssigned = variable?.references.some(({ identifier: { parent } }) => {
    const change = parent.parent;
    return change?.type === 'AssignmentExpression' && change.left === parent;
  });
  const name = propertyName(member);
  if (isAssigned || name === undefined || init?.type !== 'ObjectExpression') return undefined;
  const property = init.properties.find((each) => each.type === 'Property' && propertyName(each) === name);
  return property?.type === 'Property' ? bare(property.value) : undefined;
}

function isUndefined(node: TSESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** Whether the file writes types down: an empty list without one would be of no type there. */
export const isTyped = oncePerFile((source) =>
  hasNode(source.ast, source.visitorKeys, ({ type }) => type.startsWith('TS')),
);

/** The annotation of a target's variable, without the colon. */
export function annotationOf(source: SourceCode, target: TSESTree.Expression): TSESTree.TypeNode | undefined {
  const variable = variableOf(source, bare(target));
  return variable && annotationOfVariable(variable);
}

/** The value that a target's variable is declared with. */
export function initOf(source: SourceCode, target: TSESTree.Expression): TSESTree.Expression | undefined {
  const node = bare(target);
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const declarator = variable && declaratorOf(variable);
  return declarator?.id.type === 'Identifier' ? (declarator.init ?? undefined) : undefined;
}

/** The types of keys and values of a Map, an object or an array, or of a Set's values alone, as they are written down. */
export function typeArgumentsOf(source: SourceCode, target: TSESTree.Expression): string[] | undefined {
  const annotation = annotationOf(source, target);
  const init = initOf(source, target);
  if (annotation?.type === 'TSTypeReference' && annotation.typeArguments) {
    const isKnown = /^(?:Map|Set|Record)$/.test(source.getText(annotation.typeName));
    return isKnown ? annotation.typeArguments.params.map((param) => source.getText(param)) : undefined;
  }
  if (annotation?.type === 'TSArrayType') return ['number', source.getText(annotation.elementType)];
  if (annotation?.type === 'TSTypeLiteral') return typesOfIndex(source, annotation);
  if (annotation || init?.type !== 'NewExpression') return undefined;
  return init.typeArguments?.params.map((param) => source.getText(param));
}

/** `K` and `V` of `{ [key: K]: V }`. */
function typesOfIndex(source: SourceCode, { members }: TSESTree.TSTypeLiteral): string[] | undefined {
  const [only] = members;
  if (members.length !== 1 || only?.type !== 'TSIndexSignature' || !only.typeAnnotation) return undefined;
  const [key] = only.parameters;
  const type = key && 'typeAnnotation' in key ? key.typeAnnotation : undefined;
  return type && [source.getText(type.typeAnnotation), source.getText(only.typeAnnotation.typeAnnotation)];
}
