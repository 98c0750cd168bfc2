// What ties the iterations together outside this file: a context that each fills, commands, a document that is put
// together, a record that one reads after another wrote it.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  builderVerbs,
  commandNames,
  commandRunners,
  commandShells,
  concurrencyWords,
  contextNames,
  documentWords,
  messageNames,
  runningVerbs,
  settingsNames,
  settingsVerbs,
  statementNames,
  statementRunners,
  tools,
} from '../knowledge/ties.js';
import { hasWord, lookUpByLastWord, wordsOf } from '../knowledge/words.js';
import { itemOf } from './chains.js';
import type { Trait } from './model.js';
import { natureOf, textIn } from './nature.js';
import { originalName } from './original-name.js';
import { dependsOnRegion, type Frame, valueKey } from './paths.js';
import { sharedRecordOf } from './shared-records.js';
import {
  argumentsOf,
  bare,
  bareAwaited,
  calleeNames,
  calleeOf,
  type CallNode,
  chainRoot,
  functionAround,
  handedTo,
  isFunction,
  isLoop,
  isNothing,
  hasOwnNode,
} from './syntax.js';
import { declaratorOf, isPrivateTo, variableOf } from './variables.js';

/** What ties an awaited call to that of the next iteration, or `undefined`. */
export function tieOf(frame: Frame, call: CallNode, names: readonly string[], kept: boolean): Trait | undefined {
  const text = names.join('.');
  const chained = (why: string): Trait => ({ trait: 'chained', subject: `\`${text}\`: ${why}` });
  if (runsCommand(frame, call, names)) return chained('a command sees what the commands before it did');
  if (!kept && (runsTool(frame, call, names) || isNamedAfterTool(names)))
    return chained('the program changes one tree, which the next run sees');
  if (!kept && changesSettings(frame, call, names))
    return { trait: 'serial', subject: `\`${text}\` (settings are kept in one file)` };
  if (!kept && runsStatement(frame, call, names)) return chained('a statement sees what the statements before it did');
  if (!kept && fillsContext(frame, call)) return chained('each fills the context that the next one is handed');
  const filled = filledBy(frame, call, kept);
  if (filled !== undefined) return chained(`it is handed \`${filled}\` to fill`);
  if (handlesMessage(frame, call, names)) return chained('messages are handled in the order in which they came');
  if (makesGrowingPrefix(frame, call, names)) return chained('each is inside the one that was made before it');
  if (takesWholeList(frame, call, names)) return chained('it is handed the whole list beside the item');
  if (runsGroup(frame, call, names)) return { trait: 'grouped', subject: `\`${text}\` runs one concurrent group` };
  if (buildsDocument(frame, call, names))
    return { trait: 'serial', subject: `\`${text}\` (a document is put together one part after another)` };
  const record = sharedRecordOf(frame, call, names);
  return record === undefined ? undefined : chained(`items may share the record that \`${record}\` names`);
}

/** `exec(cmd)`, `shell.run(step.command)`, where the command is the item's. */
function runsCommand(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const [verb = ''] = wordsOf(names.at(-1) ?? '');
  if (!commandRunners.has(verb) || (names.length > 1 && !commandShells.has(names.at(-2) ?? ''))) return false;
  return argumentsOf(call).some(
    (argument) =>
      lookUpByLastWord(commandNames, calleeNames(argument).at(-1) ?? '') !== undefined &&
      dependsOnRegion(frame, argument),
  );
}

/** `execa('docker', ['compose', 'up', name])`, exec(`npm publish ${name}`), $`git add ${name}`. */
function runsTool(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const name = originalName(frame.source, calleeOf(call)) ?? names.at(-1) ?? '';
  const isRunner = commandRunners.has(wordsOf(name)[0] ?? '') || call.type === 'TaggedTemplateExpression';
  return isRunner && tools.has(textIn(call).split(/\s/)[0] ?? '');
}

/** `runNpm(args, folder)`. */
function isNamedAfterTool(names: readonly string[]): boolean {
  const [verb = '', tool = '', ...others] = wordsOf(names.at(-1) ?? '');
  return commandRunners.has(verb) && tools.has(tool) && others.length === 0;
}

/** `this.props.settings.remove(field)`. */
function changesSettings(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const [verb = ''] = wordsOf(names.at(-1) ?? '');
  return (
    settingsVerbs.has(verb) &&
    settingsNames.has(names.at(-2) ?? '') &&
    dependsOnRegion(frame, call) &&
    !dependsOnRegion(frame, calleeOf(call))
  );
}

/** `db.exec(statement)`, where the statement is the item's and nobody takes what it gives. */
function runsStatement(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const [first] = argumentsOf(call);
  const [verb = '', ...words] = wordsOf(names.at(-1) ?? '');
  return (
    first !== undefined &&
    (statementRunners.has(verb) || words.some((word) => runningVerbs.has(word))) &&
    dependsOnRegion(frame, first) &&
    lookUpByLastWord(statementNames, calleeNames(listOf(first)).at(-1) ?? '') !== undefined
  );
}

/** `queries` of `queries[i]`, and anything else as it is. */
function listOf(node: TSESTree.Node): TSESTree.Node {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && inner.computed ? inner.object : inner;
}

/** `task.run(context)`: a method of the item that gives nothing back is handed what all share. */
function fillsContext(frame: Frame, call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  if (callee.type !== 'MemberExpression' || !itemOf(frame, chainRoot(callee))) return false;
  return handedTo(call).some(
    (value) =>
      !dependsOnRegion(frame, value) && lookUpByLastWord(contextNames, calleeNames(value).at(-1) ?? '') !== undefined,
  );
}

/**
 * The collection from outside, empty until the loop begins, that a call is handed: `await walk(dir, found)`. One whose
 * result is taken may only look at it, but for what holds places that are named to be filled.
 */
function filledBy(frame: Frame, call: CallNode, kept: boolean): string | undefined {
  for (const value of handedTo(call)) {
    const variable = value.type === 'Identifier' ? variableOf(frame.source, value) : undefined;
    const init = variable && !isPrivateTo(variable, frame.region) ? declaratorOf(variable)?.init : undefined;
    if (!init || !isLoop(frame.region) || !isEmpty(init) || functionAround(init) !== functionAround(frame.region))
      continue;
    const isUntouched = variable?.references.every(
      ({ identifier, init: isInit }) => isInit === true || identifier.range[0] >= frame.region.range[0],
    );
    if (isUntouched && (!kept || hasPlaces(init))) return variable?.name;
  }
  return undefined;
}

/** `{ choice: undefined }`. */
function hasPlaces(node: TSESTree.Node): boolean {
  const value = bare(node);
  return value.type === 'ObjectExpression' && value.properties.length > 0;
}

/** `[]`, `{}`, `{ choice: undefined }`, `new Map()`. */
function isEmpty(node: TSESTree.Node): boolean {
  const value = bare(node);
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  if (value.type === 'ObjectExpression')
    return value.properties.every((property) => property.type === 'Property' && isNothing(property.value));
  return (
    value.type === 'NewExpression' &&
    value.arguments.length === 0 &&
    /^(?:Map|Set)$/.test(calleeNames(value.callee).join())
  );
}

/** `handle(event)`, `messageHandler(message)`. */
function handlesMessage(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const words = wordsOf(names.at(-1) ?? '');
  if (words[0] !== 'handle' && words.at(-1) !== 'handler') return false;
  const [first] = argumentsOf(call);
  const root = first && chainRoot(first);
  return (
    root?.type === 'Identifier' &&
    itemOf(frame, root) !== undefined &&
    lookUpByLastWord(messageNames, root.name) !== undefined
  );
}

/** `publish({ one, all })` in a loop over `all`: what is done for one may rest on what was done for the others. */
function takesWholeList(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const { region } = frame;
  if (region.type !== 'ForOfStatement' || natureOf(call, names) !== 'write') return false;
  const list = bare(region.right);
  const variable = list.type === 'Identifier' ? variableOf(frame.source, list) : undefined;
  return (
    variable !== undefined &&
    handedTo(call).some((value) => value.type === 'Identifier' && variableOf(frame.source, value) === variable)
  );
}

/** `mkdir(parts.slice(0, depth).join('/'))`: a part that grows from one iteration to the next. */
function makesGrowingPrefix(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  if (natureOf(call, names) !== 'write') return false;
  return handedTo(call).some((value) => {
    const variable = value.type === 'Identifier' ? variableOf(frame.source, value) : undefined;
    const init = variable && isPrivateTo(variable, frame.region) ? declaratorOf(variable)?.init : undefined;
    return hasOwnNode(init ?? value, frame.source.visitorKeys, (node) => isGrowingPrefix(frame, node));
  });
}

/** `parts.slice(0, depth)`, where `depth` counts the iterations. */
function isGrowingPrefix(frame: Frame, node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression' || !/^(?:slice|substring)$/.test(calleeNames(node.callee).at(-1) ?? ''))
    return false;
  const [from, to] = node.arguments;
  if (from?.type !== 'Literal' || from.value !== 0 || !to) return false;
  const last = bare(to);
  const counter = last.type === 'BinaryExpression' && last.operator === '+' ? last.left : last;
  return valueKey(frame, counter) === '[i]' && isLoop(frame.region);
}

/** `runConcurrently(group.map(async …))`, by the words of the callee. */
function runsGroup(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  return (
    hasWord(names.at(-1) ?? '', concurrencyWords) &&
    handedTo(call).some((value) => !isFunction(value) && dependsOnRegion(frame, value))
  );
}

/** `pdf.embedPage(page)`, `sheet.addRow(row)`: a change of a document from outside the loop. */
function buildsDocument(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const [verb = ''] = wordsOf(names.at(-1) ?? '');
  const callee = bare(calleeOf(call));
  if (!builderVerbs.has(verb) || callee.type !== 'MemberExpression' || bare(callee.object).type === 'CallExpression')
    return false;
  const root = chainRoot(callee.object);
  const variable = root.type === 'Identifier' ? variableOf(frame.source, root) : undefined;
  if (variable && (isPrivateTo(variable, frame.region) || frame.items.has(variable))) return false;
  const init = variable && declaratorOf(variable)?.init;
  const made = init ? bareAwaited(init) : undefined;
  const maker = made?.type === 'NewExpression' || made?.type === 'CallExpression' ? calleeNames(made.callee) : [];
  return [names.at(-2) ?? '', ...maker].flatMap(wordsOf).some((word) => documentWords.has(word));
}
