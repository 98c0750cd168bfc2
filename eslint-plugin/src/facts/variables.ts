// Which variable an identifier names, where it was declared and from what. Built once a file.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { walk } from './syntax.js';

export type Variable = TSESLint.Scope.Variable;
export type SourceCode = Readonly<TSESLint.SourceCode>;

/** The same question, answered once a file. */
export function oncePerFile<T>(ask: (source: SourceCode) => T): (source: SourceCode) => T {
  return once<SourceCode, T>(ask);
}

/** The same question, answered once a variable: who looks through all references would else do so at each of them. */
export function oncePerVariable<T>(ask: (variable: Variable) => T): (variable: Variable) => T {
  return once<Variable, T>(ask);
}

function once<K extends object, T>(ask: (about: K) => T): (about: K) => T {
  const answers = new WeakMap<K, { answer: T }>();
  return (about) => {
    let known = answers.get(about);
    if (!known) answers.set(about, (known = { answer: ask(about) }));
    return known.answer;
  };
}

/** Where each reference of the file leads; globals that the file does not declare are left out. */
const resolutionsOf = oncePerFile((source) => {
  const map = new Map<TSESTree.Node, Variable>();
  // By the references of the scopes, not of the variables: the parser makes a thousand variables that nothing refers to.
  for (const { references, variables } of source.scopeManager?.scopes ?? []) {
    for (const variable of variables) for (const identifier of variable.identifiers) map.set(identifier, variable);
    for (const { identifier, resolved } of references) if (resolved) map.set(identifier, resolved);
  }
  return map;
});

/** The variable that an identifier reads, writes or declares; `undefined` for a global. */
export function variableOf(source: SourceCode, identifier: TSESTree.Node): Variable | undefined {
  return resolutionsOf(source).get(identifier);
}

/** The scopes that a place sees, the innermost first. */
export function scopesAround(source: SourceCode, place: TSESTree.Node): TSESLint.Scope.Scope[] {
  const scopes = [];
  for (let scope: TSESLint.Scope.Scope | null = source.getScope(place); scope; scope = scope.upper) scopes.push(scope);
  return scopes;
}

const namedInFile = oncePerFile(() => new Map<TSESTree.Node, readonly Variable[]>());

/** The variables that are named below a node, each once; what holds others is asked again for each region around it. */
export function variablesNamedIn(source: SourceCode, node: TSESTree.Node): readonly Variable[] {
  if (node.type === 'Literal') return [];
  const named = namedInFile(source);
  let variables = named.get(node);
  if (!variables) {
    const found = new Set<Variable>();
    walk(node, source.visitorKeys, (inner) => {
      const variable = inner.type === 'Identifier' ? variableOf(source, inner) : undefined;
      if (variable) found.add(variable);
      return true;
    });
    variables = [...found];
    named.set(node, variables);
  }
  return variables;
}

/** An identity that holds within one file. */
export function identityOf(variable: Variable): string {
  return `${variable.name}@${String(variable.identifiers[0]?.range[0] ?? 0)}`;
}

/** Whether `inner` lies in `outer`, or is it. */
export function isInside(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/**
 * Whether each run of `region` has a variable of its own. A `var` counts when nothing outside the region names it:
 * its value then cannot be seen from a run before.
 */
export function isPrivateTo(variable: Variable, region: TSESTree.Node): boolean {
  const declared = variable.identifiers[0];
  if (!declared || !isInside(declared, region)) return false;
  const hoisted = variable.defs.some((def) => def.type === 'Variable' && def.parent.kind === 'var');
  return !hoisted || variable.references.every((reference) => isInside(reference.identifier, region));
}

/** The one declarator of a variable, when it has one. */
export function declaratorOf(variable: Variable): TSESTree.VariableDeclarator | undefined {
  const def = variable.defs[0];
  return def?.type === 'Variable' ? def.node : undefined;
}

/** Whether a variable is only ever given a value where it is declared. */
export const isConstant = oncePerVariable((variable) =>
  variable.references.every((reference) => !reference.isWrite() || reference.init === true),
);

/** Whether a variable of a loop's head is the item itself, not a part that a pattern takes of it. */
export function isWholeItem(variable: Variable): boolean {
  return variable.identifiers[0]?.parent.type === 'VariableDeclarator';
}

/** Imports and functions: names that hold code, not state; what is static in a class is state. */
export function namesCode(variable: Variable): boolean {
  return variable.defs.some(({ type }) => type === 'ImportBinding' || type === 'FunctionName');
}

/** Where a name was imported from, by `import` or `const x = require()`, and under which name. */
export function importOf(variable: Variable): { from: string; name: string } | undefined {
  const def = variable.defs[0];
  if (def?.type === 'ImportBinding') {
    const declaration = def.parent;
    if (declaration.type !== 'ImportDeclaration') return undefined;
    const imported = def.node.type === 'ImportSpecifier' ? def.node.imported : undefined;
    const name = imported?.type === 'Identifier' ? imported.name : '*';
    return { from: declaration.source.value, name };
  }
  const declarator = declaratorOf(variable);
  const from = declarator?.init && requiredModule(declarator.init);
  if (!from) return undefined;
  if (declarator.id.type !== 'ObjectPattern') return { from, name: '*' };
  for (const property of declarator.id.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.value.type === 'Identifier' && property.value.name === variable.name)
      return { from, name: property.key.name };
  }
  return undefined;
}

/** The module that a call of `require` names. */
export function requiredModule(node: TSESTree.Expression): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [argument] = node.arguments;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
}
