// Lints the texts of documents by the rules of now, though Node.js imports a module only once: ESLint looks after its own
// configuration, and from the first change of a module that one imports a thread does the linting, a new one with each
// change. Before that there is none: it takes 120 MB beside what is loaded here.
import { basename } from 'node:path';
import { filesOf } from './config-imports.js';
import { LintThread } from './lint-thread.js';
import { configNames, type Linted, RuleSources } from './rule-sources.js';

/** The names of files that decide on the rules, on which files are linted, or on what a rewrite may import. */
const decisive: readonly string[] = [...configNames, 'package.json', '.gitignore'];

/** Lints by the rules of each text. */
export class Linting {
  readonly #sources: RuleSources;
  readonly #thread: LintThread;
  /** Whether a module was imported here that is another by now. */
  #isStale = false;

  /** @param onComplaint is told in one line why an ESLint could not be loaded */
  constructor(onComplaint: (line: string) => void) {
    this.#sources = new RuleSources(onComplaint);
    this.#thread = new LintThread(onComplaint);
  }

  /** Lints a text as `RuleSources` does. */
  lint(text: string, name: string, path: string | undefined, trusted: boolean): Promise<Linted> {
    return this.#isStale && trusted && path !== undefined && this.#sources.configFolder(path) !== undefined
      ? this.#thread.lint(text, name, path)
      : this.#sources.lint(text, name, path, trusted);
  }

  /**
   * To be called when files have changed, by their absolute paths.
   * @returns whether other rules may hold by now
   */
  changed(paths: readonly string[]): boolean {
    const configurations = new Set(this.#sources.configurations());
    const files = filesOf(configurations);
    const isImported = paths.some((path) => files.has(path) && !configurations.has(path));
    if (!isImported && !paths.some((path) => decisive.includes(basename(path)))) return false;
    this.#isStale ||= isImported;
    this.#thread.end();
    this.#sources.forget();
    return true;
  }
}
