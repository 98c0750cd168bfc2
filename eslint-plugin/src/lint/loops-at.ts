// Which loops a stretch of the text belongs to.
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from 'eslint';
import { childrenOf, isFunction, isLoop, type LoopNode } from '../facts/syntax.js';

/**
 * The loops of which something stands in a stretch that belongs to no function within them, each inner loop before
 * the one around it.
 * @param stretch UTF-16 offsets: the first unit, and the one after the last
 */
export function loopsAt(sourceCode: SourceCode, [from, to]: readonly [number, number]): LoopNode[] {
  const loops: LoopNode[] = [];

  /** Collects the loops below a node, and tells whether something in the stretch belongs to what is around the node. */
  function collect(node: TSESTree.Node): boolean {
    const [first, end] = node.range;
    const inside = childrenOf(node, sourceCode.visitorKeys).filter(({ range }) => range[0] < to && range[1] > from);
    const isHeld = inside.map(collect).includes(true);
    const holds = isHeld || inside.length === 0 || first >= from || end <= to;
    if (holds && isLoop(node)) loops.push(node);
    return holds && !isFunction(node);
  }

  // ESLint and typescript-eslint type the same tree differently.
  collect(sourceCode.ast as unknown as TSESTree.Program);
  return loops;
}
