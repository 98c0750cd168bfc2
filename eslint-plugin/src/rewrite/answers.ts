// Answers instead of promises: all are waited for first, then the list is asked by them.
import type { Iterating } from '../facts/promises/iterations.js';
import { mayAwait } from '../facts/promises/surroundings.js';
import { isPath, outermost } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { statementBegunBy } from './first.js';
import type { Gathered } from './iterations.js';
import type { Edit } from './model.js';
import { namesOf } from './names.js';
import { begun, isInBlock, styleOf } from './text.js';

/** `(await Promise.all(xs.map(test))).some(Boolean)` and its like; `undefined` where no `await` may stand. */
export function byAnswers(source: SourceCode, iterating: Iterating): Gathered | undefined {
  const { call, list, callback, callee, method } = iterating;
  const outer = outermost(call);
  if (iterating.listFirst || !mayAwait(source, call) || outer.type === 'ChainExpression' || call.arguments.length > 1)
    return undefined;
  if (source.getCommentsInside(callee).length > 0) return undefined;
  if (method === 'filter') return filtered(source, iterating);
  const isAwaited = outer.parent.type === 'AwaitExpression';
  const test = { range: callee.property.range, text: 'map' };
  const asked = { some: 'some', every: 'every', find: 'findIndex', findLast: 'findLastIndex' }[method] ?? method;
  const isItem = method === 'find' || method === 'findLast';
  // The list is named twice, so that naming it must do nothing.
  if (isItem && !isPath(list)) return undefined;
  const open = isItem ? `${source.getText(list)}[(await Promise.all(` : '(await Promise.all(';
  const close = `)).${asked}(Boolean)${isItem ? ']' : ''}`;
  const place = isAwaited ? outer.parent : outer;
  const before: Edit = { range: [place.range[0], outer.range[0]], text: begun(source, place, open) };
  return { form: 'answers', edits: [before, test, { range: [callback.parent.range[1], outer.range[1]], text: close }] };
}

/** A statement before that gathers the answers, by which the list is filtered then. */
function filtered(source: SourceCode, { call, list, callback }: Iterating): Gathered | undefined {
  const statement = statementBegunBy(call);
  if (!statement || !isInBlock(statement)) return undefined;
  const names = namesOf(source);
  const { newline, indent, semicolon } = styleOf(source, statement);
  const end = `${semicolon}${newline}${indent}`;
  const path = isPath(list) ? source.getText(list) : names.fresh('candidates', 'all');
  const declared = isPath(list) ? '' : `const ${path} = ${source.getText(list)}${end}`;
  const answers = names.fresh('answers', 'verdicts');
  const tested = `const ${answers} = await Promise.all(${path}.map(${source.getText(callback)}))${end}`;
  const index = names.fresh('index', 'position');
  const outer = outermost(call);
  const from = outer.parent.type === 'AwaitExpression' ? outer.parent.range[0] : outer.range[0];
  return {
    form: 'answers',
    edits: [
      { range: [statement.range[0], statement.range[0]], text: declared + tested },
      { range: [from, call.range[1]], text: `${path}.filter((_, ${index}) => ${answers}[${index}])` },
    ],
  };
}
