// Finds a limiter that a file holds already, ready to be used at a place: `const limit = pLimit(5)`.
import type { TSESTree } from '@typescript-eslint/utils';
import { type Limiter, limiters } from '../knowledge/limiters.js';
import { localFunction } from './functions.js';
import { landmarksOf } from './landmarks.js';
import { bare, hasNode, isFunction, propertyName } from './syntax.js';
import {
  importOf,
  isConstant,
  isInside,
  oncePerFile,
  scopesAround,
  type SourceCode,
  type Variable,
  variableOf,
} from './variables.js';

/** A limiter in a variable, with how many it runs at a time as the text says it. */
export interface Held {
  limiter: Limiter;
  variable: Variable;
  size: string;
}

/**
 * The limiter that a place can share. One that might run the place itself is left out: its places would all wait for
 * one to become free.
 */
export function heldAt(source: SourceCode, place: TSESTree.Node): Held | undefined {
  const all = heldInFile(source);
  if (all.length === 0) return undefined;
  for (const scope of scopesAround(source, place)) {
    for (const held of all.filter(({ variable }) => variable.scope === scope)) {
      const [declared] = held.variable.identifiers;
      const isBefore = declared !== undefined && declared.range[1] <= place.range[0];
      if (isBefore && !mayRun(source, held.variable, place)) return held;
    }
  }
  return undefined;
}

/** All limiters in variables of a file. */
const heldInFile = oncePerFile((source) =>
  landmarksOf(source).declarators.flatMap((declarator) => heldIn(source, declarator) ?? []),
);

/** `pLimit(5)`, `new PQueue({ concurrency: 5 })`; a queue with more options does more than bound. */
function heldIn(source: SourceCode, { id, init }: TSESTree.VariableDeclarator): Held | undefined {
  if (init?.type !== 'CallExpression' && init?.type !== 'NewExpression') return undefined;
  const variable = id.type === 'Identifier' ? variableOf(source, id) : undefined;
  if (!variable || !isConstant(variable)) return undefined;
  const made = variableOf(source, init.callee);
  const imported = made && importOf(made);
  const by = init.type === 'NewExpression' ? 'queueing' : 'wrapping';
  const limiter = limiters.findLast(({ package: name, handing }) => name === imported?.from && handing.by === by);
  const [argument] = init.arguments;
  const size = argument && init.arguments.length === 1 ? sizeIn(argument) : undefined;
  return limiter && size ? { limiter, variable, size: source.getText(size) } : undefined;
}

function sizeIn(argument: TSESTree.CallExpressionArgument): TSESTree.Node | undefined {
  if (argument.type !== 'ObjectExpression') return argument.type === 'SpreadElement' ? undefined : argument;
  const [only] = argument.properties;
  const isSize = argument.properties.length === 1 && only?.type === 'Property' && propertyName(only) === 'concurrency';
  return isSize ? only.value : undefined;
}

/** Whether what a limiter is handed anywhere in the file, the place itself with it, may come to run a place. */
function mayRun(source: SourceCode, limiter: Variable, place: TSESTree.Node): boolean {
  const methods = methodsAround(place);
  const seen = new Set<TSESTree.Node>();
  const leads = (region: TSESTree.Node): boolean =>
    hasNode(region, source.visitorKeys, (node) => {
      if (node.type === 'MemberExpression' && methods.has(propertyName(node) ?? '')) return true;
      const named =
        node.type === 'Identifier' || node.type === 'MemberExpression' ? localFunction(source, node) : undefined;
      return named !== undefined && reaches(named);
    });
  const reaches = (region: TSESTree.Node): boolean => {
    if (seen.has(region)) return false;
    seen.add(region);
    return isInside(place, region) || leads(region);
  };
  const isHanded = limiter.references.some(({ identifier, init }) => init !== true && usesOf(identifier).some(reaches));
  return isHanded || leads(place);
}

/** What a use of a limiter hands over; the use itself where that does not show. */
function usesOf(identifier: TSESTree.Node): readonly TSESTree.Node[] {
  const { parent } = identifier;
  const callee = parent?.type === 'MemberExpression' && parent.object === identifier ? parent : identifier;
  const call = callee.parent;
  if (call?.type === 'CallExpression' && call.callee === callee) return call.arguments;
  return callee === identifier ? [rootOf(identifier)] : [];
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  return node.parent ? rootOf(node.parent) : node;
}

/** The names of the methods that a place lies in. */
function methodsAround(place: TSESTree.Node): Set<string> {
  const names = new Set<string>();
  for (let node: TSESTree.Node | undefined = place; node; node = node.parent) {
    const holder = isFunction(node) ? bare(node).parent : undefined;
    if (holder?.type === 'MethodDefinition' || holder?.type === 'Property' || holder?.type === 'PropertyDefinition')
      names.add(propertyName(holder) ?? '');
  }
  return names;
}
