// What one iteration of a snippet's first loop does, a word or two a step.
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as parser from '@typescript-eslint/parser';
import { factsOfLoop } from '../../../eslint-plugin/src/facts/loops.js';
import type { LoopFacts, Path, Step } from '../../../eslint-plugin/src/facts/model.js';
import { leavesOf } from '../../../eslint-plugin/src/facts/steps.js';
import { isLoop, walk } from '../../../eslint-plugin/src/facts/syntax.js';
import type { SourceCode } from '../../../eslint-plugin/src/facts/variables.js';
import { projectNames } from '../../../eslint-plugin/src/knowledge/project.js';
import { probe } from '../probe.js';

/** Calls `look` with the facts on each loop that awaits, in the order of the text. */
function eachLoop(code: string, look: (facts: LoopFacts) => void, wrap = (sourceCode: SourceCode) => sourceCode): void {
  const looking = probe((sourceCode, program) => {
    const seen = wrap(sourceCode);
    walk(program, sourceCode.visitorKeys, (node) => {
      const facts = isLoop(node) ? factsOfLoop(seen, projectNames(), node) : undefined;
      if (facts) look(facts);
      return true;
    });
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
  if (message) throw new Error(message.message);
}

/** The facts on one of the loops that await; those before it are read too. */
function factsOf(code: string, index = 0): LoopFacts {
  const found: LoopFacts[] = [];
  eachLoop(code, (facts) => found.push(facts));
  const facts = found[index];
  if (!facts) throw new Error('no loop awaits');
  return facts;
}

/** How much is done to read all loops: questions to the source code, and steps that come of them. */
export function workIn(code: string): number {
  let work = 0;
  const counting = (sourceCode: SourceCode): SourceCode =>
    new Proxy(sourceCode, {
      get(target, key) {
        work++;
        return Reflect.get(target, key, target) as unknown;
      },
    });
  eachLoop(code, (facts) => (work += leavesOf(facts.steps).length), counting);
  return work;
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

/** The steps of an iteration in words, in the order of their evaluation; of the first loop that awaits, or a later one. */
export function stepsIn(code: string, index = 0): string[] {
  return leavesOf(factsOf(code, index).steps).flatMap(textOf);
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
