// Where a serial resource comes from: data flow in the file first, then the declared type, and only last the name.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  pooledParts,
  serialArguments,
  serialNames,
  serialOptions,
  serialValues,
  transactionWords,
} from '../knowledge/serial.js';
import { hasWord, lookUp, lookUpByLastWord } from '../knowledge/words.js';
import type { Path, Trait } from './model.js';
import { natureOf } from './nature.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { becauseOfClass, begunOn, originOfResource, transaction, transactionAround } from './resource-origins.js';
import {
  argumentsOf,
  bare,
  bareAwaited,
  calleeNames,
  calleeOf,
  type CallNode,
  chainRoot,
  isFunction,
  isLoop,
  hasOwnNode,
  propertyName,
} from './syntax.js';
import { isPrivateTo, type Variable, variableOf } from './variables.js';

/** Why an awaited call is bound to a resource that takes one operation at a time, or `undefined`. */
export function serialResourceOf(frame: Frame, call: CallNode): Trait | undefined {
  return (
    resourceInReceiver(frame, call) ??
    firstOf(argumentsOf(call), (argument) => resourceInArgument(frame, argument)) ??
    openedBy(frame, call) ??
    scopeOf(frame)
  );
}

/** The transaction in whose callback a loop stands: what it awaits is part of it, handed over or not. */
function scopeOf(frame: Frame): Trait | undefined {
  const name = isLoop(frame.region) ? transactionAround(frame.region) : undefined;
  return name === undefined ? undefined : serial(name, transaction);
}

/** `edit(image, async (files) => { await files.write(item); })`: each opens the same thing, and writes into it. */
function openedBy(frame: Frame, call: CallNode): Trait | undefined {
  const handed = [...argumentsOf(call)];
  const callback = handed.pop();
  if (!callback || !isFunction(callback) || handed.length === 0) return undefined;
  if ([calleeOf(call), ...handed].some((part) => dependsOnRegion(frame, part))) return undefined;
  const { source } = frame;
  const handle = callback.params[0] && variableOf(source, callback.params[0]);
  const isWrite = (node: TSESTree.Node): boolean => {
    const inner = node.type === 'AwaitExpression' ? bare(node.argument) : undefined;
    if (inner?.type !== 'CallExpression' || natureOf(inner, calleeNames(inner.callee)) !== 'write') return false;
    const root = inner.callee.type === 'MemberExpression' ? chainRoot(inner.callee) : undefined;
    return root !== undefined && variableOf(source, root) === handle;
  };
  if (!handle || !hasOwnNode(callback.body, source.visitorKeys, isWrite)) return undefined;
  return serial(calleeNames(calleeOf(call)).join('.'), 'each iteration opens the same thing to write into it');
}

function serial(name: string, because: string, resource?: Path): Trait {
  const subject = `\`${name}\` (${because})`;
  return resource ? { trait: 'serial', subject, resource } : { trait: 'serial', subject };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resourceInReceiver(frame: Frame, call: CallNode): Trait | undefined {
  const callee = bare(calleeOf(call));
  const holder = callee.type === 'MemberExpression' ? callee.object : callee;
  if (callee.type !== 'MemberExpression' && call.type === 'CallExpression') return undefined;
  const root = chainRoot(holder);
  const variable = root.type === 'Identifier' ? variableOf(frame.source, root) : undefined;
  if (variable && isOwn(frame, variable)) return undefined;
  const flow = variable && resourceInVariable(frame, variable);
  if (flow) return flow;
  const parameter = variable && frame.parameters.get(variable);
  const names = calleeNames(holder);
  const name = names.some((each) => pooledParts.has(each)) ? undefined : resourceName(holder);
  return (
    (name === undefined ? undefined : resourceOfName(frame, call, name, parameter)) ??
    resourceInChain(frame, holder) ??
    resourceAround(frame, holder)
  );
}

/** As far as the name tells. */
function resourceOfName(frame: Frame, call: CallNode, name: string, parameter: Path | undefined): Trait | undefined {
  const known = lookUp(frame.project.serial, name) ?? lookUpByLastWord(serialNames, name);
  if (known?.readable && natureOf(call, calleeNames(calleeOf(call))) === 'read') return undefined;
  return known && serial(name, known.because, parameter);
}

/** `this` in a class that is such a resource, or a member on which the function around begins a transaction. */
function resourceAround(frame: Frame, holder: TSESTree.Node): Trait | undefined {
  if (!isLoop(frame.region)) return undefined;
  const because = bare(holder).type === 'ThisExpression' ? becauseOfClass(holder) : begunOn(frame, holder);
  return because === undefined ? undefined : serial(frame.source.getText(holder), because);
}

/** What holds other things' state; a property of anything else may be a table: `prisma.session.create()`. */
const holders: ReadonlySet<string> = new Set(['this', 'self', 'ctx', 'context', 'options', 'opts', 'state', 'deps']);

/** The name in a receiver that can be a resource's: that of the variable itself, or of the property of a holder. */
function resourceName(receiver: TSESTree.Node): string | undefined {
  const names = calleeNames(receiver);
  // A class itself holds no position: `SheetReader.load(file)`.
  return /^[A-Z][a-z]/.test(names[0] ?? '') ? undefined : names.find((name) => !holders.has(name));
}

/** Arguments of earlier calls in a chain: `query.transacting(trx).insert(row)`. */
function resourceInChain(frame: Frame, object: TSESTree.Node): Trait | undefined {
  const node = bareAwaited(object);
  if (node.type === 'MemberExpression') return resourceInChain(frame, node.object);
  if (node.type !== 'CallExpression') return undefined;
  const name = calleeNames(node.callee).at(-1) ?? '';
  if (hasWord(name, transactionWords)) return serial(name, transaction);
  return (
    firstOf(node.arguments, (argument) => resourceInArgument(frame, argument)) ?? resourceInChain(frame, node.callee)
  );
}

/** Whether each iteration has the variable, and so the resource in it, for itself. */
function isOwn(frame: Frame, variable: Variable): boolean {
  return frame.items.has(variable) || (isPrivateTo(variable, frame.region) && !frame.parameters.has(variable));
}

function resourceInArgument(frame: Frame, argument: TSESTree.Node): Trait | undefined {
  const node = bare(argument);
  if (node.type === 'Identifier') {
    const variable = variableOf(frame.source, node);
    if (variable && isOwn(frame, variable)) return undefined;
    const known =
      lookUp(frame.project.serial, node.name) ??
      (isLiteral(node.name) ? undefined : lookUpByLastWord(serialValues, node.name));
    return (
      (variable && resourceInVariable(frame, variable)) ??
      (known && serial(node.name, known.because, variable && frame.parameters.get(variable)))
    );
  }
  if (node.type === 'MemberExpression') {
    const name = propertyName(node);
    const known = name === undefined ? undefined : lookUp(serialArguments, name);
    return name !== undefined && known ? serial(name, known.because) : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  return firstOf(node.properties, (property) => {
    if (property.type === 'SpreadElement') return resourceInArgument(frame, property.argument);
    const value = resourceInArgument(frame, property.value);
    if (value !== undefined) return value;
    const name = propertyName(property);
    const known =
      name === undefined || property.value.type === 'Literal' || isOwnValue(frame, property.value)
        ? undefined
        : lookUp(serialOptions, name);
    return name !== undefined && known ? serial(name, known.because) : undefined;
  });
}

/** `USERS_HASH`: names like this are those of texts and numbers. */
function isLiteral(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

function isOwnValue(frame: Frame, node: TSESTree.Node): boolean {
  const root = chainRoot(node);
  const variable = root.type === 'Identifier' ? variableOf(frame.source, root) : undefined;
  return variable !== undefined && isOwn(frame, variable);
}

/** The evidence in a variable's declaration and uses, as a trait of the call that depends on it. */
function resourceInVariable(frame: Frame, variable: Variable): Trait | undefined {
  const because = originOfResource(frame.source, variable);
  return because === undefined ? undefined : serial(variable.name, because, frame.parameters.get(variable));
}
