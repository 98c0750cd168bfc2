// What one iteration of a snippet's first loop does, a word or two a step.
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as parser from '@typescript-eslint/parser';
import { factsOfLoop } from '../../../eslint-plugin/src/facts/loops.js';
import type { LoopFacts, Path, Step } from '../../../eslint-plugin/src/facts/model.js';
import { leavesOf } from '../../../eslint-plugin/src/facts/steps.js';
import { childrenOf, isLoop } from '../../../eslint-plugin/src/facts/syntax.js';
import { projectNames } from '../../../eslint-plugin/src/knowledge/project.js';
import { probe } from '../probe.js';

/** The facts on the first loop that awaits. */
function factsOf(code: string): LoopFacts {
  let found: LoopFacts | undefined;
  const looking = probe((sourceCode, program) => {
    const visit = (node: TSESTree.Node): void => {
      if (isLoop(node)) found ??= factsOfLoop(sourceCode, projectNames(), node);
      childrenOf(node, sourceCode.visitorKeys).forEach(visit);
    };
    visit(program);
  });
  const [message] = new Linter().verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { facts: { rules: { probe: looking } } },
        rules: { 'facts/probe': 'warn' },
        languageOptions: { parser },
      },
    ],
    { filename: 'snippet.ts' },
  );
  if (message || !found) throw new Error(message?.message ?? 'no loop awaits');
  return found;
}

function pathText({ root, keys }: Path): string {
  return root.replace(/@\d+$/, '') + keys.join('');
}

function textOf(step: Step): string[] {
  switch (step.kind) {
    case 'read':
      return [`${step.depth === 'reference' ? 'pass' : 'read'} ${pathText(step.path)}${step.within ? ' within' : ''}`];
    case 'write':
      return [`${step.how} ${pathText(step.path)}${step.within ? ' within' : ''}`];
    case 'call':
      return [[step.operation.callee, ...step.operation.traits.map(({ trait }) => trait)].join(' ')];
    case 'await':
      return [`await ${step.of}`];
    case 'exit':
      return [`exit ${step.how}`];
    default:
      return [];
  }
}

/** The steps of an iteration in words, in the order of their evaluation. */
export function stepsIn(code: string): string[] {
  return leavesOf(factsOf(code).steps).flatMap(textOf);
}

/** The writes alone. */
export function writesIn(code: string): string[] {
  return leavesOf(factsOf(code).steps).flatMap((step) => (step.kind === 'write' ? textOf(step) : []));
}

/** What is read of state that outlives an iteration, each once, in the order of the alphabet. */
export function readsIn(code: string): string[] {
  const reads = leavesOf(factsOf(code).steps).flatMap((step) => (step.kind === 'read' ? textOf(step) : []));
  return [...new Set(reads)].sort();
}
