// What an async reduction is without the one before it: what each item gives by itself, and how that is put together.
import type { TSESTree } from '@typescript-eslint/utils';
import { contains } from '../facts/places.js';
import { addedTo, type Reduction } from '../facts/reduce.js';
import { bare, bareAwaited, calleeNames, functionAround, propertyName, typeBehind } from '../facts/syntax.js';
import { type SourceCode, variableOf } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import { soleConstant } from './collect.js';
import { leadOf } from './draft.js';
import type { Edit } from './model.js';
import type { Names } from './names.js';
import { isTyped } from './targets.js';
import { inPlaceOf, outdented, patched, styleOf } from './text.js';

export interface Gathering {
  /** The body of the callback for one item. */
  body: string;
  /** What puts the values of all items together, for their list; nothing where that is what is wanted. */
  join?: (values: string) => string;
  /** Whether that applies what was fetched, item by item. */
  inOrder?: true;
}

/** A gathering in which each item adds one value, or else a part of its own. */
export function gatheringOf(
  source: SourceCode,
  reduction: Reduction,
  ordered: readonly Ordered[],
  names: Names,
): Gathering | undefined {
  const { callback, before, returned } = reduction;
  const changes = usesOf(reduction).map((use) => statementAround(use, callback));
  const isAllGathered = ordered.every(({ at }) => changes.some((change) => contains(change, at)));
  const gone = [before, returned.parent].flatMap((node) => (node && node !== callback ? [node] : []));
  if (!isAllGathered || losesComments(source, reduction, gone)) return undefined;
  return valueByValue(source, reduction, names) ?? partByPart(source, reduction, names);
}

/** Whether a comment stands in a statement that goes, or beside the callback's body. */
export function losesComments(
  source: SourceCode,
  { call, callback: { body } }: Reduction,
  gone: readonly TSESTree.Node[],
): boolean {
  const lost = (comment: TSESTree.Comment): boolean =>
    !(comment.range[0] > body.range[0] && comment.range[1] <= body.range[1]) ||
    gone.some((node) => comment.range[0] > node.range[0] && comment.range[1] < node.range[1]);
  return source.getCommentsInside(call).some(lost);
}

/** Where what was gathered is named, once it is awaited. */
export function usesOf({ gathered }: Reduction): TSESTree.Node[] {
  return gathered.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

function statementAround(node: TSESTree.Node, callback: TSESTree.Node): TSESTree.Node {
  let each = node;
  while (each.parent && each.parent !== callback && !each.type.endsWith('Statement')) each = each.parent;
  return each;
}

/** What adds to what was gathered, once for each item: a statement, or what is returned. */
interface Adder extends Pick<Gathering, 'join'> {
  node: TSESTree.Node;
  /** What is added. */
  value: string;
  /** The expression of that alone, where it is one. */
  alone?: TSESTree.Node;
}

/** Each item gives what it adds. */
function valueByValue(source: SourceCode, reduction: Reduction, names: Names): Gathering | undefined {
  const { callback, before, statements, returned } = reduction;
  const adder = addedByResult(source, reduction, names) ?? addedByStatement(source, reduction);
  if (!adder) return undefined;
  const { node, value, alone, join } = adder;
  const result = returned.parent;
  // Whoever names it elsewhere returns early, or looks at it.
  if (usesOf(reduction).length !== (node === returned || node === result ? 1 : 2)) return undefined;
  const others = statements.filter((statement) => statement !== node);
  const joining = join ? { join } : {};
  const sole = alone && soleConstant(others, bare(alone));
  if ((others.length === 0 || sole) && source.getCommentsInside(callback.body).length === 0) {
    const text = sole ? valueText(source, sole) : value;
    return { body: text.startsWith('{') ? `(${text})` : text, ...joining };
  }
  if (!before) return undefined;
  const removed = node === result ? [before] : [before, result];
  const edits = removed.map((each): Edit => ({ range: [leadOf(source, each), each.range[1]], text: '' }));
  const ending = inPlaceOf(source, styleOf(source, node), node, `return ${value}`);
  return { body: bodyText(source, reduction, [...edits, ending]), ...joining };
}

/** `return [...gathered, value]`, `{ ...gathered, [key]: value }`, `gathered.concat(values)`, `gathered + value`. */
function addedByResult(source: SourceCode, reduction: Reduction, names: Names): Adder | undefined {
  const returned = bare(reduction.returned);
  const [first, ...others] = addedTo(source, reduction) ?? [];
  if (!first) return undefined;
  const node = reduction.returned.parent.type === 'ReturnStatement' ? reduction.returned.parent : reduction.returned;
  const isOne = others.length === 0 && first.type !== 'SpreadElement';
  const { kind, text } = startOf(source, reduction.start);
  // All but what was gathered, which comes first.
  const rest = (head: TSESTree.Node | null | undefined): string =>
    source.text.slice(returned.range[0], head?.range[0]) + source.text.slice(first.range[0], returned.range[1]);
  switch (returned.type) {
    case 'ArrayExpression':
      if (kind !== 'list') return undefined;
      return isOne ? { node, ...valueOf(source, first) } : { node, value: rest(returned.elements[0]), join: flat };
    case 'ObjectExpression':
      if (kind !== 'object') return undefined;
      return isOne && first.type === 'Property'
        ? { node, value: entryText(source, first), join: fromEntries }
        : {
            node,
            value: rest(returned.properties[0]),
            join: (values) => `Object.assign(${text}, ...${group(values)})`,
          };
    case 'BinaryExpression': {
      if (kind !== 'value') return undefined;
      const sum = reduction.gathered.name;
      const value = names.fresh('value', 'each');
      return {
        node,
        ...valueOf(source, first),
        join: (values) => `${group(values)}.reduce((${sum}, ${value}) => ${sum} + ${value}, ${text})`,
      };
    }
    default:
      return kind === 'list' && isOne ? { node, ...valueOf(source, first), join: flat } : undefined;
  }
}

/** `gathered.push(value)`, `gathered.add(value)`, `gathered.set(key, value)`, `gathered[key] = value`, right before the end. */
function addedByStatement(source: SourceCode, reduction: Reduction): Adder | undefined {
  const node = reduction.statements.at(-1);
  const change = node?.type === 'ExpressionStatement' ? node.expression : undefined;
  const { kind, text } = startOf(source, reduction.start);
  const member =
    change?.type === 'CallExpression' ? change.callee : change?.type === 'AssignmentExpression' && change.left;
  if (!node || !change || !kind || !member || member.type !== 'MemberExpression') return undefined;
  const isGathered = (each: TSESTree.Node): boolean => variableOf(source, bare(each)) === reduction.gathered;
  if (!isGathered(member.object) || !isGathered(reduction.returned) || !adds(member.object, kind)) return undefined;
  const parts = change.type === 'CallExpression' ? change.arguments : [];
  const [value, another] = parts;
  if (parts.some(({ type }) => type === 'SpreadElement')) return undefined;
  const made = (values: string): string => text.replace(/\(\)$/, `(${values})`);
  switch (kind) {
    case 'object': {
      if (change.type !== 'AssignmentExpression' || !member.computed) return undefined;
      return {
        node,
        value: `[${source.getText(member.property)}, ${source.getText(change.right)}]`,
        join: fromEntries,
      };
    }
    case 'Map':
      // The compiler would take a key and its value for a list of either.
      if (!value || !another || isTyped(source)) return undefined;
      return { node, value: `[${source.getText(value)}, ${source.getText(another)}]`, join: made };
    default:
      if (!value || another) return undefined;
      return { node, ...valueOf(source, value), ...(kind === 'Set' ? { join: made } : {}) };
  }
}

/** Each item begins with nothing gathered, and returns a part of its own; the parts add up to the same. */
function partByPart(source: SourceCode, reduction: Reduction, names: Names): Gathering | undefined {
  const { callback, before } = reduction;
  const { kind, text } = startOf(source, reduction.start);
  const [declarator, another] = before?.declarations ?? [];
  if (!kind || kind === 'value' || !declarator?.init || another) return undefined;
  const type = typeOfPart(source, reduction, declarator, text);
  if (type === undefined) return undefined;
  const isPart = usesOf(reduction).every(
    (use) => functionAround(use) === callback && (adds(use, kind) || isResult(use, reduction)),
  );
  if (!isPart) return undefined;
  const part = names.fresh('part', 'own');
  const join = (values: string): string => {
    if (kind === 'list') return flat(values);
    if (kind === 'object') return `Object.assign(${text}, ...${group(values)})`;
    return text.replace(/\(\)$/, `(${group(values)}.flatMap((${part}) => [...${part}]))`);
  };
  const edits = [
    { range: [declarator.id.range[1], declarator.id.range[1]], text: type },
    { range: declarator.init.range, text },
  ] as const;
  return { body: bodyText(source, reduction, edits), join };
}

/** The type that a part is given, with its colon; `undefined` where the compiler would not know what it may be given. */
export function typeOfPart(
  source: SourceCode,
  { call, callback }: Reduction,
  { id }: TSESTree.VariableDeclarator,
  start: string,
): string | undefined {
  const isPlain = /^(?:\[\]|\{\}|new \w+\(\))$/.test(start);
  if (!isTyped(source) || typeBehind(id) || !isPlain) return '';
  const [sofar] = callback.params;
  const promise = call.typeArguments?.params[0] ?? (sofar && typeBehind(sofar)?.typeAnnotation);
  const value =
    promise?.type === 'TSTypeReference' && source.getText(promise.typeName) === 'Promise' && promise.typeArguments;
  const [only] = value ? value.params : [];
  return only && `: ${source.getText(only)}`;
}

/** What does nothing but add to what was gathered. */
function adds(use: TSESTree.Node, kind: Kind): boolean {
  const member = use.parent?.type === 'MemberExpression' && use.parent.object === use ? use.parent : undefined;
  const change = member?.parent;
  if (change?.parent?.type !== 'ExpressionStatement') return false;
  const method = adders[kind];
  if (change.type === 'CallExpression')
    return method !== undefined && change.callee === member && propertyName(member) === method;
  return (
    kind === 'object' && change.type === 'AssignmentExpression' && change.left === member && change.operator === '='
  );
}

type Kind = 'list' | 'object' | 'Map' | 'Set' | 'value';

const adders: Partial<Record<Kind, string>> = { list: 'push', Map: 'set', Set: 'add' };

/** Whether what was gathered is returned here, as it is or at the head of a list or object. */
function isResult(use: TSESTree.Node, { returned }: Reduction): boolean {
  if (use.parent?.type === 'ReturnStatement') return true;
  return /^(?:Array|Object)Expression$/.test(bare(returned).type) && use.parent?.parent === bare(returned);
}

/** What a reduction starts with, out of its promise: its text, and its kind where it is empty or a plain value. */
export function startOf(source: SourceCode, start: TSESTree.Expression): { kind?: Kind; text: string } {
  const node = bareAwaited(start);
  const isResolved = node.type === 'CallExpression' && calleeNames(node.callee).join('.') === 'Promise.resolve';
  const [value] = isResolved ? node.arguments : [];
  if (value && value.type !== 'SpreadElement') return startOf(source, value);
  const text = source.getText(start);
  if (node.type === 'ArrayExpression' && node.elements.length === 0) return { kind: 'list', text };
  if (node.type === 'ObjectExpression' && node.properties.length === 0) return { kind: 'object', text };
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') return { kind: 'value', text };
  const name = node.type === 'NewExpression' && node.arguments.length === 0 ? calleeNames(node.callee).join('.') : '';
  return (name === 'Map' || name === 'Set') && text.endsWith('()') ? { kind: name, text } : { text };
}

const flat = (values: string): string => `${group(values)}.flat()`;
const fromEntries = (values: string): string => `Object.fromEntries(${values})`;

/** A text before a member. */
export function group(values: string): string {
  return /^[\w$]+$/.test(values) ? values : `(${values})`;
}

/** A value that an async callback returns, which need not be awaited. */
function valueText(source: SourceCode, value: TSESTree.Node): string {
  const text = source.getText(value.type === 'AwaitExpression' ? value.argument : value);
  return value.type === 'SequenceExpression' ? `(${text})` : text;
}

function valueOf(source: SourceCode, value: TSESTree.Node): Pick<Adder, 'value' | 'alone'> {
  return { value: valueText(source, value), alone: value };
}

function entryText(source: SourceCode, property: TSESTree.Property): string {
  const key = property.computed ? source.getText(property.key) : JSON.stringify(propertyName(property));
  return `[${key}, ${source.getText(property.value)}]`;
}

/** The body of the callback with edits, on the indentation of the call. */
export function bodyText(source: SourceCode, { call, callback }: Reduction, edits: readonly Edit[]): string {
  const text = patched(source, callback.body.range, edits);
  return outdented(source, callback.body, text, styleOf(source, callback).indent, styleOf(source, call));
}
