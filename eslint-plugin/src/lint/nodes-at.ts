// Which loops and awaits a stretch of the text belongs to.
import type { TSESTree } from '@typescript-eslint/utils';
import { reductionOf } from '../facts/reduce.js';
import { childrenOf, isFunction, isLoop } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';

/**
 * The loops, reductions and awaits of which something stands in a stretch that belongs to no function within them, each
 * inner one before the one around it.
 * @param stretch UTF-16 offsets: the first unit, and the one after the last
 */
export function nodesAt(sourceCode: SourceCode, [from, to]: readonly [number, number]): TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [];

  /** Collects those below a node, and tells whether something in the stretch belongs to what is around the node. */
  function collect(node: TSESTree.Node): boolean {
    const [first, end] = node.range;
    const inside = childrenOf(node, sourceCode.visitorKeys).filter(({ range }) => range[0] < to && range[1] > from);
    const isHeld = inside.map(collect).includes(true);
    const holds = isHeld || inside.length === 0 || first >= from || end <= to;
    if (holds && (isLoop(node) || node.type === 'AwaitExpression' || isReduction(node))) nodes.push(node);
    return holds && (!isFunction(node) || isReduction(node.parent));
  }

  const isReduction = (node: TSESTree.Node): boolean => reductionOf(sourceCode, node) !== undefined;

  collect(sourceCode.ast);
  return nodes;
}
