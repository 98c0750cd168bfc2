// The comment `// gather: sequential -- reason`, which silences one loop and has to be needed.
import type { TSESTree } from '@typescript-eslint/utils';
import { directivePattern } from '../facts/intent.js';
import type { Place } from '../facts/model.js';
import type { SourceCode } from '../facts/variables.js';

export interface Directive {
  comment: TSESTree.Comment;
  /** What stands behind `--`, if anything does. */
  reason: string | undefined;
}

/** The directives of a file, in the order of the text. */
export function directivesOf(source: SourceCode): Directive[] {
  return source.getAllComments().flatMap((comment) => {
    const match = directivePattern.exec(comment.value);
    return match ? [{ comment, reason: match.groups?.['reason']?.trim() }] : [];
  });
}

/**
 * Whether a directive speaks of a loop: it ends right above the loop, or stands in a line of its head.
 * @param head the loop's
 */
export function speaksOf(source: SourceCode, { comment }: Directive, loop: TSESTree.Node, head: Place): boolean {
  const first = statementOf(loop);
  const line = first.loc.start.line;
  if (comment.range[0] > first.range[0])
    return comment.loc.start.line >= line && comment.loc.start.line <= source.getLocFromIndex(head.end).line;
  const last = lastLineOf(source, comment);
  return last === line || (last === line - 1 && standsAlone(source, comment));
}

/** What a comment on a loop stands above: its labels, or the statement that a reduction is a part of. */
function statementOf(loop: TSESTree.Node): TSESTree.Node {
  let node = loop;
  while (node.parent && (node.parent.type === 'LabeledStatement' || !isWhole(node))) node = node.parent;
  return node;
}

/** Whether a node is a statement, or stands for itself in the markup or as what a function gives. */
function isWhole({ type, parent }: TSESTree.Node): boolean {
  return (
    /Statement$|Declaration$/.test(type) ||
    parent?.type === 'JSXExpressionContainer' ||
    parent?.type === 'ArrowFunctionExpression'
  );
}

/** The last line of a comment, with those of the comments that go on with it, line by line. */
function lastLineOf(source: SourceCode, comment: TSESTree.Comment): number {
  let last = comment;
  for (const next of source.getAllComments()) {
    const goesOn = next.type === 'Line' && last.type === 'Line' && next.loc.start.line === last.loc.end.line + 1;
    if (goesOn && standsAlone(source, next) && !directivePattern.test(next.value)) last = next;
  }
  return last.loc.end.line;
}

/** Whether nothing stands before a comment on its line, but for the brace that markup needs. */
function standsAlone(source: SourceCode, comment: TSESTree.Comment): boolean {
  const before = source.getTokenBefore(comment);
  if (before?.loc.end.line !== comment.loc.start.line) return true;
  return (source.getNodeByRangeIndex(comment.range[0])?.type as string) === 'JSXEmptyExpression';
}
