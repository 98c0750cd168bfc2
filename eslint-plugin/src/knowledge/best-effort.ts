// Operations that are done as well as they can be: nobody can do anything about their failure, so that waiting for all
// of them to settle, and no more, is a way to say so.
import { hasWord, wordsOf } from './words.js';

/** First words of operations that end what is over. */
const ends: ReadonlySet<string> = new Set([
  'close', 'quit', 'destroy', 'dispose', 'disconnect', 'unlink', 'rm', 'rmdir', 'rimraf', 'cleanup', 'clean', 'stop', 'end', 'kill',
  'terminate', 'abort', 'cancel', 'shutdown', 'unsubscribe', 'release', 'flush', 'teardown', 'clear', 'prune', 'detach', 'unregister',
  'rollback', 'revert', 'undo', 'reset',
]); // prettier-ignore

/** First words of helps that can be done without, and of mere waiting. */
const helps: ReadonlySet<string> = new Set([
  'prefetch', 'preload', 'warm', 'invalidate', 'refetch', 'revalidate', 'refresh', 'wait', 'ready', 'drain', 'sleep', 'delay', 'log', 'track',
]); // prettier-ignore

/** Whether an operation is one that may fail unseen, by its callee as written. */
export function isBestEffort(callee: string): boolean {
  return ends.has(verbOf(callee)) || helps.has(verbOf(callee));
}

/** First words of operations that ask whether something is there: to fail is an answer. */
const probes: ReadonlySet<string> = new Set([
  'access', 'stat', 'lstat', 'exists', 'head', 'probe', 'lookup', 'resolve4', 'resolve6',
]); // prettier-ignore

/** First words of operations that do so of places where something may be, if they are tried at a few. */
const openers: ReadonlySet<string> = new Set(['read', 'open', 'import', 'require']);

/**
 * Whether an operation fails where it does not find what it asks for, by its callee as written.
 * @param isTried whether it is tried at a few places that are written out
 */
export function isProbe(callee: string, isTried: boolean): boolean {
  return probes.has(verbOf(callee)) || (isTried && openers.has(verbOf(callee)));
}

/** What a comment says of failures that are nobody's loss. */
export const saidBestEffort =
  /\bbest[- ]effort\b|\bignor(?:e|ed|es|ing)\b|\bunhandled ?(?:promise)? ?rejection|\b(?:any|one|single|some|if (?:it|this|they)) fail(?:s|ed|ing|ures?)?\b/i;

/** Words of functions that run when all is over: `handleExit`. */
const exits: ReadonlySet<string> = new Set(['exit', 'shutdown', 'teardown', 'cleanup']);

/** Whether a function is there to clean up, or for a help that can be done without, by its name. */
export function isCleanUp(name: string): boolean {
  return isBestEffort(name) || hasWord(name, exits);
}

function verbOf(callee: string): string {
  return wordsOf(callee.split('.').at(-1) ?? '')[0] ?? '';
}
