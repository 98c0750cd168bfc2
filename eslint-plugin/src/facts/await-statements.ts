// The shapes of statements that consist of an await: what is awaited, what is taken of it, and where that goes.
import type { TSESTree } from '@typescript-eslint/utils';
import { onlyComputes } from './computing.js';
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
  switch (node.type) {
    case 'AwaitExpression':
      return { awaits: [node], awaited: node };
    case 'MemberExpression':
      return node.computed && node.property.type !== 'Literal' ? undefined : awaitedIn(node.object);
    case 'ConditionalExpression': {
      const awaits = onlyComputes(node.test) ? awaitsOfBranches([node.consequent, node.alternate]) : [];
      return awaits.length > 0 ? { awaits, awaited: node } : undefined;
    }
    default:
      return undefined;
  }
}

/** One await a branch, at least in one; none where a branch does anything else. */
function awaitsOfBranches(branches: readonly TSESTree.Expression[]): TSESTree.AwaitExpression[] {
  const awaits = branches.filter((branch) => branch.type === 'AwaitExpression');
  return branches.every((branch) => branch.type === 'AwaitExpression' || onlyComputes(branch)) ? awaits : [];
}
