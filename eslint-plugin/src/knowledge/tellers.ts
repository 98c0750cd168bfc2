// Calls that tell somebody of a failure: a log, a monitor, or the person in front of the screen. Names only, and only
// used on what a handler calls with its error.
import { loggers, logMethods } from './effects.js';
import { wordsOf } from './words.js';

/** Receivers that show a message to a person. */
const shows: ReadonlySet<string> = new Set([
  'alert', 'alerts', 'toast', 'toasts', 'toaster', 'notification', 'notifications', 'notify', 'notifier', 'snackbar', 'message', 'sentry',
]); // prettier-ignore

/** First words of functions that log or show a message. */
const tellingVerbs: ReadonlySet<string> = new Set(['log', 'warn', 'debug', 'alert', 'toast']);

/** First words of functions that tell of a failure where they are handed it, or name it: `showError`, not `showPage`. */
const showingVerbs: ReadonlySet<string> = new Set(['print', 'report', 'capture', 'notify', 'show', 'display']);

const failureWords: ReadonlySet<string> = new Set(['error', 'errors', 'failure', 'exception', 'warning', 'message']);

/** Words that make a function one that shows, wherever they stand: `enqueueSnackbar`, `addToast`. */
const showingWords: ReadonlySet<string> = new Set(['toast', 'snackbar', 'alert']);

/** Functions that hand a failure to whoever waits for an answer. */
const answers: ReadonlySet<string> = new Set([
  'next',
  'done',
  'callback',
  'cb',
  'reject',
  'resolve',
  'fail',
  'setFailed',
]);

/** Receivers that answer a request. */
const responders: ReadonlySet<string> = new Set(['res', 'response', 'reply', 'ctx']);

/**
 * Whether a call logs or shows that something failed, by its callee's names from left to right.
 * @param isHanded whether it is handed the error
 */
export function tells(names: readonly string[], isHanded: boolean): boolean {
  const name = names.at(-1) ?? '';
  const words = wordsOf(name);
  const [verb = ''] = words;
  if (answersFor(names)) return false;
  const receivers = names.slice(0, -1).map((part) => wordsOf(part).at(-1) ?? '');
  if (receivers.some((receiver) => loggers.has(receiver)) && logMethods.has(name)) return true;
  if (receivers.some((receiver) => shows.has(receiver))) return true;
  if (showingVerbs.has(verb)) return isHanded || words.some((word) => failureWords.has(word));
  return tellingVerbs.has(verb) || words.some((word) => showingWords.has(word));
}

/** Whether a call logs a failure, whatever it is handed. */
export function logsFailure(names: readonly string[]): boolean {
  return tells(names, false) && /^(?:warn|warning|error|fatal)$/.test(names.at(-1) ?? '');
}

/** Whether a call answers whoever waits: a request, a callback, a promise. */
export function answersFor(names: readonly string[]): boolean {
  return answers.has(names.at(-1) ?? '') || names.slice(0, -1).some((part) => responders.has(part));
}

/** Whether a call ends the process. */
export function endsProcess(names: readonly string[]): boolean {
  return /^process\.(?:exit|abort)$/.test(names.join('.'));
}
