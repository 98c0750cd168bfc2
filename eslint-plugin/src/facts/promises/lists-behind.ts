// Which lists a list is made of.
import type { TSESTree } from '@typescript-eslint/utils';
import { shapingWords } from '../../knowledge/fan-out.js';
import { wordsOf } from '../../knowledge/words.js';
import { lengthIn, madeOf } from '../extent.js';
import { bareAwaited, calleeNames, propertyName } from '../syntax.js';
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
    case 'Identifier': {
      const declarator = constantOf(source, node);
      return declarator?.id.type === 'Identifier' ? (declarator.init ?? undefined) : undefined;
    }
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

/** The list that a function only gives another shape, by its name: `uniq(users)`, `toArray(users)`. */
function shapedBy({ callee, arguments: [first] }: TSESTree.CallExpression): TSESTree.Node | undefined {
  const isShaping = wordsOf(calleeNames(callee).at(-1) ?? '').some((word) => shapingWords.has(word));
  return isShaping && first && /^(?:Identifier|MemberExpression|CallExpression)$/.test(first.type) ? first : undefined;
}

/** The declarator of a constant that a node names. */
export function constantOf(source: SourceCode, node: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  const variable = variableOf(source, node);
  return variable && isConstant(variable) ? declaratorOf(variable) : undefined;
}
