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

/** How the function that a call resolves to is declared, in the nodes of TypeScript; not where there is no checker. */
export function declarationOf(source: SourceCode, call: TSESTree.CallExpression): Declaration | undefined {
  const services: Partial<ParserServices> | undefined = source.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return undefined;
  try {
    return services.program
      .getTypeChecker()
      .getResolvedSignature(services.esTreeNodeToTSNodeMap.get(call))
      ?.getDeclaration();
  } catch {
    // As above.
    return undefined;
  }
}

type Checker = ReturnType<NonNullable<ParserServices['program']>['getTypeChecker']>;
type Declaration = ReturnType<NonNullable<ReturnType<Checker['getResolvedSignature']>>['getDeclaration']>;

/** Whether there is a checker: rules that need one can be on then. */
export function hasTypes(source: SourceCode): boolean {
  const services: Partial<ParserServices> | undefined = source.parserServices;
  return Boolean(services?.program);
}
