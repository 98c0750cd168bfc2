// What it is whose method runs a callback for each item: an array, or something that only has methods of these names.
import type { TSESTree } from '@typescript-eslint/utils';
import { isNamespace, isOtherCollection, isSnapshot, otherPackages } from '../../knowledge/iterations.js';
import { annotationOf, isMadeArray } from '../arrays.js';
import { bareAwaited, calleeNames, calleeOf, isCall, propertyName } from '../syntax.js';
import { typeNameOf } from '../types.js';
import { declaratorOf, importOf, isConstant, type SourceCode, type Variable, variableOf } from '../variables.js';
import type { ListKind } from './model.js';

/** Types and classes, by what they are. */
const kinds: ReadonlyMap<string, ListKind> = new Map<string, ListKind>([
  ['Array', 'array'],
  ['ReadonlyArray', 'array'],
  ['Map', 'map'],
  ['ReadonlyMap', 'map'],
  ['Set', 'set'],
  ['ReadonlySet', 'set'],
  ['NodeList', 'set'],
  ['NodeListOf', 'set'],
  ['QuerySnapshot', 'snapshot'],
]);

/** How far variables are followed. */
const maxDepth = 3;

/** What a list is: by its type, by what it is made of, and last by its name. */
export function listKindOf(source: SourceCode, list: TSESTree.Node, depth = 0): ListKind {
  const node = bareAwaited(list);
  const typeName = depth === 0 ? typeNameOf(source, list) : undefined;
  if (typeName !== undefined) return kinds.get(typeName) ?? 'other';
  if (depth > maxDepth) return 'unknown';
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(source, node);
      const kind = variable && kindOfVariable(source, variable, depth);
      return kind ?? (isNamespace(node.name) ? 'other' : kindByName(node.name));
    }
    case 'MemberExpression':
      return kindByName(propertyName(node) ?? '');
    case 'NewExpression':
      return kinds.get(calleeNames(node.callee).join('.')) ?? 'other';
    default:
      return isCall(node) ? kindOfResult(source, node, depth) : isMadeArray(source, list) ? 'array' : 'unknown';
  }
}

function kindByName(name: string): ListKind {
  if (isSnapshot(name)) return 'snapshot';
  return isOtherCollection(name) ? 'other' : 'unknown';
}

function kindOfVariable(source: SourceCode, variable: Variable, depth: number): ListKind | undefined {
  const annotation = annotationOf(variable);
  if (annotation?.type === 'TSTypeReference') return kinds.get(source.getText(annotation.typeName));
  const imported = importOf(variable);
  if (imported) return otherPackages.has(imported.from) ? 'other' : undefined;
  const [declared] = variable.identifiers;
  if (declared && isMadeArray(source, declared)) return 'array';
  const declarator = declaratorOf(variable);
  if (!declarator?.init || declarator.id.type !== 'Identifier' || !isConstant(variable)) return undefined;
  const kind = listKindOf(source, declarator.init, depth + 1);
  return kind === 'unknown' ? undefined : kind;
}

/** Of a chain that begins with a stream, or runs through one, all is a stream. */
function kindOfResult(source: SourceCode, call: TSESTree.Node, depth: number): ListKind {
  if (!isCall(call)) return 'unknown';
  const callee = bareAwaited(calleeOf(call));
  const names = calleeNames(callee);
  if (names[0] === 'Array' || (names[0] === 'Object' && names.length === 2)) return 'array';
  const name = names.at(-1) ?? '';
  if (/^(?:querySelectorAll|getElementsBy\w+)$/.test(name)) return 'set';
  const isOther = names.some((each) => isOtherCollection(each) || otherPackages.has(each) || each === 'Readable');
  if (isOther) return 'other';
  if (callee.type !== 'MemberExpression') return 'unknown';
  // What a class gives is no class: `Model.find()`.
  const isStatic = callee.object.type === 'Identifier' && isNamespace(callee.object.name);
  if (!isStatic && listKindOf(source, callee.object, depth + 1) === 'other') return 'other';
  return isMadeArray(source, call) ? 'array' : 'unknown';
}
