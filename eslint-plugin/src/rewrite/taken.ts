// A `Promise.all` whose first failure is told of, with all failures told and the values kept.
import type { TSESTree } from '@typescript-eslint/utils';
import { isEmptying, type Taken } from '../facts/promises/taken.js';
import { bare, hasOwnNode, isFunction, outermost } from '../facts/syntax.js';
import { type SourceCode, variableOf } from '../facts/variables.js';
import { reasonsTold } from './ignored-reasons.js';
import type { Edit } from './model.js';
import { type Names, namesOf } from './names.js';
import { lines, type Telling, tellingReasons, type Told, valuesOf } from './settled.js';
import { isInBlock, quoteOf, type Style, styleOf, withoutType } from './text.js';

/** Why no rewrite is offered; each has its sentence among the rule's messages. */
export type WhyNotSettled = 'place' | 'asks' | 'places';

/**
 * The edits, or why there are none: the statements have no place, the handler asks the error for more, or each value
 * is read by its place in the list.
 */
export function settledEdits(source: SourceCode, taken: Taken): Edit[] | WhyNotSettled {
  const told = asksMore(taken) || taken.facts.empties ? toldByHandler(source, taken) : 'throw';
  if (isListed(taken) && isReadByPlace(source, taken)) return 'places';
  if (!told || (told !== 'throw' && !mayTellEach(taken))) return 'asks';
  return (isListed(taken) ? listedEdits(source, taken, told) : droppedEdits(source, taken, told)) ?? 'place';
}

/** Whether the values go on as a list. */
function isListed({ facts: { values } }: Pick<Taken, 'facts'>): boolean {
  return values === 'put' || values === 'given';
}

/** Whether the list has to have a value at each place: somebody reads `values[index]`. */
function isReadByPlace(source: SourceCode, { waiting }: Taken): boolean {
  const { parent } = waiting ? outermost(waiting) : {};
  const name =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  const variable = name && variableOf(source, name);
  return (
    variable?.references.some(({ identifier: { parent: use, range } }) => {
      return use.type === 'MemberExpression' && use.computed && use.object.range === range;
    }) ?? false
  );
}

/** What one `AggregateError` has of the errors that it is made of. */
const inAggregate: ReadonlySet<string> = new Set(['message', 'stack', 'name', 'toString']);

/** Whether a handler reads more of its error than one made of several has. */
function asksMore({ facts }: Taken): boolean {
  return !facts.taken.asks.every((property) => inAggregate.has(property));
}

/** Whether each failure may be told in place of the one that leads to the handler. */
function mayTellEach({ facts, waiting, call }: Taken): boolean {
  return isListed({ facts }) || (facts.then === 'nothing' && outermost(call).parent === waiting);
}

function droppedEdits(source: SourceCode, { call, waiting }: Taken, telling: Telling): Edit[] | undefined {
  const isInTry = waiting && outermost(call).parent === waiting;
  const told = isInTry ? reasonsTold(source, call, telling) : [thrownInChain(source, call)];
  return told && [settling(source, call), ...told];
}

function listedEdits(source: SourceCode, taken: Taken, telling: Telling): Edit[] | undefined {
  const statement = taken.waiting && statementOf(taken.waiting);
  if (!statement) return undefined;
  const place: Place = { source, taken, statement, names: namesOf(source), style: styleOf(source, statement) };
  const text = listed(place, telling);
  return text === undefined ? undefined : [{ range: statement.range, text }];
}

/** `all` as `allSettled`. */
function settling(source: SourceCode, { callee }: TSESTree.CallExpression): Edit {
  const member = bare(callee);
  const { range } = member.type === 'MemberExpression' ? member.property : member;
  const isQuoted = member.type === 'MemberExpression' && member.computed;
  return { range, text: isQuoted ? `${quoteOf(source)}allSettled${quoteOf(source)}` : 'allSettled' };
}

/** A link that fails with all the reasons, so that the links behind it run as before. */
function thrownInChain(source: SourceCode, call: TSESTree.CallExpression): Edit {
  const names = namesOf(source);
  const outer = styleOf(source, call);
  const style: Style = { ...outer, indent: `${outer.indent}${outer.unit}` };
  const results = names.fresh('results', 'settled', 'outcomes');
  const told = tellingReasons(source, { names, style, at: call }, results, 'throw');
  const inner = lines(style, told);
  const text = `.then((${results}) => {${outer.newline}${style.indent}${inner}${outer.newline}${outer.indent}})`;
  return { range: [call.range[1], call.range[1]], text };
}

interface Place {
  source: SourceCode;
  taken: Taken;
  statement: TSESTree.Statement;
  names: Names;
  style: Style;
}

/** The statement of a block that an `await` belongs to. */
function statementOf(waiting: TSESTree.AwaitExpression): TSESTree.Statement | undefined {
  const { parent } = outermost(waiting);
  const statement =
    parent.type === 'VariableDeclarator' || parent.type === 'AssignmentExpression' ? parent.parent : parent;
  return isInBlock(statement) ? (statement as TSESTree.Statement) : undefined;
}

/** What takes the place of the statement that has the whole list or none of it. */
function listed({ source, taken, statement, names, style }: Place, telling: Telling): string | undefined {
  const { call, taker } = taken;
  const results = names.fresh('results', 'settled', 'outcomes');
  const argument = source.text.slice(bare(call.callee).range[1], call.range[1]);
  const settled = `const ${results} = await Promise.allSettled${argument}${style.semicolon}`;
  const values = `${valuesOf(source, results, names)}${style.semicolon}`;
  const target = targetOf(source, statement);
  // What is thrown would not come to the end of a chain that is no more, nor come back to a `return`.
  const isThrown = statement.type === 'ExpressionStatement' && taker.type === 'CatchClause';
  const how = isThrown ? telling : toldByHandler(source, taken);
  if (!how) return undefined;
  const told = tellingReasons(source, { names, style, at: statement }, results, how);
  return target === undefined
    ? lines(style, [settled, ...told, `return ${values}`])
    : lines(style, [settled, `${target} = ${values}`, ...told]);
}

/** What a statement sets; `undefined` for a `return`. */
function targetOf(source: SourceCode, statement: TSESTree.Statement): string | undefined {
  if (statement.type === 'VariableDeclaration')
    return `${statement.kind} ${source.getText(statement.declarations[0].id)}`;
  const set = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  return set?.type === 'AssignmentExpression' ? source.getText(set.left) : undefined;
}

/** The statements by which a handler tells of one failure, and what it calls the error. */
function toldByHandler(source: SourceCode, { taker, waiting }: Taken): Told | undefined {
  const put = waiting && outermost(waiting).parent;
  const body = taker.type === 'CatchClause' || isFunction(taker) ? taker.body : undefined;
  const parameter = taker.type === 'CatchClause' ? taker.param : isFunction(taker) ? taker.params[0] : undefined;
  if (body?.type !== 'BlockStatement') return undefined;
  const said = body.body.at(-1)?.type === 'ReturnStatement' ? body.body.slice(0, -1) : body.body;
  const telling = said.filter(
    (statement) =>
      put?.type !== 'AssignmentExpression' ||
      statement.type !== 'ExpressionStatement' ||
      !isEmptying(source, statement.expression, put),
  );
  if (telling.length === 0 || telling.some((statement) => returns(source, statement))) return undefined;
  return {
    statements: telling.map((statement) => source.getText(statement)),
    error: parameter ? withoutType(source, parameter) : undefined,
  };
}

function returns(source: SourceCode, statement: TSESTree.Statement): boolean {
  return hasOwnNode(statement, source.visitorKeys, ({ type }) => type === 'ReturnStatement');
}
