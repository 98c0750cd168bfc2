// Where a call takes a signal, as its documentation or the function in this file says, and whether it is given one.
import type { TSESTree } from '@typescript-eslint/utils';
import { signalNames, type SignalPlace, signalPlaceOf } from '../../knowledge/signals.js';
import { localFunction } from '../functions.js';
import { originOf } from '../origins.js';
import { bare, calleeNames, type FunctionNode, propertyName, walk } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import type { SignalFacts } from './model.js';

/** Where the signal goes: an argument of its own, or an option. */
export interface SignalSlot {
  call: TSESTree.CallExpression;
  /** Index of the argument that is the signal, or the options with it. */
  argument: number;
  /** The option's name; `undefined` where the argument itself is the signal. */
  key: string | undefined;
  /** The option that a text in the place of the options stands for. */
  text: string | undefined;
  gets: SignalFacts['gets'];
  isCheap: boolean;
}

/** The place for a signal in a call; `undefined` where it is not known to take one. */
export function slotOf(source: SourceCode, call: TSESTree.CallExpression): SignalSlot | undefined {
  const local = localFunction(source, call.callee);
  if (local) return ofLocal(source, call, local);
  const origin = originOf(source, call.callee);
  const place = origin && signalPlaceOf(origin.from, origin.path.join('.'));
  return place && ofKnown(call, place);
}

function ofKnown(call: TSESTree.CallExpression, place: SignalPlace): SignalSlot {
  const argument = indexIn(call, place);
  const slot = { call, argument: argument ?? 0, key: 'signal', text: place.text, isCheap: place.isCheap ?? false };
  const isUnclear = argument === undefined || holdsItself(call);
  return { ...slot, gets: isUnclear ? 'unknown' : given(call, slot) };
}

/** Index of the options; `undefined` where the arguments do not tell. */
function indexIn({ arguments: given }: TSESTree.CallExpression, place: SignalPlace): number | undefined {
  const [first] = given;
  if (given.some(({ type }) => type === 'SpreadElement')) return undefined;
  if (place.options === 'last') return given.at(-1)?.type === 'ObjectExpression' ? given.length - 1 : given.length;
  if (place.orFirst && first?.type === 'ObjectExpression') return 0;
  if (place.orFirst && given.length === 1 && !isAddress(first)) return undefined;
  const before = given[place.options - 1];
  const isLeftOut = place.orBefore && (before === undefined || before.type === 'ObjectExpression');
  return isLeftOut ? place.options - 1 : place.options;
}

/** A text, or what is called by the name of one. */
function isAddress(node: TSESTree.Node | undefined): boolean {
  if (node?.type === 'Literal' || node?.type === 'TemplateLiteral' || node?.type === 'BinaryExpression') return true;
  return node !== undefined && /(?:url|uri|href|link|endpoint|address)$/i.test(calleeNames(node).at(-1) ?? '');
}

/** `fetch(request)`: a request may hold its own signal. */
function holdsItself({ arguments: [first] }: TSESTree.CallExpression): boolean {
  return first !== undefined && /(?:^|R|r)eq(?:uest)?$/.test(calleeNames(first).at(-1) ?? '');
}

function given(call: TSESTree.CallExpression, { argument, key, text }: Omit<SignalSlot, 'gets'>): SignalSlot['gets'] {
  const node = call.arguments[argument];
  if (!node || (node.type === 'Identifier' && node.name === 'undefined')) return 'none';
  if (key === undefined) return 'one';
  if (node.type === 'Literal') return text !== undefined && typeof node.value === 'string' ? 'none' : 'unknown';
  if (node.type !== 'ObjectExpression') return 'unknown';
  const names = node.properties.map((property) => (property.type === 'Property' ? propertyName(property) : undefined));
  if (names.some((name) => name === key || name === 'cancelToken')) return 'one';
  return names.includes(undefined) ? 'unknown' : 'none';
}

/** The parameter, or the property of one, that is a signal by its name. */
function ofLocal(source: SourceCode, call: TSESTree.CallExpression, local: FunctionNode): SignalSlot | undefined {
  for (const [argument, parameter] of local.params.entries()) {
    const node = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const isSignal = node.type === 'Identifier' && signalNames.has(node.name);
    const key = isSignal ? undefined : optionIn(source, local, node);
    if (!isSignal && key === undefined) continue;
    const slot = { call, argument, key, text: undefined, isCheap: false };
    const isUnclear = call.arguments.some(({ type }) => type === 'SpreadElement');
    return { ...slot, gets: isUnclear ? 'unknown' : given(call, slot) };
  }
  return undefined;
}

/** The option that is a signal: in a pattern, in a type that is written out, or as it is read in the body. */
function optionIn(source: SourceCode, local: FunctionNode, node: TSESTree.Node): string | undefined {
  if (node.type === 'ObjectPattern') {
    const names = node.properties.map((property) =>
      property.type === 'Property' ? propertyName(property) : undefined,
    );
    return names.find((name) => name !== undefined && signalNames.has(name));
  }
  if (node.type !== 'Identifier') return undefined;
  let found: string | undefined;
  walk(local.body, source.visitorKeys, (inner) => {
    if (inner.type !== 'MemberExpression' || found !== undefined) return found === undefined;
    const object = bare(inner.object);
    const name = propertyName(inner);
    if (object.type === 'Identifier' && object.name === node.name && signalNames.has(name ?? '')) found = name;
    return true;
  });
  return found;
}
