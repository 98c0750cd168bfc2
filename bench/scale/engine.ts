// What an engine has to do here that runs a task for each package: with a remote cache on this machine, and telling what
// it took from there.

/** What a run of the task came to. */
export interface Ran {
  /** In seconds. */
  elapsed: number;
  tasks: number;
  /** How many were taken from the cache. */
  hits: number;
}

/** A remote cache, and the variables by which the engine finds it. */
export interface RemoteCache {
  variables: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

export interface Engine {
  /** As its chapter is called in `docs/ci/monorepo.md`. */
  name: string;
  /** The file that the configuration of that chapter goes into. */
  configuration: string;
  /** Starts a remote cache that may keep what it is given in a folder, and waits until it answers. */
  startCache(folder: string): Promise<RemoteCache>;
  /** Runs the task `lint` in every package of a repository. */
  runLint(root: string, cache: RemoteCache): Promise<Ran>;
}
