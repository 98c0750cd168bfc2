// From a node of the tree to its place in the text.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from './model.js';

/** Whether a place lies in a node, or is all of it. */
export function contains(node: TSESTree.Node, { start, end }: Place): boolean {
  return start >= node.range[0] && end <= node.range[1];
}

/** The place of a node, a token or a comment. */
export function placeOf(node: TSESTree.Node | TSESTree.Token): Place {
  return {
    start: node.range[0],
    end: node.range[1],
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
  };
}
