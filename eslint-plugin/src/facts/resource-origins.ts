// The evidence that a variable holds a serial resource: what it is made from, whose parameter it is, its declared type,
// and what it is handed to.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  connectingVerbs,
  connectionClasses,
  migrationHandles,
  pools,
  serialArguments,
  serialScopes,
  serialSources,
  serialTypes,
  statementHandles,
  transactionVerbs,
} from '../knowledge/serial.js';
import { lookUp, wordsOf } from '../knowledge/words.js';
import { classAround } from './classes.js';
import { landmarksOf } from './landmarks.js';
import type { Frame } from './paths.js';
import {
  bare,
  bareAwaited,
  calleeNames,
  chainRoot,
  functionAround,
  type FunctionNode,
  isFunction,
  nameOfFunction,
  propertyName,
} from './syntax.js';
import { typeNameOf } from './types.js';
import { declaratorOf, oncePerFile, oncePerVariable, type SourceCode, type Variable, variableOf } from './variables.js';

/** How far a resource is traced back through variables that are made from others. */
const maxSteps = 3;

/** Why a transaction is such a resource. */
export const transaction = 'a transaction runs on one connection, one statement at a time';

/** Why a variable holds a resource that takes one operation at a time, or `undefined`. */
export function originOfResource(source: SourceCode, variable: Variable, depth = 0): string | undefined {
  return (
    ofDeclaration(source, variable, depth) ??
    ofParameter(variable) ??
    ofType(variable) ??
    ofInferredType(source, variable) ??
    ofTransaction(variable) ??
    (isParameter(variable) && holders(source).has(variable.name) ? transaction : undefined)
  );
}

function ofDeclaration(source: SourceCode, variable: Variable, depth: number): string | undefined {
  const declarator = declaratorOf(variable);
  if (!declarator?.init) return undefined;
  const key = declarator.id.type === 'ObjectPattern' ? keyOf(declarator.id, variable) : undefined;
  const byKey = key === undefined ? undefined : lookUp(serialArguments, key)?.because;
  return (
    byKey ??
    ofMaking(declarator.init) ??
    ofMemory(declarator.init, variable) ??
    ofSource(source, declarator.init, depth) ??
    ofHolder(source, declarator.init)
  );
}

/** `getQueryExecutor(options)`, where the file takes the caller's transaction out of `options` too. */
function ofHolder(source: SourceCode, init: TSESTree.Node): string | undefined {
  const node = bareAwaited(init);
  const [holder] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type !== 'CallExpression' || holder?.type !== 'Identifier') return undefined;
  const isHandle = statementHandles.has(wordsOf(calleeNames(node.callee).at(-1) ?? '').at(-1) ?? '');
  return isHandle && holders(source).has(holder.name) ? transaction : undefined;
}

function isParameter({ defs }: Variable): boolean {
  return defs[0]?.type === 'Parameter';
}

/** The names of parameters out of which the functions of a file take a transaction: `getTransaction(options)`. */
const holders = oncePerFile(
  (source): ReadonlySet<string> =>
    new Set(
      landmarksOf(source).calls.flatMap(({ callee, arguments: [holder] }) => {
        const words = wordsOf(calleeNames(callee).at(-1) ?? '');
        const takes = words[0] === 'get' && words.at(-1) === 'transaction' && holder?.type === 'Identifier';
        const variable = takes ? variableOf(source, holder) : undefined;
        return variable && isParameter(variable) ? [variable.name] : [];
      }),
    ),
);

/** The key under which an object pattern takes a variable: `transactionManager` in `{ transactionManager: em }`. */
function keyOf(pattern: TSESTree.ObjectPattern, variable: Variable): string | undefined {
  const [declared] = variable.identifiers;
  const property = pattern.properties.find(
    (candidate) => candidate.type === 'Property' && candidate.value === declared,
  );
  return property?.type === 'Property' ? propertyName(property) : undefined;
}

/** What makes a resource: `pool.connect()`, `new Transaction()`, `createContext({ transaction })`. */
function ofMaking(init: TSESTree.Node): string | undefined {
  const node = bareAwaited(init);
  if (node.type === 'NewExpression') return lookUp(serialTypes, calleeNames(node.callee).at(-1) ?? '')?.because;
  if (node.type === 'ObjectExpression') return carried(node);
  if (node.type !== 'CallExpression') return undefined;
  const names = calleeNames(node.callee);
  const name = names.at(-1) ?? '';
  if (handsOutConnection(names)) return 'one connection answers one query at a time';
  if (name === 'open' && names[0]?.startsWith('fs')) return 'each call moves the one position on';
  if (name === 'prepare' && init.type === 'AwaitExpression') return 'a prepared statement runs once at a time';
  const handed = node.arguments.flatMap((argument) =>
    argument.type === 'ObjectExpression' ? (carried(argument) ?? []) : [],
  );
  return lookUp(serialSources, name)?.because ?? handed[0];
}

/** Memory for others to write into; a block of zeros that is only handed on is a constant. */
function ofMemory(init: TSESTree.Node, { references }: Variable): string | undefined {
  return isBlank(bare(init)) && references.some(({ identifier }) => isFilled(identifier))
    ? 'each call fills the same memory'
    : undefined;
}

/** Whether a name shows that memory is filled: somebody looks into it, or it is handed to what reads into it. */
function isFilled(name: TSESTree.Node): boolean {
  const { parent } = name;
  if (parent?.type === 'MemberExpression' && parent.object === name)
    return !/^(?:byteL|l)ength$/.test(propertyName(parent) ?? '');
  const call = takerOf(name);
  if (call?.type !== 'CallExpression') return false;
  return call.parent.type !== 'AwaitExpression' || wordsOf(calleeNames(call.callee).at(-1) ?? '').some(isFilling);
}

/** The call that is handed a name, as an argument or in an object. */
function takerOf({ parent }: TSESTree.Node): TSESTree.Node | undefined {
  return parent && /^(?:Property|ObjectExpression)$/.test(parent.type) ? takerOf(parent) : parent;
}

/** `handle.read(memory)`, `socket.receive(memory)`, `randomFill(memory)`. */
function isFilling(word: string): boolean {
  return /^(?:read|fill|recv|receive|into)$/.test(word);
}

/** `Buffer.alloc(size)`, `new Uint8Array(64)`: memory made by its length alone. */
function isBlank(node: TSESTree.Node): boolean {
  if (node.type === 'CallExpression') return /^Buffer\.alloc(?:Unsafe)?$/.test(calleeNames(node.callee).join('.'));
  const [length] = node.type === 'NewExpression' ? node.arguments : [];
  if (node.type !== 'NewExpression' || !length || !byteArray.test(calleeNames(node.callee).join('.'))) return false;
  const isNumber = length.type === 'Literal' || length.type === 'BinaryExpression';
  return isNumber || /^(?:size|length)$/.test(wordsOf(calleeNames(length).at(-1) ?? '').at(-1) ?? '');
}

const byteArray = /^(?:(?:Ui|I)nt(?:8|16|32)|Uint8Clamped|Float(?:32|64))Array$|^(?:Shared)?ArrayBuffer$/;

/** `pool.connect()`, `getImapConnection()`. */
function handsOutConnection(names: readonly string[]): boolean {
  const name = names.at(-1) ?? '';
  const words = wordsOf(name);
  const isNamed = connectingVerbs.has(words[0] ?? '') && words.at(-1) === 'connection';
  return isNamed || (name === 'connect' && pools.has(names.at(-2) ?? ''));
}

/** An object that carries a transaction is bound to it: `{ user, transaction }`. */
function carried(node: TSESTree.ObjectExpression): string | undefined {
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.value.type === 'Literal') continue;
    const known = lookUp(serialArguments, propertyName(property) ?? '');
    if (known) return known.because;
  }
  return undefined;
}

/** What a resource makes without waiting is the resource again: `const rows = manager.getRepository(Row)`. */
function ofSource(source: SourceCode, init: TSESTree.Node, depth: number): string | undefined {
  const node = bare(init);
  if (node.type !== 'CallExpression' || depth >= maxSteps) return undefined;
  const root = chainRoot(node);
  const variable = root.type === 'Identifier' ? variableOf(source, root) : undefined;
  return variable && (originOfResource(source, variable, depth + 1) ?? lookUp(serialArguments, variable.name)?.because);
}

/** The callback whose parameter it is, `db.transaction(async (t) => …)`, or the method that runs in a transaction. */
function ofParameter(variable: Variable): string | undefined {
  const def = variable.defs[0];
  if (def?.type !== 'Parameter' || !isFunction(def.node)) return undefined;
  const call = def.node.parent;
  if (call.type === 'CallExpression' && call.callee !== def.node)
    return lookUp(serialScopes, calleeNames(call.callee).at(-1) ?? '')?.because;
  return isTransactional(def.node) || isMigration(def.node, variable.name) ? transaction : undefined;
}

/** Why all that a node does belongs to one transaction: it stands in the callback of a call that runs it in one. */
export function transactionAround(node: TSESTree.Node): string | undefined {
  const around = functionAround(node);
  const call = around?.parent;
  if (!around || call?.type !== 'CallExpression' || call.callee === around) return undefined;
  const name = calleeNames(call.callee).at(-1) ?? '';
  return wordsOf(name).includes('transaction') ? name : transactionAround(around);
}

/** The database handle of a function named `up`, `down` or `migrate…`. */
function isMigration(node: FunctionNode, parameter: string): boolean {
  if (!migrationHandles.has(parameter)) return false;
  const name = nameOfFunction(node);
  const [verb] = wordsOf(name ?? '');
  return name === 'up' || name === 'down' || verb === 'migrate';
}

/** A method with a decorator such as `@Transactional()` hands its transaction on through what it passes on. */
function isTransactional(method: FunctionNode): boolean {
  const member = method.parent;
  if (member.type !== 'MethodDefinition') return false;
  // Only the TypeScript parser's trees have decorators.
  const { decorators } = member as { decorators?: readonly TSESTree.Decorator[] };
  return (decorators ?? []).some(({ expression }) =>
    wordsOf(calleeNames(expression).at(-1) ?? '').some((word) => word.startsWith('transaction')),
  );
}

function ofType(variable: Variable): string | undefined {
  const name = variable.identifiers[0];
  const annotation = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeReference') return undefined;
  const { typeName } = annotation;
  if (typeName.type === 'ThisExpression') return undefined;
  const last = typeName.type === 'Identifier' ? typeName.name : typeName.right.name;
  return lookUp(serialTypes, last)?.because;
}

/** The type as the checker sees it, where the parser was given a project. */
function ofInferredType(source: SourceCode, variable: Variable): string | undefined {
  const [declared] = variable.identifiers;
  const name = declared && typeNameOf(source, declared);
  return name === undefined ? undefined : lookUp(serialTypes, name)?.because;
}

/** What a transaction is begun or ended for or on: `await initTransaction(req)`, `await changes.commit()`. */
const ofTransaction = oncePerVariable((variable) => {
  const isHanded = variable.references.some(({ identifier }) => {
    const own = calledOn(identifier);
    if (own && (beginsTransaction(own) || endsTransaction(own))) return true;
    const { parent: call } = identifier;
    if (call.type !== 'CallExpression' || call.callee === identifier) return false;
    const [verb, ...words] = wordsOf(calleeNames(call.callee).at(-1) ?? '');
    return verb !== undefined && transactionVerbs.has(verb) && words.includes('transaction');
  });
  return isHanded ? transaction : undefined;
});

/** The call of a method of a node's: `client.query('BEGIN')` of `client`. */
function calledOn({ parent: member }: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = member?.type === 'MemberExpression' ? member.parent : undefined;
  return call?.type === 'CallExpression' && call.callee === member ? call : undefined;
}

/** `changes.commit()`: a store's mutation of that name is told which. */
function endsTransaction({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return given.length === 0 && (name === 'commit' || name === 'rollback');
}

/** Why `this` is one connection: it is an instance of a class such as `PostgresQueryRunner`. */
export function becauseOfClass(node: TSESTree.Node): string | undefined {
  const name = classAround(node)?.id?.name ?? '';
  const isOne = [...connectionClasses].some((suffix) => name.endsWith(suffix));
  return isOne ? 'all that it does runs on one connection' : undefined;
}

/** Why calls on a member belong to one transaction: somewhere in the file one is begun on it, so it is one connection. */
export function begunOn({ source }: Frame, member: TSESTree.Node): string | undefined {
  const isSame = begun(source).some(
    (other) => source.getText(other) === source.getText(member) && rootOf(source, other) === rootOf(source, member),
  );
  return isSame ? transaction : undefined;
}

/** What a chain begins with; `undefined` for `this` and for what is global. */
function rootOf(source: SourceCode, node: TSESTree.Node): Variable | undefined {
  const root = chainRoot(node);
  return root.type === 'Identifier' ? variableOf(source, root) : undefined;
}

/** The members of a file on which a transaction is begun. */
const begun = oncePerFile((source): readonly TSESTree.Node[] =>
  landmarksOf(source).calls.flatMap((call) => {
    const object = call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
    return object?.type === 'MemberExpression' && beginsTransaction(call) ? [object] : [];
  }),
);

/** `client.query('BEGIN')`. */
function beginsTransaction({ arguments: [first] }: TSESTree.CallExpression): boolean {
  return (
    first?.type === 'Literal' &&
    typeof first.value === 'string' &&
    /^\s*(?:begin|start transaction)\b/i.test(first.value)
  );
}
