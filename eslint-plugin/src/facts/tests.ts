// Whether a file holds tests.
import { testFunctions, testModules } from '../knowledge/tests.js';
import { oncePerFile } from './variables.js';

/** Whether a file calls what describes tests, which nothing in the file defines, or imports it. */
export const isTest = oncePerFile(({ ast, scopeManager }): boolean => {
  if (ast.body.some((statement) => statement.type === 'ImportDeclaration' && testModules.has(statement.source.value)))
    return true;
  const references = scopeManager?.scopes.flatMap((scope) => scope.references) ?? [];
  return references.some(
    ({ identifier, resolved }) =>
      testFunctions.has(identifier.name) &&
      (resolved?.defs.length ?? 0) === 0 &&
      identifier.parent.type === 'CallExpression' &&
      identifier.parent.callee === identifier,
  );
});
