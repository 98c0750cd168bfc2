// The form for iterations that collect what succeeds and what fails: all are settled, then the values are parted from
// the reasons.
import type { TSESTree } from '@typescript-eslint/utils';
import { isOwnArray } from '../facts/arrays.js';
import { takesType } from '../facts/generics.js';
import { bare, bareAwaited, propertyName } from '../facts/syntax.js';
import { isInside, variableOf } from '../facts/variables.js';
import type { Addition, Group } from './additions.js';
import { continuesOf } from './body.js';
import { mayBePromise, soleConstant } from './collect.js';
import { bodyStatements, conciseBody, type Draft, gathered } from './draft.js';
import { reasonsOf, valuesOf } from './settled.js';
import { inPlaceOf, isInList, patched, statementEnd } from './text.js';

interface Parted {
  attempt: TSESTree.TryStatement;
  value: Addition;
  failure: Addition;
  /** The parameter of the `catch`. */
  error: TSESTree.Identifier;
}

/** The loop with `Promise.allSettled`, or `undefined` where an iteration does more than to collect in a `try`. */
export function settling(draft: Draft, groups: readonly Group[]): string | undefined {
  const parted = partedOf(draft, groups);
  if (!parted || draft.items.prelude !== undefined || draft.gather) return undefined;
  const { source, loop, style, names } = draft;
  const { value, failure, error } = parted;
  const body = fetching(draft, parted);
  const results = names.fresh('results', 'settled');
  const line = (text: string): string => `${text}${style.semicolon}`;
  const reasons = reasonsOf(source, results, names);
  const [given] = failure.parts;
  const isItself = given && variableOf(source, bare(given)) === variableOf(source, error);
  const mapped = isItself ? reasons : `${reasons}.map((${error.name}) => ${given ? conciseBody(source, given) : ''})`;
  const all = gathered(draft, body).replace(/^Promise\.all\(/, 'Promise.allSettled(');
  const statements = [
    line(`const ${results} = await ${all}`),
    line(`${nameOf(draft, value)}.push(...${valuesOf(source, results, names)})`),
    `${nameOf(draft, failure)}.push(...${mapped})${statementEnd(source, style, loop)}`,
  ];
  return isInList(loop) ? statements.join(style.newline + style.indent) : undefined;
}

function nameOf({ source }: Draft, { target }: Addition): string {
  return target ? source.getText(target) : '';
}

/** The body of the callback: the `try` without what it adds at its end. */
function fetching({ source, style }: Draft, { attempt, value }: Parted): string {
  const [added] = value.parts;
  if (!added) return '{}';
  const others = attempt.block.body.filter((statement) => statement !== value.statement);
  const constant = soleConstant(others, bare(added));
  const hasComments = source.getCommentsInside(attempt.block).length > 0;
  if (!hasComments && (others.length === 0 || constant)) return conciseBody(source, constant ?? added);
  const returned = added.type === 'AwaitExpression' ? added.argument : added;
  const edit = inPlaceOf(source, style, value.statement, `return ${source.getText(returned)}`);
  const text = patched(source, attempt.block.range, [edit]);
  // The `try` stood one level deeper.
  return text.includes('`') ? text : text.replaceAll(`\n${style.indent}${style.unit}`, `\n${style.indent}`);
}

function partedOf(draft: Draft, groups: readonly Group[]): Parted | undefined {
  const { source, loop } = draft;
  const [attempt, ...more] = bodyStatements(draft);
  const additions = groups.flatMap((group) => group.additions);
  if (attempt?.type !== 'TryStatement' || more.length > 0 || attempt.finalizer || additions.length !== 2)
    return undefined;
  const handler = attempt.handler;
  const value = additions.find(({ statement }) => attempt.block.body.at(-1) === statement);
  const failure = additions.find(({ statement }) => handler?.body.body[0] === statement);
  if (handler?.param?.type !== 'Identifier' || handler.body.body.length !== 1) return undefined;
  const [added] = value?.parts ?? [];
  if (!value?.target || !failure?.target || !added || groups.length !== 2) return undefined;
  if (mayBePromise(source, value.target, added) || takesType(source, bareAwaited(added))) return undefined;
  const isPlain = [value, failure].every(
    ({ way, target, parts }) =>
      way === 'push' &&
      target &&
      isOwnArray(source, target) &&
      parts.length === 1 &&
      parts[0]?.type !== 'SpreadElement',
  );
  const hasOthers = source.getCommentsInside(handler).length > 0 || continuesOf(source, loop).length > 0;
  const error = handler.param;
  return isPlain && !hasOthers && namesOnly(draft, failure, error) ? { attempt, value, failure, error } : undefined;
}

/** Whether what is added of a failure names nothing of the iteration but the failure, and awaits nothing. */
function namesOnly({ source, loop }: Draft, { parts }: Addition, error: TSESTree.Identifier): boolean {
  const own = variableOf(source, error);
  const [given] = parts;
  if (!given || !isSimple(given)) return false;
  return source.ast.tokens
    .filter((token) => token.type === 'Identifier' && isInside(token as unknown as TSESTree.Node, given))
    .every((token) => {
      const node = source.getNodeByRangeIndex(token.range[0]);
      const variable = node ? variableOf(source, node) : undefined;
      return !variable || variable === own || !variable.identifiers.some((identifier) => isInside(identifier, loop));
    });
}

/** The failure itself, a property of it, or either after it was asserted to be of a type, or made a text. */
function isSimple(node: TSESTree.Node): boolean {
  const value = bare(node);
  if (value.type === 'Identifier') return true;
  if (value.type === 'MemberExpression') return propertyName(value) !== undefined && isSimple(value.object);
  const [only] = value.type === 'CallExpression' ? value.arguments : [];
  return (
    value.type === 'CallExpression' &&
    value.arguments.length === 1 &&
    !!only &&
    isSimple(value.callee) &&
    isSimple(only)
  );
}
