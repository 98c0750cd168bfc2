// TypeScript knows more of `this.client` than its declared type says once a test or an assignment before the loop told
// it, and forgets it in a callback; of a variable, too, that is a `var`, or assigned again later on. A constant before
// the loop keeps what is known.
import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround, isFunction, isPath, type LoopNode, outermost, propertyName, walk } from '../facts/syntax.js';
import { isInside, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import type { Draft } from './draft.js';
import type { Edit, Rewrite } from './model.js';
import { isTyped } from './targets.js';
import { asOneStatement } from './text.js';
import { toldBefore } from './told.js';

/** What gives a rewrite a constant for all that the loop reads and of which something is known before it. */
export function narrowing({ source, loop, names, style }: Draft): (rewrite: Rewrite) => Rewrite {
  const narrowed = isTyped(source) ? narrowedIn(source, loop) : [];
  if (narrowed.length === 0) return (rewrite) => rewrite;
  const kept = narrowed.map((each) => ({ ...each, name: names.fresh(...each.wishes) }));
  const keeping = (edit: Edit): Edit => {
    if (edit.range[0] > loop.range[0] || edit.range[1] < loop.range[1]) return edit;
    let { text } = edit;
    const declared: string[] = [];
    for (const { read, name, nodes } of kept) {
      const renamed = nodes.some(isShorthand)
        ? text.replaceAll(shortOrNot(read), (_, short?: string) => (short === undefined ? name : `${read}: ${name}`))
        : text.replaceAll(exactly(read), name);
      if (renamed !== text) declared.push(`const ${name} = ${read}${style.semicolon}`);
      text = renamed.replaceAll(doubled(name), '$1$2');
    }
    return { ...edit, text: asOneStatement(source, loop, [...declared, text], style) };
  };
  return (rewrite) => ({ ...rewrite, edits: rewrite.edits.map(keeping) });
}

/** A path as text, and not as a part of a longer name. */
function exactly(path: string): RegExp {
  return new RegExp(`(?<![\\w$.#])${escaped(path)}(?![\\w$])`, 'g');
}

/** The same of a variable, which is the group where it stands as `{ token }` does. */
function shortOrNot(name: string): RegExp {
  const text = escaped(name);
  return new RegExp(`(?<![\\w$.#])(?:(?<=[{,]\\s*)(${text})(?=\\s*[,}])|${text})(?![\\w$])`, 'g');
}

/** `user: user` in an object, which needs it once. */
function doubled(name: string): RegExp {
  return new RegExp(`([{,]\\s*)(${escaped(name)}): ${escaped(name)}(?=\\s*[,}])`, 'g');
}

function escaped(path: string): string {
  return path.replaceAll(/[.$]/g, '\\$&');
}

interface Narrowed {
  /** `this.client`, or `token`. */
  read: string;
  /** Where the loop reads it. */
  nodes: readonly TSESTree.Node[];
  /** What the constant may be called. */
  wishes: string[];
}

/** What the loop only reads, and that a test or an assignment before it speaks of. */
function narrowedIn(source: SourceCode, loop: LoopNode): Narrowed[] {
  return forgottenIn(source, loop).filter(
    ({ read, nodes }) =>
      nodes.some((node) => isInside(node, loop.body)) && nodes.every(isRead) && isAll(source, loop, read, nodes),
  );
}

/** Whether the compiler would forget something that it knows if an expression stood in a function of its own. */
export function isForgotten(source: SourceCode, expression: TSESTree.Expression): boolean {
  return isTyped(source) && forgottenIn(source, expression).some(({ nodes }) => nodes.length > 0);
}

/** What a test or an assignment before a place speaks of, and a callback in it would not know. */
function forgottenIn(source: SourceCode, place: TSESTree.Node): Narrowed[] {
  const told = toldBefore(source, place);
  const variables = told.flatMap((node) => variableOf(source, node) ?? []);
  const paths = pathsIn(source, place, new Set(told.map((node) => pathText(source, node))));
  return [...paths, ...[...new Set(variables)].flatMap((variable) => forgotten(variable, place) ?? [])];
}

/** The paths of which something is told, the longest first. */
function pathsIn(source: SourceCode, place: TSESTree.Node, told: ReadonlySet<string>): Narrowed[] {
  const found = new Map<string, TSESTree.MemberExpression[]>();
  walk(place, source.visitorKeys, (node) => {
    if (node.type !== 'MemberExpression' || !isPath(node)) return true;
    const text = source.getText(node);
    if (told.has(text)) found.set(text, [...(found.get(text) ?? []), node]);
    return true;
  });
  const longestFirst = [...found].sort(([one], [other]) => other.length - one.length);
  return longestFirst.flatMap(([text, nodes]) => {
    const key = nodes[0] && propertyName(nodes[0])?.replace('#', '');
    return key === undefined ? [] : { read: text, nodes, wishes: [key] };
  });
}

/** `a.b` of `a?.b`, too. */
function pathText(source: SourceCode, node: TSESTree.Node): string {
  return source.getText(node).replaceAll('?.', '.');
}

/** Whether nothing else in the loop, a text or a comment, says the same, and what looks like `{ token }` is that. */
function isAll(source: SourceCode, loop: LoopNode, read: string, nodes: readonly TSESTree.Node[]): boolean {
  const text = source.getText(loop);
  const short = nodes.filter(isShorthand).length;
  const shown = short > 0 ? [...text.matchAll(shortOrNot(read))].filter(([, found]) => found !== undefined).length : 0;
  return text.match(exactly(read))?.length === nodes.length && shown === short;
}

/** Whether something is read for its value: not written, called as a method, or tested anew. */
function isRead(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  switch (parent.type) {
    case 'AssignmentExpression':
      return parent.left !== node;
    case 'CallExpression':
      return parent.callee !== node || node.type === 'Identifier';
    case 'BinaryExpression':
      return !/^[!=]==?$/.test(parent.operator);
    case 'IfStatement':
    case 'LogicalExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'TaggedTemplateExpression':
    case 'ArrayPattern':
      return false;
    case 'ConditionalExpression':
      return parent.test !== node;
    default:
      return node.parent?.type !== 'TSNonNullExpression';
  }
}

/**
 * A variable of which the compiler forgets in a callback what it knows: it is a `var` or exported, or it is assigned in
 * a function, or after the place, for which all of a statement around both counts. A function at the place that reads it
 * sees it change.
 */
function forgotten(variable: Variable, place: TSESTree.Node): Narrowed | undefined {
  const { name, references, defs } = variable;
  const [declared] = variable.identifiers;
  const inside = references.filter(({ identifier }) => isInside(identifier, place));
  const around = functionAround(place);
  if (!declared || isInside(declared, place)) return undefined;
  if (inside.some((use) => use.isWrite() || functionAround(use.identifier) !== around)) return undefined;
  const isLater = references.some(
    (use) => use.isWrite() && use.init !== true && endOfWrite(use.identifier, declared) > place.range[0],
  );
  const wish = `current${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return isLater || defs.some(isOpen)
    ? { read: name, nodes: inside.map(({ identifier }) => identifier), wishes: [wish] }
    : undefined;
}

/** Whether a definition is that of a `var`, or of an exported `let`, whose assignments the compiler does not follow. */
function isOpen({ parent }: Variable['defs'][number]): boolean {
  if (parent?.type !== 'VariableDeclaration') return false;
  return parent.kind === 'var' || (parent.kind === 'let' && parent.parent.type === 'ExportNamedDeclaration');
}

/** Where the statement ends that assigns a variable, with those around it; never where a function does. */
function endOfWrite({ parent, range: [, end] }: TSESTree.Node, declared: TSESTree.Node): number {
  let last = end;
  for (let node = parent; node && node.range[0] > declared.range[0]; node = node.parent) {
    if (isFunction(node)) return Infinity;
    if (node.type.endsWith('Statement') && node.type !== 'BlockStatement') [, last] = node.range;
  }
  return last;
}

/** Whether a name stands for a property and its value. */
function isShorthand({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'Property' && parent.shorthand;
}
