// Lists whose order is part of what they are: each entry may rely on what the ones before it did.
import type { Known } from './words.js';

/** Names of the list, of its entries, or of what runs them. Looked at by their last word. */
export const chains: readonly Known[] = [
  {
    names: ['hook', 'hooks', 'lifecycleHook', 'lifecycleHooks'],
    because: 'hooks run in the order they were registered',
  },
  {
    names: ['middleware', 'middlewares', 'interceptor', 'interceptors', 'filterChain', 'pipeline', 'pipelines'],
    because: 'each link may rely on what the one before it did',
  },
  {
    names: ['plugin', 'plugins', 'preset', 'presets', 'extensions'],
    because: 'plugins run in the order they were registered',
  },
  {
    names: ['migration', 'migrations', 'upgrade', 'upgrades', 'seeder', 'seeders'],
    because: 'migrations build on each other',
  },
  {
    names: ['step', 'steps', 'phase', 'phases', 'stage', 'stages', 'lifecycleEvent', 'lifecycleEvents'],
    because: 'steps run one after another by name',
  },
  {
    names: ['handler', 'handlers', 'listener', 'listeners', 'subscriber', 'subscribers'],
    because: 'handlers run in the order they were registered',
  },
];

/** Items of which each builds on those before it, whatever runs their statements. */
export const migrationItems: readonly Known[] = [
  { names: ['migration', 'migrations'], because: 'migrations build on each other' },
];

/** Callees that run such a list's entry. */
export const chainRunners: readonly Known[] = [
  {
    names: [
      'runHook*',
      'callHook*',
      'invokeHook*',
      'executeHook*',
      'applyHook*',
      'fireHook*',
      'triggerHook*',
      'runLifecycle*',
      'runScript*',
      'runScripts*',
      'runStep*',
      'runStage*',
      'runPhase*',
      'applyPlugin*',
      'runPlugin*',
      'runCommand*',
      'execCommand*',
    ],
    because: 'hooks and scripts run in a given order',
  },
];

/** Callees that run a list's entry when they are handed it: `runTask(task)`, but not `runTask('name', work)`. */
export const entryRunners: readonly Known[] = [
  { names: ['runTask*', 'executeTask*', 'performTask*'], because: 'tasks are run in the order they are listed' },
  { names: ['bootstrap*'], because: 'what starts later may use what was started before it' },
];

/** Methods of an entry that begin what it is there for, when nobody takes their result. */
export const entryVerbs: ReadonlySet<string> = new Set([
  'run',
  'execute',
  'exec',
  'init',
  'initialize',
  'setup',
  'task',
  'bootstrap',
]);

/** Verbs that bring an entry of a journal into effect, or out of it. */
export const journalVerbs: ReadonlySet<string> = new Set([
  'apply',
  'replay',
  'redo',
  'undo',
  'revert',
  'rollback',
  'play',
]);

/** Entries of a journal: what is applied later builds on what was applied before. */
export const journalEntries: readonly Known[] = [
  {
    names: [
      'change',
      'patch',
      'operation',
      'op',
      'command',
      'delta',
      'diff',
      'event',
      'revision',
      'action',
      'mutation',
      'edit',
      'entry',
    ],
    because: 'a change builds on the changes applied before it',
  },
];

/** Parameters that hold a function which is told of each item. */
export const told: readonly Known[] = [
  {
    names: ['iteratee', 'visitor', 'visit', 'handler', 'listener', 'consumer', 'subscriber', 'observer', 'sink'],
    because: 'it is told of the items in their order',
  },
];

/** Functions that put an end to something: each does so for itself, in whatever order. */
export const ends: readonly Known[] = [
  {
    names: [
      'cleanup',
      'cleanUp',
      'dispose',
      'disposer',
      'close',
      'stop',
      'unsubscribe',
      'unlisten',
      'teardown',
      'off',
      'release',
      'destroy',
    ],
    because: 'ends something of its own',
  },
];

/** Names of a list that was cut from a longer one to be run together. */
export const groups: readonly Known[] = [
  { names: ['chunk', 'batch', 'group', 'slice', 'page', 'window', 'bucket'], because: 'it is run as one group' },
];

/** Words that say, anywhere in a callee's name, that it runs such a list. */
export const chainWords: ReadonlySet<string> = new Set(['hook', 'hooks', 'lifecycle', 'middleware', 'middlewares']);
