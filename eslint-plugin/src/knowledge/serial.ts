// Resources that do one operation at a time: a second one waits, fails or mixes with the first.
import type { Known } from './words.js';

/** Names of variables, parameters or properties that hold such a resource. The last evidence to look at. */
export const serialNames: readonly Known[] = [
  {
    names: ['transaction', 'trx', 'tx', 'txn', 'dbTransaction', 'transactionManager', 'transactionalEntityManager'],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  {
    names: ['queryRunner', 'queryInterface', 'migrator', 'schemaBuilder'],
    because: 'schema and query runners hold one connection',
  },
  {
    names: ['session', 'dbSession', 'mongoSession', 'clientSession'],
    because: 'a session serves one operation at a time',
  },
  {
    names: ['connection', 'conn', 'dbConnection', 'poolClient', 'pgClient'],
    because: 'one connection answers one query at a time',
  },
  {
    names: [
      'reader',
      'writer',
      'stream',
      'handle',
      'fileHandle',
      'fh',
      'cursor',
      'iterator',
      'iter',
      'generator',
      'asyncIterator',
    ],
    because: 'each call moves the one position on',
  },
  {
    names: ['page', 'iframe', 'mainFrame', 'contentFrame', 'tab', 'webdriver', 'browserPage', 'locator'],
    because: 'one page takes one user action at a time',
  },
  { names: ['driver', 'port'], because: 'a device carries out one command at a time' },
  {
    names: ['prompt', 'prompts', 'prompter', 'inquirer', 'enquirer', 'rl', 'readline', 'readlineInterface'],
    because: 'a person answers one question at a time',
  },
  { names: ['mutex', 'semaphore', 'lock', 'lockfile'], because: 'a lock lets one in at a time' },
  {
    names: ['git', 'simpleGit', 'scm', 'svn', 'hg', 'gitClient', 'worktree'],
    because: 'a checkout takes one command at a time',
    readable: true,
  },
  { names: ['hash', 'hasher', 'hmac', 'digest', 'cipher'], because: 'a hash depends on the order of its input' },
];

/** What a connection of MongoDB's gives, which is a pool of them: `connection.db.collection(name)`. */
export const pooledParts: ReadonlySet<string> = new Set(['collection', 'collections', 'model', 'models']);

/** Words of calls that give the transaction that is open: `prisma.txClient().row.create()`. */
export const transactionWords: ReadonlySet<string> = new Set(['tx', 'trx', 'txn']);

/** Keys of an options object under which such a resource is handed on: `{ session }` means "run it in this one". */
export const serialOptions: readonly Known[] = [
  {
    names: ['transaction', 'trx', 'tx', 'txn', 'transactionManager', 'transactionalEntityManager', 'entityManager'],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  { names: ['queryRunner', 'queryInterface'], because: 'schema and query runners hold one connection' },
  { names: ['session'], because: 'a session serves one operation at a time' },
];

/** Verbs of calls that begin or end a transaction for what they are handed: `initTransaction(req)`. */
export const transactionVerbs: ReadonlySet<string> = new Set([
  'begin',
  'init',
  'start',
  'commit',
  'rollback',
  'kill',
  'abort',
  'end',
]);

/** Calls that hand out such a resource: what is assigned from them is one, whatever its name. */
export const serialSources: readonly Known[] = [
  {
    names: [
      'transaction',
      'beginTransaction',
      'startTransaction',
      'startUnmanagedTransaction',
      'unmanagedTransaction',
      'createTransaction',
    ],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  { names: ['createQueryRunner', 'getQueryInterface'], because: 'schema and query runners hold one connection' },
  { names: ['startSession', 'createSession'], because: 'a session serves one operation at a time' },
  {
    names: ['reserve'],
    because: 'one connection answers one query at a time',
  },
  {
    names: [
      'getReader',
      'getWriter',
      'createReadStream',
      'createWriteStream',
      'openCursor',
      'asyncIterator',
      'createInterface',
    ],
    because: 'each call moves the one position on',
  },
  { names: ['newPage', 'openPage', 'newTab'], because: 'one page takes one user action at a time' },
  {
    names: ['createHash', 'createHmac', 'createCipheriv', 'createSign'],
    because: 'a hash depends on the order of its input',
  },
];

/** Calls whose callback runs inside such a resource: its parameters are one. */
export const serialScopes: readonly Known[] = [
  {
    names: ['transaction', 'withTransaction', 'inTransaction', 'runInTransaction', 'runTransaction', 'tx'],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  { names: ['withSession', 'withConnection', 'useConnection'], because: 'one connection answers one query at a time' },
];

/** Verbs of calls that hand out one connection, whatever it is called: `getImapConnection()`. */
export const connectingVerbs: ReadonlySet<string> = new Set(['get', 'acquire', 'create', 'open', 'reserve']);

/** Last words of what hands statements to a database: `getQueryExecutor(options)`. */
export const statementHandles: ReadonlySet<string> = new Set([
  'executor',
  'connection',
  'client',
  'database',
  'db',
  'manager',
  'queryable',
  'repository',
  'repo',
]);

/** Receivers on which `.connect()` hands out one connection. */
export const pools: ReadonlySet<string> = new Set(['pool', 'db', 'knex', 'pg', 'postgres']);

/** Callees that serialise by themselves. */
export const serialCalls: readonly Known[] = [
  {
    names: [
      'ask*',
      'question',
      'showInformationMessage',
      'showWarningMessage',
      'showErrorMessage',
      'showQuickPick',
      'showInputBox',
      'showMessageBox',
      'showOpenDialog',
      'showSaveDialog',
    ],
    because: 'a person answers one question at a time',
  },
  {
    names: ['setConfig*', 'unsetConfig*', 'updateConfig*', 'writeConfig*', 'setSetting*', 'updateSetting*'],
    because: 'settings are kept in one file',
  },
  { names: ['setCookie*'], because: 'a cookie takes the place of one that was set before it' },
  {
    names: ['withLock', 'runExclusive', 'acquire', 'acquireLock', 'obtainLock'],
    because: 'a lock lets one in at a time',
  },
];

/** Callees that change a database; a service that keeps tables takes requests about them at once. */
export const migratingCalls: readonly Known[] = [
  {
    names: [
      'migrateUp',
      'migrateDown',
      'runMigration',
      'runMigrations',
      'applyMigration',
      'applyMigrations',
      'migrate*',
      'addColumn',
      'dropColumn',
      'renameColumn',
      'createTable',
      'dropTable',
      'alterTable',
      'addIndex',
      'createIndex',
      'dropIndex',
    ],
    because: 'migrations build on each other',
  },
];

/** Words of what is asked over a network: `restCatalog.dropTable(name)`. */
export const serviceWords: ReadonlySet<string> = new Set(['api', 'client', 'http', 'rest', 'sdk', 'service']);

/** Callees whose name says that one must end before the next begins, whatever is known of their steps. */
export const orderedCalls: readonly Known[] = [
  { names: ['prompt*'], because: 'a person answers one question at a time' },
  {
    names: ['install*', 'uninstall*', 'reinstall*', 'doInstall*', 'runInstall*', 'npmInstall*', 'yarnInstall*'],
    because: 'packages are put into one tree, and rely on those that are in it',
  },
];

/** The same, for functions that are called by their bare name: as methods these words mean much else. */
export const bareSerialCalls: readonly Known[] = [
  { names: ['confirm', 'select', 'input', 'password'], because: 'a person answers one question at a time' },
  { names: ['lock'], because: 'a lock lets one in at a time' },
  { names: ['git', 'svn', 'hg'], because: 'a checkout takes one command at a time' },
];

/** Types whose values are such a resource, by the last name of the declared type. */
export const serialTypes: readonly Known[] = [
  {
    names: ['Transaction', 'EntityManager', 'TransactionClient', 'PrismaTransaction', 'Trx'],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  { names: ['QueryRunner', 'QueryInterface'], because: 'schema and query runners hold one connection' },
  {
    names: ['ClientSession', 'PoolClient', 'PoolConnection', 'Connection'],
    because: 'one connection answers one query at a time',
  },
  {
    names: [
      'ReadableStreamDefaultReader',
      'ReadableStreamBYOBReader',
      'WritableStreamDefaultWriter',
      'AsyncIterator',
      'AsyncGenerator',
    ],
    because: 'each call moves the one position on',
  },
  {
    names: [
      'RtspClient',
      'SmtpClient',
      'SmtpConnection',
      'FtpClient',
      'TelnetClient',
      'ImapClient',
      'Pop3Client',
      'SerialPort',
    ],
    because: 'a dialogue on one connection: the next command waits for the answer to the one before it',
  },
  { names: ['Page', 'Frame', 'WebDriver', 'Locator'], because: 'one page takes one user action at a time' },
  { names: ['WorkspaceConfiguration'], because: 'updates rewrite one settings file' },
  { names: ['Hash', 'Hmac'], because: 'a hash depends on the order of its input' },
];

/** Ends of the names of classes whose instances are one connection. */
export const connectionClasses: ReadonlySet<string> = new Set([
  'QueryRunner',
  'QueryInterface',
  'Transaction',
  'EntityManager',
]);

/** The same for what is handed to a call: only names that hold nothing else, since `fetchPage(page)` is a number. */
export const serialArguments: readonly Known[] = [
  {
    names: ['transaction', 'trx', 'tx', 'txn', 'dbTransaction'],
    because: 'a transaction runs on one connection, one statement at a time',
  },
  { names: ['queryRunner', 'queryInterface'], because: 'schema and query runners hold one connection' },
  { names: ['mongoSession', 'dbSession', 'clientSession'], because: 'a session serves one operation at a time' },
];

/** The same, where a variable is handed over: as a property a hash is a text. */
export const serialValues: readonly Known[] = [
  ...serialArguments,
  { names: ['hash', 'hasher', 'hmac'], because: 'a hash depends on the order of its input' },
];

/** Words of callees that may ask a person, wherever they stand in the name: `getOrPromptProject()`. */
export const personVerbs: ReadonlySet<string> = new Set(['prompt', 'prompts', 'ask']);

/** First words of callees for which a prompt is a text: `getPrompt(name)`. */
export const textVerbs: ReadonlySet<string> = new Set([
  'get', 'list', 'load', 'fetch', 'query', 'find', 'read', 'save', 'store', 'delete', 'remove', 'create', 'update', 'build', 'render', 'generate', 'format', 'count', 'compile',
]); // prettier-ignore

/** Words of arguments that tell that the callee may talk to a person: `handle(secrets, nonInteractive)`. */
export const personWords: ReadonlySet<string> = new Set(['interactive']);

/** Handles that a migration passes on: all it does runs in its one transaction. */
export const migrationHandles: ReadonlySet<string> = new Set([
  'db',
  'sql',
  'client',
  'knex',
  'conn',
  'connection',
  'pool',
  'queryInterface',
]);
