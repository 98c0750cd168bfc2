// Calls whose promise is never rejected, as their documents say.
import { hasWord } from './words.js';

/** Of TanStack Query's client: they keep a failure in the query's state, unless `throwOnError` is asked for. */
const ofClients: ReadonlySet<string> = new Set([
  'invalidateQueries', 'refetchQueries', 'resetQueries', 'cancelQueries', 'prefetchQuery', 'prefetchInfiniteQuery',
]); // prettier-ignore

/** The same by tRPC's helpers, one for each procedure: `utils.posts.list.invalidate()`. */
const ofHelpers: ReadonlySet<string> = new Set([
  'invalidate',
  'refetch',
  'reset',
  'cancel',
  'prefetch',
  'prefetchInfinite',
]);

/** What tRPC's helpers are called. */
const helperWords: ReadonlySet<string> = new Set(['utils', 'trpc']);

/** Whether a call's promise is never rejected, by the names of its callee from left to right. */
export function neverRejects(names: readonly string[]): boolean {
  const method = names.at(-1) ?? '';
  if (ofClients.has(method)) return true;
  return ofHelpers.has(method) && names.slice(0, -1).some((name) => hasWord(name, helperWords));
}
