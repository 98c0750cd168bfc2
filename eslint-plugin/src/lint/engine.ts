// Which rules lint a file: the project's, where its ESLint configuration enables Gather's, and otherwise the
// recommended ones.
import { dirname } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { idOf, ruleOf } from '../rules/rule-id.js';
import { carried } from './carried.js';
import { isComponent, type Parser, parserOfProject, type ParserSource } from './components.js';
import { lintText, surroundings } from './embedded.js';
import type { Names } from './explain.js';

/** Why a file is not linted: the project's configuration leaves it out, or there is no parser for the component. */
export type LeftOut = 'ignored' | 'parserless';

/** What lints texts. */
export interface Engine {
  /**
   * Lints the text of a file by Gather's rules.
   * @param path absolute
   * @returns ESLint's messages, or why there are none
   * @throws when a rule throws
   */
  lint(text: string, path: string): Promise<Linter.LintMessage[] | LeftOut>;
  /** Whose rules lint a file, or why none do. */
  sourceOf(path: string): Promise<'project' | 'recommended' | LeftOut>;
  /** The names that the project adds to those that Gather knows, if it does. */
  names(path: string): Promise<Names | undefined>;
  /** All but the text and the version that decides on the findings in a file; undefined where that cannot be told. */
  key(path: string): Promise<string | undefined>;
  /** Which configurations could not be loaded, and why, each once: the file's absolute path and the error. */
  readonly complaints: readonly string[];
}

/**
 * The recommended rules alone; no line of the project runs, but the parsers that are found for components.
 * @param parserFor finds them; by default none, and components are left out
 */
export function recommended(parserFor: ParserSource = () => Promise.resolve(undefined)): Engine {
  /** The parser of a component; undefined for what cannot be read. */
  async function reading(path: string): Promise<{ parser?: Parser } | undefined> {
    if (!isComponent(path)) return {};
    const parser = await parserFor(path);
    return parser && { parser };
  }

  return {
    async lint(text, path) {
      const read = await reading(path);
      return read ? carried(lintText(text, path, read.parser), path) : 'parserless';
    },
    sourceOf: async (path) => ((await reading(path)) ? 'recommended' : 'parserless'),
    names: () => Promise.resolve(undefined),
    async key(path) {
      const read = await reading(path);
      return `recommended ${read?.parser?.meta?.version ?? ''} ${surroundings(path)}`;
    },
    complaints: [],
  };
}

/**
 * The rules that the project asks for, found upward from each file, or the recommended ones.
 * @param cwd absolute; where ESLint is run
 * @param loaded the class of the ESLint that runs
 */
export function ofProject(cwd: string, loaded: typeof ESLint): Engine {
  const fallback = recommended(parserOfProject);
  const complaints = new Set<string>();
  const eslint = lookingUpFromFiles(loaded, { cwd, ruleFilter: ({ ruleId }) => isOurs(ruleId), warnIgnored: false });
  /** Folders without a configuration that could be loaded. */
  const without = new Set<string>();

  async function configOf(path: string): Promise<Linter.Config | 'none' | 'ignored'> {
    if (without.has(dirname(path))) return 'none';
    try {
      const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
      if (config && enablesOurs(config)) return config;
      return !config && (await isIgnored(eslint, path)) ? 'ignored' : 'none';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const file = await eslint.findConfigFile(path);
      without.add(dirname(path));
      if (file !== undefined) complaints.add(`${file}: ${reason}`);
      return 'none';
    }
  }

  return {
    get complaints() {
      return [...complaints];
    },
    async lint(text, path) {
      const config = await configOf(path);
      if (config === 'none') return fallback.lint(text, path);
      if (config === 'ignored') return 'ignored';
      const [result] = await eslint.lintText(text, { filePath: path });
      const messages = result?.messages ?? [];
      return carried(
        messages.filter(({ ruleId, fatal }) => fatal === true || isOurs(ruleId)),
        path,
      );
    },
    async sourceOf(path) {
      const config = await configOf(path);
      if (typeof config === 'object') return 'project';
      return config === 'ignored' ? config : fallback.sourceOf(path);
    },
    async names(path) {
      const config = await configOf(path);
      const entry: unknown = typeof config === 'object' ? config.rules?.[idOf('no-await-in-loop')] : undefined;
      return Array.isArray(entry) ? (entry[1] as Names | undefined) : undefined;
    },
    async key(path) {
      const config = await configOf(path);
      if (config === 'ignored') return config;
      if (config === 'none') return fallback.key(path);
      try {
        return `${JSON.stringify(config)} ${surroundings(path)}`;
      } catch {
        // ESLint knows a parser or a processor by its name and version alone, and this one has none.
        return undefined;
      }
    },
  };
}

/** An ESLint that looks for configurations from each file upward: 10 does, 9 when it is asked to. */
function lookingUpFromFiles(loaded: typeof ESLint, options: ESLint.Options): ESLint {
  try {
    return new loaded({ ...options, flags: ['v10_config_lookup_from_file'] });
  } catch {
    // ESLint refuses a flag that it does not know, or no longer.
    return new loaded(options);
  }
}

/** Whether a file without a configuration is left out by a pattern; what no entry speaks of has none either. */
async function isIgnored(eslint: ESLint, filePath: string): Promise<boolean> {
  const [result] = await eslint.lintText('', { filePath, warnIgnored: true });
  return result?.messages[0]?.message.includes('no matching configuration') === false;
}

function isOurs(ruleId: string | null): boolean {
  return ruleOf(ruleId) !== undefined;
}

function enablesOurs({ rules = {} }: Linter.Config): boolean {
  return Object.entries(rules).some(([id, entry]) => {
    const level: unknown = Array.isArray(entry) ? entry[0] : entry;
    return isOurs(id) && level !== 0 && level !== 'off';
  });
}
