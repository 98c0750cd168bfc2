// Callees that wait on purpose: running them concurrently would undo what they are there for.
import type { Known } from './words.js';

/** Names of functions or methods whose awaited result is the passing of time. */
export const passing: readonly Known[] = [
  {
    names: [
      'sleep*',
      'delay*',
      'pause',
      'setTimeout',
      'setImmediate',
      'timeout',
      'snooze',
      'wait',
      'waitMs',
      'waitSeconds',
      'tick',
      'nextTick',
      'yieldTo*',
      'yieldControl',
      'yieldThread',
      'advanceTimersByTimeAsync',
    ],
    because: 'lets time pass between iterations',
  },
];

/** Those, and names of what waits for somebody else's progress. */
export const waits: readonly Known[] = [
  ...passing,
  { names: ['once', 'settle', 'idle', 'flushPromises'], because: 'waits for something else to happen' },
  {
    names: ['backoff*', 'backOff*', 'exponentialBackoff', 'throttle*', 'rateLimit*', 'cooldown*', 'consumeToken'],
    because: 'keeps a rate',
  },
];

/** Names of those that may give an answer about what they are handed: each item then waits for its own. */
export const answers: readonly Known[] = [
  {
    names: ['waitFor*', 'waitUntil*', 'until*', 'waitTill*', 'poll*'],
    because: 'waits for something else to happen',
  },
];

/** Calls that tell the time, as written. */
export const clocks: ReadonlySet<string> = new Set([
  'Date.now',
  'performance.now',
  'process.hrtime',
  'process.hrtime.bigint',
]);

/** Functions that start a timer; a promise whose executor calls one passes time. */
export const timers: ReadonlySet<string> = new Set([
  'setTimeout',
  'setImmediate',
  'requestAnimationFrame',
  'requestIdleCallback',
]);

/** Methods that call back at an event: Node.js’ `EventEmitter` and the DOM’s `EventTarget`. */
export const listening: ReadonlySet<string> = new Set(['once', 'on', 'addListener', 'addEventListener']);
