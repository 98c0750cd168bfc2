// The rewrite of an async reduction whose items do more with what was gathered than add to it: all of them are fetched
// at once, and a reduction that waits for nothing then goes through what came.
import type { TSESTree } from '@typescript-eslint/utils';
import { takesType } from '../facts/generics.js';
import type { Reduction } from '../facts/reduce.js';
import { hasOwnNode, typeBehind } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import { variablesUsedIn } from './body.js';
import { leadOf } from './draft.js';
import { bodyText, type Gathering, group, losesComments, startOf, typeOfPart, usesOf } from './gathering.js';
import type { Names } from './names.js';
import { type Split, splitOf } from './split.js';
import { pastComment, styleOf } from './text.js';
import { conciseFetch, lastOf } from './two-phase.js';

/** A gathering of what each item fetches, which is applied in the order of the items. */
export function appliedGathering(
  source: SourceCode,
  reduction: Reduction,
  ordered: readonly Ordered[],
  names: Names,
): Gathering | undefined {
  const { before, statements, returned, gathered } = reduction;
  const [declarator, another] = before?.declarations ?? [];
  const { kind, text: start } = startOf(source, reduction.start);
  // Of any other start it is not known whether it is a promise.
  const isValue = kind !== undefined || /^[[{]/.test(start);
  if (!before || !declarator || another || !isValue || losesComments(source, reduction, [before])) return undefined;
  const type = typeOfPart(source, reduction, declarator, start);
  const split = splitOf(source, [...statements, returned.parent as TSESTree.Statement], ordered, names);
  if (type === undefined || !split || !isAlone(source, reduction, split)) return undefined;
  const bundle = bundleOf(source, reduction, split);
  if (bundle === undefined) return undefined;
  const written = typeBehind(declarator.id)?.typeAnnotation;
  const known = written ? source.getText(written) : type.replace(/^: /, '');
  const parts = { split, bundle, before, border: pastComment(source, (split.fetch.at(-1) ?? before).range[1]) };
  const reducing = `reduce${known === '' ? '' : `<${known}>`}((${gathered.name}, ${bundle}) => ${applying(source, reduction, parts)}, ${start})`;
  return {
    body: fetching(source, reduction, parts),
    join: (values) => `${group(values)}.${reducing}`,
    inOrder: true,
  };
}

interface Parts {
  split: Split;
  /** What the second part is given of each item. */
  bundle: string;
  /** What awaits the one before. */
  before: TSESTree.Statement;
  /** Where the first part ends, with the comment behind it. */
  border: number;
}

/** Whether what is fetched has nothing to do with what was gathered, and never leaves early. */
function isAlone(source: SourceCode, reduction: Reduction, { fetch, hoisted }: Split): boolean {
  const isFetched = (node: TSESTree.Node): boolean => fetch.some((statement) => isInside(node, statement));
  const leaves = (node: TSESTree.Node): boolean => hasOwnNode(node, source.visitorKeys, isReturn);
  return (
    !usesOf(reduction).some((use) => isFetched(use) || hoisted.some(({ node }) => isInside(use, node))) &&
    !fetch.some(leaves) &&
    !hoisted.some(({ node }) => takesType(source, node.argument))
  );
}

function isReturn({ type }: TSESTree.Node): boolean {
  return type === 'ReturnStatement';
}

/** What is applied of an item, if anything: one name, or several in an object. */
function bundleOf(
  source: SourceCode,
  { callback, item }: Reduction,
  { fetch, apply, hoisted }: Split,
): string | undefined {
  const own = source
    .getDeclaredVariables(callback)
    .filter(({ identifiers: [declared] }) => declared && isInside(declared, item));
  const taken = hoisted.map(({ node }) => node);
  const wanted = [...variablesUsedIn(source, fetch, own, apply, taken), ...hoisted].map(({ name }) => name);
  return wanted.length > 1 ? `{ ${wanted.join(', ')} }` : wanted[0];
}

/** The body that fetches. */
function fetching(source: SourceCode, reduction: Reduction, { split, bundle, before, border }: Parts): string {
  const { callback } = reduction;
  const { semicolon } = styleOf(source, callback);
  const [first] = split.apply;
  const lead = /^\s*/.exec(source.text.slice(border, first?.range[0]))?.[0] ?? '';
  const end = lead.includes('\n') ? semicolon : ';';
  const last = lastOf(source, split, bundle).map((statement) => lead + statement + end);
  const edits = [
    { range: [leadOf(source, before), before.range[1]], text: '' },
    { range: [border, split.apply.at(-1)?.range[1] ?? border], text: last.join('') },
  ] as const;
  return conciseFetch(source, callback.body, split, bundle) ?? bodyText(source, reduction, edits);
}

/** The body that applies. */
function applying(source: SourceCode, reduction: Reduction, { split, before, border }: Parts): string {
  return bodyText(source, reduction, [{ range: [leadOf(source, before), border], text: '' }, ...split.edits]);
}
