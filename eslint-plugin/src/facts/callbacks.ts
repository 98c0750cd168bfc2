// A callback that runs for each item, as the loop that it stands for.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { contextOf } from './context.js';
import { lowerFunctionBody, lowerReturned } from './expressions.js';
import type { LoopFacts, Path } from './model.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import type { FunctionNode } from './syntax.js';
import type { SourceCode, Variable } from './variables.js';

/** What one run of a callback does, whose first parameter is the item and whose second is the index. */
export function factsOfCallback(source: SourceCode, project: ProjectNames, callback: FunctionNode): LoopFacts {
  const [item, index] = callback.params.map((parameter) => namesIn(source, callback, parameter));
  const frame: Frame = {
    source,
    project,
    region: callback,
    distinct: new Set(index),
    items: new Map<Variable, Path | undefined>(item?.map((variable) => [variable, undefined])),
    parameters: new Map(),
  };
  const context = contextOf(frame, { inFunction: true });
  const { body } = callback;
  return {
    head: placeOf(callback),
    iteration: { by: 'items' },
    steps: [
      {
        kind: 'block',
        body: body.type === 'BlockStatement' ? lowerFunctionBody(context, callback) : lowerReturned(context, body),
      },
    ],
    order: undefined,
    counters: [],
    onFailure: [],
    intent: undefined,
  };
}

/** The variables that a parameter declares. */
function namesIn(source: SourceCode, callback: FunctionNode, parameter: TSESTree.Parameter): Variable[] {
  return source
    .getDeclaredVariables(callback)
    .filter(({ identifiers }) =>
      identifiers.some(({ range: [start] }) => start >= parameter.range[0] && start < parameter.range[1]),
    );
}
