// Whether the items of a loop may never end: those of a generator, or of what is only said to be an iterable.
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf } from '../facts/arrays.js';
import { localFunction } from '../facts/functions.js';
import { bare, type LoopNode } from '../facts/syntax.js';
import { declaratorOf, type SourceCode, variableOf } from '../facts/variables.js';

/** Types that say no more than that one item comes after another. */
const iterables = /^(?:Iterable|Iterator|IterableIterator|IteratorObject|Generator)$/;

/** Whether nothing says that the items of a loop end. */
export function mayBeEndless(source: SourceCode, loop: LoopNode): boolean {
  return loop.type === 'ForOfStatement' && isEndless(source, loop.right);
}

function isEndless(source: SourceCode, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === 'CallExpression') return localFunction(source, node.callee)?.generator === true;
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const type = variable && annotationOf(variable);
  if (type) return type.type === 'TSTypeReference' && iterables.test(source.getText(type.typeName));
  const init = variable && declaratorOf(variable)?.init;
  return init?.type === 'CallExpression' && isEndless(source, init);
}
