// The hosts that are compared, each with a parser, and what is different in them.
import * as babel from '@babel/eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import * as astro from 'astro-eslint-parser';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint9';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import type { Case, Difference } from './cases.js';
import { difference, type Reading } from './eslint.js';
import { differences } from './oxlint.js';

/** A host with its parser. */
interface Host {
  name: string;
  /** What it is there for. */
  files: 'JavaScript' | 'TypeScript' | 'JavaScript, TypeScript' | 'Vue' | 'Svelte' | 'Astro';
  compare(cases: readonly Case[]): Promise<Difference[]>;
}

const jsx = { ecmaFeatures: { jsx: true } };
const plain: Reading = { languageOptions: { parserOptions: jsx } };
const script = { before: '<script>\n', after: '\n</script>\n' };
const babelOptions = { configFile: false, babelrc: false, parserOpts: { plugins: ['jsx'] } };

const hosts: readonly Host[] = [
  { name: 'ESLint 10', files: 'JavaScript', compare: by(Linter, plain) },
  { name: 'ESLint 9', files: 'JavaScript', compare: by(Linter9, plain) },
  { name: 'ESLint 10, `@typescript-eslint/parser`', files: 'TypeScript', compare: by(Linter, typescriptReading) },
  { name: 'ESLint 9, `@typescript-eslint/parser`', files: 'TypeScript', compare: by(Linter9, typescriptReading) },
  {
    name: 'ESLint 9, `@babel/eslint-parser` 7',
    files: 'JavaScript',
    compare: by(Linter9, {
      languageOptions: { parser: babel as Linter.Parser, parserOptions: { requireConfigFile: false, babelOptions } },
    }),
  },
  {
    name: 'ESLint 10, `vue-eslint-parser`',
    files: 'Vue',
    compare: by(Linter, { languageOptions: { parser: vue, parserOptions: jsx }, markup: script }),
  },
  {
    name: 'ESLint 10, `svelte-eslint-parser`',
    files: 'Svelte',
    compare: by(Linter, { languageOptions: { parser: svelte, parserOptions: jsx }, markup: script }),
  },
  {
    name: 'ESLint 10, `astro-eslint-parser`',
    files: 'Astro',
    compare: by(Linter, {
      languageOptions: { parser: astro, parserOptions: jsx },
      markup: { before: '---\n', after: '\n---\n' },
    }),
  },
  { name: 'oxlint, by its JS plugins', files: 'JavaScript, TypeScript', compare: differences },
];

/** A difference that is the host's own. */
interface Known {
  isIt: (difference: string, of: Case) => boolean;
  why: string;
}

const known: readonly Known[] = [
  {
    isIt: (difference) => difference.includes("'super' can only be"),
    why: '`super` outside of a class is an error of syntax to oxlint, as it is to engines; ESLint’s parsers let it pass.',
  },
  {
    isIt: (_, { language, code }) => language === 'tsx' && !/^(?:import|export)\b/mu.test(code),
    why: 'A `.tsx` file without imports and exports is a script to oxlint, where nothing can be awaited at the top: a suggestion without `await` comes first.',
  },
];

/** What became of the cases in one host. */
export interface Row {
  host: string;
  files: string;
  cases: number;
  /** How many cases differ for a reason that is known, by that. */
  explained: Map<string, number>;
  /** Each other difference, with the code of its case. */
  unexplained: string[];
}

/** Runs the cases in each host that can read them, one after another: linting is work for the processor. */
export async function compareHosts(cases: readonly Case[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const host of hosts) {
    const { name, files } = host;
    const read = cases.filter(({ language }) => language === 'js' || files.includes('TypeScript'));
    const row: Row = { host: name, files, cases: read.length, explained: new Map(), unexplained: [] };
    for (const [index, difference] of (await host.compare(read)).entries()) {
      const each = read[index];
      if (difference === undefined || !each) continue;
      const why = known.find(({ isIt }) => isIt(difference, each))?.why;
      if (why === undefined) row.unexplained.push(`${each.rule}: ${difference}\n${each.code}`);
      else row.explained.set(why, (row.explained.get(why) ?? 0) + 1);
    }
    rows.push(row);
  }
  return rows;
}

/** Compares by one version of ESLint. */
function by(version: typeof Linter | typeof Linter9, reading: Reading | ((of: Case) => Reading)): Host['compare'] {
  return (cases) => {
    const linter = new version() as Linter;
    return Promise.resolve(
      cases.map((each) => difference(linter, typeof reading === 'function' ? reading(each) : reading, each)),
    );
  };
}

function typescriptReading({ language }: Case): Reading {
  return { languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: language !== 'ts' } } } };
}
