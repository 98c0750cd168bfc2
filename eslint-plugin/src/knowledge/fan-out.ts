// What tells whether work done for every item of a list at once is too much: how long lists of a kind are, which calls
// stay in the process, and what limits by itself. Names only: used where the code does not show it.
import type { Known } from './words.js';

/** Nouns for what somebody wrote, one by one: there are few, wherever they come from. */
export const writtenNames: readonly Known[] = [
  {
    names: ['plugin', 'template', 'partial', 'function', 'hook', 'listener', 'handler', 'subscriber', 'provider', 'adapter', 'middleware', 'module', 'extension', 'layout', 'script', 'patch', 'service', 'migration', 'schema'],
    because: 'somebody wrote each of them',
  },
]; // prettier-ignore

/** Words that say so of anything: `defaultActions`. */
export const writtenWords: ReadonlySet<string> = new Set(['default', 'builtin', 'predefined', 'supported']);

/** Nouns for parts: their lists are. */
export const cutNames: readonly Known[] = [
  {
    names: ['batch', 'chunk', 'page', 'slice', 'shard', 'partition'],
    because: 'a list that was cut is as long as it was cut',
  },
];

/** Other nouns for items of which there are few. */
export const fewNames: readonly Known[] = [
  {
    names: ['team', 'group', 'role', 'permission', 'tag', 'device', 'session', 'membership', 'subscription', 'account', 'privilege', 'domain', 'calendar', 'webhook', 'workspaceFolder', 'toolCall'],
    because: 'one person has a few',
  },
  {
    names: ['change', 'client', 'connection', 'conn', 'server', 'worker', 'port', 'watcher', 'peer', 'broker', 'replica', 'worktree', 'widget', 'tab', 'window', 'panel', 'editor', 'runner'],
    because: 'as many as are there at a time',
  },
]; // prettier-ignore

/** Nouns for items of which there are few, even where all there are is meant. */
export const alwaysFewNames: readonly Known[] = [
  {
    names: ['var', 'env', 'environment', 'option', 'setting', 'config', 'configuration', 'param', 'parameter', 'arg', 'argument', 'flag', 'header', 'field', 'column', 'filter', 'override', 'registry', 'registries', 'constraint', 'foreignKey'],
    because: 'settings are few',
  },
  {
    names: ['locale', 'label', 'error', 'err', 'connector', 'integration', 'language', 'region', 'platform', 'format', 'theme', 'level', 'kind', 'type', 'mode', 'status', 'variant', 'size', 'suffix', 'suffixes', 'prefix', 'prefixes', 'target', 'step', 'stage'],
    because: 'there are as many as there are kinds',
  },
]; // prettier-ignore

/** Nouns for items of which the data may hold any number. */
export const manyNames: readonly Known[] = [
  {
    names: ['user', 'member', 'contact', 'customer', 'person', 'people', 'author', 'recipient', 'employee', 'player', 'student', 'email', 'address', 'candidate'],
    because: 'as many as there are people',
  },
  {
    names: ['message', 'mail', 'post', 'comment', 'reply', 'note', 'topic', 'thread', 'article', 'bookmark', 'feed', 'mention', 'notification', 'alert', 'notice', 'review', 'question', 'answer'],
    because: 'people write more of them each day',
  },
  {
    names: ['document', 'doc', 'file', 'folder', 'directory', 'directories', 'dir', 'attachment', 'upload', 'blob', 'asset', 'artifact', 'image', 'photo', 'picture', 'video', 'track', 'episode', 'book', 'song'],
    because: 'as many as somebody put there',
  },
  {
    names: ['record', 'row', 'result', 'element', 'object', 'entity', 'entities', 'node', 'child', 'children', 'match', 'matches', 'line', 'block', 'query', 'queries', 'snapshot', 'uid', 'pid', 'uuid', 'guid', 'hash', 'hashes',  'link', 'href', 'point', 'symbol'],
    because: 'as many as are found',
  },
  {
    names: ['product', 'order', 'invoice', 'payment', 'transaction', 'event', 'log', 'job', 'task', 'run', 'ticket', 'issue', 'activity', 'activities', 'commit', 'release', 'project', 'repo', 'repository', 'repositories', 'experiment', 'feature', 'dependency', 'dependencies', 'request'],
    because: 'they add up with time',
  },
]; // prettier-ignore

/** First words of calls that leave the process, whatever they are called on. */
export const outgoingVerbs: ReadonlySet<string> = new Set([
  'fetch', 'download', 'upload', 'send', 'query', 'exec', 'spawn', 'stat', 'lstat', 'unlink', 'mkdir', 'rmdir', 'rm', 'rename', 'copy', 'readdir',
]); // prettier-ignore

/** Words that only say in which form the items are held: `groupIds` are of groups. */
export const formWords: ReadonlySet<string> = new Set([
  'id', 'ids', 'key', 'keys', 'name', 'names', 'path', 'paths', 'list', 'lists', 'array', 'entries', 'values', 'item', 'items', 'map', 'set', 'data', 'url', 'urls', 'uri', 'uris', 'info', 'infos',
]); // prettier-ignore

/** Words behind which a name says what is to become of the items: `templatesToBuild` are templates. */
export const linkWords: ReadonlySet<string> = new Set(['to', 'of', 'for', 'by', 'from', 'in', 'with', 'without']);

/** Words that say that a list holds everything there is. */
export const wholeWords: ReadonlySet<string> = new Set(['all', 'every', 'whole', 'total']);

/** Verbs of calls that may well stay in the process, whatever else they are verbs of. */
export const localVerbs: ReadonlySet<string> = new Set([
  'get', 'to', 'from', 'is', 'has', 'map', 'filter', 'sort', 'join', 'split', 'parse', 'format', 'compute', 'calculate', 'resolve', 'transform', 'render', 'convert',
  'encode', 'decode', 'sum', 'aggregate', 'pick', 'match', 'matches', 'compare', 'hash', 'sign', 'generate', 'validate', 'describe', 'safe', 'try', 'should',
  'needs', 'measure', 'detect', 'import', 'text', 'json', 'blob', 'merge', 'replace', 'add', 'set', 'push', 'pop', 'shift', 'take', 'next', 'apply', 'assign',
  'index', 'init', 'initialize', 'setup', 'start', 'stop', 'close', 'dispose', 'cancel', 'clear', 'reset', 'register', 'unregister', 'process', 'handle', 'run',
  'mark', 'emit', 'collect', 'which', 'wait', 'reduce', 'every', 'some', 'flat', 'concat', 'on', 'release', 'destroy', 'kill',
]); // prettier-ignore

/** Words of callees that call back to whoever asked for it, in the same process. */
export const callbackWords: ReadonlySet<string> = new Set(['hook', 'hooks', 'callback', 'listener', 'handler']);

/** Receivers of calls that leave the process, whatever the verb. */
export const outerReceivers: ReadonlySet<string> = new Set([
  'fs', 'fsp', 'fse', 'db', 'database', 'redis', 'prisma', 'knex', 'pool', 'sql', 'mongo', 's3', 'bucket', 'axios', 'http', 'https', 'got', 'ky', 'api', 'octokit', 'stripe',
]); // prettier-ignore

/** Receivers of calls that compute in the process, whatever the verb. */
export const computingReceivers: ReadonlySet<string> = new Set([
  'openpgp',
  'bcrypt',
  'argon2',
  'crypto',
  'jose',
  'jwt',
  'sharp',
  'zlib',
  'prettier',
]);

/** Methods of outer ones that do not leave it: paths, and what is there at once. */
export const innerMethods: ReadonlySet<string> = new Set(['join', 'escape', 'raw', 'ref', 'bind', 'create']);

/** Words of callees that limit how many run at a time. */
export const limitingWords: ReadonlySet<string> = new Set([
  'limit', 'limiter', 'limited', 'throttle', 'throttled', 'queue', 'enqueue', 'semaphore', 'bottleneck', 'pooled', 'acquire', 'ratelimit',
]); // prettier-ignore

/** Options of a query, or steps of it, that bound how much it gives. */
export const boundingNames: ReadonlySet<string> = new Set([
  'limit', 'take', 'first', 'top', 'pageSize', 'perPage', 'per_page', 'page_size', 'maxResults', 'MaxResults', 'Limit', 'PageSize',
]); // prettier-ignore

/** Words of callees that give, or call back with, one portion of a list at a time. */
export const portionWords: ReadonlySet<string> = new Set([
  'batch',
  'batches',
  'batched',
  'chunk',
  'chunks',
  'chunked',
  'page',
  'pages',
]);

/** Words of counts of what may run at a time. */
export const poolWords: ReadonlySet<string> = new Set([
  'concurrency', 'concurrent', 'parallel', 'parallelism', 'worker', 'workers', 'pool', 'thread', 'threads', 'shard', 'shards',
]); // prettier-ignore

/** Last words of objects whose lists somebody wrote: `config.collections`. */
export const writtenObjects: ReadonlySet<string> = new Set(['config', 'configuration', 'settings', 'manifest']);
