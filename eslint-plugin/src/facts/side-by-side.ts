// Finds awaits that stand side by side: parts of one array, object, argument list, text or sum, at whatever depth.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { awaitIn } from './await-statements.js';
import { onlyComputes } from './computing.js';
import { landmarksOf } from './landmarks.js';
import { type AwaitNode, awaitPart } from './sequence.js';
import { bare, calleeNames, outermost } from './syntax.js';
import type { SourceCode } from './variables.js';

type Value =
  TSESTree.ArrayExpression | TSESTree.ObjectExpression | TSESTree.TemplateLiteral | TSESTree.BinaryExpression;
type Holder = Value | TSESTree.CallExpression | TSESTree.NewExpression;

/** Awaits that are parts of one expression. */
export interface SideBySide {
  /** The expression that holds them. */
  around: Holder;
  awaits: readonly { expression: TSESTree.AwaitExpression; node: AwaitNode }[];
  /** Whether there are other parts, which may look at what the awaits change. */
  hasOthers: boolean;
}

/** The expressions of a file that await two or more of their parts, and whose other parts only compute. */
export function sideBySideOf(source: SourceCode, project: ProjectNames): SideBySide[] {
  const found: SideBySide[] = [];
  let end = 0;
  for (const holder of outermostFirst(landmarksOf(source).awaits.flatMap(holdersOf))) {
    const awaits = holder.range[0] < end ? undefined : awaitsOf(holder);
    if (!awaits || awaits.length < 2) continue;
    end = holder.range[1];
    found.push({
      around: arrayOf(awaits) ?? holder,
      awaits: awaits.map((expression) => ({ expression, node: awaitPart(source, project, expression) })),
      hasOthers: partsOf(holder).length !== awaits.length,
    });
  }
  return found;
}

/** The expressions that a node may be a part of, or a part of a part. */
function holdersOf(node: TSESTree.Node): Holder[] {
  const { parent } = outermost(node);
  if (awaitIn(parent)) return holdersOf(parent);
  const around = parent.type === 'Property' || parent.type === 'SpreadElement' ? parent.parent : parent;
  return isHolder(around) ? [around, ...holdersOf(around)] : [];
}

function outermostFirst(holders: readonly Holder[]): Holder[] {
  return [...new Set(holders)].sort(({ range: [start, end] }, { range }) => start - range[0] || range[1] - end);
}

function isHolder(node: TSESTree.Node): node is Holder {
  if (node.type === 'CallExpression' || node.type === 'NewExpression')
    return onlyComputes(node.callee) && calleeNames(node.callee)[0] !== 'Promise';
  return isValue(node);
}

/** Whether an expression only puts its parts together. */
function isValue({ type }: TSESTree.Node): boolean {
  return (
    type === 'ArrayExpression' ||
    type === 'ObjectExpression' ||
    type === 'TemplateLiteral' ||
    type === 'BinaryExpression'
  );
}

/** The awaits among the parts; `undefined` where another part does something, whose place among them matters. */
function awaitsOf(holder: TSESTree.Node): TSESTree.AwaitExpression[] | undefined {
  const found: TSESTree.AwaitExpression[] = [];
  for (const part of partsOf(holder)) {
    const node = bare(part);
    const inner = isValue(node) ? awaitsOf(node) : [];
    if (!inner) return undefined;
    const awaited = awaitIn(node);
    if (awaited) found.push(awaited);
    else if (inner.length > 0) found.push(...inner);
    else if (!onlyComputes(node)) return undefined;
  }
  return found;
}

function partsOf(holder: TSESTree.Node): TSESTree.Node[] {
  switch (holder.type) {
    case 'ArrayExpression':
      return holder.elements.flatMap((element) => (element ? [spread(element)] : []));
    case 'ObjectExpression':
      return holder.properties.map((property) =>
        property.type === 'Property' && !property.computed ? property.value : spread(property),
      );
    case 'CallExpression':
    case 'NewExpression':
      return holder.arguments.map(spread);
    case 'TemplateLiteral':
      return holder.expressions;
    case 'BinaryExpression':
      return [holder.left, holder.right];
    default:
      return [];
  }
}

function spread(node: TSESTree.Node): TSESTree.Node {
  return node.type === 'SpreadElement' ? node.argument : node;
}

/** The array that consists of the awaits and nothing else. */
function arrayOf(awaits: readonly TSESTree.AwaitExpression[]): TSESTree.ArrayExpression | undefined {
  const parent = awaits[0]?.parent;
  return parent?.type === 'ArrayExpression' &&
    parent.elements.length === awaits.length &&
    awaits.every((node) => node.parent === parent)
    ? parent
    : undefined;
}
