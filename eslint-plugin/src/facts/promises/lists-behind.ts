// Which lists a list is made of.
import type { TSESTree } from '@typescript-eslint/utils';
import { shapingWords } from '../../knowledge/fan-out.js';
import { hasWord } from '../../knowledge/words.js';
import { lengthIn, madeOf } from '../extent.js';
import { localFunction } from '../functions.js';
import { bareAwaited, calleeNames, type FunctionNode, isFunction, propertyName } from '../syntax.js';
import { declaratorOf, isConstant, type SourceCode, variableOf } from '../variables.js';

/** How many lists are followed that are made of one another. */
const maxLinks = 10;

/** A list and those that it is made of, one after the other: none has more items than the next. */
export function listsBehind(source: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  for (let next: TSESTree.Node | undefined = list; next && found.length < maxLinks; next = listBehind(source, next)) {
    next = bareAwaited(next);
    found.push(next);
  }
  return found;
}

/** What a list is made of, if it is made of one that shows. */
export function listBehind(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case 'Identifier':
      return onlyGiven(source, node) ?? waitedFor(source, node);
    case 'LogicalExpression':
      return node.left;
    case 'ArrayExpression': {
      const [only, ...others] = node.elements;
      return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : undefined;
    }
    case 'ObjectExpression': {
      // As many as another has: `{ length: users.length }`.
      const length = lengthIn(node);
      return length?.type === 'MemberExpression' && propertyName(length) === 'length' ? length.object : undefined;
    }
    case 'NewExpression':
      return node.arguments[0];
    case 'CallExpression':
      return madeOf(node) ?? shapedBy(node);
    default:
      return undefined;
  }
}

/** What a variable is given, where it is given but one thing: as it is declared, or later, `let users; users = await …`. */
function onlyGiven(source: SourceCode, node: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = variableOf(source, node);
  if (!variable || declaratorOf(variable)?.id.type !== 'Identifier') return undefined;
  const [given, ...others] = givenTo(source, node);
  return others.length === 0 ? given : undefined;
}

/** All that the variable of a name is given. */
export function givenTo(source: SourceCode, node: TSESTree.Node): TSESTree.Node[] {
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  return variable?.references.flatMap(({ writeExpr }) => writeExpr ?? []) ?? [];
}

/** The promise whose value a callback takes: `listUsers()` of `listUsers().then((users) => …)`. */
export function waitedFor(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  const taker = takerOf(source, node);
  const isWhole = taker?.params[0] === variableOf(source, node)?.identifiers[0];
  const callee = isWhole && taker?.parent.type === 'CallExpression' ? taker.parent.callee : undefined;
  return callee?.type === 'MemberExpression' && propertyName(callee) === 'then' ? callee.object : undefined;
}

/** The function that has a list as a parameter, or takes it out of one. */
export function takerOf(source: SourceCode, list: TSESTree.Node): FunctionNode | undefined {
  const def = list.type === 'Identifier' ? variableOf(source, list)?.defs[0] : undefined;
  return def?.type === 'Parameter' && isFunction(def.node) ? def.node : undefined;
}

/** The list that a function only gives another shape, by its name: `uniq(users)`, `toArray(users)`. */
function shapedBy({ callee, arguments: [first] }: TSESTree.CallExpression): TSESTree.Node | undefined {
  const isShaping = hasWord(calleeNames(callee).at(-1) ?? '', shapingWords);
  return isShaping && first && /^(?:Identifier|MemberExpression|CallExpression)$/.test(first.type) ? first : undefined;
}

/** The function that chooses of a list: `isOpen` of `issues.filter(isOpen)`. */
export function chooserOf(source: SourceCode, list: TSESTree.Node): FunctionNode | undefined {
  const isFilter = list.type === 'CallExpression' && calleeNames(list).at(-1) === 'filter';
  const [test] = isFilter ? list.arguments : [];
  return test && localFunction(source, test);
}

/** The declarator of a constant that a node names. */
export function constantOf(source: SourceCode, node: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  const variable = variableOf(source, node);
  return variable && isConstant(variable) ? declaratorOf(variable) : undefined;
}
