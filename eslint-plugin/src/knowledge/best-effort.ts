// Operations that are done as well as they can be: nobody can do anything about their failure, so that waiting for all
// of them to settle, and no more, is a way to say so.
import { wordsOf } from './words.js';

/** First words of such operations: ends of things that are over, helps that can be done without, and mere waiting. */
const verbs: ReadonlySet<string> = new Set([
  'close', 'quit', 'destroy', 'dispose', 'disconnect', 'unlink', 'rm', 'rmdir', 'rimraf', 'cleanup', 'clean', 'stop', 'end', 'kill',
  'terminate', 'abort', 'cancel', 'shutdown', 'unsubscribe', 'release', 'flush', 'teardown', 'clear', 'prune', 'detach', 'unregister',
  'prefetch', 'preload', 'warm', 'invalidate', 'refetch', 'revalidate', 'refresh', 'wait', 'ready', 'drain', 'sleep', 'delay', 'log', 'track',
]); // prettier-ignore

/** Whether an operation is one that may fail unseen, by its callee as written. */
export function isBestEffort(callee: string): boolean {
  const [verb] = wordsOf(callee.split('.').at(-1) ?? '');
  return verb !== undefined && verbs.has(verb);
}
