// What a file imports of a package, and the edit that lets it import more, in the file's own way.
import type { TSESTree } from '@typescript-eslint/utils';
import { type Binding, type Import, importsOf, type ModuleStyle } from '../facts/imports.js';
import { chainRoot, topStatements } from '../facts/syntax.js';
import { oncePerFile, type SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import type { Names } from './names.js';
import { goesOn, quoteOf, styleOf } from './text.js';

/** An export of a package. */
export interface Wanted {
  /** The modules that have it; the first is imported where the file has none of them. */
  modules: readonly [string, ...string[]];
  /** `default`, or its name. */
  exported: string;
  /** Whether the default export holds it, too. */
  inDefault: boolean;
  /** What it is called where the file does not name it yet. */
  wish: string;
}

/** An expression for an export, with the edits that make it one. */
export interface Imported {
  text: string;
  edits: Edit[];
}

/** The export by what the file imports already; `undefined` where that does not give it. */
export function importedAlready(source: SourceCode, wanted: Wanted): string | undefined {
  for (const { bindings } of importsOfPackage(source, wanted)) {
    for (const binding of bindings) {
      const text = expressionOf(binding, wanted);
      if (text !== undefined && isPlain(source, binding.local)) return text;
    }
  }
  return undefined;
}

function importsOfPackage(source: SourceCode, { modules }: Wanted): Import[] {
  return importsOf(source).filter(({ module }) => modules.includes(module));
}

function expressionOf({ exported, local }: Binding, wanted: Wanted): string | undefined {
  if (exported === wanted.exported) return local;
  if (wanted.exported === 'default') return exported === '=' ? local : undefined;
  const holdsAll = exported === '*' || exported === '=' || (exported === 'default' && wanted.inDefault);
  return holdsAll ? `${local}.${wanted.exported}` : undefined;
}

/** Whether a name means the same everywhere in the file. */
function isPlain(source: SourceCode, name: string): boolean {
  const declared = (source.scopeManager?.scopes ?? []).flatMap(({ variables }) =>
    variables.filter((variable) => variable.name === name && variable.defs.length > 0),
  );
  return declared.length === 1;
}

/** How a file says one import more. */
export interface Saying {
  style: ModuleStyle;
  /** Whether `require` gives what holds the default export, as it does for an ES module. */
  isNamespace: boolean;
}

/**
 * The export by one import more: added to the import of the package that the file has, else where the file's imports
 * end. `undefined` where the one that the file has cannot give more.
 */
export function importedNewly(source: SourceCode, wanted: Wanted, saying: Saying, names: Names): Imported | undefined {
  const text = names.fresh(wanted.wish);
  const [held] = importsOfPackage(source, wanted).filter(({ bindings }) => bindings.length > 0);
  const edit = held
    ? added(held.node, wanted.exported, text)
    : newImport(source, declarationOf(source, wanted, text, saying), saying.style);
  return edit && { text, edits: [edit] };
}

/** The edit that has an existing import give one thing more. */
function added(declaration: Import['node'], exported: string, name: string): Edit | undefined {
  if (declaration.type === 'TSImportEqualsDeclaration') return undefined;
  if (declaration.type === 'VariableDeclarator') {
    const last = declaration.id.type === 'ObjectPattern' ? declaration.id.properties.at(-1) : undefined;
    return last?.type === 'Property' ? after(last, `, ${renamed(exported, name, ': ')}`) : undefined;
  }
  const last = declaration.specifiers.at(-1);
  if (!last || last.type === 'ImportNamespaceSpecifier' || exported === 'default') return undefined;
  const added = renamed(exported, name, ' as ');
  return after(last, last.type === 'ImportSpecifier' ? `, ${added}` : `, { ${added} }`);
}

function after(node: TSESTree.Node, text: string): Edit {
  return { range: [node.range[1], node.range[1]], text };
}

function renamed(exported: string, name: string, sign: string): string {
  return exported === name ? name : `${exported}${sign}${name}`;
}

function declarationOf(
  source: SourceCode,
  { modules: [module], exported }: Wanted,
  name: string,
  { style, isNamespace }: Saying,
): string {
  const quote = quoteOf(source);
  const from = `${quote}${module}${quote}`;
  if (style === 'import')
    return `import ${exported === 'default' ? name : `{ ${renamed(exported, name, ' as ')} }`} from ${from}`;
  const isWhole = exported === 'default' && !isNamespace;
  return `const ${isWhole ? name : `{ ${renamed(exported, name, ': ')} }`} = require(${from})`;
}

function newImport(source: SourceCode, declaration: string, style: ModuleStyle): Edit {
  const { offset, before, after } = (style === 'import' ? spotOfImport : spotOfRequire)(source);
  return { range: [offset, offset], text: `${before}${declaration}${after}` };
}

/** Where one import more is put, and what stands before and behind it. */
interface Spot {
  offset: number;
  before: string;
  after: string;
}

const spotOfImport = oncePerFile((source) => spotOf(source, isImportStatement));
const spotOfRequire = oncePerFile((source) => spotOf(source, isRequiring));

/** Behind the packages that the file's first imports name, or all of those where none is one; or where they would begin. */
function spotOf(source: SourceCode, isImport: (statement: TSESTree.ProgramStatement) => boolean): Spot {
  const body = topStatements(source.ast);
  const first = body.findIndex(isImport);
  const behind = body.findIndex((statement, index) => index > first && !isImport(statement));
  const imports = first === -1 ? [] : body.slice(first, behind === -1 ? body.length : behind);
  const last = imports.findLast((statement) => namesPackage(source, statement)) ?? imports.at(-1);
  const { semicolon, newline } = styleOf(source, source.ast);
  const offset = last ? endOfImport(source, last) : startOfCode(source);
  const next = source.ast.tokens.find(({ range }) => range[0] >= offset);
  const isOnTheLine = next?.loc.start.line === last?.loc.end.line && next?.value !== ';';
  const end = semicolon || (next && (goesOn(next.value) || isOnTheLine) ? ';' : '');
  return last ? { offset, before: newline, after: end } : { offset, before: '', after: `${end}${newline}${newline}` };
}

function isImportStatement({ type }: TSESTree.ProgramStatement): boolean {
  return type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration';
}

/** Whether what an import names first is no file of the project's own. */
function namesPackage(source: SourceCode, statement: TSESTree.ProgramStatement): boolean {
  const name = source.getFirstToken(statement, { filter: ({ type }) => type === 'String' })?.value;
  return name !== undefined && !/^.(?:[./~#]|@\/)/.test(name);
}

/** `const a = require('a')`, `const b = require('b')(a)`, `require('c')`. */
function isRequiring(statement: TSESTree.ProgramStatement): boolean {
  const isRequired = (node: TSESTree.Node | null): boolean => {
    const root = node && chainRoot(node);
    return root?.type === 'Identifier' && root.name === 'require' && root !== node;
  };
  if (statement.type === 'ExpressionStatement') return isRequired(statement.expression);
  return statement.type === 'VariableDeclaration' && statement.declarations.every(({ init }) => isRequired(init));
}

/** Past a comment on the same line, unless more code follows on it; a `;` that guards the next line is that line's. */
function endOfImport(source: SourceCode, statement: TSESTree.Node): number {
  const [beforeEnd, end] = source.getLastTokens(statement, 2);
  if (beforeEnd && end?.value === ';' && end.loc.start.line > beforeEnd.loc.end.line) return beforeEnd.range[1];
  const line = statement.loc.end.line;
  const next = source.getTokenAfter(statement);
  if (next?.loc.start.line === line) return statement.range[1];
  const comments = source
    .getCommentsAfter(statement)
    .filter(({ loc }) => loc.start.line === line && loc.end.line === line);
  return comments.at(-1)?.range[1] ?? statement.range[1];
}

/** Where the code begins, behind directives and what speaks of the whole file. */
function startOfCode(source: SourceCode): number {
  const body = topStatements(source.ast);
  const directives = body.filter((statement) => isDirective(statement));
  const last = directives.at(-1);
  const statement = body[directives.length];
  const first = statement && firstTokenOf(source, statement);
  if (!first) return last?.range[1] ?? 0;
  const comments = source.getCommentsBefore(first).filter(({ loc }) => !last || loc.start.line > last.loc.end.line);
  const starts = [...comments, first];
  const own = starts.findLastIndex((each, index) => {
    const next = starts[index + 1];
    return next !== undefined && (isOfFile(each) || next.loc.start.line > each.loc.end.line + 1);
  });
  return starts[own + 1]?.range[0] ?? first.range[0];
}

/** The first token of a statement; the decorators of a class may stand before its `export`. */
function firstTokenOf(source: SourceCode, statement: TSESTree.ProgramStatement): TSESTree.Token | undefined {
  const { declaration } = statement as { declaration?: TSESTree.Node | null };
  const { decorators } = (declaration ?? statement) as { decorators?: readonly TSESTree.Decorator[] };
  const start = Math.min(statement.range[0], ...(decorators ?? []).map(({ range }) => range[0]));
  return source.ast.tokens.find(({ range }) => range[0] >= start);
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && typeof statement.directive === 'string';
}

/** Whether a comment speaks to a tool, or of the licence: it stays at the top. */
function isOfFile({ type, value }: TSESTree.Comment | TSESTree.Token): boolean {
  return (
    (type as string) === 'Shebang' ||
    /^!|@(?:ts-|license|licence|preserve|file|jest|vitest|jsx|flow)|^\s*eslint|copyright/i.test(value)
  );
}
