// What tells whether work done for every item of a list at once is too much: how long lists of a kind are, which calls
// stay in the process, and what limits by itself. Names only: used where the code does not show it.
import type { Known } from './words.js';

/** Nouns for what somebody wrote, one by one: there are few, wherever they come from. */
export const writtenNames: readonly Known[] = [
  {
    names: ['plugin', 'template', 'partial', 'workflow', 'function', 'hook', 'callback', 'listener', 'handler', 'subscriber', 'provider', 'adapter', 'middleware', 'extension', 'layout', 'script', 'patch', 'service', 'migration', 'schema'],
    because: 'somebody wrote each of them',
  },
]; // prettier-ignore

/** Words that say of anything that somebody wrote it, or that it is one person's: `defaultActions`, `myGroups`. */
export const fewWords: ReadonlySet<string> = new Set(['default', 'builtin', 'predefined', 'supported', 'my']);

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
    names: ['team', 'group', 'role', 'permission', 'tag', 'device', 'session', 'membership', 'subscription', 'account', 'privilege', 'domain', 'calendar', 'webhook', 'workspace', 'workspaceFolder', 'workspaceDir', 'toolCall'],
    because: 'one person has a few',
  },
  {
    names: ['change', 'client', 'connection', 'conn', 'server', 'worker', 'port', 'watcher', 'peer', 'broker', 'replica', 'worktree', 'widget', 'tab', 'window', 'panel', 'editor', 'textDocument', 'runner', 'module'],
    because: 'as many as are there at a time',
  },
]; // prettier-ignore

/** Nouns for kinds of things. */
export const kindNames: readonly Known[] = [
  {
    names: ['locale', 'language', 'region', 'platform', 'theme', 'format', 'level', 'connector', 'integration'],
    because: 'there are as many as there are kinds',
  },
];

/** Words for people who have something to do with a thing. */
const partakers: readonly string[] = ['owner', 'admin', 'assignee', 'reviewer', 'mention', 'mentioned'];

/** The same, as a filter's test has them: `isAdmin`. */
export const partakerWords: ReadonlySet<string> = new Set(partakers);

/** Nouns for items of which there are few, even where all there are is meant. */
export const alwaysFewNames: readonly Known[] = [
  {
    names: partakers,
    because: 'one thing has a few',
  },
  {
    names: ['var', 'env', 'environment', 'option', 'setting', 'config', 'configuration', 'param', 'parameter', 'arg', 'argument', 'flag', 'header', 'field', 'column', 'filter', 'override', 'registry', 'constraint', 'foreignKey', 'sortOrder'],
    because: 'settings are few',
  },
  {
    names: ['label', 'error', 'err', 'kind', 'type', 'mode', 'status', 'variant', 'size', 'suffix', 'prefix', 'target', 'step', 'stage'],
    because: 'there are as many as there are kinds',
  },
  ...kindNames,
]; // prettier-ignore

/** Nouns for items of which the data may hold any number. */
export const manyNames: readonly Known[] = [
  {
    names: ['user', 'member', 'contact', 'customer', 'person', 'people', 'author', 'employee', 'player', 'student', 'email', 'address'],
    because: 'as many as there are people',
  },
  {
    names: ['message', 'mail', 'post', 'comment', 'reply', 'note', 'topic', 'thread', 'article', 'bookmark', 'feed'],
    because: 'people write more of them each day',
  },
  {
    names: ['document', 'upload', 'photo', 'video', 'track', 'episode', 'book', 'song'],
    because: 'as many as somebody put there',
  },
  {
    names: ['uid', 'pid', 'uuid', 'guid'],
    because: 'what has a number of its own is one of many',
  },
]; // prettier-ignore

/** Nouns for items of which there are any number in all, though those at hand may be the few that belong together. */
export const recordNames: readonly Known[] = [
  {
    names: ['question', 'answer', 'product', 'order', 'invoice', 'payment', 'transaction', 'ticket', 'issue', 'commit', 'project', 'repo', 'repository'],
    because: 'they add up with time',
  },
]; // prettier-ignore

/** First words of calls that look for all there is. */
export const lookUpVerbs: ReadonlySet<string> = new Set([
  'find', 'list', 'search', 'scan', 'query', 'select', 'glob', 'globby', 'readdir', 'walk', 'fetch', 'load', 'enumerate', 'discover', 'collect',
]); // prettier-ignore

/** What the names of folders end in: those of `envsDir` are of variables. */
export const folderEnding = /_?(?:dir|directory|folder)$/i;

/** Words of calls that look for files by a pattern. */
export const patternWords: ReadonlySet<string> = new Set(['glob', 'globby', 'search']);

/** Methods that ask what a name is like. */
export const nameTests: ReadonlySet<string> = new Set([
  'startsWith', 'endsWith', 'match', 'test', 'extname', 'minimatch', 'isMatch',
]); // prettier-ignore

/** First words of calls that leave the process, whatever they are called on. */
export const outgoingVerbs: ReadonlySet<string> = new Set([
  'fetch', 'download', 'upload', 'send', 'query', 'exec', 'spawn', 'stat', 'lstat', 'unlink', 'mkdir', 'rmdir', 'rm', 'rimraf', 'rename', 'copy', 'readdir',
]); // prettier-ignore

/** Words that only say in which form the items are held: `groupIds` are of groups. */
export const formWords: ReadonlySet<string> = new Set([
  'id', 'ids', 'key', 'keys', 'name', 'names', 'path', 'paths', 'list', 'lists', 'array', 'entries', 'values', 'item', 'items', 'map', 'set', 'data', 'url', 'urls', 'uri', 'uris', 'info', 'infos',
]); // prettier-ignore

/** Words for that by which something is found: `ids` are those of any number of things. */
export const keyWords: ReadonlySet<string> = new Set(['id', 'ids', 'key', 'keys', 'url', 'urls']);

/** Words behind which a name says what is to become of the items: `templatesToBuild` are templates. */
export const linkWords: ReadonlySet<string> = new Set(['to', 'of', 'for', 'by', 'from', 'in', 'with', 'without']);

/** Words that say that a list holds everything there is. */
export const wholeWords: ReadonlySet<string> = new Set(['all', 'every', 'whole', 'total']);

/** Verbs of calls that compute. */
export const computingVerbs: ReadonlySet<string> = new Set([
  'to', 'from', 'is', 'has', 'map', 'filter', 'sort', 'join', 'split', 'parse', 'format', 'compute', 'calculate', 'transform', 'render', 'convert', 'encode', 'decode',
  'sum', 'pick', 'match', 'matches', 'compare', 'hash', 'should', 'text', 'json', 'reduce', 'every', 'some', 'flat', 'concat', 'present',
]); // prettier-ignore

/** Verbs of calls that may well stay in the process, whatever else they are verbs of. */
export const localVerbs: ReadonlySet<string> = new Set([
  'get', 'resolve', 'aggregate', 'sign', 'generate', 'validate', 'describe', 'safe', 'try',
  'needs', 'measure', 'detect', 'import', 'require', 'blob', 'merge', 'replace', 'add', 'set', 'push', 'pop', 'shift', 'take', 'next', 'apply', 'assign',
  'index', 'init', 'initialize', 'setup', 'start', 'stop', 'close', 'dispose', 'cancel', 'clear', 'reset', 'register', 'unregister', 'process', 'handle', 'run',
  'mark', 'emit', 'collect', 'which', 'wait', 'on', 'release', 'destroy', 'kill', 'cleanup',
]); // prettier-ignore

/** Words of callees that call back to whoever asked for it, in the same process. */
export const callbackWords: ReadonlySet<string> = new Set([
  'hook', 'hooks', 'callback', 'cb', 'listener', 'handler', 'middleware',
]); // prettier-ignore

/** What gives an event or a command to those in the same process who take it. */
export const innerBus = /(?:event|command|query)(?:bus|emitter)$/i;

/** Words of callees that mostly find nothing to do: `refreshIfNecessary`. */
export const seldomWords: ReadonlySet<string> = new Set(['necessary', 'needed', 'maybe', 'cached', 'memoized']);

/** Receivers of calls that leave the process, whatever the verb. */
export const outerReceivers: ReadonlySet<string> = new Set([
  'fs', 'fsp', 'fse', 'db', 'database', 'redis', 'prisma', 'knex', 'pool', 'sql', 'mongo', 's3', 'bucket', 'axios', 'http', 'https', 'got', 'ky', 'api', 'octokit', 'stripe',
]); // prettier-ignore

/** Last words of receivers that have a pool of connections, where what is too much waits for its turn. */
export const pooledReceivers: ReadonlySet<string> = new Set([
  'db', 'database', 'redis', 'prisma', 'knex', 'pool', 'sql', 'mongo', 'sequelize', 'mongoose', 'connection', 'client',
]); // prettier-ignore

/** Calls of `fs` that keep no file open: its few threads do some at a time. */
export const pooledMethods: ReadonlySet<string> = new Set([
  'stat', 'lstat', 'access', 'unlink', 'mkdir', 'rmdir', 'rename', 'chmod', 'chown', 'utimes', 'realpath', 'readlink', 'symlink', 'link', 'exists', 'pathExists',
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
  'path',
]);

/** Methods of outer ones that do not leave it: paths, and what is there at once. */
export const innerMethods: ReadonlySet<string> = new Set(['join', 'escape', 'raw', 'ref', 'bind', 'create']);

/** Words of callees that limit how many run at a time, or gather what is asked for into one request. */
export const limitingWords: ReadonlySet<string> = new Set([
  'limit', 'limiter', 'limited', 'cap', 'capped', 'throttle', 'throttled', 'queue', 'enqueue', 'semaphore', 'bottleneck', 'pooled', 'acquire', 'ratelimit',
  'concurrency', 'loader', 'loaders', 'dataloader', 'dataloaders', 'batcher',
]); // prettier-ignore

/** Options and arguments of a query that bound how much it gives, or ask for one page of it. */
export const boundingNames: readonly Known[] = [
  {
    names: ['limit', 'take', 'top', 'first', 'page', 'pageSize', 'perPage', 'max*', 'stop', 'offset', 'skip', 'cursor', 'paging', 'pagination'],
    because: 'there is no more than was asked for',
  },
]; // prettier-ignore

/** Words of functions that give a list another shape, and no more items. */
export const shapingWords: ReadonlySet<string> = new Set([
  'uniq', 'unique', 'compact', 'dedupe', 'deduplicate', 'sort', 'array', 'arrify', 'list', 'flatten', 'difference', 'intersection', 'without',
]); // prettier-ignore

/** Properties that one item has and hardly another. */
export const singleNames: ReadonlySet<string> = new Set([
  'name',
  'path',
  'filename',
  'fileName',
  'basename',
  'id',
  'key',
  'slug',
]);

/** First or last words of calls that give what they find in one text: `parseLinks`, `intArrayParse`. */
export const textVerbs: ReadonlySet<string> = new Set(['parse', 'extract', 'match']);

/** Last words of functions that are handed, or look up, one portion of a list: `saveBatch`. */
export const portionNouns: ReadonlySet<string> = new Set(['batch', 'chunk', 'page']);

/** Words of callees that give, or call back with, one portion of a list at a time. */
export const portionWords: ReadonlySet<string> = new Set([
  ...portionNouns,
  'batches',
  'batched',
  'chunks',
  'chunked',
  'pages',
]);

/** Last words of objects whose lists somebody wrote: `config.collections`. */
export const writtenObjects: ReadonlySet<string> = new Set([
  'config',
  'configuration',
  'settings',
  'manifest',
  'options',
  'opts',
]);
