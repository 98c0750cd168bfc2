// Reads that answer something else each time, so that asking twice is not the same as asking once.

/** Words of a callee's name, wherever they stand. */
const freshWords: ReadonlySet<string> = new Set([
  // made anew, or picked
  'random', 'rand', 'uuid', 'guid', 'nonce', 'unique', 'new', 'fresh', 'sample', 'shuffle',
  // one of many, which is used up
  'next', 'free', 'available', 'unused', 'port', 'dequeue', 'poll', 'pop', 'shift', 'lease', 'lock', 'message', 'messages', 'job', 'batch',
  // moves with time
  'now', 'time', 'timestamp', 'date', 'clock',
  // a thing of its own for each caller
  'connection', 'client', 'session', 'instance', 'worker', 'browser', 'stream', 'reader', 'cursor', 'iterator', 'create',
]); // prettier-ignore

/** Whether a word of a name says so. */
export function answersAnew(words: readonly string[]): boolean {
  return words.some((word) => freshWords.has(word));
}
