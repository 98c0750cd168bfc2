// Which export of which module an expression is, through constants and destructuring.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, propertyName } from './syntax.js';
import {
  declaratorOf,
  importOf,
  isConstant,
  requiredModule,
  type SourceCode,
  type Variable,
  variableOf,
} from './variables.js';

/** An export, or a global. */
export interface Origin {
  /** The module's name without `node:`; `global` for what the platform provides. */
  from: string;
  /** The names from the export on: `promises`, `readFile`. */
  path: readonly string[];
}

/** How far constants are followed; `a = b, b = a` ends there. */
const maxDepth = 6;

/** Where what an expression names comes from; `undefined` where it is made in the file or cannot be told. */
export function originOf(source: SourceCode, expression: TSESTree.Node, depth = 0): Origin | undefined {
  const node = bare(expression);
  if (depth > maxDepth) return undefined;
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(source, node);
      if (variable && variable.defs.length > 0) return ofVariable(source, variable, depth + 1);
      return globals.has(node.name) ? { from: 'global', path: [] } : { from: 'global', path: [node.name] };
    }
    case 'MemberExpression':
      return below(originOf(source, node.object, depth + 1), propertyName(node));
    case 'CallExpression':
      return ofCall(source, node, depth + 1);
    default:
      return undefined;
  }
}

/** The object that holds the globals, under its names. */
const globals: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

function below(origin: Origin | undefined, name: string | undefined): Origin | undefined {
  if (!origin || name === undefined) return undefined;
  return name === 'default' ? origin : { ...origin, path: [...origin.path, name] };
}

function ofVariable(source: SourceCode, variable: Variable, depth: number): Origin | undefined {
  const imported = importOf(variable);
  if (imported) {
    const module = { from: imported.from.replace(/^node:/, ''), path: [] };
    return imported.name === '*' ? module : below(module, imported.name);
  }
  const declarator = isConstant(variable) ? declaratorOf(variable) : undefined;
  const origin = declarator?.init ? originOf(source, declarator.init, depth) : undefined;
  if (declarator?.id.type !== 'ObjectPattern') return declarator?.id.type === 'Identifier' ? origin : undefined;
  const property = declarator.id.properties.find(
    (each) => each.type === 'Property' && each.value.type === 'Identifier' && each.value.name === variable.name,
  );
  return property?.type === 'Property' ? below(origin, propertyName(property)) : undefined;
}

/** `require('m')`, and `promisify(execFile)`. */
function ofCall(source: SourceCode, call: TSESTree.CallExpression, depth: number): Origin | undefined {
  const module = requiredModule(call);
  if (module !== undefined) return { from: module.replace(/^node:/, ''), path: [] };
  const callee = originOf(source, call.callee, depth);
  const [argument] = call.arguments;
  if (callee?.from !== 'util' || callee.path.join('.') !== 'promisify' || !argument) return undefined;
  const origin = originOf(source, argument, depth);
  return origin && { ...origin, path: [`promisify(${origin.path.join('.')})`] };
}
