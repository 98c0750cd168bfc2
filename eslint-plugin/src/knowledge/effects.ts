// What the first word of a callee's name tells of its effect. Names only: used where the callee is not in the file.
import type { Known } from './words.js';

/** Verbs of calls that leave the world as it was. */
export const readVerbs: ReadonlySet<string> = new Set([
  'get', 'find', 'fetch', 'read', 'load', 'list', 'query', 'search', 'count', 'exists', 'exist', 'is', 'has', 'can', 'check', 'resolve',
  'lookup', 'look', 'stat', 'lstat', 'access', 'select', 'describe', 'scan', 'parse', 'validate', 'verify', 'compute', 'calculate', 'head',
  'readdir', 'glob', 'download', 'request', 'json', 'text', 'blob', 'import', 'retrieve', 'peek', 'inspect', 'detect', 'compare', 'hash',
  'realpath', 'measure', 'format', 'render', 'transform', 'convert', 'decode', 'encode', 'aggregate', 'sum', 'to', 'from', 'safe',
  'try', 'collect', 'map', 'filter', 'should', 'matches', 'match', 'pick', 'discover', 'locate', 'which', 'needs',
]); // prettier-ignore

/** Verbs of calls that change the world outside this process. */
export const writeVerbs: ReadonlySet<string> = new Set([
  'create', 'save', 'update', 'upsert', 'delete', 'remove', 'insert', 'set', 'add', 'put', 'post', 'patch', 'send', 'write', 'upload',
  'publish', 'emit', 'join', 'leave', 'grant', 'revoke', 'append', 'rename', 'move', 'copy', 'mkdir', 'rm', 'unlink', 'rmdir', 'chmod',
  'push', 'store', 'persist', 'destroy', 'drop', 'truncate', 'incr', 'increment', 'decr', 'decrement', 'register', 'unregister', 'enqueue',
  'dispatch', 'notify', 'assign', 'attach', 'detach', 'enable', 'disable', 'reset', 'clear', 'purge', 'install', 'uninstall', 'deploy',
  'commit', 'apply', 'execute', 'exec', 'run', 'start', 'stop', 'restart', 'close', 'dispose', 'kill', 'cancel', 'process', 'handle',
  'migrate', 'sync', 'symlink', 'link', 'tag', 'untag', 'archive', 'restore', 'import', 'seed', 'give', 'claim', 'confirm', 'mark', 'schedule',
  'release', 'touch', 'trigger', 'submit', 'queue', 'invoke', 'fire', 'sign', 'deliver', 'email', 'forward', 'flush', 'provision', 'subscribe', 'begin', 'transaction', 'approve', 'decline',
  'unsubscribe', 'prune', 'cleanup', 'clean', 'terminate', 'rotate', 'transfer', 'record', 'track', 'index', 'reindex', 'disconnect', 'print', 'generate', 'output', 'ensure', 'inject', 'charge', 'refund', 'invite', 'ban', 'unban', 'bulk', 'replace', 'merge', 'backup', 'pop', 'shift', 'take', 'dequeue', 'receive', 'consume', 'next', 'connect', 'init', 'initialize', 'setup', 'login',
]); // prettier-ignore

/** Methods of a query that tell which rows, how many and in what form, or run it: what is done to them was said before. */
export const queryLinks: ReadonlySet<string> = new Set([
  'select', 'values', 'returning', 'where', 'eq', 'in', 'sort', 'order', 'orderBy', 'limit', 'skip', 'take', 'offset', 'range', 'populate', 'lean', 'single', 'maybeSingle', 'first',
  'exec', 'execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'toArray',
]); // prettier-ignore

/** Receivers whose methods write a log. */
export const loggers: ReadonlySet<string> = new Set([
  'console',
  'logger',
  'log',
  'winston',
  'pino',
  'bunyan',
  'signale',
  'consola',
  'logging',
  'debug',
  'reporter',
]);

/** Methods of a logger; any other method of it is an ordinary call. */
export const logMethods: ReadonlySet<string> = new Set([
  'log', 'info', 'warn', 'warning', 'error', 'debug', 'trace', 'verbose', 'notice', 'success', 'fatal', 'silly', 'http', 'dir', 'table', 'fail', 'time', 'timeEnd', 'group', 'groupEnd', 'start', 'succeed', 'stop',
]); // prettier-ignore

/** Hooks of React's, and of those that took its names, that give a value which is shown and what sets it. */
export const stateHooks: ReadonlySet<string> = new Set(['useState', 'useReducer', 'useOptimistic']);

/** Calls that set what a process has one of. */
export const processWide: readonly Known[] = [
  { names: ['process.chdir', 'shell.cd', 'shelljs.cd'], because: 'a process has one working directory' },
];

/** Receivers whose `write`, `send` or `push` shows its order to whoever reads the other end. */
export const shownStreams: ReadonlySet<string> = new Set([
  'stdout',
  'stderr',
  'res',
  'response',
  'stream',
  'socket',
  'ws',
  'reply',
  'controller',
  'writer',
  'out',
  'output',
]);
export const streamMethods: ReadonlySet<string> = new Set(['write', 'send', 'enqueue', 'sendEvent', 'writeln']);

/** Verbs of calls that throw where something is not as it must be, and so guard what comes after them. */
export const guardVerbs: ReadonlySet<string> = new Set([
  'validate', 'assert', 'ensure', 'require', 'check', 'verify', 'authorize', 'authorise', 'authenticate', 'auth', 'guard', 'enforce', 'throw', 'expect', 'protect', 'must',
]); // prettier-ignore

/** Words of modules that are loaded for what they do: those loaded after them find it done. */
export const settingUpWords: ReadonlySet<string> = new Set([
  'env', 'dotenv', 'environment', 'setup', 'polyfill', 'polyfills', 'register', 'instrument', 'instrumentation', 'bootstrap', 'init', 'shim', 'shims', 'patch', 'globals', 'preload',
]); // prettier-ignore

/** Words of calls that let somebody in or not, wherever they stand in the name. */
export const accessWords: ReadonlySet<string> = new Set([
  'authenticate',
  'authenticated',
  'authorized',
  'authorize',
  'authorise',
  'permission',
  'permissions',
  'captcha',
  'csrf',
  'login',
  'signin',
]);

/** Verbs of calls that are made to be seen, when nobody takes their result. */
export const showVerbs: ReadonlySet<string> = new Set([
  'diff',
  'show',
  'print',
  'display',
  'report',
  'dump',
  'describe',
]);

/** Verbs of calls that put out a line, when nobody takes their result or waits for it. */
export const outputVerbs: ReadonlySet<string> = new Set(['output', 'print', 'display']);

/** Calls that begin a section of the output: what comes next stands below it. */
export const headings: readonly Known[] = [
  { names: ['styledHeader', 'startGroup', 'printHeader', 'printHeading', 'printTitle'], because: 'begins a section' },
  {
    names: ['setStatusLine', 'setStatusText', 'setStatusMessage', 'setStatusBarMessage'],
    because: 'tells what is done',
  },
];

/** Calls in a class of a command that end it by an exception; `parse` does where an argument is not as it must be. */
export const commandFailures: ReadonlySet<string> = new Set([
  'this.error',
  'this.exit',
  'this.parse',
  'ux.error',
  'ux.exit',
]);

/** Verbs of calls that bring something before somebody's eyes. */
export const viewVerbs: ReadonlySet<string> = new Set([
  'open',
  'reveal',
  'focus',
  'navigate',
  'goto',
  'highlight',
  'click',
  'press',
  'scroll',
  'speak',
  'announce',
]);

/** Verbs of gates: asked again before each item, because the items change what they look at. */
export const gateVerbs: ReadonlySet<string> = new Set([
  'check',
  'assert',
  'ensure',
  'acquire',
  'consume',
  'validate',
  'verify',
  'enforce',
]);

/** Verbs of writes that go out to others, each on its own: what is sent second does not build on what is sent first. */
export const outgoingVerbs: ReadonlySet<string> = new Set(['upload', 'notify', 'send', 'track']);

/** Verbs of writes that are made for the value they give, where that is a part of an expression. */
export const producingVerbs: ReadonlySet<string> = new Set(['ensure', 'generate', 'sign', 'issue', 'mint']);

/** Verbs whose first argument is a key: another key is another thing. */
export const keyedVerbs: ReadonlySet<string> = new Set([
  'set',
  'add',
  'put',
  'write',
  'save',
  'upload',
  'delete',
  'remove',
  'register',
  'schedule',
  'store',
]);

/** Verbs of calls that stop all further work when it was cancelled. */
export const cancelVerbs: ReadonlySet<string> = new Set([
  'check',
  'throw',
  'assert',
  'ensure',
  'try',
  'raise',
  'verify',
  'checkpoint',
]);

/** Verbs of calls that tell of the progress. */
export const progressVerbs: ReadonlySet<string> = new Set([
  'emit',
  'report',
  'send',
  'notify',
  'show',
  'update',
  'set',
]);

/** Calls that show how far the work has come. */
export const progressNames: readonly Known[] = [
  {
    names: [
      'onProgress',
      'setProgress',
      'reportProgress',
      'updateProgress',
      'progress report',
      'progress update',
      'progressBar update',
      'bar update',
      'spinner update',
      'progress progress',
      'progress tick',
      'progress increment',
      'progressBar tick',
      'progressBar increment',
      'bar tick',
      'bar increment',
    ],
    because: 'shows how far the work has come',
  },
];

/** Calls of a test's steps. */
export const testCalls: ReadonlySet<string> = new Set(['expect']);

/** Methods that bring an object back to its start. */
export const resetMethods: ReadonlySet<string> = new Set([
  'clear',
  'reset',
  'removeAll',
  'empty',
  'rewind',
  'destroyChildren',
  'clearRect',
]);

/** Verbs of writes to what their first argument, or the `id` among their options, names. */
export const targetVerbs: ReadonlySet<string> = new Set([
  'update',
  'set',
  'put',
  'patch',
  'write',
  'save',
  'replace',
  'overwrite',
]);

/** Words of the arguments that tell for whom or within what something is done, not to what. */
export const requestWords: ReadonlySet<string> = new Set(['ctx', 'context', 'req', 'request']);

/** Last words of names of what a function works by, which some hand on first: `save(db, row)`. */
export const meansWords: ReadonlySet<string> = new Set([
  'io', 'db', 'database', 'api', 'client', 'http', 'rest', 'sdk', 'service', 'services', 'fs', 'pool', 'prisma', 'knex', 'redis', 'deps',
]); // prettier-ignore

/** Verbs of writes to whom their first argument names: what one is told comes in the order in which it was sent. */
export const tellVerbs: ReadonlySet<string> = new Set(['send', 'reply', 'say', 'tell']);

/** Verbs, anywhere in a callee's name, of calls that add to a conversation what they call a message. */
export const messageVerbs: ReadonlySet<string> = new Set(['create', 'send', 'post', 'add', 'reply']);

/** Names of what holds messages in the order in which they came, with or without `Id`. */
export const conversationNames: readonly Known[] = [
  { names: ['conversation', 'thread', 'channel', 'chat', 'room'], because: 'it is read from top to bottom' },
];

/** Verbs of writes to a branch, which takes one commit after another. */
export const branchVerbs: ReadonlySet<string> = new Set(['commit', 'push', 'publish', 'republish', 'merge', 'rebase']);

/** Methods that put something at the end of what they are methods of. */
export const adders: readonly Known[] = [
  { names: ['write', 'writeln', 'append', 'enqueue*'], because: 'what is added later stands further on' },
];

/** Calls that make a folder; libraries name them after Node's `mkdir` and its `recursive` forerunners. */
export const folderMakers: ReadonlySet<string> = new Set(['mkdir', 'mkdirp', 'mkdirs', 'makeDir', 'ensureDir']);

/** Node's calls that put something into a folder, and fail where there is none yet. */
export const folderFillers: ReadonlySet<string> = new Set([
  'writeFile',
  'copyFile',
  'symlink',
  'link',
  'createWriteStream',
]);

/** Verbs of calls that begin to use what they are methods of, or show it. */
export const beginningVerbs: ReadonlySet<string> = new Set([
  'start',
  'begin',
  'show',
  'open',
  'pause',
  'lock',
  'suspend',
]);

/** Verbs of calls that are done with it. */
export const endingVerbs: ReadonlySet<string> = new Set([
  'stop', 'end', 'succeed', 'fail', 'finish', 'done', 'hide', 'close', 'resume', 'unlock',
]); // prettier-ignore

/** Options that name the target of a write. */
export const targetOptions: ReadonlySet<string> = new Set(['id', '_id', 'key', 'where', 'slug']);
