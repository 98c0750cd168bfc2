// Whether a file is written for a browser's page, or for an editor.
import { pageGlobals, pageHooks, pageModules } from '../knowledge/browser.js';
import { importOf, oncePerFile } from './variables.js';

/** Whether a file uses what only a page has; one that asks whether it is there may run elsewhere, too. */
export const isForBrowser = oncePerFile(({ ast, scopeManager }): boolean => {
  if (ast.tokens.some(({ value }) => pageHooks.has(value))) return true;
  const scopes = scopeManager?.scopes ?? [];
  // Not all parsers have the imports of a component stand at the top of its tree.
  if (scopes.some(({ variables }) => variables.some((variable) => isOfPages(importOf(variable)?.from)))) return true;
  const uses = scopes
    .flatMap(({ references }) => references)
    .filter(({ identifier, resolved }) => pageGlobals.has(identifier.name) && (resolved?.defs.length ?? 0) === 0);
  const asks = uses.some(({ identifier }) => identifier.parent.type === 'UnaryExpression');
  return uses.length > 0 && !asks;
});

function isOfPages(module = ''): boolean {
  return pageModules.some((each) => (each.endsWith('*') ? module.startsWith(each.slice(0, -1)) : module === each));
}
