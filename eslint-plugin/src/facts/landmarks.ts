// The nodes of a file at which the rules begin to look, found in one walk that they share.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isLoop, type LoopNode, loopTypes, walk } from './syntax.js';
import { oncePerFile, type SourceCode } from './variables.js';

/** Each in the order of the text, what is around before what is inside. */
interface Landmarks {
  awaits: readonly TSESTree.AwaitExpression[];
  calls: readonly TSESTree.CallExpression[];
  declarators: readonly TSESTree.VariableDeclarator[];
  loops: readonly LoopNode[];
}

/** Landmarks while they are gathered. */
type Gathering = { [List in keyof Landmarks]: Landmarks[List][number][] };

/** The last is a comment that silences a rule. */
const asynchronous =
  /\b(?:await|async|Promise|bluebird)\b|[.'"`]\s*(?:then|catch|finally)\b|\bimport\s*\(|\bgather:\s*sequential\b/;

/** Whether a text may hold anything to speak of: none without certain words does, and is not looked at. */
export const isAsynchronous = oncePerFile(({ text }) => asynchronous.test(text));

const whole = new WeakMap<SourceCode, Landmarks>();

/** The landmarks of a file; one that ESLint has not walked yet is walked here. */
export function landmarksOf(source: SourceCode): Landmarks {
  const known = whole.get(source);
  if (known) return known;
  const landmarks: Gathering = { awaits: [], calls: [], declarators: [], loops: [] };
  walk(source.ast, source.visitorKeys, (node) => {
    add(landmarks, node);
    return true;
  });
  whole.set(source, landmarks);
  return landmarks;
}

function add({ awaits, calls, declarators, loops }: Gathering, node: TSESTree.Node): void {
  switch (node.type) {
    case 'AwaitExpression':
      awaits.push(node);
      break;
    case 'CallExpression':
      calls.push(node);
      break;
    case 'VariableDeclarator':
      declarators.push(node);
      break;
    default:
      if (isLoop(node)) loops.push(node);
  }
}

const types = ['AwaitExpression', 'CallExpression', 'VariableDeclarator', ...loopTypes];
const begun = new WeakSet<SourceCode>();

/** By these ESLint's own walk gathers the landmarks of a file; there are some for the first rule that asks for them. */
export function landmarkListeners(source: SourceCode): TSESLint.RuleListener {
  if (begun.has(source)) return {};
  begun.add(source);
  const landmarks: Gathering = { awaits: [], calls: [], declarators: [], loops: [] };
  const listener = (node: TSESTree.Node): void => {
    add(landmarks, node);
  };
  return {
    ...Object.fromEntries(types.map((type) => [type, listener])),
    'Program:exit': () => whole.set(source, landmarks),
  };
}
