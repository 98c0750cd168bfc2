// The verdict on promises that are made one an item: whether nobody waits for them, and how that came about.
import type { IterationFacts } from '../facts/promises/model.js';
import type { Ordered, Reason, Verdict } from './model.js';

/**
 * How promises float: `each` is called for its effects alone, `list` makes a list of promises that nobody reads, or
 * that is awaited as if it were one (`awaited-list`) or handed to a combinator as if it were one (`listed-list`);
 * `combined-nothing` hands a combinator what `forEach` gives, `returns-nothing` what a callback without `return` gives;
 * for `answer`, `order` and `value` a promise passes for what it is not. `needless` are async callbacks that wait for
 * nothing.
 */
export type Floating =
  | 'each'
  | 'list'
  | 'awaited-list'
  | 'listed-list'
  | 'combined-nothing'
  | 'returns-nothing'
  | 'answer'
  | 'order'
  | 'value'
  | 'needless';

/** How the promises float; `undefined` where somebody may wait for them, or there are none. */
export function judgeIteration(facts: IterationFacts): Floating | undefined {
  const { makes, gives, list, waits } = facts;
  if (list === 'other') return undefined;
  if (makes === 'nothing' && facts.use === 'combined') return 'combined-nothing';
  if (makes === 'list' && gives === 'nothing') return facts.use === 'combined' ? 'returns-nothing' : undefined;
  const how = gives === 'promise' ? howOf(facts) : undefined;
  const canDoWithout = how === 'each' || how === 'answer' || how === 'list' || how === 'listed-list';
  if (canDoWithout && !waits) return 'needless';
  return (how === 'each' || how === 'list') && isLeftRunning(facts) ? undefined : how;
}

/** Whether promises that take no failure along are dropped where nobody could wait for them, or once they are handled. */
function isLeftRunning({ use, rejects, mayAwait, handled }: IterationFacts): boolean {
  return (use === 'dropped' || use === 'unused') && !rejects && (!mayAwait || handled);
}

function howOf({ makes, list, named, use, mistakesSofar }: IterationFacts): Floating | undefined {
  // Something that is no array may well wait for its callbacks; then it is awaited, or whoever calls does so.
  const isKnown = list !== 'unknown';
  const isDropped = use === 'dropped' || use === 'unused';
  switch (makes) {
    case 'nothing':
      return isDropped || (isKnown && (use === 'awaited' || use === 'used')) ? 'each' : undefined;
    case 'list':
      if (isDropped) return 'list';
      if (use === 'listed') return 'listed-list';
      return use === 'awaited' && (isKnown || named) ? 'awaited-list' : undefined;
    case 'answer':
    case 'order':
      return isDropped || use === 'used' || (isKnown && (use === 'awaited' || use === 'combined')) ? makes : undefined;
    case 'value':
      return mistakesSofar ? 'value' : undefined;
  }
}

/** Writes whose outcome does not show which came first, as far as their keys differ. */
const inAnyOrder: ReadonlySet<Ordered['does']> = new Set(['store', 'mark', 'flag', 'count', 'fold']);

/** Whether it shows in which order an item's write or output came: not where each item writes to a key of its own. */
function showsOrder({ does, state }: Ordered): boolean {
  return !inAnyOrder.has(does) && !(does === 'assign' && /\[(?:i|~.*)\]$/.test(state));
}

/** Reasons that are no matter of the items' order. */
const noOrder: ReadonlySet<Reason> = new Set(['nothing-to-overlap', 'repeated', 'already-concurrent']);

/** Whether what is done for each item shows their order: then one should not begin before the one before it is done. */
export function ordersItems(verdict: Verdict): boolean {
  return verdict.concurrent ? verdict.ordered.some(showsOrder) : !noOrder.has(verdict.reason);
}
