// What a file imports, by which statements, and of which kind of module it is.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Manifest } from './manifest.js';
import { propertyName, topStatements } from './syntax.js';
import { oncePerFile, requiredModule, type SourceCode } from './variables.js';

/** A name that a file gives to what it imports. */
export interface Binding {
  /** The export: `default`, its name, `*` for the namespace; `=` for what `require` gives. */
  exported: string;
  local: string;
}

/** One statement, or declarator, that imports values of a module. */
export interface Import {
  module: string;
  node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclarator;
  bindings: readonly Binding[];
}

/** The imports of a file, but for those of types alone, at the top level. */
export const importsOf = oncePerFile((source): Import[] =>
  topStatements(source.ast).flatMap((statement) => {
    switch (statement.type) {
      case 'ImportDeclaration':
        return statement.importKind === 'type'
          ? []
          : [{ module: statement.source.value, node: statement, bindings: statement.specifiers.flatMap(specified) }];
      case 'TSImportEqualsDeclaration':
        return importEquals(statement);
      case 'VariableDeclaration':
        return statement.declarations.flatMap(required);
      default:
        return [];
    }
  }),
);

function specified(specifier: TSESTree.ImportClause): Binding[] {
  const local = specifier.local.name;
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return [{ exported: 'default', local }];
    case 'ImportNamespaceSpecifier':
      return [{ exported: '*', local }];
    default: {
      const { imported } = specifier;
      const isType = specifier.importKind === 'type';
      return isType ? [] : [{ exported: imported.type === 'Identifier' ? imported.name : imported.value, local }];
    }
  }
}

function importEquals(node: TSESTree.TSImportEqualsDeclaration): Import[] {
  const { moduleReference, importKind } = node;
  if (moduleReference.type !== 'TSExternalModuleReference' || importKind === 'type') return [];
  const { expression } = moduleReference;
  return [{ module: expression.value, node, bindings: [{ exported: '=', local: node.id.name }] }];
}

/** `const a = require('m')`, `const a = require('m').b`, `const { b: a } = require('m')`. */
function required(node: TSESTree.VariableDeclarator): Import[] {
  const { id, init } = node;
  const whole = init?.type === 'MemberExpression' ? init.object : init;
  const module = whole ? requiredModule(whole) : undefined;
  if (module === undefined) return [];
  if (init?.type === 'MemberExpression') {
    const exported = propertyName(init);
    return id.type === 'Identifier' && exported !== undefined
      ? [{ module, node, bindings: [{ exported, local: id.name }] }]
      : [];
  }
  if (id.type === 'Identifier') return [{ module, node, bindings: [{ exported: '=', local: id.name }] }];
  const properties = id.type === 'ObjectPattern' ? id.properties : [];
  const bindings = properties.flatMap((property): Binding[] => {
    const exported = property.type === 'Property' ? propertyName(property) : undefined;
    return exported !== undefined && property.value?.type === 'Identifier'
      ? [{ exported, local: property.value.name }]
      : [];
  });
  return [{ module, node, bindings }];
}

export type ModuleStyle = 'import' | 'require';

/**
 * By what a file would import one module more: by what it does, then by its ending, then by its `package.json`.
 * @returns undefined for TypeScript's `import = require()` alone, whose other imports depend on the compiler's options
 */
export function moduleStyleOf(
  source: SourceCode,
  filename: string,
  manifest: Manifest | undefined,
): ModuleStyle | undefined {
  const written = syntaxOf(source);
  if (written === 'modules') return 'import';
  if (written === 'typescript') return undefined;
  if (written === 'commonjs') return 'require';
  if (/\.(?:mjs|[cm]?tsx?|jsx|vue|svelte|astro)$/.test(filename))
    return filename.endsWith('.cts') ? undefined : 'import';
  if (filename.endsWith('.cjs') || source.ast.sourceType === 'script') return 'require';
  return manifest && !manifest.isModule ? 'require' : 'import';
}

/** By which syntax a file exports and imports; `typescript` where by `import = require()` or `export =` alone. */
const syntaxOf = oncePerFile((source): 'modules' | 'typescript' | 'commonjs' | undefined => {
  const body = topStatements(source.ast);
  if (body.some(isModuleSyntax)) return 'modules';
  if (body.some(({ type }) => type === 'TSImportEqualsDeclaration' || type === 'TSExportAssignment'))
    return 'typescript';
  return usesCommonJs(source) ? 'commonjs' : undefined;
});

function isModuleSyntax({ type }: TSESTree.ProgramStatement): boolean {
  return (
    type === 'ImportDeclaration' ||
    type === 'ExportNamedDeclaration' ||
    type === 'ExportDefaultDeclaration' ||
    type === 'ExportAllDeclaration'
  );
}

/** `require('m')`, `module.exports`, `exports.a`. */
function usesCommonJs({ ast: { tokens } }: SourceCode): boolean {
  return tokens.some(({ type, value }, index) => {
    if (type !== 'Identifier') return false;
    const [next, name] = [tokens[index + 1]?.value, tokens[index + 2]?.value];
    const isMember = tokens[index - 1]?.value === '.';
    if (value === 'require') return !isMember && next === '(';
    return !isMember && next === '.' && (value === 'exports' || (value === 'module' && name === 'exports'));
  });
}
