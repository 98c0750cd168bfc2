// What speaks on the order of a call: the strongest evidence first, names last.
import {
  adders,
  beginningVerbs,
  cancelVerbs,
  commandFailures,
  endingVerbs,
  folderFillers,
  folderMakers,
  gateVerbs,
  outputVerbs,
  processWide,
  resetMethods,
  testCalls,
} from '../knowledge/effects.js';
import {
  bareSerialCalls,
  migratingCalls,
  orderedCalls,
  personVerbs,
  personWords,
  serialCalls,
  serviceWords,
  textVerbs,
} from '../knowledge/serial.js';
import { answers, waits } from '../knowledge/waits.js';
import { hasWord, type Known, lookUp, wordsOf } from '../knowledge/words.js';
import { aimsOf } from './aims.js';
import { chainOf, groupOf } from './chains.js';
import { classAround } from './classes.js';
import { measuredBy } from './measuring.js';
import type { Path, Trait } from './model.js';
import { changesSchema, natureOf, textIn, textOf } from './nature.js';
import { isAboutOne, targetHandedTo } from './one-target.js';
import { originalName } from './original-name.js';
import { dependsOnRegion, type Frame } from './paths.js';
import { serialResourceOf } from './resources.js';
import { isLog, isMadeToBeSeen, isShown } from './shown.js';
import { argumentsOf, calleeNames, calleeOf, type CallNode, isFunction, isLoop, optionOf } from './syntax.js';
import { tieOf } from './ties.js';

/** How a call stands: its names from left to right, and what is made of it. */
export interface Standing {
  names: readonly string[];
  awaited: boolean;
  followed: boolean;
  kept: boolean;
  /** What it is a method of, where that outlives the iteration. */
  receiver: Path | undefined;
  /** Whether it names anything that the iteration has for itself. */
  varies: boolean;
}

/** The traits of a call. */
export function traitsOf(frame: Frame, call: CallNode, standing: Standing): Trait[] {
  return [
    ...(standing.awaited ? awaitedTraits(frame, call, standing) : []),
    ...plainTraits(frame, call, standing),
    ...aimsOf(frame, call, standing),
  ];
}

function awaitedTraits(frame: Frame, call: CallNode, standing: Standing): Trait[] {
  const { names, followed, kept } = standing;
  const text = names.join('.');
  const name = originalName(frame.source, calleeOf(call)) ?? names.at(-1) ?? '';
  if (lookUp(frame.project.safe, name)) return [];
  const traits: Trait[] = [];
  const waiting = lookUp(frame.project.waits, name) ?? (followed ? undefined : waitingCall(frame, call, name, kept));
  if (waiting) traits.push({ trait: 'waits', subject: `\`${text}\` ${waiting.because}` });
  const resource =
    serialResourceOf(frame, call) ??
    (followed ? orderedCall(names) : serialCall(frame, call, standing)) ??
    askingCall(call) ??
    placingCall(call, standing);
  if (resource) traits.push(resource);
  const chain = chainOf(frame, call, names, kept);
  if (chain !== undefined) traits.push({ trait: 'chained', subject: chain });
  if (changesSchema(call)) traits.push({ trait: 'serial', subject: `\`${text}\` (changing tables locks them)` });
  const verb = wordsOf(name)[0] ?? '';
  if (!kept && !followed && isMadeToBeSeen(frame, call, names)) traits.push({ trait: 'shows', subject: text });
  if (isAboutOne(frame, call, { names, followed, kept })) traits.push({ trait: 'shows', subject: text });
  if (!kept && gateVerbs.has(verb)) traits.push({ trait: 'gates', subject: text });
  const target = targetHandedTo(frame, call, names);
  if (target) traits.push({ trait: 'rewrites', subject: text, resource: target });
  if (isRepeatedWrite(frame, call, standing)) traits.push({ trait: 'repeats', subject: text });
  const group = groupOf(frame, call, names);
  if (group) traits.push(group);
  const tie = followed ? undefined : tieOf(frame, call, names, kept);
  if (tie) traits.push(tie);
  return traits;
}

/** A wait on purpose; where an answer of its own is waited for by each item, they can wait together. */
function waitingCall(frame: Frame, call: CallNode, name: string, kept: boolean): Known | undefined {
  const ofOwn = kept && argumentsOf(call).some((argument) => !isFunction(argument) && dependsOnRegion(frame, argument));
  return lookUp(waits, name) ?? (ofOwn ? undefined : lookUp(answers, name));
}

function plainTraits(frame: Frame, call: CallNode, standing: Standing): Trait[] {
  const { names, awaited, followed, kept } = standing;
  const name = names.at(-1) ?? '';
  const subject = names.join('.');
  const traits: Trait[] = [];
  // Who listens to one emitter hears its events in order.
  const isOutput =
    outputVerbs.has(wordsOf(name)[0] ?? '') || (name === 'emit' && !dependsOnRegion(frame, calleeOf(call)));
  if (isLog(names) || (!awaited && !kept && isOutput)) traits.push({ trait: 'logs', subject });
  if (isShown(frame, call, standing)) traits.push({ trait: 'shows', subject });
  if (subject === 'process.exit' || subject === 'process.abort') traits.push({ trait: 'ends-process', subject });
  const ofProcess = lookUp(processWide, subject);
  if (ofProcess) traits.push({ trait: 'serial', subject: `\`${subject}\` (${ofProcess.because})` });
  if (throwsByName(names) || asksForCancel(names) || failsCommand(call, subject))
    traits.push({ trait: 'throws', subject });
  const measured = measuredBy(frame, call);
  if (measured !== undefined)
    traits.push({ trait: 'waits', subject: `\`${measured}\` measures how long an iteration takes by itself` });
  if (testCalls.has(names[0] ?? '')) traits.push({ trait: 'tests', subject });
  if (!followed && awaited && folderMakers.has(name)) traits.push({ trait: 'makes-folder', subject });
  if (!followed && folderFillers.has(name))
    traits.push({ trait: 'needs-folder', subject: `\`${subject}\` (a folder has to be there before what it holds)` });
  return awaited ? traits : [...traits, ...heldTraits(frame, call, standing)];
}

/** What a call that nobody waits for does to a thing that all iterations share. */
function heldTraits(frame: Frame, call: CallNode, { names, receiver: resource }: Standing): Trait[] {
  const name = names.at(-1) ?? '';
  const [verb = ''] = wordsOf(name);
  const subject = names.join('.');
  const traits: Trait[] = [];
  if (resource && resetMethods.has(name)) traits.push({ trait: 'resets', subject });
  if (resource && lookUp(adders, name)) traits.push({ trait: 'adds', subject, resource });
  if (names.length < 2 || dependsOnRegion(frame, calleeOf(call)) || isLog(names)) return traits;
  const held = names.slice(0, -1).join('.');
  if (beginningVerbs.has(verb)) traits.push({ trait: 'begins', subject: held });
  if (endingVerbs.has(verb)) traits.push({ trait: 'ends', subject: held });
  return traits;
}

/** `checkCancelled()`, `signal.throwIfAborted()`, `interrupted.checkpoint()`: nothing more shall be started then. */
function asksForCancel(names: readonly string[]): boolean {
  const [verb = '', ...words] = wordsOf(names.at(-1) ?? '');
  return cancelVerbs.has(verb) && [...words, ...wordsOf(names.at(-2) ?? '')].some((word) => cancelWord.test(word));
}

const cancelWord = /^(?:cancel|abort|interrupt)/;

/** `throwError()`, `assert(x)`, `assert.ok(x)`, `invariant(x)`. */
function throwsByName(names: readonly string[]): boolean {
  const verb = wordsOf(names.at(-1) ?? '')[0];
  return (
    verb === 'throw' || names[0] === 'assert' || (names.length === 1 && (verb === 'assert' || verb === 'invariant'))
  );
}

/** `this.error()` in a command of oclif's, which ends it by an exception; see its `Command` class. */
function failsCommand(call: CallNode, subject: string): boolean {
  if (!commandFailures.has(subject)) return false;
  const superClass = classAround(call)?.superClass;
  return superClass ? (calleeNames(superClass).at(-1) ?? '').endsWith('Command') : false;
}

/** A write that is the same in each iteration, beside others that are not: what it is about is shared by all. */
function isRepeatedWrite({ region }: Frame, call: CallNode, { names, kept, varies }: Standing): boolean {
  return !kept && !varies && isLoop(region) && natureOf(call, names) === 'write';
}

/** What a call is for shows in its name even where its steps are known: an installation, a migration. */
function orderedCall(names: readonly string[]): Trait | undefined {
  const known = lookUp(orderedCalls, names.at(-1) ?? '');
  return known && { trait: 'serial', subject: `\`${names.join('.')}\` (${known.because})` };
}

function serialCall(frame: Frame, call: CallNode, { names, kept }: Standing): Trait | undefined {
  const name = names.at(-1) ?? '';
  const known =
    lookUp(frame.project.serial, name) ??
    lookUp(serialCalls, name) ??
    (hasWord(names.at(-2) ?? '', serviceWords) ? undefined : lookUp(migratingCalls, name)) ??
    lookUp(orderedCalls, name) ??
    (names.length === 1 ? lookUp(bareSerialCalls, name) : undefined);
  if (!known && (asksPerson(wordsOf(name)) || confirms(call, name) || (kept && putsQuestion(call, name))))
    return { trait: 'serial', subject: `\`${names.join('.')}\` (a person answers one question at a time)` };
  if (known) return { trait: 'serial', subject: `\`${names.join('.')}\` (${known.because})` };
  const steps = name === 'next' && names.length > 1 && !dependsOnRegion(frame, call);
  return steps
    ? { trait: 'serial', subject: `\`${names.join('.')}\` (each call moves the one position on)` }
    : undefined;
}

/** A method of one thing that puts its items where they are called for: `data.append(bytes)`, `editor.edit(change)`. */
function placingCall(call: CallNode, { names, kept, receiver }: Standing): Trait | undefined {
  const because = whyPlacing(call, names.at(-1), kept);
  return because !== undefined && receiver
    ? { trait: 'serial', subject: `\`${names.join('.')}\` (${because})`, resource: receiver }
    : undefined;
}

function whyPlacing(call: CallNode, name: string | undefined, kept: boolean): string | undefined {
  const [first, another] = argumentsOf(call);
  if (name === 'edit' && first && isFunction(first)) return 'an edit moves what comes behind it';
  return name === 'append' && first && !another && !kept ? 'what is appended comes last' : undefined;
}

/** `getOrPromptProject()`; the prompts of `queryPrompts()` and `getPrompt()` are texts. */
function asksPerson(words: readonly string[]): boolean {
  const isText = textVerbs.has(words[0] ?? '') && /^prompts?$/.test(words.at(-1) ?? '');
  return !isText && words.some((word) => personVerbs.has(word));
}

/** `confirm('Delete all?')`, `confirmWith({ message })`: whoever confirms an order is handed no sentence. */
function confirms(call: CallNode, name: string): boolean {
  return wordsOf(name)[0] === 'confirm' && (/\s/.test(textIn(call)) || optionOf(call, 'message') !== undefined);
}

/** `read.password('New password: ')`, `input.text({ message: 'Which name?' })`, and what has choices or checks what is typed. */
function putsQuestion(call: CallNode, name: string): boolean {
  const message = optionOf(call, 'message');
  if (message && (optionOf(call, 'choices') ?? optionOf(call, 'validate'))) return true;
  const text = message ? textOf(message) : '';
  // `renderPrompt({ message: 'Name' })`
  if (text !== '' && wordsOf(name).at(-1) === 'prompt') return true;
  return [textIn(call), text].some((each) => /^\p{Lu}.*[\p{L}\p{N})][:?]\s*$/u.test(each));
}

/** A callee that is told whether it may ask a person. */
function askingCall(call: CallNode): Trait | undefined {
  const told = argumentsOf(call).find((argument) => hasWord(calleeNames(argument).at(-1) ?? '', personWords));
  return (
    told && { trait: 'serial', subject: `\`${calleeNames(told).join('.')}\` (a person answers one question at a time)` }
  );
}
