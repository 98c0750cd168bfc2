// The reasons of settled results told where nobody looks at them: the results get a name, and the reasons follow.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../facts/functions.js';
import { bare, outermost } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import { namesOf } from './names.js';
import { lines, type Telling, tellingReasons } from './settled.js';
import { isInBlock, rangeInParentheses, type Style, styleOf } from './text.js';

/** The edits that tell the reasons of a call of `allSettled`, or `undefined` where no statement can follow it. */
export function reasonsTold(source: SourceCode, call: TSESTree.CallExpression, telling: Telling): Edit[] | undefined {
  const waiting = outermost(call).parent;
  if (waiting.type === 'AwaitExpression') return afterAwait(source, waiting, telling);
  // What is thrown in a chain may go nowhere.
  return waiting.type === 'MemberExpression' && telling === 'log' ? inChain(source, waiting) : undefined;
}

function afterAwait(source: SourceCode, waiting: TSESTree.AwaitExpression, telling: Telling): Edit[] | undefined {
  const statement = statementOf(waiting);
  if (!statement) return undefined;
  const names = namesOf(source);
  const style = styleOf(source, statement);
  const told = (results: string): string[] => tellingReasons(source, { names, style, at: statement }, results, telling);
  const { parent } = outermost(waiting);
  const named = nameFor(parent, waiting);
  if (named) return [following(source, statement, style, told(named.name))];
  const results = names.fresh('results', 'settled', 'outcomes');
  if (parent === statement) {
    const start = waiting.range[0];
    return [{ range: [start, start], text: `const ${results} = ` }, following(source, statement, style, told(results))];
  }
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'ArrayPattern') {
    const taken = `const ${source.getText(parent.id)} = ${results}${style.semicolon}`;
    return [{ range: parent.id.range, text: results }, following(source, statement, style, [taken, ...told(results)])];
  }
  return before(source, { statement, waiting, style, results }, told(results));
}

type Listed = TSESTree.ExpressionStatement | TSESTree.VariableDeclaration | TSESTree.ReturnStatement;

/** The statement of a list that evaluates the `await` first. */
function statementOf(waiting: TSESTree.AwaitExpression): Listed | undefined {
  let statement: TSESTree.Node = waiting;
  while (statement.parent && !/Statement$|^VariableDeclaration$|Function/.test(statement.type))
    statement = statement.parent;
  return isListed(statement) && isInBlock(statement) ? statement : undefined;
}

function isListed(node: TSESTree.Node): node is Listed {
  if (node.type === 'VariableDeclaration') return node.declarations.length === 1;
  return node.type === 'ExpressionStatement' || node.type === 'ReturnStatement';
}

/** The variable that holds the results, by its declaration or assignment. */
function nameFor(parent: TSESTree.Node, waiting: TSESTree.AwaitExpression): TSESTree.Identifier | undefined {
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id : undefined;
  const isAssigned = parent.type === 'AssignmentExpression' && bare(parent.right) === waiting;
  return isAssigned && parent.left.type === 'Identifier' ? parent.left : undefined;
}

/** Statements behind a statement, and behind a comment on its last line. */
function following(source: SourceCode, statement: Listed, style: Style, statements: readonly string[]): Edit {
  const next = source.getTokenAfter(statement, { includeComments: true });
  const isComment = next?.type === 'Line' || next?.type === 'Block';
  const offset = isComment && next.loc.start.line === statement.loc.end.line ? next.range[1] : statement.range[1];
  return { range: [offset, offset], text: `${style.newline}${style.indent}${lines(style, statements)}` };
}

interface Hoisted {
  statement: Listed;
  waiting: TSESTree.AwaitExpression;
  style: Style;
  results: string;
}

/** `return (await …).filter(…)`: the results are named before, where nothing is evaluated ahead of them. */
function before(source: SourceCode, hoisted: Hoisted, told: readonly string[]): Edit[] | undefined {
  const { statement, waiting, style, results } = hoisted;
  const evaluated = valueOf(statement);
  if (!evaluated || !/^[\s(]*$/.test(source.text.slice(evaluated.range[0], waiting.range[0]))) return undefined;
  const declaration = `const ${results} = ${source.getText(waiting)}${style.semicolon}`;
  const text = `${lines(style, [declaration, ...told])}${style.newline}${style.indent}`;
  return [
    { range: [statement.range[0], statement.range[0]], text },
    { range: rangeInParentheses(source, waiting), text: results },
  ];
}

function valueOf(statement: Listed): TSESTree.Expression | null {
  if (statement.type === 'VariableDeclaration') return statement.declarations[0].init;
  if (statement.type === 'ReturnStatement') return statement.argument;
  const { expression } = statement;
  const isAssigned = expression.type === 'AssignmentExpression' && expression.left.type === 'Identifier';
  return isAssigned ? expression.right : expression;
}

/** `.then((results) => { … })`. */
function inChain(source: SourceCode, member: TSESTree.MemberExpression): Edit[] | undefined {
  const link = outermost(member).parent;
  const handler = link.type === 'CallExpression' ? link.arguments[0] : undefined;
  const callback = handler && localFunction(source, handler);
  const [results] = callback?.params ?? [];
  if (callback?.body.type !== 'BlockStatement' || results?.type !== 'Identifier') return undefined;
  const [first] = callback.body.body;
  if (!first) return undefined;
  const style = styleOf(source, first);
  const told = tellingReasons(source, { names: namesOf(source), style, at: first }, results.name, 'log');
  const start = first.range[0];
  return [{ range: [start, start], text: `${lines(style, told)}${style.newline}${style.indent}` }];
}
