// Finds the places where awaits stand in a row: statements of one block, and the parts of one expression.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { type AwaitNode, awaitStatement, factsOfAwait, variablesIn } from './sequence.js';
import { bare, childrenOf } from './syntax.js';
import { identityOf, type SourceCode } from './variables.js';

/** A statement of a row: one that awaits, one that only computes, or one that ends the row. */
export type RowPart =
  { statement: TSESTree.Statement; node: AwaitNode } | { statement: TSESTree.Statement; computes: Computed };

/** What a statement that only computes names and declares, by identity. */
export interface Computed {
  uses: readonly string[];
  declares: readonly string[];
}

/** The rows of statements in a file: each begins and ends with an await and has two or more of them. */
export function rowsOf(source: SourceCode, project: ProjectNames): RowPart[][] {
  const rows: RowPart[][] = [];
  const visit = (node: TSESTree.Node): void => {
    for (const statements of blocksOf(node)) rows.push(...rowsIn(source, project, statements));
    for (const child of childrenOf(node, source.visitorKeys)) visit(child);
  };
  visit(source.ast);
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
  return { statement, computes: { declares, uses: variablesIn(source, statement).map(identityOf) } };
}

const computing: ReadonlySet<string> = new Set([
  'Identifier', 'Literal', 'TemplateLiteral', 'MemberExpression', 'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'UnaryExpression',
  'ObjectExpression', 'ArrayExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'ThisExpression',
]); // prettier-ignore

/** Whether evaluating an expression does nothing but give a value: no call, no assignment, no await. */
function onlyComputes(expression: TSESTree.Node): boolean {
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

/** Awaits that are parts of one array, object or argument list. */
export interface SideBySide {
  /** The expression that holds them. */
  around: TSESTree.ArrayExpression | TSESTree.ObjectExpression | TSESTree.CallExpression | TSESTree.NewExpression;
  awaits: readonly { expression: TSESTree.AwaitExpression; node: AwaitNode }[];
}

/** The expressions of a file that await two or more of their parts. */
export function sideBySideOf(source: SourceCode, project: ProjectNames): SideBySide[] {
  const found: SideBySide[] = [];
  const visit = (node: TSESTree.Node): void => {
    const parts = partsOf(node);
    const awaits =
      parts?.parts.filter((part): part is TSESTree.AwaitExpression => part.type === 'AwaitExpression') ?? [];
    if (parts && awaits.length > 1 && awaits.length === parts.parts.filter((part) => !isQuiet(part)).length) {
      found.push({
        around: parts.around,
        awaits: awaits.map((expression) => ({
          expression,
          node: {
            facts: factsOfAwait(source, project, expression, undefined),
            argument: expression.argument,
            binding: undefined,
          },
        })),
      });
    }
    for (const child of childrenOf(node, source.visitorKeys)) visit(child);
  };
  visit(source.ast);
  return found;
}

function partsOf(node: TSESTree.Node): { around: SideBySide['around']; parts: TSESTree.Node[] } | undefined {
  switch (node.type) {
    case 'ArrayExpression':
      return { around: node, parts: node.elements.filter((element) => element !== null) };
    case 'ObjectExpression':
      return {
        around: node,
        parts: node.properties.map((property) =>
          property.type === 'Property' && !property.computed ? property.value : property,
        ),
      };
    case 'CallExpression':
    case 'NewExpression':
      return { around: node, parts: node.arguments };
    default:
      return undefined;
  }
}

/** A part that may be evaluated before or after the awaits alike. */
function isQuiet(part: TSESTree.Node): boolean {
  return part.type !== 'AwaitExpression' && onlyComputes(part);
}
