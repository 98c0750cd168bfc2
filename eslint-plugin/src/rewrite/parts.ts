// The form for loops that add to collections and variables from several places or under conditions: each iteration
// gathers parts of its own, and the parts are put together in the order of the items.
import { isOwnArray } from '../facts/arrays.js';
import { bare, propertyName } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { type Addition, appliedText, type Group } from './additions.js';
import { continuesAsReturns, continuesOf } from './body.js';
import { blockBody, type Draft, gathered } from './draft.js';
import type { Edit } from './model.js';
import { typeOfPart } from './part-types.js';
import { isTyped } from './targets.js';
import { inPlaceOf, statementEnd } from './text.js';

/** The loop with a part an item for each target, and what puts the parts together; nothing where their types are not known. */
export function inParts(draft: Draft, groups: readonly Group[]): string | undefined {
  const { source, loop, style } = draft;
  const [only] = groups;
  const all = partsOf(draft, groups);
  if (!all || !only) return undefined;
  const end = statementEnd(source, style, loop);
  if (groups.length === 1) return `${applied(draft, only, all.list)}${end}`;
  const line = (text: string): string => `${style.newline}${style.indent}${style.unit}${text}${style.semicolon}`;
  const lines = all.parts.map(({ group, name }) => line(applied(draft, group, name)));
  return `for (const ${all.result} of ${all.list}) {${lines.join('')}${style.newline}${style.indent}}`;
}

interface Parts {
  parts: readonly Part[];
  /** What an iteration returns. */
  result: string;
  /** What all iterations return, an awaiting expression; flat where there is one part an item. */
  list: string;
}

/** The loop as an expression that gives the parts; nothing where their types are not known. */
export function partsOf(draft: Draft, groups: readonly Group[]): Parts | undefined {
  const { source, loop, style } = draft;
  const parts = groups.map((group) => partOf(draft, group, groups.length === 1));
  if (parts.some(({ type }) => type === undefined)) return undefined;
  const names = parts.map(({ name }) => name);
  const result = groups.length === 1 ? (names[0] ?? '') : `{ ${names.join(', ')} }`;
  const edits = parts.flatMap(({ group, name }) =>
    group.additions.map((addition): Edit =>
      inPlaceOf(source, style, addition.statement, `${name}.push(${added(source, addition)})`),
    ),
  );
  const body = blockBody(draft, [...edits, ...continuesAsReturns(source, continuesOf(source, loop), result)], {
    first: parts.map(({ name, type = '' }) => `const ${name}${type} = []`),
    last: `return ${result}`,
  });
  const all = `await ${gathered(draft, body)}`;
  return { parts, result, list: groups.length === 1 ? `(${all}).flat()` : all };
}

interface Part {
  group: Group;
  name: string;
  /** With its colon, or nothing where the file is not typed; `undefined` where it is and the type is not known. */
  type: string | undefined;
}

function partOf({ source, loop, names }: Draft, group: Group, isOnly: boolean): Part {
  const name = isOnly ? names.fresh('part', 'added') : names.fresh(...wishesFor(group));
  if (!isTyped(source)) return { group, name, type: '' };
  const isLeftEarly = continuesOf(source, loop).length > 0;
  const type = typeOfPart(source, group, isLeftEarly);
  return {
    group,
    name,
    type: type === undefined || type === '' ? type : `: ${type}`,
  };
}

/** Names for the iteration's own part of a target: `ownNames` of `names`, `shown` of what is logged. */
function wishesFor({ target }: Group): string[] {
  if (!target) return ['shown', 'logged'];
  const node = bare(target);
  const name =
    node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? propertyName(node) : undefined;
  const word = name?.replace(/^[#_$]+/, '') ?? '';
  return [`own${word.charAt(0).toUpperCase()}${word.slice(1)}`];
}

/** What is kept of an addition until it is applied. */
function added(source: SourceCode, { way, parts }: Addition): string {
  const texts = parts.map((node) => source.getText(node));
  if (way === 'show') return `() => ${texts.join('')}`;
  return way === 'set' || way === 'store' ? `[${texts.join(', ')}]` : texts.join(', ');
}

/** What applies all of a list to the group's target, as a statement without its end. */
function applied({ source, names }: Draft, { way, target, additions }: Group, list: string): string {
  const name = target ? source.getText(target) : '';
  if (way === 'push' && target && isOwnArray(source, target)) return `${name}.push(...${list})`;
  const inner = names.copy();
  const one = (...wishes: string[]): string => inner.fresh(...wishes);
  switch (way) {
    case 'show': {
      const show = one('show', 'log');
      return `for (const ${show} of ${list}) ${show}()`;
    }
    case 'set':
    case 'store': {
      const [key, value] = [one('key', 'name'), one('value', 'entry')];
      const apply = way === 'set' ? `${name}.set(${key}, ${value})` : `${name}[${key}] = ${value}`;
      return `for (const [${key}, ${value}] of ${list}) ${apply}`;
    }
    case 'combine': {
      const [first] = additions;
      const value = one('value', 'entry');
      return `for (const ${value} of ${list}) ${first ? appliedText(source, first, value) : ''}`;
    }
    default: {
      const entry = one('entry', 'addition');
      return `for (const ${entry} of ${list}) ${name}.${way}(${entry})`;
    }
  }
}
