// TypeScript knows more of `this.client` than its declared type says once a test or an assignment before the loop told
// it, and forgets it in a callback. A constant before the loop keeps what is known.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, isFunction, isPath, type LoopNode, propertyName, siblingsOf, walk } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Draft } from './draft.js';
import type { Edit, Rewrite } from './model.js';
import { isTyped } from './targets.js';
import { isInList } from './text.js';

/** What gives a rewrite a constant for each path that the loop reads and of which something is known before it. */
export function narrowing({ source, loop, names, style }: Draft): (rewrite: Rewrite) => Rewrite {
  const statement = loop.parent.type === 'LabeledStatement' ? loop.parent : loop;
  const narrowed = isInList(statement) ? narrowedIn(source, loop) : [];
  if (narrowed.length === 0 || !isTyped(source)) return (rewrite) => rewrite;
  const kept = narrowed.map(({ text, key }) => ({ text, name: names.fresh(key) }));
  const keeping = (edit: Edit): Edit => {
    if (edit.range[0] > loop.range[0] || edit.range[1] < loop.range[1]) return edit;
    let { text } = edit;
    let declared = '';
    for (const path of kept) {
      const renamed = text.replaceAll(exactly(path.text), path.name);
      if (renamed !== text)
        declared += `const ${path.name} = ${path.text}${style.semicolon}${style.newline}${style.indent}`;
      text = renamed.replaceAll(doubled(path.name), '$1$2');
    }
    return { ...edit, text: declared + text };
  };
  return (rewrite) => ({ ...rewrite, edits: rewrite.edits.map(keeping) });
}

/** A path as text, and not as a part of a longer name. */
function exactly(path: string): RegExp {
  return new RegExp(`(?<![\\w$.#])${escaped(path)}(?![\\w$])`, 'g');
}

/** `user: user` in an object, which needs it once. */
function doubled(name: string): RegExp {
  return new RegExp(`([{,]\\s*)(${escaped(name)}): ${escaped(name)}(?=\\s*[,}])`, 'g');
}

function escaped(path: string): string {
  return path.replaceAll(/[.$]/g, '\\$&');
}

interface Narrowed {
  /** `this.client`. */
  text: string;
  /** `client`. */
  key: string;
}

/** The paths that the body only reads, and that a test or an assignment before the loop speaks of. */
function narrowedIn(source: SourceCode, loop: LoopNode): Narrowed[] {
  const told = new Set(toldBefore(loop).map((node) => pathText(source, node)));
  if (told.size === 0) return [];
  const found = new Map<string, TSESTree.MemberExpression[]>();
  walk(loop.body, source.visitorKeys, (node) => {
    if (node.type !== 'MemberExpression' || !isPath(node)) return true;
    const text = source.getText(node);
    if (told.has(text)) found.set(text, [...(found.get(text) ?? []), node]);
    return true;
  });
  const body = source.text.slice(...loop.body.range);
  const longestFirst = [...found].sort(([one], [other]) => other.length - one.length);
  return longestFirst.flatMap(([text, nodes]) => {
    const key = nodes[0] && propertyName(nodes[0]);
    // A text or a comment may say the same.
    const isAll = body.match(exactly(text))?.length === nodes.length;
    return key !== undefined && isAll && nodes.every(isRead) ? { text, key: key.replace('#', '') } : [];
  });
}

/** Whether a path is read for its value: not called as a method, nor written. */
function isRead(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') return parent.left !== node;
  if (parent.type === 'CallExpression') return parent.callee !== node;
  return !['UpdateExpression', 'TaggedTemplateExpression', 'ArrayPattern', 'TSNonNullExpression'].includes(parent.type);
}

/** `a.b` of `a?.b`, too. */
function pathText(source: SourceCode, node: TSESTree.Node): string {
  return source.getText(node).replaceAll('?.', '.');
}

/** What is known something of where the loop begins, up to the function around it. */
function toldBefore(loop: LoopNode): TSESTree.Node[] {
  const told: TSESTree.Node[] = [];
  let node: TSESTree.Node = loop;
  for (; node.parent && !isFunction(node); node = node.parent) {
    if (node.parent.type === 'IfStatement' && node.parent.test !== node) told.push(...testedIn(node.parent.test));
    const siblings = siblingsOf(node) ?? [];
    for (const before of siblings.filter(({ range }) => range[1] <= node.range[0])) told.push(...toldBy(before));
  }
  return told;
}

/** What a statement tells to those behind it: it assigns, or leaves where a test fails. */
function toldBy(statement: TSESTree.Statement): TSESTree.Node[] {
  if (statement.type === 'IfStatement') return leaves(statement.consequent) ? testedIn(statement.test) : [];
  const does = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (does?.type !== 'AssignmentExpression') return [];
  const isPlain = does.operator === '=' && /^(?:Array|Object)Expression$|Literal$/.test(does.right.type);
  return isPlain ? [] : [does.left];
}

function leaves(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}

/** The operands of a test of which it tells whether they are there, or of what kind. */
function testedIn(test: TSESTree.Node): TSESTree.Node[] {
  const node = bare(test);
  switch (node.type) {
    case 'LogicalExpression':
      return [...testedIn(node.left), ...testedIn(node.right)];
    case 'UnaryExpression':
      return testedIn(node.argument);
    case 'BinaryExpression':
      return /^(?:[!=]==?|in|instanceof)$/.test(node.operator) ? [node.left, node.right].flatMap(testedIn) : [];
    // `state.kind === 'done'` tells of `state`, too; how many there are tells nothing.
    case 'MemberExpression':
      return /^(?:length|size)$/.test(propertyName(node) ?? '') ? [] : [node, ...testedIn(node.object)];
    case 'CallExpression':
      return node.arguments.flatMap(testedIn);
    default:
      return [];
  }
}
