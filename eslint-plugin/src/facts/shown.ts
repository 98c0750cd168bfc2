// Calls by which somebody sees in which order the work is done: progress, counts, one output that all write into.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  headings,
  loggers,
  logMethods,
  progressNames,
  progressVerbs,
  shownStreams,
  showVerbs,
  stateHooks,
  streamMethods,
  viewVerbs,
} from '../knowledge/effects.js';
import { lookUp, wordsOf } from '../knowledge/words.js';
import { dependsOnRegion, type Frame } from './paths.js';
import {
  argumentsOf,
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  hasOwnNode,
  isFunction,
  isLoop,
  optionOf,
  propertyName,
} from './syntax.js';
import type { Standing } from './traits.js';
import { declaratorOf, variableOf } from './variables.js';

/** Whether a call shows its order, by what it is handed or writes into. */
export function isShown(frame: Frame, call: CallNode, { names, awaited, kept }: Standing): boolean {
  const name = names.at(-1) ?? '';
  const isStream = shownStreams.has(names.at(-2) ?? '') && streamMethods.has(name);
  return (
    (isStream && !isAlwaysSame(frame, call)) ||
    (argumentsOf(call).length + Number(awaited) > 0 && isProgress(names)) ||
    (!awaited && !kept && !isLog(names) && (lookUp(headings, name) !== undefined || tellsHowFar(frame, call))) ||
    writesIntoOne(call, name) ||
    setsWhatIsShown(frame, call) ||
    reportsProgress(call, name)
  );
}

/** Output, an editor that opens, a line in a log: whoever drops the result wants it seen. */
export function isMadeToBeSeen(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const name = names.at(-1) ?? '';
  const [verb = ''] = wordsOf(name);
  const isOfItem = names.length > 1 && dependsOnRegion(frame, calleeOf(call));
  return (
    showVerbs.has(verb) ||
    (viewVerbs.has(verb) && !isOfItem && dependsOnRegion(frame, call)) ||
    ((name === 'log' || verb === 'emit') && !isOfItem)
  );
}

/** A line in a log. */
export function isLog(names: readonly string[]): boolean {
  const name = names.at(-1) ?? '';
  if (!logMethods.has(name)) return false;
  if (names.length === 1) return ['log', 'debug', 'warn', 'info'].includes(name);
  return names.slice(0, -1).some((part) => loggers.has(wordsOf(part).at(-1) ?? ''));
}

/** `stdout.write('.')`: whoever reads it cannot tell which iteration wrote it. */
function isAlwaysSame(frame: Frame, call: CallNode): boolean {
  return (
    isLoop(frame.region) && argumentsOf(call).length > 0 && argumentsOf(call).every(({ type }) => type === 'Literal')
  );
}

/** `bar.tick(n)`, `options.onProgress(n)`. */
function isProgress(names: readonly string[]): boolean {
  return [names.join(' '), names.at(-1) ?? ''].some((name) => lookUp(progressNames, name) !== undefined);
}

/** `status(`${i} of ${list.length}`)`: how many there are, next to which of them it is. */
function tellsHowFar(frame: Frame, call: CallNode): boolean {
  const { source, region } = frame;
  const isTotal = (node: TSESTree.Node): boolean =>
    node.type === 'MemberExpression' && propertyName(node) === 'length' && !dependsOnRegion(frame, node);
  return (
    isLoop(region) &&
    argumentsOf(call).some((argument) => dependsOnRegion(frame, argument)) &&
    argumentsOf(call).some((argument) => hasOwnNode(argument, source.visitorKeys, isTotal))
  );
}

/**
 * `spawn('docker', ['pull', name], { stdio: 'inherit' })`, `part.pipe(whole, { end: false })`: two at once would write
 * into each other's lines.
 */
function writesIntoOne(call: CallNode, name: string): boolean {
  const isPipe = /^pipe(?:line)?$/.test(name);
  return isLiteral(optionOf(call, 'stdio'), 'inherit') || (isPipe && isLiteral(optionOf(call, 'end'), false));
}

/** `setName(file.name)`, where it comes from `const [name, setName] = useState('')`: a component shows each value. */
function setsWhatIsShown(frame: Frame, call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  const variable = callee.type === 'Identifier' ? variableOf(frame.source, callee) : undefined;
  const declarator = variable && declaratorOf(variable);
  if (declarator?.id.type !== 'ArrayPattern' || declarator.init?.type !== 'CallExpression') return false;
  if (!stateHooks.has(calleeNames(declarator.init.callee).at(-1) ?? '')) return false;
  const [value] = argumentsOf(call);
  // A function builds on what is shown, and leaves the values of the others in it.
  return value !== undefined && !isFunction(value) && dependsOnRegion(frame, value);
}

function isLiteral(node: TSESTree.Node | undefined, value: string | boolean): boolean {
  return node?.type === 'Literal' && node.value === value;
}

/** `emitProgress('done', i, total)`. */
function reportsProgress(call: CallNode, name: string): boolean {
  const [verb = '', ...words] = wordsOf(name);
  return progressVerbs.has(verb) && words.includes('progress') && argumentsOf(call).length > 0;
}
