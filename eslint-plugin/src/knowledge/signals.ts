// Which functions of the platform and of packages take an `AbortSignal`, and where in their arguments.

/** Where a function takes its options, and with them the signal under the key `signal`. */
export interface SignalPlace {
  /** Index of the options among the arguments; `last` adds them behind all others. */
  options: number | 'last';
  /** Whether the options may also be the first argument: `axios({ url })`. */
  orFirst?: true;
  /** Whether the argument before the options may be left out: `execFile(file, options)`. */
  orBefore?: true;
  /** The option that a text in the place of the options stands for. */
  text?: string;
  /** Whether a stop spares next to nothing: one file is mostly read before, an event is only waited for. */
  isCheap?: true;
}

interface Group extends SignalPlace {
  /** `global`, or names of modules, without `node:`. */
  from: readonly string[];
  /** Paths below the module: `get` of `got.get`; an empty one for what the module itself is. */
  paths: readonly string[];
  /** The documentation that says so. */
  source: string;
}

/** Methods of requests that change something, and functions that are named as they are. */
export const writingMethod = /^(?:post|put|patch|delete)(?:Form)?$/i;

/** Every group with its source. */
export const signalTakers: readonly Group[] = [
  {
    from: ['global'],
    paths: ['fetch'],
    options: 1,
    source: 'https://developer.mozilla.org/en-US/docs/Web/API/RequestInit#signal',
  },
  {
    from: ['node-fetch', 'cross-fetch'],
    paths: ['', 'fetch'],
    options: 1,
    source: 'https://github.com/node-fetch/node-fetch#request-cancellation-with-abortsignal',
  },
  {
    from: ['undici'],
    paths: ['fetch', 'request', 'stream'],
    options: 1,
    source: 'https://undici.nodejs.org/#/docs/api/Dispatcher?id=parameter-requestoptions',
  },
  {
    from: ['axios'],
    paths: [''],
    options: 1,
    orFirst: true,
    source: 'https://axios-http.com/docs/cancellation',
  },
  {
    from: ['axios'],
    paths: ['get', 'delete', 'head', 'options'],
    options: 1,
    source: 'https://axios-http.com/docs/api_intro',
  },
  { from: ['axios'], paths: ['request'], options: 0, source: 'https://axios-http.com/docs/cancellation' },
  {
    from: ['axios'],
    paths: ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'],
    options: 2,
    source: 'https://axios-http.com/docs/api_intro',
  },
  {
    from: ['got'],
    paths: ['', 'got', 'get', 'post', 'put', 'patch', 'head', 'delete'],
    options: 1,
    orFirst: true,
    source: 'https://github.com/sindresorhus/got/blob/main/documentation/2-options.md#signal',
  },
  {
    from: ['ky'],
    paths: ['', 'get', 'post', 'put', 'patch', 'head', 'delete'],
    options: 1,
    source: 'https://github.com/sindresorhus/ky#cancellation',
  },
  {
    from: ['timers/promises', 'timers.promises'],
    paths: ['setTimeout'],
    options: 2,
    source: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options',
  },
  {
    from: ['timers/promises', 'timers.promises'],
    paths: ['setImmediate', 'scheduler.wait'],
    options: 1,
    source: 'https://nodejs.org/api/timers.html#timerspromisessetimmediatevalue-options',
  },
  {
    from: ['fs/promises', 'fs.promises'],
    paths: ['readFile'],
    options: 1,
    text: 'encoding',
    isCheap: true,
    source: 'https://nodejs.org/api/fs.html#fspromisesreadfilepath-options',
  },
  {
    from: ['fs/promises', 'fs.promises'],
    paths: ['writeFile'],
    options: 2,
    text: 'encoding',
    isCheap: true,
    source: 'https://nodejs.org/api/fs.html#fspromiseswritefilefile-data-options',
  },
  {
    from: ['events'],
    paths: ['once'],
    options: 2,
    isCheap: true,
    source: 'https://nodejs.org/api/events.html#eventsonceemitter-name-options',
  },
  {
    from: ['stream/promises', 'stream.promises'],
    paths: ['pipeline'],
    options: 'last',
    source: 'https://nodejs.org/api/stream.html#streampipelinesource-transforms-destination-options',
  },
  {
    from: ['stream/promises', 'stream.promises'],
    paths: ['finished'],
    options: 1,
    source: 'https://nodejs.org/api/stream.html#streamfinishedstream-options',
  },
  {
    from: ['child_process'],
    paths: ['promisify(exec)'],
    options: 1,
    source: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback',
  },
  {
    from: ['child_process'],
    paths: ['promisify(execFile)'],
    options: 2,
    orBefore: true,
    source: 'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback',
  },
];

let index: ReadonlyMap<string, SignalPlace> | undefined;

/**
 * Where what a module exports takes a signal; `undefined` where it takes none.
 * @param from `global`, or the module's name without `node:`
 * @param path of the export below the module, with dots; `promisify(…)` around what was promisified
 */
export function signalPlaceOf(from: string, path: string): SignalPlace | undefined {
  index ??= new Map(
    signalTakers.flatMap((group) =>
      group.from.flatMap((module) => group.paths.map((each) => [joined(module, each), group] as const)),
    ),
  );
  return index.get(joined(from, path));
}

/** `fs` with `promises.readFile`, and `fs.promises` with `readFile`, are one. */
function joined(from: string, path: string): string {
  return [from, path].filter((part) => part !== '').join('.');
}

/** Names of parameters and options of a project's own functions that are a signal. */
export const signalNames: ReadonlySet<string> = new Set(['signal', 'abortSignal']);
