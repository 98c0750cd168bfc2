// The form for iterations that end in something whose order shows: fetch concurrently, then apply in order.
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../facts/variables.js';
import { continuesAsReturns, continuesIn, isWrittenIn, labelOf, variablesUsedIn } from './body.js';
import { conciseBody, type Draft, gathered, statementsText } from './draft.js';
import type { Split } from './split.js';
import { linesBefore } from './text.js';

/** First all is fetched concurrently; a second loop then does what must be in order. */
export function twoPhases(draft: Draft, split: Split): string {
  const { source, loop, items, names, style } = draft;
  const label = labelOf(loop);
  const { fetch, apply, hoisted } = split;
  const skips = fetch.flatMap((statement) => continuesIn(source, statement, label));
  const isNamed = apply.some((statement) => continuesIn(source, statement, label).some((node) => node.label));
  const lead = label !== undefined && isNamed ? `${label}: ` : '';
  const kept = variablesUsedIn(
    source,
    fetch,
    items.variables,
    apply,
    hoisted.map(({ node }) => node),
  );
  const live = [...kept.map(({ name }) => name), ...hoisted.map(({ name }) => name)];
  const keyword = kept.some((variable) => isWrittenIn(variable, apply)) ? 'let' : 'const';
  const whole = skips.length > 0 ? names.fresh('fetched', 'entry') : undefined;
  const bundle = live.length === 1 && !whole ? (live[0] ?? '') : `{ ${live.join(', ')} }`;
  const line = (text: string): string => `${style.newline}${style.indent}${style.unit}${text}${style.semicolon}`;
  const lines = lastOf(source, split, bundle).map(line).join('');
  const prelude = items.prelude === undefined ? [] : [items.prelude];
  const fetching = statementsText(draft, fetch, continuesAsReturns(source, skips, 'undefined')) + lines;
  const isConcise = live.length === 1 && !whole && items.prelude === undefined;
  const concise = isConcise ? conciseFetch(source, loop.body, split, bundle) : undefined;
  const body = concise ?? `{${linesBefore(style, prelude, fetching)}${style.newline}${style.indent}}`;
  const head = whole ? `const ${whole}` : `${keyword} ${bundle}`;
  const guard = whole ? [`if (!${whole}) continue`, `${keyword} ${bundle} = ${whole}`] : [];
  const applied = statementsText(draft, apply, split.edits);
  const applying = guard.length > 0 ? linesBefore(style, guard, applied) : applied.replace(/^\s*\n(?=\s*\n)/, '');
  return `${lead}for (${head} of await ${gathered(draft, body)}) {${applying}${style.newline}${style.indent}}`;
}

/** The statements that a fetching part ends with: they give what is wanted of an item. */
export function lastOf(source: SourceCode, { hoisted }: Split, bundle: string): string[] {
  const [sole] = hoisted;
  return sole && hoisted.length === 1 && bundle === sole.name
    ? [`return ${source.getText(sole.node.argument)}`]
    : [...hoisted.map(({ name, node }) => `const ${name} = ${source.getText(node)}`), `return ${bundle}`];
}

/** `await f(x)` alone to be fetched needs no block. */
export function conciseFetch(
  source: SourceCode,
  body: TSESTree.Node,
  { fetch, hoisted }: Split,
  single: string,
): string | undefined {
  if (source.getCommentsInside(body).length > 0) return undefined;
  const [only] = hoisted;
  if (fetch.length === 0 && hoisted.length === 1 && only?.name === single) return conciseBody(source, only.node);
  const [statement] = fetch;
  if (
    fetch.length !== 1 ||
    hoisted.length > 0 ||
    statement?.type !== 'VariableDeclaration' ||
    statement.declarations.length !== 1
  )
    return undefined;
  const [declarator] = statement.declarations;
  if (
    declarator.id.type !== 'Identifier' ||
    declarator.id.name !== single ||
    declarator.id.typeAnnotation ||
    !declarator.init
  )
    return undefined;
  return conciseBody(source, declarator.init);
}
