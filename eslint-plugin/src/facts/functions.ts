// Finds the function in this file that a call runs, if there is one.
import type { TSESTree } from '@typescript-eslint/utils';
import { classAround, classOf, inheritedBy, memberNamed, methodOfClass } from './classes.js';
import { bare, type FunctionNode, isFunction, propertyName } from './syntax.js';
import { declaratorOf, isConstant, oncePerVariable, type SourceCode, type Variable, variableOf } from './variables.js';

/** The function that a callee names: a declaration, a constant, a method of this class, `Thing.method = …`. */
export function localFunction(source: SourceCode, callee: TSESTree.Node): FunctionNode | undefined {
  const node = bare(callee);
  if (isFunction(node)) return node;
  if (node.type === 'Identifier') {
    const variable = variableOf(source, node);
    return variable && functionOf(variable);
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = propertyName(node);
  if (name === undefined) return undefined;
  const object = bare(node.object);
  if (object.type === 'ThisExpression') return methodOf(source, node, name);
  if (object.type === 'Super') return inheritedBy(source, classAround(node), name);
  const made = classOf(source, object);
  const method = made && methodOfClass(source, made, name);
  if (method) return method;
  const variable = object.type === 'Identifier' ? variableOf(source, object) : undefined;
  return variable && memberOf(source, variable, name);
}

function functionOf(variable: Variable): FunctionNode | undefined {
  const def = variable.defs[0];
  if (def?.type === 'FunctionName' && def.node.type === 'FunctionDeclaration') return def.node;
  const init = declaratorOf(variable)?.init;
  return init && isFunction(init) && isConstant(variable) ? init : undefined;
}

/** The method or function property of the class, or object literal, around a use of `this`; a class may inherit it. */
function methodOf(source: SourceCode, use: TSESTree.Node, name: string): FunctionNode | undefined {
  let isOfArrow = true;
  for (let node: TSESTree.Node | undefined = use.parent; node; node = node.parent) {
    if (node.type === 'ClassBody') return methodOfClass(source, node.parent, name);
    // The `this` of an arrow function is that of what stands around it.
    isOfArrow &&= node.type !== 'FunctionExpression';
    if (node.type === 'ObjectExpression' && !isOfArrow) return memberNamed(node.properties, name);
  }
  return undefined;
}

/** `class Thing { static method() {} }`, `const thing = { method() {} }`, or a property assigned once: `thing.method = …`. */
function memberOf(source: SourceCode, variable: Variable, name: string): FunctionNode | undefined {
  const def = variable.defs[0];
  if (def?.type === 'ClassName') return methodOfClass(source, def.node, name);
  const init = declaratorOf(variable)?.init;
  const member = init?.type === 'ObjectExpression' ? memberNamed(init.properties, name) : undefined;
  if (member) return member;
  const assigned = assignedFunctions(variable).get(name);
  return assigned?.length === 1 ? assigned[0] : undefined;
}

/** The functions that are assigned to properties of a variable, by the property's name. */
const assignedFunctions = oncePerVariable((variable) => {
  const assigned = new Map<string, FunctionNode[]>();
  for (const { identifier } of variable.references) {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || member.object !== identifier) continue;
    const assignment = member.parent;
    if (assignment.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    const name = propertyName(member);
    if (name !== undefined && isFunction(assignment.right))
      assigned.set(name, [...(assigned.get(name) ?? []), assignment.right]);
  }
  return assigned;
});
