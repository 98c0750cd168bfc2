// Which files are linted. Apart from the linting itself, because files are looked for before ESLint is loaded.

/** Endings of JavaScript files, without the dot. */
export const scriptExtensions = ['js', 'mjs', 'cjs', 'jsx'] as const;

/** Endings of the files that are linted, without the dot. */
export const lintedExtensions = [...scriptExtensions, 'ts', 'mts', 'cts', 'tsx'] as const;

/** Endings of the files whose scripts are linted where the project has a parser for them, without the dot. */
export const componentExtensions = ['vue', 'svelte', 'astro'] as const;

/** What is linted where code of the project may run, as its parsers are, and what otherwise. */
export function extensionsFor(runsProject: boolean): readonly string[] {
  return runsProject ? [...lintedExtensions, ...componentExtensions] : lintedExtensions;
}
