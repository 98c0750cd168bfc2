// The shapes of statements that consist of an await: what is awaited, what is taken of it, and where that goes.
import type { TSESTree } from '@typescript-eslint/utils';
import { onlyComputes, operandsOf } from './computing.js';
import { bare } from './syntax.js';

/** A statement that consists of an await, whose value may be bound, assigned or dropped. */
export interface AwaitStatement {
  /** The awaits in it: one, or those in the branches of a condition. */
  awaits: readonly TSESTree.AwaitExpression[];
  /** The await, or the condition between awaits. */
  awaited: TSESTree.AwaitExpression | TSESTree.ConditionalExpression;
  /** What is handed on: the await itself, `(await …).rows as Row[]`, `x ? await … : []`; the await where it is dropped. */
  value: TSESTree.Expression;
  /** What the value is bound to. */
  binding: TSESTree.VariableDeclarator | undefined;
  /** What it is assigned to. */
  target: TSESTree.Identifier | TSESTree.MemberExpression | undefined;
}

/** The parts of a statement that consists of an await; `undefined` for any other, and where a resource is bound. */
export function awaitStatementOf(statement: TSESTree.Node): AwaitStatement | undefined {
  switch (statement.type) {
    case 'ExpressionStatement':
      return ofExpression(statement.expression);
    case 'VariableDeclaration':
      return ofDeclaration(statement);
    case 'ExportNamedDeclaration':
      return statement.declaration?.type === 'VariableDeclaration' ? ofDeclaration(statement.declaration) : undefined;
    default:
      return undefined;
  }
}

function ofExpression(expression: TSESTree.Expression): AwaitStatement | undefined {
  const node = bare(expression);
  if (node.type === 'AwaitExpression')
    return { awaits: [node], awaited: node, value: node, binding: undefined, target: undefined };
  if (node.type !== 'AssignmentExpression' || node.operator !== '=' || !isName(node.left)) return undefined;
  const inside = awaitedIn(node.right);
  return inside && { ...inside, value: node.right, binding: undefined, target: node.left };
}

function ofDeclaration({ kind, declarations }: TSESTree.VariableDeclaration): AwaitStatement | undefined {
  const [binding] = declarations;
  if (kind === 'using' || kind === 'await using' || declarations.length !== 1 || !binding.init) return undefined;
  const inside = awaitedIn(binding.init);
  return inside && { ...inside, value: binding.init, binding, target: undefined };
}

/** `name`, `this.name`, `state.current.name`: what can be assigned to as well once other calls have been made. */
function isName(node: TSESTree.Node): node is TSESTree.Identifier | TSESTree.MemberExpression {
  if (node.type === 'MemberExpression')
    return !node.computed && (node.object.type === 'ThisExpression' || isName(node.object));
  return node.type === 'Identifier';
}

/** What an expression awaits that does nothing but await, look at what that gives, and compute which. */
function awaitedIn(expression: TSESTree.Expression): Pick<AwaitStatement, 'awaits' | 'awaited'> | undefined {
  const node = bare(expression);
  if (node.type === 'ConditionalExpression') {
    const awaits = onlyComputes(node.test) ? awaitsOfBranches([node.consequent, node.alternate]) : [];
    if (awaits.length > 0) return { awaits, awaited: node };
  }
  const awaited = awaitIn(node);
  return awaited && { awaits: [awaited], awaited };
}

/**
 * The await that an expression is, or from which alone it computes its value: `(await f()).rows[0]`,
 * `JSON.parse(await f())`, `(await f()) ?? []`. It is always awaited, and before anything that may change is looked at.
 */
export function awaitIn(expression: TSESTree.Node): TSESTree.AwaitExpression | undefined {
  const node = bare(expression);
  if (node.type === 'AwaitExpression') return node;
  const operands = operandsOf(node) ?? [];
  const first = operands.findIndex((operand) => bare(operand).type !== 'Literal');
  const operand = operands[first];
  return operand && operands.slice(first + 1).every(onlyComputes) ? awaitIn(operand) : undefined;
}

/** One await a branch, at least in one; none where a branch does anything else. */
function awaitsOfBranches(branches: readonly TSESTree.Expression[]): TSESTree.AwaitExpression[] {
  const awaits = branches.filter((branch) => branch.type === 'AwaitExpression');
  return branches.every((branch) => branch.type === 'AwaitExpression' || onlyComputes(branch)) ? awaits : [];
}
