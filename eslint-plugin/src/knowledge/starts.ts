// What a callee's name tells of the promise that it gives: made early on purpose, or not begun before it is awaited.
import { answers, waits } from './waits.js';
import { type Known, lookUp, wordsOf } from './words.js';

/**
 * Callees whose promise is made before what fulfils it, as Playwright's and Puppeteer's documents have it:
 * `const response = page.waitForResponse(url); await page.click('a'); await response`.
 */
const early: readonly Known[] = [
  {
    names: ['wait*', 'await*', 'when*', 'event', 'nextEvent', 'onceEvent', 'pEvent*', 'fromEvent', 'onceEmitted'],
    because: 'waits for what comes after it in the text',
  },
];

/** Whether a callee is there to wait for something, or for time to pass. */
export function meansToWait(name: string): boolean {
  return (lookUp(waits, name) ?? lookUp(answers, name) ?? lookUp(early, name)) !== undefined;
}

/** Queries of Prisma, Drizzle and Mongoose: objects with a `then`, whose call of it sends them. */
const queries: ReadonlySet<string> = new Set([
  'findMany', 'findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', '$queryRaw', '$executeRaw',
]); // prettier-ignore

/** Methods of Mongoose's models, whose names begin with a capital. */
const modelQueries: ReadonlySet<string> = new Set([
  'find', 'findOne', 'findById', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndReplace', 'findByIdAndUpdate', 'findByIdAndDelete',
  'countDocuments', 'estimatedDocumentCount', 'distinct', 'where', 'exists', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany',
]); // prettier-ignore

/** Links of a query that Knex, Drizzle or Supabase puts together. */
const queryLinks: ReadonlySet<string> = new Set([
  'select', 'from', 'where', 'whereIn', 'whereNot', 'insertInto', 'values', 'returning', 'orderBy', 'groupBy', 'leftJoin', 'innerJoin',
  'maybeSingle',
]); // prettier-ignore

/**
 * Whether a call only puts a query together, which is sent when it is awaited.
 * @param names of the callee from left to right: `db`, `select`, `from`
 */
export function isLazy(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  const holders = names.slice(0, -1);
  if (holders.some((name) => wordsOf(name).includes('prisma')) && last !== '$transaction') return true;
  if (queries.has(last)) return true;
  if (/^\p{Lu}/u.test(holders.at(-1) ?? '') && modelQueries.has(last)) return true;
  return names[0] !== 'Array' && holders.length > 0 && queryLinks.has(last);
}
