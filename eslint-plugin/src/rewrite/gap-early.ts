// Closes a rejection gap where what stands in it has to stay: a first handler right behind the start. Whoever awaits
// the promise later still gets the rejection.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Held } from '../facts/promises/held.js';
import { startersIn } from '../facts/promises/starters.js';
import type { Place } from '../facts/model.js';
import { bare } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import { type Names, namesOf } from './names.js';
import { asOneStatement, endOf, outdented, pastComment, statementEnd, styleOf } from './text.js';

/** The edits, or `undefined` where no statement can follow one of the starts in a gap. */
export function earlyEdits(
  source: SourceCode,
  { declarator, isList, facts }: Held,
  late: readonly { node: TSESTree.Node; between: Place }[],
): Edit[] | undefined {
  const names = namesOf(source);
  const edits = late.map(({ node, between }) =>
    node === declarator
      ? behindDeclaration(source, declarator, isList ? `Promise.all(${facts.name})` : facts.name, between)
      : behindPush(source, node, names, facts.name),
  );
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function behindDeclaration(
  source: SourceCode,
  declarator: TSESTree.VariableDeclarator,
  promise: string,
  between: Place,
): Edit | undefined {
  const declaration = declarator.parent;
  const dot = declarator.init && dotFor(source, declarator.init);
  if (!dot || declaration.parent.type.startsWith('Export') || between.start < declaration.range[1]) return undefined;
  const style = styleOf(source, declaration);
  const behind = endOf(source, declaration);
  const at = pastComment(source, behind);
  const end = behind < declaration.range[1] ? '' : statementEnd(source, style, declaration);
  return {
    range: [at, at],
    text: `${style.newline}${style.indent}${promise}${dot}catch(() => {})${end}`,
  };
}

/** `.`, or `?.` where there may be no promise; `undefined` where there may be something else. */
function dotFor(source: SourceCode, init: TSESTree.Node): string | undefined {
  const node = bare(init);
  if (node.type !== 'ConditionalExpression') return '.';
  const arms = [node.consequent, node.alternate].map(bare);
  if (arms.every((arm) => arm.type === 'CallExpression' || startersIn(source, arm).length > 0)) return '.';
  return arms.some(isNothing) ? '?.' : undefined;
}

function isNothing(node: TSESTree.Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

/** `jobs.push(send(x))` with the promise in a constant first. */
function behindPush(source: SourceCode, push: TSESTree.Node, names: Names, list: string): Edit | undefined {
  const statement = push.parent;
  if (push.type !== 'CallExpression' || statement?.type !== 'ExpressionStatement') return undefined;
  if (push.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const style = styleOf(source, statement);
  const pushed = push.arguments.map((argument) => {
    const own = styleOf(source, argument).indent;
    const text = outdented(source, argument, source.getText(argument), own, style);
    if (startersIn(source, argument).length === 0) return { text, lines: [] };
    const name = names.fresh(singular(list));
    return { text: name, lines: [`const ${name} = ${text}`, `${name}.catch(() => {})`] };
  });
  const last = `${source.getText(push.callee)}(${pushed.map(({ text }) => text).join(', ')})`;
  const lines = [
    ...pushed.flatMap((each) => each.lines).map((line) => line + style.semicolon),
    last + statementEnd(source, style, statement),
  ];
  return { range: statement.range, text: asOneStatement(source, statement, lines, style) };
}

/** `jobs` hold a `job`. */
function singular(list: string): string {
  return /[^s]s$/.test(list) ? list.slice(0, -1) : 'promise';
}
