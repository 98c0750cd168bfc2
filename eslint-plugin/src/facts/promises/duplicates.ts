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

/** What an element of a list is; one that is spread, or left out, is like no other. */
export function factsOfElement(
  source: SourceCode,
  project: ProjectNames,
  element: TSESTree.ArrayExpression['elements'][number],
): ElementFacts {
  const node = element ? bare(element) : undefined;
  if (node?.type === 'Identifier' && node.name !== 'undefined') return { is: 'promise', text: node.name };
  if (node?.type !== 'CallExpression') return { is: 'other' };
  const frame: Frame = { source, project, region: node, distinct: new Set(), items: new Map(), parameters: new Map() };
  const { nature, traits } = operationOf(frame, node, true);
  const steps = leavesOf(lowerExpression(contextOf(frame), node));
  return {
    is: 'call',
    text: textOf(source, node),
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
