// What ties calls together that no data flow of the file shows: commands, contexts, documents, groups.
import type { Known } from './words.js';

/** Verbs of calls that run a command of the system: called by their bare name, or as methods of a shell. */
export const commandRunners: ReadonlySet<string> = new Set(['exec', 'execa', 'execute', 'spawn', 'run', 'shell', 'sh']);

/** What stands before such a method. */
export const commandShells: ReadonlySet<string> = new Set(['shell', 'cp', 'childProcess', 'execa', 'sh', 'ssh', 'zx']);

/** Names of arguments that hold a command. */
export const commandNames: readonly Known[] = [
  { names: ['cmd', 'command', 'commands', 'script', 'commandLine'], because: 'a command changes what the next sees' },
];

/** Programs that change one tree, which the next run of them sees. */
export const tools: ReadonlySet<string> = new Set([
  'git',
  'npm',
  'yarn',
  'pnpm',
  'bun',
  'pip',
  'pub',
  'flutter',
  'brew',
  'apt',
  'apt-get',
  'docker',
  'docker-compose',
  'terraform',
  'cargo',
  'svn',
]);

/** Names of what keeps settings in one file. */
export const settingsNames: ReadonlySet<string> = new Set(['settings', 'preferences', 'prefs', 'configuration']);

/** Verbs of calls that change them. */
export const settingsVerbs: ReadonlySet<string> = new Set(['set', 'unset', 'remove', 'delete', 'update', 'reset']);

/** Verbs of calls that run a statement of a script. */
export const statementRunners: ReadonlySet<string> = new Set(['exec', 'execute', 'run', 'query', 'raw', 'batch']);

/** Those that run one wherever they stand in a name: `driverExecuteSingle`, but not `saveQuery`. */
export const runningVerbs: ReadonlySet<string> = new Set(['exec', 'execute', 'run']);

/** Names of arguments that hold such a statement. */
export const statementNames: readonly Known[] = [
  { names: ['statement', 'stmt', 'sql', 'query', 'queries', 'ddl'], because: 'a statement changes what the next sees' },
];

/** Names of objects that are there to be filled by whoever is handed them. */
export const contextNames: readonly Known[] = [
  { names: ['context', 'ctx', 'state', 'config', 'app', 'registry'], because: 'it is filled by one for the next' },
];

/** Names of what comes in one after the other and is handled so. */
export const messageNames: readonly Known[] = [
  {
    names: ['message', 'msg', 'event', 'packet', 'update', 'notification'],
    because: 'a later one may speak of an earlier one',
  },
];

/** Words of callees that run what they are handed concurrently. */
export const concurrencyWords: ReadonlySet<string> = new Set([
  'concurrent',
  'concurrently',
  'parallel',
  'simultaneously',
]);

/** Words of what is put together part by part, in the order in which the parts shall stand. */
export const documentWords: ReadonlySet<string> = new Set([
  'pdf',
  'workbook',
  'worksheet',
  'sheet',
  'spreadsheet',
  'zip',
  'archive',
  'archiver',
  'tarball',
  'epub',
  'presentation',
  'docx',
  'xlsx',
]);

/** Verbs that add a part to such a document. */
export const builderVerbs: ReadonlySet<string> = new Set([
  'embed',
  'add',
  'append',
  'insert',
  'draw',
  'attach',
  'put',
  'import',
  'merge',
  'write',
]);
