// The files of Vue, Svelte and Astro: scripts within markup, which only a parser of the project can read.
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';
import { componentExtensions } from './extensions.js';

/** A parser as ESLint takes it. */
export type Parser = NonNullable<Linter.LanguageOptions['parser']>;

/** Finds the parser for a component by its absolute path; undefined where there is none. */
export type ParserSource = (path: string) => Promise<Parser | undefined>;

/** Whether a file is a component, by its ending. */
export function isComponent(path: string): boolean {
  return componentExtensions.some((extension) => path.endsWith(`.${extension}`));
}

/**
 * The parser that the project has for a component. Runs code of the project.
 * @throws when it cannot be loaded
 */
export const parserOfProject: ParserSource = async (path) => {
  const found = findParser(path, extname(path).slice(1));
  if (found === undefined) return undefined;
  const loaded = (await import(pathToFileURL(found).href)) as Parser & { default?: Parser };
  return loaded.default ?? loaded;
};

/** The main file of the parser that the project has, or that only its plugin for ESLint has, as pnpm installs it. */
function findParser(path: string, framework: string): string | undefined {
  const parser = `${framework}-eslint-parser`;
  const plugin = resolved(`eslint-plugin-${framework}`, path);
  return resolved(parser, path) ?? (plugin === undefined ? undefined : resolved(parser, plugin));
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
