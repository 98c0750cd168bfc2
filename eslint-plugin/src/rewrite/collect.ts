// A loop that only adds one value an item to a list: what the callback returns is what was added.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type LoopNode, propertyName } from '../facts/syntax.js';
import { isInside, type SourceCode, variableOf } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import { continuesIn, statementsOf } from './body.js';

export interface Collection {
  /** The list that is added to. */
  target: TSESTree.Expression;
  /** What is added for an item. */
  value: TSESTree.Expression;
  /** The statement that adds it, the last of the body. */
  statement: TSESTree.Statement;
  /** The declaration of the empty list right before the loop, where nothing else touches it. */
  declaration: TSESTree.VariableDeclaration | undefined;
}

/** The collection that a loop makes, or `undefined` where it does more. */
export function collectionOf(source: SourceCode, loop: LoopNode, ordered: readonly Ordered[]): Collection | undefined {
  const statement = statementsOf(loop.body).at(-1);
  const [only] = ordered;
  if (!statement || ordered.length !== 1 || only?.does !== 'append') return undefined;
  const push = pushIn(statement);
  if (!push || continuesIn(source, loop.body).length > 0 || !isInside(push.call, statement) || only.at.start !== push.call.range[0]) return undefined;
  return { target: push.target, value: push.value, statement, declaration: declarationOf(source, loop, push.target) };
}

function pushIn(statement: TSESTree.Statement): { call: TSESTree.CallExpression; target: TSESTree.Expression; value: TSESTree.Expression } | undefined {
  const call = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || propertyName(call.callee) !== 'push') return undefined;
  const [value] = call.arguments;
  if (!value || call.arguments.length !== 1 || value.type === 'SpreadElement') return undefined;
  return { call, target: call.callee.object, value };
}

function declarationOf(source: SourceCode, loop: LoopNode, target: TSESTree.Expression): TSESTree.VariableDeclaration | undefined {
  const previous = siblingBefore(loop);
  const list = bare(target);
  if (previous?.type !== 'VariableDeclaration' || previous.declarations.length !== 1 || list.type !== 'Identifier') return undefined;
  const [declarator] = previous.declarations;
  const isEmpty = declarator.init?.type === 'ArrayExpression' && declarator.init.elements.length === 0;
  const variable = variableOf(source, list);
  if (!isEmpty || !variable || variable !== variableOf(source, declarator.id)) return undefined;
  const inLoop = variable.references.filter(({ identifier }) => isInside(identifier, loop));
  const between = source.text.slice(previous.range[1], loop.range[0]);
  return inLoop.length === 1 && /^\s*$/.test(between) ? previous : undefined;
}

function siblingBefore(node: TSESTree.Statement): TSESTree.Statement | undefined {
  const { parent } = node;
  const siblings = parent.type === 'BlockStatement' || parent.type === 'Program' || parent.type === 'StaticBlock' ? parent.body : parent.type === 'SwitchCase' ? parent.consequent : [];
  const index = (siblings as readonly TSESTree.Node[]).indexOf(node);
  return siblings[index - 1] as TSESTree.Statement | undefined;
}
