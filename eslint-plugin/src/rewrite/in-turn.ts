// The loop that a callback stands for: each item after the one before it.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Iterating } from '../facts/promises/iterations.js';
import type { ListKind } from '../facts/promises/model.js';
import { mayAwait } from '../facts/promises/surroundings.js';
import { bare, hasNode, hasOwnNode, isFunction, isLoop, outermost, walk } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import { isWrittenIn } from './body.js';
import type { Gathered } from './iterations.js';
import type { Edit } from './model.js';
import { patched, statementEnd, styleOf, withoutType } from './text.js';

/** `for (const x of xs) { … }` in place of a statement that calls `forEach`; `undefined` where it cannot be. */
export function inTurn(source: SourceCode, { call, list, callback }: Iterating, kind: ListKind): Gathered | undefined {
  const outer = outermost(call);
  const statement = outer.parent.type === 'AwaitExpression' ? outer.parent.parent : outer.parent;
  const fn = bare(callback);
  if (statement.type !== 'ExpressionStatement' || !isFunction(fn) || !mayAwait(source, call)) return undefined;
  if (call.arguments.length > 1 || outer.type === 'ChainExpression' || losesComments(source, statement, fn.body))
    return undefined;
  const head = headOf(source, list, fn.params, kind);
  const body = bodyOf(source, fn, statement);
  if (head === undefined || body === undefined || usesOwnThis(source, fn)) return undefined;
  const isAssigned = source.getDeclaredVariables(fn).some((variable) => isWrittenIn(variable, [fn.body]));
  const keyword = isAssigned ? 'let' : 'const';
  return { form: 'in-turn', edits: [{ range: statement.range, text: `for (${keyword} ${head}) ${body}` }] };
}

/** Comments anywhere but in the body have no place to go. */
function losesComments(source: SourceCode, statement: TSESTree.Node, body: TSESTree.Node): boolean {
  return source.getCommentsInside(statement).some((comment) => !isInside(comment as unknown as TSESTree.Node, body));
}

/** `x of xs`, `[index, x] of xs.entries()`, `[key, value] of map`. */
function headOf(
  source: SourceCode,
  list: TSESTree.Expression,
  parameters: readonly TSESTree.Parameter[],
  kind: ListKind,
): string | undefined {
  const [item, second, ...others] = parameters;
  const itemText = item && patternText(source, item);
  const secondText = second && patternText(source, second);
  if (!item || itemText === undefined || others.length > 0 || (second && secondText === undefined)) return undefined;
  const names = new Set(source.getDeclaredVariables(item.parent).map(({ name }) => name));
  // `for (const xs of xs)` would look at itself.
  if (source.getTokens(list).some(({ type, value }) => type === 'Identifier' && names.has(value))) return undefined;
  const text = kind === 'snapshot' ? `${source.getText(list)}.docs` : source.getText(list);
  if (kind === 'map') return `[${secondText ?? ''}, ${itemText}] of ${text}`;
  if (secondText === undefined) return `${itemText} of ${text}`;
  return kind === 'set' ? undefined : `[${secondText}, ${itemText}] of ${text}.entries()`;
}

/** A parameter without its type, which the list has. */
function patternText(source: SourceCode, parameter: TSESTree.Parameter): string | undefined {
  if (parameter.type !== 'Identifier' && parameter.type !== 'ObjectPattern' && parameter.type !== 'ArrayPattern')
    return undefined;
  return withoutType(source, parameter);
}

/** The callback's body with `continue` for `return`. */
function bodyOf(
  source: SourceCode,
  { body }: { body: TSESTree.BlockStatement | TSESTree.Expression },
  statement: TSESTree.Node,
): string | undefined {
  const end = statementEnd(source, styleOf(source, statement), statement);
  if (body.type !== 'BlockStatement') return `${awaits(source, body) ? '' : 'await '}${source.getText(body)}${end}`;
  const edits: Edit[] = [];
  const stuck: TSESTree.ReturnStatement[] = [];
  const visit = (node: TSESTree.Node, nested: boolean): void => {
    walk(node, source.visitorKeys, (inner) => {
      if (isFunction(inner)) return false;
      if (inner !== node && (isLoop(inner) || inner.type === 'SwitchStatement')) {
        visit(inner, true);
        return false;
      }
      if (inner.type !== 'ReturnStatement') return true;
      const edit = nested ? undefined : withoutReturn(inner, inner === body.body.at(-1));
      if (edit) edits.push(edit);
      else stuck.push(inner);
      return true;
    });
  };
  visit(body, false);
  return stuck.length === 0 ? patched(source, body.range, edits) : undefined;
}

function awaits(source: SourceCode, expression: TSESTree.Expression): boolean {
  return hasOwnNode(expression, source.visitorKeys, ({ type }) => type === 'AwaitExpression');
}

/** `continue` for a bare `return`; the promise that the last statement returns is awaited. */
function withoutReturn({ range, argument }: TSESTree.ReturnStatement, isLast: boolean): Edit | undefined {
  const [start] = range;
  const keyword: readonly [number, number] = [start, start + 'return'.length];
  if (!argument) return { range: keyword, text: 'continue' };
  return isLast && argument.type === 'CallExpression' ? { range: keyword, text: 'await' } : undefined;
}

/** `this` and `arguments` of a function that is none of an arrow. */
function usesOwnThis(source: SourceCode, fn: TSESTree.Node): boolean {
  const isArrow = fn.type === 'ArrowFunctionExpression';
  return hasNode(
    fn,
    source.visitorKeys,
    (inner) =>
      (inner.type === 'ThisExpression' && !isArrow) || (inner.type === 'Identifier' && inner.name === 'arguments'),
  );
}
