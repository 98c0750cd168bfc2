// The elements of a combinator's list, as far as it matters whether one is there twice.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../../knowledge/project.js';
import { wordsOf } from '../../knowledge/words.js';
import { contextOf } from '../context.js';
import { lowerExpression } from '../expressions.js';
import { operationOf } from '../operations.js';
import type { Frame } from '../paths.js';
import { onlyComputes } from '../computing.js';
import { leavesOf } from '../steps.js';
import { bare, calleeNames } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import type { ElementFacts } from './model.js';

type Elements = readonly TSESTree.ArrayExpression['elements'][number][];

/** What the elements of a list are; one that is spread, left out, or written like no other is like no other. */
export function factsOfElements(source: SourceCode, project: ProjectNames, elements: Elements): ElementFacts[] {
  const nodes = elements.map((element) => (element ? bare(element) : undefined));
  const calls = nodes.filter((node) => node?.type === 'CallExpression');
  const texts = new Map(calls.length < 2 ? [] : calls.map((call) => [call, textOf(source, call)]));
  const timesOf = new Map<string, number>();
  for (const text of texts.values()) timesOf.set(text, (timesOf.get(text) ?? 0) + 1);
  return nodes.map((node) => {
    if (node?.type === 'Identifier' && node.name !== 'undefined') return { is: 'promise', text: node.name };
    const text = node?.type === 'CallExpression' ? texts.get(node) : undefined;
    if (node?.type !== 'CallExpression' || text === undefined || timesOf.get(text) === 1) return { is: 'other' };
    return factsOfCall(source, project, node, text);
  });
}

function factsOfCall(
  source: SourceCode,
  project: ProjectNames,
  node: TSESTree.CallExpression,
  text: string,
): ElementFacts {
  const frame: Frame = { source, project, region: node, distinct: new Set(), items: new Map(), parameters: new Map() };
  const { nature, traits } = operationOf(frame, node, true);
  const steps = leavesOf(lowerExpression(contextOf(frame), node));
  return {
    is: 'call',
    text,
    nature,
    words: wordsOf(calleeNames(node.callee).at(-1) ?? ''),
    hasArguments: node.arguments.length > 0,
    computes: onlyComputes(node.callee) && node.arguments.every(onlyComputes),
    changes: steps.some(({ kind }) => kind === 'write'),
    ordered: traits.some(({ trait }) => trait === 'serial' || trait === 'waits' || trait === 'chained'),
  };
}

/** The tokens of a node, so that white space and comments make no difference. */
function textOf(source: SourceCode, node: TSESTree.Node): string {
  return source
    .getTokens(node)
    .map(({ value }) => value)
    .join(' ');
}
