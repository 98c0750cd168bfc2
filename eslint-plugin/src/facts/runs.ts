// Finds the places where awaits stand in a row: statements of one block.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { type AwaitNode, awaitStatement, variablesIn } from './sequence.js';
import { isTakenAsText, onlyComputes } from './computing.js';
import { landmarksOf } from './landmarks.js';
import { localFunction } from './functions.js';
import { bare, isFunction, siblingsOf, soleValueOf, walk } from './syntax.js';
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
  const counts = new Map<readonly TSESTree.Statement[] | undefined, number>();
  for (const block of landmarksOf(source).awaits.map(blockAround)) counts.set(block, (counts.get(block) ?? 0) + 1);
  return [...counts].flatMap(([block, count]) => (block && count > 1 ? rowsIn(source, project, block) : []));
}

/** The statements among which the one stands that an await is a part of. */
function blockAround(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  let each: TSESTree.Node | undefined = node;
  while (each && !isFunction(each) && !siblingsOf(each)) each = each.parent;
  return each && siblingsOf(each);
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
  if (!isInRow) return undefined;
  if (declaring.has(statement.type)) return { statement, computes: { declares: [], uses: [], looksAt: [] } };
  if (
    statement.type !== 'VariableDeclaration' ||
    !/^(?:const|let)$/.test(statement.kind) ||
    !statement.declarations.every(({ init }) => init && (onlyComputes(init) || callsComputing(source, init)))
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

/** Declarations that do nothing where they stand: what they declare is there from the start of the block on. */
const declaring: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
]);

/** `slugOf(title)`, where the function is in this file and only computes what it gives, of what it is handed alone. */
function callsComputing(source: SourceCode, init: TSESTree.Expression): boolean {
  const call = bare(init);
  const called = call.type === 'CallExpression' ? localFunction(source, call.callee) : undefined;
  if (call.type !== 'CallExpression' || !called || called.async || called.generator) return false;
  const given = soleValueOf(called);
  return (
    given !== undefined &&
    onlyComputes(given) &&
    called.params.every(({ type }) => type === 'Identifier') &&
    variablesIn(source, called).length === 0 &&
    call.arguments.every((argument) => !isFunction(argument) && onlyComputes(argument))
  );
}

/** See `Computed`; `this` stands for itself, and a global for its name. What a function looks at, it looks at when it is called: at once, where it is handed to a call. */
function lookedAt(source: SourceCode, statement: TSESTree.Node): string[] {
  const found: string[] = [];
  walk(statement, source.visitorKeys, (node) => {
    if (node.type === 'ThisExpression') found.push('this');
    if (node.type !== 'Identifier') return !isFunction(node) || node.parent.type === 'CallExpression';
    const variable = variableOf(source, node);
    const isLookedInto = isTakenApart(node);
    if (variable && (isLookedInto || !isConstant(variable))) found.push(identityOf(variable));
    // `Math.PI` stays what it is.
    if (!variable && isLookedInto && !/^[A-Z]/.test(node.name)) found.push(`global ${node.name}`);
    return true;
  });
  return found;
}

/** Whether properties or elements of what a name holds are looked at. */
function isTakenApart(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (isTakenAsText(node)) return false;
  if (parent.type === 'MemberExpression') return parent.object === node;
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return true;
  if (parent.type === 'VariableDeclarator') return parent.init === node && parent.id.type !== 'Identifier';
  return parent.type === 'SpreadElement';
}
