// What is known of one call: what it is called, whether it reads or writes, and what speaks on its order.
import type { TSESTree } from '@typescript-eslint/utils';
import { gateVerbs, loggers, logMethods, shownStreams, showVerbs, streamMethods } from '../knowledge/effects.js';
import { bareSerialCalls, personWords, serialCalls } from '../knowledge/serial.js';
import { waits } from '../knowledge/waits.js';
import { lookUp, wordsOf } from '../knowledge/words.js';
import type { Operation, Trait } from './model.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { chainOf, groupOf } from './chains.js';
import { changesSchema, natureOf } from './nature.js';
import { serialResourceOf } from './resources.js';
import { argumentsOf, bare, calleeNames, calleeOf, type CallNode } from './syntax.js';
import { importOf, variableOf } from './variables.js';

/**
 * The facts on a call that stands in `frame`.
 * @param followed whether the called function's own steps are known: what it does then says more than its name
 */
export function operationOf(frame: Frame, call: CallNode, awaited: boolean, followed = false): Operation {
  const names = calleeNames(calleeOf(call));
  return {
    callee: names.join('.'),
    nature: natureOf(call, names),
    awaited,
    kept: isKept(call),
    variesByIteration: dependsOnRegion(frame, call),
    traits: [...(awaited ? awaitedTraits(frame, call, names, followed) : []), ...plainTraits(names)],
  };
}

function awaitedTraits(frame: Frame, call: CallNode, names: readonly string[], followed: boolean): Trait[] {
  const name = originalName(frame, calleeOf(call)) ?? names.at(-1) ?? '';
  if (lookUp(frame.project.safe, name)) return [];
  const traits: Trait[] = [];
  const waiting = lookUp(frame.project.waits, name) ?? (followed ? undefined : lookUp(waits, name));
  if (waiting) traits.push({ trait: 'waits', subject: `\`${names.join('.')}\` ${waiting.because}` });
  const resource =
    serialResourceOf(frame, call) ?? (followed ? undefined : serialCall(frame, names)) ?? askingCall(call);
  if (resource) traits.push(resource);
  const chain = chainOf(frame, call, names);
  if (chain !== undefined) traits.push({ trait: 'chained', subject: chain });
  if (changesSchema(call))
    traits.push({ trait: 'serial', subject: `\`${names.join('.')}\` (changing tables locks them)` });
  const verb = wordsOf(name)[0] ?? '';
  if (!isKept(call) && showVerbs.has(verb) && !followed) traits.push({ trait: 'shows', subject: names.join('.') });
  if (!isKept(call) && gateVerbs.has(verb)) traits.push({ trait: 'gates', subject: names.join('.') });
  const group = groupOf(frame, call, names);
  if (group) traits.push(group);
  return traits;
}

/** Whether anything takes what a call gives. */
function isKept(node: TSESTree.Expression): boolean {
  const { parent } = node;
  return parent.type === 'AwaitExpression' || parent.type === 'ChainExpression'
    ? isKept(parent)
    : parent.type !== 'ExpressionStatement';
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

/** A callee that is told whether it may ask a person. */
function askingCall(call: CallNode): Trait | undefined {
  const told = argumentsOf(call).find((argument) =>
    wordsOf(calleeNames(argument).at(-1) ?? '').some((word) => personWords.has(word)),
  );
  return (
    told && { trait: 'serial', subject: `\`${calleeNames(told).join('.')}\` (a person answers one question at a time)` }
  );
}

function serialCall(frame: Frame, names: readonly string[]): Trait | undefined {
  const name = names.at(-1) ?? '';
  const known =
    lookUp(frame.project.serial, name) ??
    lookUp(serialCalls, name) ??
    (names.length === 1 ? lookUp(bareSerialCalls, name) : undefined);
  return known && { trait: 'serial', subject: `\`${names.join('.')}\` (${known.because})` };
}
