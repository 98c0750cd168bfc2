// What the values of awaits in a row become: names in the pattern of one declaration, targets of one assignment, or
// statements behind it that make of a name what was made of the await.
import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitNode } from '../facts/sequence.js';
import { takesType } from '../facts/generics.js';
import { bare, typeBehind } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { joinedOf } from './joined.js';
import { nameFor, namesOf } from './names.js';
import { endOf, patched, rangeInParentheses } from './text.js';

/** An await of a row. */
export interface RowAwait {
  statement: TSESTree.Statement;
  node: AwaitNode;
}

/** Where the values go. */
export interface Head {
  /** `const [a, { b }] = `, `[this.a, this.b] = `, or nothing. */
  text: string;
  /** The types by which calls know what their results are, where those are to be told of. */
  tells: ReadonlyMap<AwaitNode, string>;
  /** The operands that stand in place of a `Promise.all` of them. */
  joined: ReadonlyMap<AwaitNode, readonly TSESTree.Expression[]>;
  /** What comes behind, each in place of a statement of the row. */
  behind: readonly { statement: TSESTree.Statement; text: string }[];
}

type Kind = 'const' | 'let' | 'var';

/** Where the values of a row go, with the types that are written down. */
export function headOf(source: SourceCode, awaits: readonly RowAwait[]): Head {
  if (!awaits.some(({ node }) => node.binding ?? node.target))
    return { text: '', behind: [], tells: new Map(), joined: new Map() };
  if (awaits.every(({ node }) => node.target && isWhole(node)))
    return {
      text: `[${awaits.map(({ node }) => (node.target ? source.getText(node.target) : '')).join(', ')}] = `,
      behind: [],
      tells: new Map(),
      joined: new Map(),
    };
  return declarationOf(source, awaits);
}

function declarationOf(source: SourceCode, awaits: readonly RowAwait[]): Head {
  const kinds = awaits.flatMap(({ statement, node }) => (node.binding && isWhole(node) ? [kindOf(statement)] : []));
  const isVar = kinds.length > 0 && kinds.every((kind) => kind === 'var');
  const kind: Kind = isVar ? 'var' : kinds.includes('let') ? 'let' : 'const';
  const isExported = awaits.every(({ statement, node }) => isExport(statement) && isWhole(node));
  const types = awaits.map(({ node }) => (isWhole(node) ? typeOf(node) : undefined));
  const isTyped = types.every((type) => type !== undefined);
  const names = namesOf(source);
  const behind: { statement: TSESTree.Statement; text: string }[] = [];
  const joined = new Map<AwaitNode, readonly TSESTree.Expression[]>();
  const patterns = awaits.flatMap(({ statement, node }, index): readonly string[] => {
    const { binding, target } = node;
    if (!binding && !target) return [''];
    const isSame = binding && (kindOf(statement) === 'var') === isVar && isExport(statement) === isExported;
    const joining = isSame ? joinedOf(source, node) : undefined;
    if (joining) {
      joined.set(node, joining.operands);
      return joining.patterns;
    }
    const pattern = isSame ? patternOf(source, node, isTyped ? types[index] : undefined) : undefined;
    if (pattern !== undefined) return [pattern];
    const name = names.fresh(...wishesFor(node));
    behind.push({ statement, text: behindOf(source, statement, node, name) });
    return [name];
  });
  const tells = new Map<AwaitNode, string>();
  for (const [index, { node }] of awaits.entries()) {
    const type = types[index];
    if (type && takesType(source, node.argument))
      tells.set(node, `PromiseLike<${source.getText(type.typeAnnotation)}>`);
  }
  const annotation =
    isTyped && tells.size < awaits.length
      ? `: [${types.map((type) => source.getText(type.typeAnnotation)).join(', ')}]`
      : '';
  const last = patterns.findLastIndex((pattern) => pattern !== '');
  const text = `${isExported ? 'export ' : ''}${kind} [${patterns.slice(0, last + 1).join(', ')}]${annotation} = `;
  return { text, behind, tells, joined };
}

/** Whether the value is what is awaited, as it is. */
function isWhole({ value, awaited }: AwaitNode): boolean {
  return value === awaited;
}

function isExport(statement: TSESTree.Statement): boolean {
  return statement.type === 'ExportNamedDeclaration';
}

function kindOf(statement: TSESTree.Statement): string {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'VariableDeclaration' ? declaration.kind : '';
}

function typeOf({ binding }: AwaitNode): TSESTree.TSTypeAnnotation | undefined {
  return binding && typeBehind(binding.id);
}

/**
 * What stands for a value in the pattern of the declaration; `undefined` where more has to be made of it.
 * @param moved the type that goes to the pattern's own
 */
function patternOf(
  source: SourceCode,
  node: AwaitNode,
  moved: TSESTree.TSTypeAnnotation | undefined,
): string | undefined {
  const { binding, value } = node;
  const type = typeOf(node);
  if (!binding || type !== moved) return undefined;
  if (isWhole(node)) return type ? source.text.slice(binding.id.range[0], type.range[0]) : source.getText(binding.id);
  const isProperty =
    value.type === 'MemberExpression' && !value.computed && !value.optional && value.object === node.awaited;
  if (!isProperty || value.property.type !== 'Identifier' || binding.id.type !== 'Identifier') return undefined;
  const { name } = value.property;
  return name === binding.id.name ? `{ ${name} }` : `{ ${name}: ${binding.id.name} }`;
}

/** The statement of the row, made of a name instead of what was awaited. */
function behindOf(source: SourceCode, statement: TSESTree.Statement, { awaited }: AwaitNode, name: string): string {
  const range = [statement.range[0], endOf(source, statement)] as const;
  return patched(source, range, [{ range: rangeInParentheses(source, awaited), text: name }]);
}

function wishesFor({ awaited, awaits, target }: AwaitNode): string[] {
  const [first = awaited] = awaits;
  const property =
    target?.type === 'MemberExpression' && target.property.type === 'Identifier' ? [target.property.name] : [];
  return [...property, ...nameFor(bare(first))];
}
