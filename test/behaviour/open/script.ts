// What a snippet's own text tells of the names in it.
import type { TSESTree } from '@typescript-eslint/utils';
import { chainRoot, childrenOf, isFunction, walk } from '../../../eslint-plugin/src/facts/syntax.js';
import { parseForESLint } from '../../../eslint-plugin/src/lint/parser.js';

export interface Script {
  /** The names that are declared at its top. */
  declared: string[];
  /** The names of the parameters of each function that has a name, by that name. */
  parameters: ReadonlyMap<string, readonly string[]>;
  /** Names that are called, or looked into: no numbers and no truth values. */
  used: ReadonlySet<string>;
  /** Names of properties that are only ever asked whether they are there. */
  asked: ReadonlySet<string>;
  /** Names that are called in what is awaited. */
  awaited: ReadonlySet<string>;
  /** Names of promises. */
  promised: ReadonlySet<string>;
  /** Names of lists of promises. */
  promisedLists: ReadonlySet<string>;
}

/** Reads a script. */
export function readScript(text: string): Script {
  const { ast, visitorKeys } = parseForESLint(text, { range: true });
  const parameters = new Map<string, string[]>();
  const awaited = new Set<string>();
  const promised = new Set<string>();
  const lists = new Map<string, string>();
  const visit = (node: TSESTree.Node): void => {
    const [name, made] = namedFunction(node);
    if (name !== undefined && made && !parameters.has(name)) parameters.set(name, made.params.map(nameOf));
    if (node.type === 'AwaitExpression' && node.argument.type === 'Identifier') promised.add(node.argument.name);
    if (node.type === 'ForOfStatement' && node.left.type === 'VariableDeclaration') {
      const list = chainRoot(node.right);
      if (list.type === 'Identifier') lists.set(textOf(text, node.left.declarations[0].id), list.name);
    }
    if (node.type === 'AwaitExpression')
      walk(node.argument, visitorKeys, (inner) => {
        if (inner.type === 'CallExpression') awaited.add(/[\w$]+$/.exec(textOf(text, inner.callee))?.[0] ?? '');
        return !isFunction(inner);
      });
    childrenOf(node, visitorKeys).forEach(visit);
  };
  visit(ast);
  const all = countOf(text, /\.([\w$]+)/g);
  const tests = countOf(text, /(?:if \(|&& |\|\| |!)!?[\w$.]+\.([\w$]+)(?=\)| &&| \|\|| \?)/g);
  return {
    declared: ast.body.flatMap(declaredBy),
    parameters,
    used: new Set(countOf(text, /([\w$]+)(?:\?\.|\s*[(`[.])/g).keys()),
    asked: new Set([...tests].filter(([name, count]) => all.get(name) === count).map(([name]) => name)),
    awaited,
    promised,
    promisedLists: new Set([...lists].flatMap(([item, list]) => (promised.has(item) ? list : []))),
  };
}

/** How often each name is matched. */
function countOf(text: string, pattern: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(pattern)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function declaredBy(statement: TSESTree.ProgramStatement): string[] {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
    return [(statement as { id: TSESTree.Identifier }).id.name];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

type Made = Pick<TSESTree.ArrowFunctionExpression, 'params'>;

/** The function that a node gives a name to. */
function namedFunction(node: TSESTree.Node): [string | undefined, Made | undefined] {
  if (node.type === 'FunctionDeclaration') return [node.id?.name ?? 'default', node];
  const [key, value] =
    node.type === 'VariableDeclarator'
      ? [node.id, node.init]
      : node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition'
        ? [node.key, node.value]
        : node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression'
          ? [node.left.property, node.right]
          : [];
  const isMade = value && isFunction(value);
  return isMade && key?.type === 'Identifier' ? [key.name, value] : [undefined, undefined];
}

function nameOf(parameter: TSESTree.Parameter, index: number): string {
  const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return inner.type === 'Identifier' ? inner.name : `given${String(index)}`;
}

function textOf(text: string, node: TSESTree.Node): string {
  return text.slice(...node.range);
}
