// Operations that are done as well as they can be: nobody can do anything about their failure, so that waiting for all
// of them to settle, and no more, is a way to say so.
import { hasWord, wordsOf } from './words.js';

/** First words of operations that end what is over. */
const ends: ReadonlySet<string> = new Set([
  'close', 'quit', 'destroy', 'dispose', 'disconnect', 'unlink', 'rm', 'rmdir', 'rimraf', 'cleanup', 'clean', 'stop', 'end', 'kill',
  'terminate', 'abort', 'cancel', 'shutdown', 'unsubscribe', 'release', 'flush', 'teardown', 'clear', 'prune', 'detach', 'unregister',
  'rollback', 'revert', 'undo',
]); // prettier-ignore

/** First words of helps that can be done without, and of mere waiting. */
const helps: ReadonlySet<string> = new Set([
  'prefetch', 'preload', 'warm', 'invalidate', 'refetch', 'revalidate', 'refresh', 'wait', 'ready', 'drain', 'sleep', 'delay', 'log', 'track',
]); // prettier-ignore

/** Whether an operation is one that may fail unseen, by its callee as written. */
export function isBestEffort(callee: string): boolean {
  return ends.has(verbOf(callee)) || helps.has(verbOf(callee));
}

/** What a comment says of results that are dropped on purpose. */
export const saidBestEffort =
  /\bbest[- ]effort\b|\bignor(?:e|ed|es|ing)\b|\bunhandled ?(?:promise)? ?rejection|\b(?:any|one|single|some) fail(?:s|ed|ing|ures?)?\b/i;

/** Words of functions that run when all is over: `handleExit`. */
const exits: ReadonlySet<string> = new Set(['exit', 'shutdown', 'teardown', 'cleanup']);

/** Whether a function is there to clean up, or to wait until all is over, by its name. */
export function isCleanUp(name: string): boolean {
  return ends.has(verbOf(name)) || verbOf(name) === 'wait' || hasWord(name, exits);
}

function verbOf(callee: string): string {
  return wordsOf(callee.split('.').at(-1) ?? '')[0] ?? '';
}
