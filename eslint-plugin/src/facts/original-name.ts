// The name of a function where it comes from, whatever the file calls it.
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf, bare, calleeNames, calleeOf, isCall } from './syntax.js';
import { declaratorOf, importOf, type SourceCode, variableOf } from './variables.js';

/** The name under which a module or a wrapper knows it: `wait` for `import { setTimeout as wait }` is `setTimeout`. */
export function originalName(source: SourceCode, callee: TSESTree.Node): string | undefined {
  const node = bare(callee);
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  if (!variable) return undefined;
  const imported = importOf(variable);
  if (imported)
    return imported.name === '*' || imported.name === 'default' ? imported.from.split('/').at(-1) : imported.name;
  const init = declaratorOf(variable)?.init;
  const isPromisified = init && isCall(init) && calleeNames(calleeOf(init)).at(-1) === 'promisify';
  return isPromisified ? argumentsOf(init).flatMap((argument) => calleeNames(argument).at(-1) ?? [])[0] : undefined;
}
