// Which rewrites of a loop are offered, and in which order: all at once, or a fixed number at a time.
import { isShortLoop } from '../facts/extent.js';
import { chainRoot, hasNode, isPath } from '../facts/syntax.js';
import { variableOf } from '../facts/variables.js';
import { awaitsFirst } from './body.js';
import { chunkSize, inChunks } from './chunks.js';
import type { Build, Draft } from './draft.js';
import { gatheringBy, type Host, itemsFor, limitedRewrite, type Tool, toolsAt } from './limiters.js';
import type { Form, Rewrite } from './model.js';
import { asOneStatement } from './text.js';

/** What takes the place of a loop in one form. */
export interface Plan {
  form: Extract<Form, 'all' | 'in-order'>;
  /** What is replaced. */
  range: readonly [number, number];
  build: Build;
  /** What a chunk becomes, in the place of the loop alone, where that is not the same. */
  ofChunk?: Build;
}

/**
 * The rewrites, the safest first, since hosts apply the first one. What writes is bounded first: through a limiter
 * that is there, else in chunks, which need none; the limiter that would have to be installed comes second, as the
 * text does not run before. What reads comes first all at once, and bounded after it where the data decide how much
 * that is: by a limiter, or, with none there, by one to be installed and then in chunks.
 */
export function offersOf(draft: Draft, plan: Plan, writes: boolean, host: Host): Rewrite[] {
  const text = plan.build({ ...draft, names: draft.names.copy() });
  if (text === undefined) return [];
  const all: Rewrite = { form: plan.form, edits: [{ range: plan.range, text }] };
  if (awaitsItems(draft) || (!writes && isShortLoop(draft.source, draft.loop))) return [all];
  const names = draft.names.copy();
  const tools = toolsAt(draft.source, draft.loop, host, names, {
    size: chunkSize,
    suits: ({ shuffles }) => shuffles !== true || awaitsFirst(draft.source, draft.loop.body),
  });
  const given = { ...draft, names };
  const limited = tools.ready && throughTool(given, plan, tools.ready, host);
  if (limited) return writes ? [limited, all] : [all, limited];
  const { tool, install } = tools.proposed ?? {};
  const proposed = tool && throughTool(given, plan, tool, host, install);
  const chunks = throughChunks(draft, plan);
  return (writes ? [chunks, proposed, all] : [all, proposed, chunks]).filter((offer) => offer !== undefined);
}

/**
 * Whether the iterations await the items themselves, or promises that those hold: they have begun already, and there is
 * nothing left to bound.
 */
function awaitsItems({ source, loop, items }: Draft): boolean {
  return hasNode(loop.body, source.visitorKeys, (node) => {
    if (node.type !== 'AwaitExpression' || !isPath(node.argument)) return false;
    const variable = variableOf(source, chainRoot(node.argument));
    return variable !== undefined && items.variables.includes(variable);
  });
}

function throughTool(draft: Draft, plan: Plan, tool: Tool, host: Host, install?: string): Rewrite | undefined {
  const { source, loop, style } = draft;
  const names = draft.names.copy();
  const { setup, gather } = gatheringBy(tool, host, names);
  const text = plan.build({ ...draft, names, items: itemsFor(tool, draft.items), gather });
  if (text === undefined) return undefined;
  const statements = setup === undefined ? [text] : [`${setup}${style.semicolon}`, text];
  const edit = { range: plan.range, text: asOneStatement(source, loop, statements, style) };
  return limitedRewrite(tool, [edit], install);
}

function throughChunks(draft: Draft, plan: Plan): Rewrite | undefined {
  const { source, loop, style } = draft;
  const items = draft.items.byValue ?? draft.items;
  const names = draft.names.copy();
  const build = plan.ofChunk ?? plan.build;
  const statements = inChunks({ source, node: loop, items, names, style }, chunkSize, (list) =>
    build({ ...draft, names, items: { ...items, list, isArray: true } }),
  );
  if (!statements) return undefined;
  const text = asOneStatement(source, loop, statements, style);
  return {
    form: 'chunks',
    edits: [{ range: loop.range, text }],
    bound: { size: String(chunkSize), combinator: 'all' },
  };
}
