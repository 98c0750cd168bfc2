// Which rules lint a document, in steps:
//  1. no file on this machine, or a workspace that is not trusted: the recommended rules, and none for components;
//  2. no ESLint configuration in the file's folder or above: the recommended rules;
//  3. no ESLint beside that configuration, or one without flat configuration: the recommended rules;
//  4. the workspace's own ESLint with that configuration, where it enables any of Gather's rules.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint } from 'eslint';
import { parserOfProject } from '../../eslint-plugin/src/lint/components.js';
import { type Engine, ofProject, recommended } from '../../eslint-plugin/src/lint/engine.js';

/** The names of ESLint's flat configuration. */
export const configNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`);

/** The engines of a workspace, each made once. */
export class RuleSources {
  readonly #restricted = recommended();
  readonly #recommended = recommended(parserOfProject);
  /** By the folder of their configuration. */
  #engines = new Map<string, Promise<Engine>>();
  /** The folder of the configuration that speaks in a folder. */
  #configFolders = new Map<string, string | undefined>();

  /** @param onComplaint is told in one line why an ESLint could not be loaded */
  constructor(private readonly onComplaint: (line: string) => void) {}

  /**
   * What lints a file.
   * @param path absolute; `undefined` for a text that is no file on this machine
   * @param trusted whether code of the workspace may run
   */
  async engineFor(path: string | undefined, trusted: boolean): Promise<Engine> {
    if (!trusted || path === undefined) return this.#restricted;
    const folder = this.#configFolder(dirname(path));
    if (folder === undefined) return this.#recommended;
    let engine = this.#engines.get(folder);
    if (!engine) {
      engine = this.#load(folder);
      this.#engines.set(folder, engine);
    }
    return engine;
  }

  /** To be called when a configuration or a package may have changed. */
  forget(): void {
    this.#engines = new Map();
    this.#configFolders = new Map();
  }

  async #load(folder: string): Promise<Engine> {
    try {
      const path = createRequire(join(folder, 'package.json')).resolve('eslint');
      const loaded = (await import(pathToFileURL(path).href)) as {
        ESLint?: typeof ESLint;
        default?: { ESLint: typeof ESLint };
      };
      const own = loaded.ESLint ?? loaded.default?.ESLint;
      if (own?.configType === 'flat') return ofProject(folder, own);
      this.onComplaint(`The ESLint of ${folder} is older than 9, so the recommended rules are used.`);
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      this.onComplaint(`The ESLint of ${folder} cannot be loaded, so the recommended rules are used: ${reason}`);
    }
    return this.#recommended;
  }

  #configFolder(folder: string): string | undefined {
    if (this.#configFolders.has(folder)) return this.#configFolders.get(folder);
    const above = dirname(folder);
    const hasOwn = configNames.some((name) => existsSync(join(folder, name)));
    const found = hasOwn ? folder : above === folder ? undefined : this.#configFolder(above);
    this.#configFolders.set(folder, found);
    return found;
  }
}
