// Small questions about nodes that several parts of `facts/` ask.
import type { TSESTree } from '@typescript-eslint/utils';

export type LoopNode =
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A call, or a template with a tag, which is a call of the tag. */
export type CallNode = TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;

/** The types of loops. */
export const loopTypes: ReadonlySet<string> = new Set([
  'ForOfStatement',
  'ForInStatement',
  'ForStatement',
  'WhileStatement',
  'DoWhileStatement',
]);
const functionTypes: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

export function isLoop(node: TSESTree.Node): node is LoopNode {
  return loopTypes.has(node.type);
}

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return functionTypes.has(node.type);
}

export function isCall(node: TSESTree.Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression';
}

/** What is called. */
export function calleeOf(call: CallNode): TSESTree.Expression {
  return call.type === 'CallExpression' ? call.callee : call.tag;
}

/** What is handed over; of a template, the values in it. */
export function argumentsOf(call: CallNode): readonly TSESTree.CallExpressionArgument[] {
  return call.type === 'CallExpression' ? call.arguments : call.quasi.expressions;
}

/** The arguments, and the values of object literals among them. */
export function handedTo(call: CallNode): TSESTree.Node[] {
  return argumentsOf(call).flatMap((argument) => {
    const node = bare(argument);
    if (node.type !== 'ObjectExpression') return [node];
    return node.properties.flatMap((property) => (property.type === 'Property' ? [bare(property.value)] : []));
  });
}

/** Whether an expression is `null` or `undefined`. */
export function isNothing(node: TSESTree.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' && node.raw === 'null';
}

/** The expression without what only speaks to the type checker or short-circuits: `(x as T)!`, `a?.b`. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

/** The expression with all that only speaks to the type checker around it. */
export function outermost(node: TSESTree.Node): TSESTree.Node & { parent: TSESTree.Node } {
  const { parent } = node;
  return parent && bare(parent) === bare(node)
    ? outermost(parent)
    : (node as TSESTree.Node & { parent: TSESTree.Node });
}

/** Like `bare`, through `await` too. */
export function bareAwaited(node: TSESTree.Node): TSESTree.Node {
  const inner = bare(node);
  return inner.type === 'AwaitExpression' ? bareAwaited(inner.argument) : inner;
}

/** The value of an option of that name, in an object that is written where a call is handed it. */
export function optionOf(call: CallNode, name: string): TSESTree.Node | undefined {
  for (const argument of argumentsOf(call)) {
    if (argument.type !== 'ObjectExpression') continue;
    for (const property of argument.properties)
      if (property.type === 'Property' && propertyName(property) === name) return property.value;
  }
  return undefined;
}

/** Whether anything takes what an expression gives: not in `await save(x)`, and not in `log && log.write(x)`. */
export function isKept(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ChainExpression':
      return isKept(parent);
    case 'LogicalExpression':
      return parent.right !== node || isKept(parent);
    default:
      return parent?.type !== 'ExpressionStatement';
  }
}

/** The statements at the top of a file. Svelte's parser has them in the elements of the scripts, beside the markup. */
export function topStatements({ body }: TSESTree.Program): TSESTree.ProgramStatement[] {
  return body.flatMap((statement) => {
    const { type, body: inner } = statement as { type: string; body?: TSESTree.ProgramStatement[] };
    if (!type.startsWith('Svelte')) return [statement];
    return type === 'SvelteScriptElement' ? (inner ?? []) : [];
  });
}

/** The statements that a node lists, if it is of those that do. */
export function statementsIn(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  switch (node.type as TSESTree.Node['type'] | 'SvelteScriptElement') {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'SvelteScriptElement':
      return (node as TSESTree.BlockStatement).body;
    case 'SwitchCase':
      return (node as TSESTree.SwitchCase).consequent;
    default:
      return undefined;
  }
}

/** The statements among which a node stands; `undefined` where it is none, or stands alone. */
export function siblingsOf(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  const { parent } = node;
  return !parent || (parent.type === 'SwitchCase' && parent.test === node) ? undefined : statementsIn(parent);
}

/** The type that is written behind a name or a pattern. Where there is none, oxlint's trees have `null`. */
export function typeBehind(node: TSESTree.Node): TSESTree.TSTypeAnnotation | undefined {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  return annotation?.type === 'TSTypeAnnotation' ? annotation : undefined;
}

/** The name of a property that is written out: `a.b`, `a['b']`, `a.#b`, `{ b: 1 }`. */
export function propertyName(
  node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

/** The innermost function whose body or parameters hold a node; `undefined` at the top level. */
export function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  for (let each = node.parent; each; each = each.parent) if (isFunction(each)) return each;
  return undefined;
}

/** The name that a function goes by: its own, its member's, or that of the variable that it initialises. */
export function nameOfFunction(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const { parent } = node;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return propertyName(parent);
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return propertyName(parent.left);
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

/** The names of a call's target from left to right: `this.db.find(x)` → `this`, `db`, `find`; `*` where there is none. */
export function calleeNames(node: TSESTree.Node): string[] {
  const inner = bareAwaited(node);
  switch (inner.type) {
    case 'Identifier':
      return [inner.name];
    case 'ThisExpression':
      return ['this'];
    case 'Super':
      return ['super'];
    case 'MemberExpression':
      return [...calleeNames(inner.object), propertyName(inner) ?? '*'];
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return calleeNames(calleeOf(inner));
    default:
      return ['*'];
  }
}

/** `list`, `this.list`, `Object.fromEntries`: names alone, which may be evaluated later, or twice, as well. */
export function isPath(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isPath(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** The leftmost expression of a chain of members and calls: `a` of `a.b(c).d`. */
export function chainRoot(node: TSESTree.Node): TSESTree.Node {
  const inner = bareAwaited(node);
  if (inner.type === 'MemberExpression') return chainRoot(inner.object);
  if (isCall(inner)) return chainRoot(calleeOf(inner));
  return inner;
}

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Calls `visit` for a node and all below it, depth first, however deep; `false` from it leaves out what is below. */
export function walk(
  node: TSESTree.Node,
  visitorKeys: VisitorKeys,
  visit: (node: TSESTree.Node) => boolean | undefined,
): void {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (visit(next) !== false) pushChildren(waiting, next, visitorKeys);
}

type Is = (node: TSESTree.Node) => boolean;

/** The first node that is such a one, the node itself or one below it. */
function nodeBelow(node: TSESTree.Node, visitorKeys: VisitorKeys, is: Is, isEntered: Is): TSESTree.Node | undefined {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (is(next)) return next;
    if (isEntered(next)) pushChildren(waiting, next, visitorKeys);
  }
  return undefined;
}

/** Whether a node is such a one, or has one below it. */
export function hasNode(node: TSESTree.Node, visitorKeys: VisitorKeys, is: Is, isEntered: Is = () => true): boolean {
  return nodeBelow(node, visitorKeys, is, isEntered) !== undefined;
}

/** What a function gives that does nothing else: `(user) => user.id`, `() => { return load(); }`. */
export function soleValueOf({ body }: FunctionNode): TSESTree.Expression | undefined {
  if (body.type !== 'BlockStatement') return body;
  const [only, ...others] = body.body;
  return only?.type === 'ReturnStatement' && others.length === 0 ? (only.argument ?? undefined) : undefined;
}

/** What a function gives, wherever it ends. */
export function returnedBy({ body }: FunctionNode, visitorKeys: VisitorKeys): TSESTree.Expression[] {
  if (body.type !== 'BlockStatement') return [body];
  const found: TSESTree.Expression[] = [];
  walk(body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return !isFunction(node);
  });
  return found;
}

/** Whether anything in a node is awaited, in whichever function. */
export function holdsAwait(node: TSESTree.Node, visitorKeys: VisitorKeys): boolean {
  return hasNode(node, visitorKeys, ({ type }) => type === 'AwaitExpression');
}

/** The first node that is such a one, but for what is in functions below it. */
export function ownNode<N extends TSESTree.Node>(
  node: TSESTree.Node,
  visitorKeys: VisitorKeys,
  is: (node: TSESTree.Node) => node is N,
): N | undefined;
export function ownNode(node: TSESTree.Node, visitorKeys: VisitorKeys, is: Is): TSESTree.Node | undefined;
export function ownNode(node: TSESTree.Node, visitorKeys: VisitorKeys, is: Is): TSESTree.Node | undefined {
  return nodeBelow(node, visitorKeys, is, (inner) => !isFunction(inner));
}

/** Whether there is one. */
export function hasOwnNode(node: TSESTree.Node, visitorKeys: VisitorKeys, is: Is): boolean {
  return ownNode(node, visitorKeys, is) !== undefined;
}

type Child = TSESTree.Node | readonly (TSESTree.Node | null)[] | null | undefined;

function childAt(node: TSESTree.Node, key: string): Child {
  return (node as unknown as Record<string, Child>)[key];
}

/** Puts the children of a node on a pile, the last one first, so that the first is taken first. */
function pushChildren(pile: TSESTree.Node[], node: TSESTree.Node, visitorKeys: VisitorKeys): void {
  const keys = visitorKeys[node.type] ?? [];
  for (let index = keys.length - 1; index >= 0; index--) {
    const child = childAt(node, keys[index] ?? '');
    if (!isMany(child)) {
      if (child) pile.push(child);
      continue;
    }
    for (let at = child.length - 1; at >= 0; at--) {
      const one = child[at];
      if (one) pile.push(one);
    }
  }
}

function isMany(child: Child): child is readonly (TSESTree.Node | null)[] {
  return Array.isArray(child);
}

/** The children of a node in the order of the text. */
export function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const child = childAt(node, key);
    return isMany(child) ? child.filter((one) => one !== null) : (child ?? []);
  });
}
