// Finds the places where awaits stand in a row: statements of one block.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { type AwaitNode, awaitStatement, variablesIn } from './sequence.js';
import { bare, walk } from './syntax.js';
import { identityOf, isConstant, type SourceCode, variableOf } from './variables.js';

/** A statement of a row: one that awaits, one that only computes, or one that ends the row. */
export type RowPart =
  { statement: TSESTree.Statement; node: AwaitNode } | { statement: TSESTree.Statement; computes: Computed };

/** What a statement that only computes names and declares, by identity. */
export interface Computed {
  uses: readonly string[];
  declares: readonly string[];
  /** What it reads that may change: variables that are assigned anew, and objects whose properties it looks at. */
  looksAt: readonly string[];
}

/** The rows of statements in a file: each begins and ends with an await and has two or more of them. */
export function rowsOf(source: SourceCode, project: ProjectNames): RowPart[][] {
  const rows: RowPart[][] = [];
  walk(source.ast, source.visitorKeys, (node) => {
    for (const statements of blocksOf(node)) rows.push(...rowsIn(source, project, statements));
    return true;
  });
  return rows;
}

function blocksOf(node: TSESTree.Node): readonly (readonly TSESTree.Statement[])[] {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return [node.body];
    case 'SwitchCase':
      return [node.consequent];
    default:
      return [];
  }
}

function rowsIn(source: SourceCode, project: ProjectNames, statements: readonly TSESTree.Statement[]): RowPart[][] {
  const rows: RowPart[][] = [];
  let row: RowPart[] = [];
  const close = (): void => {
    while (row.length > 0 && !('node' in (row.at(-1) ?? {}))) row.pop();
    if (row.filter((part) => 'node' in part).length > 1) rows.push(row);
    row = [];
  };
  for (const statement of statements) {
    const part = partOf(source, project, statement, row.length > 0);
    if (part) row.push(part);
    else close();
  }
  close();
  return rows;
}

function partOf(
  source: SourceCode,
  project: ProjectNames,
  statement: TSESTree.Statement,
  isInRow: boolean,
): RowPart | undefined {
  const node = awaitStatement(source, project, statement);
  if (node) return { statement, node };
  if (
    !isInRow ||
    statement.type !== 'VariableDeclaration' ||
    statement.kind !== 'const' ||
    !statement.declarations.every(({ init }) => init && onlyComputes(init))
  )
    return undefined;
  const declares = statement.declarations
    .flatMap((declarator) => source.getDeclaredVariables(declarator))
    .map(identityOf);
  return {
    statement,
    computes: { declares, uses: variablesIn(source, statement).map(identityOf), looksAt: lookedAt(source, statement) },
  };
}

/** See `Computed`; `this` stands for itself. */
function lookedAt(source: SourceCode, statement: TSESTree.Node): string[] {
  const found: string[] = [];
  walk(statement, source.visitorKeys, (node) => {
    if (node.type === 'ThisExpression') found.push('this');
    if (node.type !== 'Identifier') return true;
    const variable = variableOf(source, node);
    const isObject = node.parent.type === 'MemberExpression' && node.parent.object === node;
    if (variable && (isObject || !isConstant(variable))) found.push(identityOf(variable));
    return true;
  });
  return found;
}

const computing: ReadonlySet<string> = new Set([
  'Identifier', 'Literal', 'TemplateLiteral', 'MemberExpression', 'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'UnaryExpression',
  'ObjectExpression', 'ArrayExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'ThisExpression',
]); // prettier-ignore

/** Whether evaluating an expression does nothing but give a value: no call, no assignment, no await. */
export function onlyComputes(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (!computing.has(node.type) || (node.type === 'UnaryExpression' && node.operator === 'delete')) return false;
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.every(onlyComputes);
    case 'MemberExpression':
      return onlyComputes(node.object) && (!node.computed || onlyComputes(node.property));
    case 'BinaryExpression':
    case 'LogicalExpression':
      return onlyComputes(node.left) && onlyComputes(node.right);
    case 'ConditionalExpression':
      return onlyComputes(node.test) && onlyComputes(node.consequent) && onlyComputes(node.alternate);
    case 'UnaryExpression':
      return onlyComputes(node.argument);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || onlyComputes(element));
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && !property.computed && onlyComputes(property.value),
      );
    default:
      return true;
  }
}
