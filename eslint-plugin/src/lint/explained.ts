// What there is to tell at a place of a text: the loops and rows of awaits there, and for editors what a position is
// on.
import type { Linter } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { type Explanation, explain } from '../explain.js';
import { directivePattern } from '../facts/intent.js';
import { combinatorAt } from '../facts/promises/combinators.js';
import type { CombinatorName } from '../facts/promises/model.js';
import { bare, isLoop } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import plugin from '../index.js';
import { sourceCodeOf } from './embedded.js';
import type { Names } from './explain.js';
import { nodesAt } from './nodes-at.js';

export type { CombinatorName };

/** A line, or one place in it; 1-based, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number | undefined;
}

/** The loops and rows of awaits at a place, explained; or ESLint's message, for a text that cannot be parsed. */
export type Explained = { explanations: Explanation[] } | { unparsable: Linter.LintMessage };

/**
 * Explains each loop, and each await in a row, that has something of its own at a position, an inner one before the one
 * around it.
 * @param text like `name`, as for `lintText`
 * @param names those that the project adds
 * @throws when the text has no such position
 */
export function explainText(text: string, name: string, { line, column }: Position, names?: Names): Explained {
  const known = sourceCodeOf(text, name);
  if (!known) return { explanations: [] };
  if ('unparsable' in known) return known;
  const { sourceCode } = known;
  const from = sourceCode.getIndexFromLoc({ line, column: (column ?? 1) - 1 });
  const length = column === undefined ? (sourceCode.lines[line - 1]?.length ?? 0) : 1;
  return { explanations: explanationsIn(sourceCode, [from, from + Math.max(length, 1)], names) };
}

function explanationsIn(sourceCode: SourceCode, stretch: readonly [number, number], names?: Names): Explanation[] {
  return nodesAt(sourceCode, stretch).flatMap((node) => {
    // What is around it comes when it is its turn.
    const [innermost] = explain(sourceCode, node, names);
    return innermost?.place.start === node.range[0] ? [innermost] : [];
  });
}

/** What a position is on, with its part of the text: UTF-16 offsets, the first unit and the one after the last. */
export type Subject = { range: readonly [number, number] } &
  /** The head of a loop, or `await`; with the rule that judges the loop, or the row of the await. */
  (
    | { on: 'code'; rule: 'no-await-in-loop' | 'no-sequential-await'; explanation: Explanation }
    | { on: 'combinator'; name: CombinatorName }
    /** A comment that silences a rule, and what it silences, if that is a loop or an await in a row. */
    | { on: 'comment'; rule: string; explanation: Explanation | undefined }
  );

/**
 * What a position is on: the head of a loop, `await`, a combinator, or a comment that silences a rule.
 * @param text like `name`, as for `lintText`
 * @param offset in UTF-16 units
 * @param names those that the project adds
 */
export function subjectAt(text: string, name: string, offset: number, names?: Names): Subject | undefined {
  const known = sourceCodeOf(text, name);
  if (!known || 'unparsable' in known) return undefined;
  const { sourceCode } = known;
  const comment = sourceCode.getAllComments().find(({ range }) => isIn(range, offset));
  if (comment) return silenced(sourceCode, comment, offset, names);
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(offset);
  for (; node; node = node.parent) {
    const subject = subjectOf(sourceCode, node, offset, names);
    if (subject) return subject;
  }
  return undefined;
}

function subjectOf(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  offset: number,
  names: Names | undefined,
): Subject | undefined {
  if (node.type === 'AwaitExpression') {
    const range = [node.range[0], node.range[0] + 'await'.length] as const;
    const [explanation] = isIn(range, offset) ? explain(sourceCode, node, names) : [];
    const isOwn = explanation?.place.start === node.range[0];
    return explanation && { on: 'code', rule: isOwn ? 'no-sequential-await' : 'no-await-in-loop', range, explanation };
  }
  if (node.type === 'CallExpression') {
    const { range } = bare(node.callee);
    const combinator = isIn(range, offset) ? combinatorAt(sourceCode, node) : undefined;
    if (combinator) return { on: 'combinator', range, name: combinator.name };
  } else if (!isLoop(node) || isIn(node.body.range, offset)) return undefined;
  const [explanation] = explain(sourceCode, node, names);
  if (explanation?.place.start !== node.range[0]) return undefined;
  const range = [explanation.place.start, explanation.place.end] as const;
  return isIn(range, offset) ? { on: 'code', rule: 'no-await-in-loop', range, explanation } : undefined;
}

const silencing = /^\s*eslint-(?<how>disable(?:-next-line|-line)?)\s/u;
const ruleNames = /\bgather\/(?<rule>[a-z-]+)/gu;

/** The rule that a comment silences: the one that the position is on, or its first one. */
function silenced(
  sourceCode: SourceCode,
  comment: TSESTree.Comment,
  offset: number,
  names: Names | undefined,
): Subject | undefined {
  const { value, range } = comment;
  const isDirective = directivePattern.test(value);
  const how = isDirective ? 'disable-next-line' : silencing.exec(value)?.groups?.['how'];
  if (how === undefined) return undefined;
  const [text] = value.split(/\s--\s/u);
  const named = [...(text ?? '').matchAll(ruleNames)].filter(({ groups }) => isRule(groups?.['rule'] ?? ''));
  const start = range[0] + '//'.length;
  const at = named.find(({ index, 0: name }) => isIn([start + index, start + index + name.length], offset)) ?? named[0];
  const rule = isDirective ? 'no-await-in-loop' : at?.groups?.['rule'];
  if (rule === undefined) return undefined;
  const explanation = how === 'disable' ? undefined : silencedIn(sourceCode, comment, how, names);
  return { on: 'comment', range, rule, explanation };
}

/** The loop or await that begins in the lines of which a comment speaks. */
function silencedIn(
  sourceCode: SourceCode,
  comment: TSESTree.Comment,
  how: string,
  names: Names | undefined,
): Explanation | undefined {
  const next = how === 'disable-line' ? undefined : sourceCode.getTokenAfter(comment);
  const { line } = (next ?? comment).loc.start;
  const from = sourceCode.getIndexFromLoc({ line: comment.loc.start.line, column: 0 });
  const to = sourceCode.getIndexFromLoc({ line, column: 0 }) + (sourceCode.lines[line - 1]?.length ?? 0);
  const explanation = explanationsIn(sourceCode, [from, to], names).find(({ place }) => place.start >= from);
  // That the comment itself states the order need not be told on it.
  return explanation?.evidence[0]?.start === comment.range[0] ? undefined : explanation;
}

function isRule(name: string): boolean {
  return Object.hasOwn(plugin.rules, name);
}

function isIn([from, to]: readonly [number, number], offset: number): boolean {
  return from <= offset && offset < to;
}
