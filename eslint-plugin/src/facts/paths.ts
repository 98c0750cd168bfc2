// From an expression to the piece of state that it names, through aliases: in `const day = totals[key]; day.n++`
// the write goes to `totals[key].n`. What each iteration has for itself alone has no path.
import type { TSESTree } from '@typescript-eslint/utils';
import { synchronousCallbacks } from '../knowledge/collections.js';
import type { ProjectNames } from '../knowledge/project.js';
import type { Key, Path } from './model.js';
import { isUnshared } from './steps.js';
import { bare, calleeOf, type CallNode, type FunctionNode, isFunction, propertyName, walk } from './syntax.js';
import {
  declaratorOf,
  identityOf,
  isConstant,
  isInside,
  isPrivateTo,
  isWholeItem,
  namesCode,
  type SourceCode,
  type Variable,
  variableOf,
  variablesNamedIn,
} from './variables.js';

/** What is looked at: the region that runs again and again, and what is known of its variables. */
export interface Frame {
  source: SourceCode;
  /** What the project adds to the names that are known. */
  project: ProjectNames;
  /** A loop, or a function while its summary is made. */
  region: TSESTree.Node;
  /** Variables whose values no two iterations share, such as a counter or the key of `for…in`. */
  distinct: ReadonlySet<Variable>;
  /** Variables that hold this iteration's item, with the path of the item where the list has one. */
  items: ReadonlyMap<Variable, Path | undefined>;
  /** A function's parameters, each with a root of its own that the argument replaces where it is called. */
  parameters: ReadonlyMap<Variable, Path>;
}

/** How far a chain of aliases is followed; cycles such as `a = b, b = a` end there. */
const maxAliases = 8;

/** The state that an expression names, or `undefined` when it is a fresh value or private to the iteration. */
export function pathOf(frame: Frame, expression: TSESTree.Node, depth = 0): Path | undefined {
  const node = bare(expression);
  switch (node.type) {
    case 'ThisExpression':
      return { root: 'this', text: 'this', keys: [] };
    case 'Identifier':
      return depth > maxAliases ? undefined : pathOfIdentifier(frame, node, depth);
    case 'MemberExpression':
      return pathThrough(frame, node.object, [memberKey(frame, node)], depth, frame.source.getText(node));
    case 'LogicalExpression':
      return pathOf(frame, node.left, depth);
    case 'AssignmentExpression':
      // `(groups[key] ??= []).push(x)` adds to what is there.
      return node.operator === '??=' || node.operator === '||=' ? pathOf(frame, node.left, depth) : undefined;
    case 'ConditionalExpression':
      // As an alias, one of the two stands for both: what is done to either is done in order, or not at all.
      return depth > 0 ? (pathOf(frame, node.consequent, depth) ?? pathOf(frame, node.alternate, depth)) : undefined;
    case 'CallExpression':
      return depth > 0 ? pathOfLookUp(frame, node, depth) : undefined;
    default:
      return undefined;
  }
}

/** `path` extended by one key. */
export function below(path: Path, key: Key, text: string): Path {
  return { root: path.root, text, keys: [...path.keys, key] };
}

/** The state below an expression, also where the expression is an object literal of the iteration: `{ cache }.cache`. */
export function pathThrough(
  frame: Frame,
  expression: TSESTree.Node,
  keys: readonly Key[],
  depth = 0,
  text = frame.source.getText(expression),
): Path | undefined {
  const base = pathOf(frame, expression, depth);
  if (base) return { root: base.root, text, keys: [...base.keys, ...keys] };
  const [key, ...rest] = keys;
  const value = depth > maxAliases || key === undefined ? undefined : memberOfLiteral(frame, bare(expression), key);
  return value && pathThrough(frame, value, rest, depth + 1, text);
}

/** The property itself that a member names, not what an object literal of the iteration was made with under its name. */
export function pathOfMember(frame: Frame, node: TSESTree.MemberExpression): Path | undefined {
  const base = pathOf(frame, node.object);
  return base && below(base, memberKey(frame, node), frame.source.getText(node));
}

/** What an object literal, or a constant that holds one, has under a key. */
function memberOfLiteral(frame: Frame, node: TSESTree.Node, key: Key): TSESTree.Node | undefined {
  if (node.type === 'Identifier') {
    const variable = variableOf(frame.source, node);
    const init = variable && isPrivateTo(variable, frame.region) ? declaratorOf(variable)?.init : undefined;
    return init?.type === 'ObjectExpression' ? memberOfLiteral(frame, init, key) : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const property = node.properties.find(
    (candidate) => candidate.type === 'Property' && `.${propertyName(candidate) ?? ''}` === key,
  );
  return property?.type === 'Property' ? property.value : undefined;
}

function pathOfIdentifier(frame: Frame, node: TSESTree.Identifier, depth: number): Path | undefined {
  const variable = variableOf(frame.source, node);
  if (!variable) return { root: `global ${node.name}`, text: node.name, keys: [] };
  if (frame.distinct.has(variable)) return undefined;
  if (frame.items.has(variable)) return frame.items.get(variable);
  if (frame.parameters.has(variable)) return frame.parameters.get(variable);
  if (namesCode(variable)) return undefined;
  const own: Path = { root: identityOf(variable), text: node.name, keys: [] };
  const isPrivate = isPrivateTo(variable, frame.region);
  const alias = isPrivate || isConstant(variable) ? aliasOf(frame, variable, depth) : undefined;
  return alias ?? (isPrivate ? undefined : own);
}

/** What a variable was initialised with, as a path: `const { a } = b` gives `b.a`. */
function aliasOf(frame: Frame, variable: Variable, depth: number): Path | undefined {
  const origin = originOf(frame, variable, depth);
  if (!origin || origin.pattern.type === 'Identifier') return origin?.base;
  return pathInPattern(origin.pattern, variable, origin.base);
}

/** The pattern that declares a variable, and the state that it takes apart. */
function originOf(frame: Frame, variable: Variable, depth: number): { pattern: TSESTree.Node; base: Path } | undefined {
  const declarator = declaratorOf(variable);
  if (!declarator) return ofCallback(frame, variable, depth);
  const loop = declarator.parent.parent;
  const isItem = loop.type === 'ForOfStatement' && loop.left === declarator.parent;
  const from = isItem ? loop.right : declarator.init;
  const base = from ? pathOf(frame, from, depth + 1) : undefined;
  return base && { pattern: declarator.id, base: isItem ? below(base, '[*]', base.text) : base };
}

/** The element that a callback of `list.forEach((element) => …)` or `Array.from(list, (element) => …)` gets. */
function ofCallback(
  frame: Frame,
  variable: Variable,
  depth: number,
): { pattern: TSESTree.Node; base: Path } | undefined {
  const def = variable.defs[0];
  if (def?.type !== 'Parameter' || !isFunction(def.node)) return undefined;
  const [pattern] = def.node.params;
  const list = pattern && isInside(def.name, pattern) ? listWalkedBy(def.node) : undefined;
  const base = list && pathOf(frame, list, depth + 1);
  return base && pattern && { pattern, base: below(base, '[*]', base.text) };
}

/** The list for whose elements a callback is called. */
function listWalkedBy(callback: FunctionNode): TSESTree.Node | undefined {
  const call = callback.parent;
  if (call.type !== 'CallExpression') return undefined;
  const callee = bare(call.callee);
  if (callee.type !== 'MemberExpression' || !synchronousCallbacks.has(propertyName(callee) ?? '')) return undefined;
  if (call.arguments[0] === callback) return callee.object;
  return propertyName(callee) === 'from' ? call.arguments[0] : undefined;
}

function pathInPattern(pattern: TSESTree.Node, variable: Variable, base: Path): Path | undefined {
  const declared = variable.identifiers[0];
  if (!declared || !isInside(declared, pattern)) return undefined;
  switch (pattern.type) {
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (!isInside(declared, property)) continue;
        if (property.type === 'RestElement') return undefined;
        const name = propertyName(property);
        return pathInPattern(
          property.value,
          variable,
          below(base, name === undefined ? '[*]' : `.${name}`, variable.name),
        );
      }
      return undefined;
    case 'ArrayPattern':
      return below(base, '[*]', variable.name);
    case 'AssignmentPattern':
      return pathInPattern(pattern.left, variable, base);
    default:
      return { ...base, text: variable.name };
  }
}

/** `map.get(key)` and the like, followed only as an alias: what they give is a part of the collection. */
function pathOfLookUp(frame: Frame, call: TSESTree.CallExpression, depth: number): Path | undefined {
  const callee = bare(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = propertyName(callee);
  if (name !== 'get' && name !== 'at' && name !== 'find') return undefined;
  const [argument, second] = call.arguments;
  // `_.find(list, test)`
  const isListFirst = name === 'find' && argument !== undefined && !isFunction(argument) && second !== undefined;
  const base = pathOf(frame, isListFirst ? argument : callee.object, depth);
  if (!base || !argument) return undefined;
  return below(base, name === 'get' ? valueKey(frame, argument) : '[*]', frame.source.getText(call));
}

function memberKey(frame: Frame, node: TSESTree.MemberExpression): Key {
  const name = propertyName(node);
  return name === undefined ? valueKey(frame, node.property) : `.${name}`;
}

/** The key that a computed property or the argument of `map.get` stands for. */
export function valueKey(frame: Frame, expression: TSESTree.Node): Key {
  const node = bare(expression);
  if (node.type === 'Literal') return `.${String(node.value)}`;
  if (node.type === 'Identifier') {
    const variable = variableOf(frame.source, node);
    if (variable && frame.distinct.has(variable)) return '[i]';
  }
  if (isOwnId(frame, node)) return '[id]';
  return dependsOnRegion(frame, node) && isSettled(frame, node) ? `[~${frame.source.getText(node)}]` : '[*]';
}

/** Names of properties that tell an item from all others. */
const ids: ReadonlySet<string> = new Set(['id', '_id', 'uuid', 'uid', 'guid']);

/** `item.id`: no two items should have the same. */
function isOwnId(frame: Frame, node: TSESTree.Node): boolean {
  if (node.type !== 'MemberExpression') return false;
  const object = bare(node.object);
  const variable = object.type === 'Identifier' ? variableOf(frame.source, object) : undefined;
  return (
    variable !== undefined && frame.items.has(variable) && ids.has(propertyName(node) ?? '') && isWholeItem(variable)
  );
}

/** Whether an expression has one value throughout a run: nothing it names is assigned anew, nothing is called. */
function isSettled(frame: Frame, node: TSESTree.Node): boolean {
  return variablesNamedIn(frame.source, node).every(isConstant);
}

/** Whether an expression names anything that each run of the region has for itself. */
export function dependsOnRegion(frame: Frame, node: TSESTree.Node): boolean {
  return variablesNamedIn(frame.source, node).some(
    (variable) =>
      frame.distinct.has(variable) ||
      frame.items.has(variable) ||
      frame.parameters.has(variable) ||
      (isPrivateTo(variable, frame.region) && !isDeclaredIn(variable, node)) ||
      (!isConstant(variable) && assignedAnew(frame).has(variable)),
  );
}

const assignedIn = new WeakMap<Frame, Set<Variable>>();

/** Variables from outside that each run of the region gives a value of its own: `text = item.text` of `let text`. */
function assignedAnew(frame: Frame): ReadonlySet<Variable> {
  const known = assignedIn.get(frame);
  if (known) return known;
  const found = new Set<Variable>();
  // Known from here on, so that what is made of one of them is another.
  assignedIn.set(frame, found);
  walk(frame.region, frame.source.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=' || node.left.type !== 'Identifier') return true;
    const variable = variableOf(frame.source, node.left);
    const isOwn = variable && !variablesNamedIn(frame.source, node.right).includes(variable);
    if (isOwn && dependsOnRegion(frame, node.right)) found.add(variable);
    return true;
  });
  return found;
}

/** Whether a variable belongs to a function inside the expression, which says nothing of the region. */
function isDeclaredIn(variable: Variable, node: TSESTree.Node): boolean {
  return variable.identifiers.some((identifier) => isInside(identifier, node));
}

/** The object of a method call, where it outlives the iteration and is no part of the item. */
export function outerReceiverOf(frame: Frame, call: CallNode): Path | undefined {
  const callee = bare(calleeOf(call));
  const path = callee.type === 'MemberExpression' ? pathOf(frame, callee.object) : undefined;
  return path?.keys.some(isUnshared) ? undefined : path;
}
