// The comment `// gather: sequential -- reason`, which silences one loop and has to be needed.
import type { TSESTree } from '@typescript-eslint/utils';
import { directivePattern } from '../facts/intent.js';
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

/** Whether a directive speaks of a loop: it ends on the line above the loop, or stands in the line of its head. */
export function speaksOf(source: SourceCode, { comment }: Directive, loop: TSESTree.Node): boolean {
  const first = loop.loc.start.line;
  return (
    (comment.loc.end.line === first - 1 && standsAlone(source, comment)) ||
    (comment.loc.start.line === first && comment.range[0] > loop.range[0]) ||
    (comment.loc.end.line === first && comment.range[1] <= loop.range[0])
  );
}

/** Whether nothing stands before a comment on its line. */
function standsAlone(source: SourceCode, comment: TSESTree.Comment): boolean {
  return source.getTokenBefore(comment)?.loc.end.line !== comment.loc.start.line;
}
