// The form for iterations that end in something whose order shows: fetch concurrently, then apply in order.
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
  const [sole] = hoisted;
  const last =
    sole && hoisted.length === 1 && bundle === sole.name
      ? [`return ${source.getText(sole.node.argument)}`]
      : [...hoisted.map(({ name, node }) => `const ${name} = ${source.getText(node)}`), `return ${bundle}`];
  const lines = last.map(line).join('');
  const prelude = items.prelude === undefined ? [] : [items.prelude];
  const fetching = statementsText(draft, fetch, continuesAsReturns(source, skips, 'undefined')) + lines;
  const concise = live.length === 1 && !whole ? conciseFetch(draft, split, bundle) : undefined;
  const body = concise ?? `{${linesBefore(style, prelude, fetching)}${style.newline}${style.indent}}`;
  const head = whole ? `const ${whole}` : `${keyword} ${bundle}`;
  const guard = whole ? [`if (!${whole}) continue`, `${keyword} ${bundle} = ${whole}`] : [];
  const applying = linesBefore(style, guard, statementsText(draft, apply, split.edits));
  return `${lead}for (${head} of await ${gathered(draft, body)}) {${applying}${style.newline}${style.indent}}`;
}

/** `await f(x)` alone to be fetched needs no block. */
function conciseFetch({ source, items, loop }: Draft, { fetch, hoisted }: Split, single: string): string | undefined {
  if (items.prelude !== undefined || source.getCommentsInside(loop.body).length > 0) return undefined;
  const [only] = hoisted;
  if (fetch.length === 0 && hoisted.length === 1 && only) return conciseBody(source, only.node);
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
