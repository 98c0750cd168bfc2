// The page on hosts, with the table of what was compared.
import { createRequire } from 'node:module';
import type { Row } from './hosts.js';

const packages = [
  ['ESLint 10', 'eslint'],
  ['ESLint 9', 'eslint9'],
  ['oxlint', 'oxlint'],
  ['`@typescript-eslint/parser`', '@typescript-eslint/parser'],
  ['`@babel/eslint-parser`', '@babel/eslint-parser'],
  ['`vue-eslint-parser`', 'vue-eslint-parser'],
  ['`svelte-eslint-parser`', 'svelte-eslint-parser'],
  ['`astro-eslint-parser`', 'astro-eslint-parser'],
] as const;

const require = createRequire(import.meta.url);

/** The path of the page from the repository's root. */
export const page = 'docs/hosts.md';

/** The table as Markdown, not yet formatted; it stands in the page between two comments. */
export function hostsTable(rows: readonly Row[]): string {
  const reasons = [...new Set(rows.flatMap(({ explained }) => [...explained.keys()]))];
  const versions = packages.map(([title, name]) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return `${title} ${version}`;
  });
  return [
    '| host | files | cases | different |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ host, files, cases, explained }) => {
      const notes = [...explained].map(([why, count]) => `${count} ([${reasons.indexOf(why) + 1}](#differences))`);
      return `| ${host} | ${files} | ${rounded(cases)} | ${notes.join(', ') || 'none'} |`;
    }),
    '',
    `Compared with ${versions.join(', ')}.`,
    '',
    '### Differences',
    '',
    ...reasons.map((why, index) => `${index + 1}. ${why}`),
    '',
  ].join('\n');
}

/** A count that does not change with every test. */
function rounded(count: number): string {
  return `over ${Math.floor(count / 500) * 500}`;
}
