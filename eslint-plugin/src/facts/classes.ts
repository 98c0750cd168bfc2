// Classes of this file: their methods, those that they inherit, and which of them a thing is of.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type FunctionNode, isFunction, propertyName, typeBehind } from './syntax.js';
import { declaratorOf, oncePerFile, type SourceCode, type Variable, variableOf } from './variables.js';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The innermost class whose body holds a node. */
export function classAround(use: TSESTree.Node): ClassNode | undefined {
  let node: TSESTree.Node | undefined = use;
  while (node && node.type !== 'ClassBody') node = node.parent;
  return node?.parent;
}

/** How far classes are followed to those that they extend; circles, which no program can run, end there. */
const maxAncestors = 8;

/** The method, or property that holds a function, of a class or of one that it extends. */
export function methodOfClass(source: SourceCode, node: ClassNode, name: string, depth = 0): FunctionNode | undefined {
  return memberNamed(node.body.body, name) ?? inheritedBy(source, node, name, depth);
}

/** The method of that name of the class of this file that a class extends. */
export function inheritedBy(
  source: SourceCode,
  node: ClassNode | undefined,
  name: string,
  depth = 0,
): FunctionNode | undefined {
  const parent = node?.superClass ? classNamed(source, node.superClass) : undefined;
  return parent && depth < maxAncestors ? methodOfClass(source, parent, name, depth + 1) : undefined;
}

/** A member of that name that holds a function. */
export function memberNamed(
  members: readonly (TSESTree.ClassElement | TSESTree.ObjectLiteralElement)[],
  name: string,
): FunctionNode | undefined {
  for (const member of members) {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition' && member.type !== 'Property')
      continue;
    if (propertyName(member) === name && member.value && isFunction(member.value)) return member.value;
  }
  return undefined;
}

/** The class of this file whose instance an expression is: a variable, or a field of the class around it. */
export function classOf(source: SourceCode, expression: TSESTree.Node): ClassNode | undefined {
  const node = bare(expression);
  if (node.type === 'Identifier') {
    const variable = variableOf(source, node);
    return variable && classOfVariable(source, variable);
  }
  if (node.type !== 'MemberExpression' || bare(node.object).type !== 'ThisExpression') return undefined;
  const name = propertyName(node);
  const around = classAround(node);
  return around && name !== undefined ? classOfField(source, around, name) : undefined;
}

function classOfVariable(source: SourceCode, variable: Variable): ClassNode | undefined {
  const [declared] = variable.identifiers;
  return classBehind(source, declared, declaratorOf(variable)?.init);
}

/** The class of a field, or of a parameter of the constructor that becomes one. */
function classOfField(source: SourceCode, { body }: ClassNode, name: string): ClassNode | undefined {
  for (const member of body.body) {
    if (member.type === 'PropertyDefinition' && propertyName(member) === name)
      return classBehind(source, member, member.value);
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') continue;
      if (parameter.parameter.name === name) return classBehind(source, parameter.parameter);
    }
  }
  return undefined;
}

/** By what `new` makes of it, else by the type that is written behind the name. */
function classBehind(
  source: SourceCode,
  declared: TSESTree.Node | undefined,
  value?: TSESTree.Expression | null,
): ClassNode | undefined {
  if (value?.type === 'NewExpression') return classNamed(source, value.callee);
  const type = declared && typeBehind(declared)?.typeAnnotation;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  return classNamed(source, type.typeName) ?? implementers(source).get(type.typeName.name);
}

/** The class of this file that an expression names. */
function classNamed(source: SourceCode, expression: TSESTree.Node): ClassNode | undefined {
  const def = variableOf(source, bare(expression))?.defs[0];
  return def?.type === 'ClassName' ? def.node : undefined;
}

/** The one class of this file that implements an interface, by the interface's name; of several none can be told. */
const implementers = oncePerFile((source) => {
  const classes = new Map<string, Set<ClassNode>>();
  for (const { variables } of source.scopeManager?.scopes ?? [])
    for (const { defs } of variables) {
      const def = defs[0];
      if (def?.type !== 'ClassName') continue;
      for (const { expression } of def.node.implements) {
        if (expression.type !== 'Identifier') continue;
        classes.set(expression.name, (classes.get(expression.name) ?? new Set()).add(def.node));
      }
    }
  return new Map([...classes].flatMap(([name, all]) => (all.size === 1 ? [...all].map((one) => [name, one]) : [])));
});
