// Calls by which somebody sees in which order the work is done: progress, counts, one output that all write into.
import type { TSESTree } from '@typescript-eslint/utils';
import { progressNames, progressVerbs } from '../knowledge/effects.js';
import { lookUp, wordsOf } from '../knowledge/words.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { argumentsOf, type CallNode, hasOwnNode, isLoop, optionOf, propertyName } from './syntax.js';

/** `bar.tick(n)`, `options.onProgress(n)`. */
export function isProgress(names: readonly string[]): boolean {
  return [names.join(' '), names.at(-1) ?? ''].some((name) => lookUp(progressNames, name) !== undefined);
}

/** `status(`${i} of ${list.length}`)`: how many there are, next to which of them it is. */
export function tellsHowFar(frame: Frame, call: CallNode): boolean {
  const { source, region } = frame;
  const isTotal = (node: TSESTree.Node): boolean =>
    node.type === 'MemberExpression' && propertyName(node) === 'length' && !dependsOnRegion(frame, node);
  return (
    isLoop(region) &&
    argumentsOf(call).some((argument) => dependsOnRegion(frame, argument)) &&
    argumentsOf(call).some((argument) => hasOwnNode(argument, source.visitorKeys, isTotal))
  );
}

/**
 * `spawn('docker', ['pull', name], { stdio: 'inherit' })`, `part.pipe(whole, { end: false })`: two at once would write
 * into each other's lines.
 */
export function writesIntoOne(call: CallNode, name: string): boolean {
  const isPipe = /^pipe(?:line)?$/.test(name);
  return isLiteral(optionOf(call, 'stdio'), 'inherit') || (isPipe && isLiteral(optionOf(call, 'end'), false));
}

function isLiteral(node: TSESTree.Node | undefined, value: string | boolean): boolean {
  return node?.type === 'Literal' && node.value === value;
}

/** `emitProgress('done', i, total)`. */
export function reportsProgress(call: CallNode, name: string): boolean {
  const [verb = '', ...words] = wordsOf(name);
  return progressVerbs.has(verb) && words.includes('progress') && argumentsOf(call).length > 0;
}
