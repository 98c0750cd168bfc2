// Which rules lint a document, in steps:
//  1. no file on this machine, or a workspace that is not trusted: the recommended rules, and none for components;
//  2. no ESLint configuration in the file's folder or above: the recommended rules;
//  3. no ESLint beside that configuration, or one without flat configuration: the recommended rules;
//  4. the workspace's own ESLint with that configuration, where it enables any of Gather's rules.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import { parserOfProject } from '../../eslint-plugin/src/lint/components.js';
import { type Engine, type LeftOut, ofProject, recommended } from '../../eslint-plugin/src/lint/engine.js';
import type { Names } from '../../eslint-plugin/src/lint/explain.js';

/** The names of ESLint's flat configuration. */
export const configNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`);

/** What linting a text gave; it can go from thread to thread. */
export interface Linted {
  /** ESLint's; none for a text that is left out. */
  messages: readonly Linter.LintMessage[];
  /** Whose rules they were, or why none were. */
  source: 'project' | 'recommended' | LeftOut;
  /** Names that the project adds to those that Gather knows. */
  names?: Names;
  /** A configuration that cannot be loaded: its absolute path, and the error. */
  broken?: string;
}

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
    const folder = this.configFolder(path);
    if (folder === undefined) return this.#recommended;
    let engine = this.#engines.get(folder);
    if (!engine) {
      engine = this.#load(folder);
      this.#engines.set(folder, engine);
    }
    return engine;
  }

  /**
   * Lints a text.
   * @param name absolute; the file's name for ESLint
   * @param path like `trusted`, as for `engineFor`
   * @throws when a rule throws
   */
  async lint(text: string, name: string, path: string | undefined, trusted: boolean): Promise<Linted> {
    const engine = await this.engineFor(path, trusted);
    const [messages, source, names] = await Promise.all([
      engine.lint(text, name),
      engine.sourceOf(name),
      engine.names(name),
    ]);
    const [broken] = source === 'recommended' ? engine.complaints : [];
    return {
      messages: typeof messages === 'string' ? [] : messages,
      source,
      ...(names && { names }),
      ...(broken !== undefined && { broken }),
    };
  }

  /** The absolute paths of the configurations that were found. */
  configurations(): string[] {
    const folders = new Set(this.#configFolders.values());
    return [...folders].flatMap((folder) => (folder === undefined ? [] : configurationsIn(folder)));
  }

  /** The folder of the configuration that speaks for a file, if there is one. */
  configFolder(path: string): string | undefined {
    return this.#configFolderAbove(dirname(path));
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

  #configFolderAbove(folder: string): string | undefined {
    if (this.#configFolders.has(folder)) return this.#configFolders.get(folder);
    const above = dirname(folder);
    const hasOwn = configurationsIn(folder).length > 0;
    const found = hasOwn ? folder : above === folder ? undefined : this.#configFolderAbove(above);
    this.#configFolders.set(folder, found);
    return found;
  }
}

function configurationsIn(folder: string): string[] {
  return configNames.map((name) => join(folder, name)).filter((path) => existsSync(path));
}
