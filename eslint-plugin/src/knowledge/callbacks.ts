// Who calls a callback and takes no heed of what it returns: a promise from there is lost.

/** Functions and methods that ignore their callback's result, by name, with the place that says so. */
export const ignoresResult: ReadonlyMap<string, string> = new Map([
  ['forEach', 'ECMA-262, 23.1.3.15: the callback’s value is not used'],
  ['setTimeout', 'HTML, timers: the handler’s value is not used'],
  ['setInterval', 'HTML, timers: the handler’s value is not used'],
  ['setImmediate', 'Node, timers'],
  ['nextTick', 'Node, process.nextTick()'],
  ['queueMicrotask', 'HTML, microtask queuing'],
  ['requestAnimationFrame', 'HTML, animation frames'],
  ['requestIdleCallback', 'W3C, requestIdleCallback'],
  ['addEventListener', 'DOM, event listeners: a listener’s value is not used'],
  ['on', 'Node, EventEmitter: values returned by listeners are ignored'],
  ['once', 'Node, EventEmitter: values returned by listeners are ignored'],
  ['addListener', 'Node, EventEmitter: values returned by listeners are ignored'],
  ['prependListener', 'Node, EventEmitter: values returned by listeners are ignored'],
  ['prependOnceListener', 'Node, EventEmitter: values returned by listeners are ignored'],
]);

/** Properties of elements that hold a listener: `onclick`; an `onDone` of one's own may be waited for. */
export const listenerProperty = /^on[a-z]+$/;

/** The same in JSX: `onClick`. */
export const listenerAttribute = /^on[A-Z]/;

/** Names of a last parameter that is called with the failure, if there is one: the convention of Node and of Express. */
export const takesFailure: ReadonlySet<string> = new Set(['next', 'done', 'callback', 'cb']);
