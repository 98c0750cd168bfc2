// What is known of one call: what it is called, whether it reads or writes, and what speaks on its order.
import type { TSESTree } from '@typescript-eslint/utils';
import { chainRunners, chains } from '../knowledge/chains.js';
import { loggers, logMethods, readVerbs, shownStreams, streamMethods, writeVerbs } from '../knowledge/effects.js';
import { bareSerialCalls, serialCalls } from '../knowledge/serial.js';
import { waits } from '../knowledge/waits.js';
import { lookUp, lookUpByLastWord, wordsOf } from '../knowledge/words.js';
import type { Operation, Trait } from './model.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { serialResourceOf } from './resources.js';
import { bare, bareAwaited, calleeNames, chainRoot, isFunction, isLoop, propertyName } from './syntax.js';
import { declaratorOf, importOf, isPrivateTo, namesCode, type Variable, variableOf } from './variables.js';

/**
 * The facts on a call that stands in `frame`.
 * @param followed whether the called function's own steps are known: what it does then says more than its name
 */
export function operationOf(
  frame: Frame,
  call: TSESTree.CallExpression,
  awaited: boolean,
  followed = false,
): Operation {
  const names = calleeNames(call.callee);
  return {
    callee: names.join('.'),
    nature: natureOf(call, names),
    awaited,
    variesByIteration: dependsOnRegion(frame, call),
    traits: [...(awaited ? awaitedTraits(frame, call, names, followed) : []), ...plainTraits(names)],
  };
}

function awaitedTraits(
  frame: Frame,
  call: TSESTree.CallExpression,
  names: readonly string[],
  followed: boolean,
): Trait[] {
  const name = originalName(frame, call.callee) ?? names.at(-1) ?? '';
  if (lookUp(frame.project.safe, name)) return [];
  const traits: Trait[] = [];
  const waiting = lookUp(frame.project.waits, name) ?? (followed ? undefined : lookUp(waits, name));
  if (waiting) traits.push({ trait: 'waits', subject: `\`${names.join('.')}\` ${waiting.because}` });
  const resource = serialResourceOf(frame, call) ?? (followed ? undefined : serialCall(frame, names));
  if (resource) traits.push(resource);
  const chain = chainOf(frame, call, names);
  if (chain !== undefined) traits.push({ trait: 'chained', subject: chain });
  const group = groupOf(frame, call, names);
  if (group) traits.push(group);
  return traits;
}

function plainTraits(names: readonly string[]): Trait[] {
  const name = names.at(-1) ?? '';
  const receiver = names.at(-2) ?? '';
  const text = names.join('.');
  const traits: Trait[] = [];
  if (isLog(names)) traits.push({ trait: 'logs', subject: text });
  if (shownStreams.has(receiver) && streamMethods.has(name)) traits.push({ trait: 'shows', subject: text });
  if (text === 'process.exit' || text === 'process.abort') traits.push({ trait: 'ends-process', subject: text });
  if (wordsOf(name)[0] === 'throw') traits.push({ trait: 'throws', subject: text });
  return traits;
}

function isLog(names: readonly string[]): boolean {
  const name = names.at(-1) ?? '';
  if (!logMethods.has(name)) return false;
  if (names.length === 1) return name !== 'error' && name !== 'fail' && name !== 'http' && name !== 'table';
  return names.slice(0, -1).some((part) => loggers.has(wordsOf(part).at(-1) ?? ''));
}

/** The name under which an import or a destructured module calls it: `wait` for `import { setTimeout as wait }`. */
function originalName(frame: Frame, callee: TSESTree.Node): string | undefined {
  const node = bare(callee);
  const variable = node.type === 'Identifier' ? variableOf(frame.source, node) : undefined;
  const imported = variable && importOf(variable);
  return imported && imported.name !== '*' && imported.name !== 'default' ? imported.name : undefined;
}

function serialCall(frame: Frame, names: readonly string[]): Trait | undefined {
  const name = names.at(-1) ?? '';
  const known =
    lookUp(frame.project.serial, name) ??
    lookUp(serialCalls, name) ??
    (names.length === 1 ? lookUp(bareSerialCalls, name) : undefined);
  return known && { trait: 'serial', subject: `\`${names.join('.')}\` (${known.because})` };
}

/** Whether the verbs of the callee's name say that it reads or writes; of a combinator's, what it combines. */
function natureOf(call: TSESTree.CallExpression, names: readonly string[]): Operation['nature'] {
  const words = wordsOf(names.at(-1) ?? '');
  if (sendsWithMethod(call)) return 'write';
  return natureOfStatement(call) ?? natureOfWords(words);
}

function natureOfWords(words: readonly string[]): Operation['nature'] {
  const [verb] = words;
  if (verb !== undefined && writeVerbs.has(verb)) return 'write';
  return (verb !== undefined && readVerbs.has(verb)) || words.at(-1) === 'query' ? 'read' : 'unknown';
}

/** What a statement in SQL does, when the text of one is handed to the call. */
function natureOfStatement(call: TSESTree.CallExpression): Operation['nature'] | undefined {
  const [first] = call.arguments;
  const text =
    first?.type === 'Literal'
      ? first.value
      : first?.type === 'TemplateLiteral'
        ? first.quasis[0]?.value.cooked
        : undefined;
  if (typeof text !== 'string') return undefined;
  if (/^\s*(?:insert|update|delete|create|alter|drop|truncate|grant|merge)\s/i.test(text)) return 'write';
  return /^\s*select\s/i.test(text) ? 'read' : undefined;
}

/** `fetch(url, { method: 'POST' })`. */
function sendsWithMethod(call: TSESTree.CallExpression): boolean {
  return call.arguments.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          propertyName(property) === 'method' &&
          property.value.type === 'Literal' &&
          !/^(?:get|head|options)$/i.test(String(property.value.value)),
      ),
  );
}

/** The item, or a part of it, that is itself called or is a link of a chain: `for (const hook of hooks) await hook(x)`. */
function chainOf(frame: Frame, call: TSESTree.CallExpression, names: readonly string[]): string | undefined {
  const name = names.at(-1) ?? '';
  const runner = lookUp(chainRunners, name);
  if (runner) return `\`${names.join('.')}\`: ${runner.because}`;
  const root = chainRoot(call.callee);
  if (bare(call.callee).type === 'Identifier' && isFunctionOfItem(frame, root))
    return `\`${name}\` is a function that the item gives: such lists are run in order`;
  if (!itemOf(frame, root)) return undefined;
  const known = [...names.slice(0, -1), name]
    .map((part) => lookUpByLastWord(chains, part))
    .find((found) => found !== undefined);
  return known && `\`${names.join('.')}\`: ${known.because}`;
}

/** Whether a name holds a function that each iteration has another of. */
function isFunctionOfItem(frame: Frame, callee: TSESTree.Node): boolean {
  const variable = callee.type === 'Identifier' ? variableOf(frame.source, callee) : undefined;
  if (!variable || !isLoop(frame.region) || namesCode(variable)) return false;
  if (frame.items.has(variable)) return true;
  const init = declaratorOf(variable)?.init;
  return (
    init !== undefined &&
    init !== null &&
    !isFunction(init) &&
    isPrivateTo(variable, frame.region) &&
    dependsOnRegion(frame, init)
  );
}

/** The variable of the item that an expression starts from, through one destructuring or alias of it. */
function itemOf(frame: Frame, root: TSESTree.Node): Variable | undefined {
  if (root.type !== 'Identifier') return undefined;
  const variable = variableOf(frame.source, root);
  if (!variable) return undefined;
  if (frame.items.has(variable)) return variable;
  if (!isPrivateTo(variable, frame.region)) return undefined;
  const init = declaratorOf(variable)?.init;
  // What a call of the item's gave is no longer the item.
  if (!init || bareAwaited(init).type === 'CallExpression') return undefined;
  const origin = chainRoot(init);
  const from = origin.type === 'Identifier' ? variableOf(frame.source, origin) : undefined;
  return from && frame.items.has(from) ? variable : undefined;
}

const combinators: ReadonlySet<string> = new Set(['all', 'allSettled', 'any', 'race']);

/** `Promise.all(chunk.map(…))` over the item itself: the list is cut into groups on purpose. */
function groupOf(frame: Frame, call: TSESTree.CallExpression, names: readonly string[]): Trait | undefined {
  if (names[0] !== 'Promise' || !combinators.has(names[1] ?? '')) return undefined;
  const argument = call.arguments[0] && bare(call.arguments[0]);
  if (!argument) return undefined;
  if ((names[1] === 'race' || names[1] === 'any') && !dependsOnRegion(frame, argument)) {
    return { trait: 'pooled', subject: `\`Promise.${names[1]}\` over promises that outlive the iteration` };
  }
  const list = argument.type === 'CallExpression' ? bare(argument.callee) : argument;
  const mapped = list.type === 'MemberExpression' ? bare(list.object) : list;
  return isGroup(frame, mapped)
    ? { trait: 'grouped', subject: `\`${frame.source.getText(mapped)}\` is run as one concurrent group` }
    : undefined;
}

function isGroup(frame: Frame, node: TSESTree.Node): boolean {
  if (node.type === 'CallExpression') return isCut(node);
  if (node.type === 'MemberExpression') return node.computed && dependsOnRegion(frame, node.property);
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(frame.source, node);
  if (!variable) return false;
  if (frame.items.has(variable)) return true;
  const init = declaratorOf(variable)?.init;
  if (!init || !isPrivateTo(variable, frame.region)) return false;
  return isGroup(frame, bareAwaited(init));
}

/** `list.slice(i, i + size)`, `queue.splice(0, size)`. */
function isCut(call: TSESTree.CallExpression): boolean {
  const name = calleeNames(call.callee).at(-1);
  return name === 'slice' || name === 'splice' || (name === 'map' && isCutMap(call));
}

function isCutMap(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  const object = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  return object?.type === 'CallExpression' && isCut(object);
}
