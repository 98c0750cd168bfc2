// What the type checker knows, where the parser was given a project.
import type { ParserServices, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './variables.js';

/** The name of an expression's type; `undefined` where there is no checker, or the type has no name. */
export function typeNameOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  const services: Partial<ParserServices> | undefined = source.parserServices;
  if (!services?.program || !services.getTypeAtLocation) return undefined;
  try {
    const type = services.getTypeAtLocation(node);
    return (type.aliasSymbol ?? type.getSymbol())?.name;
  } catch {
    // The checker can fail on a program with errors; then there is no type to go by.
    return undefined;
  }
}

/** Whether there is a checker: rules that need one can be on then. */
export function hasTypes(source: SourceCode): boolean {
  const services: Partial<ParserServices> | undefined = source.parserServices;
  return Boolean(services?.program);
}
