// A file that compiles under `strict` still compiles once settled results are parted in it, or two rounds made one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ts as typescript } from '../rules/no-await-in-loop/linted.js';
import { errorsOf, folder } from './compiled.js';
import { offersIn, type RuleName } from './project.js';

const prelude = `
export interface Page { id: string; title: string }
declare function loadPage(url: string): Promise<Page>;
declare function loadTitles(page: Page): Promise<string[]>;
declare function savePage(page: Page): Promise<void>;
declare const logger: { error(...values: unknown[]): void };
`;

const samples: Readonly<Record<string, { rule: RuleName; code: string }>> = {
  'results that are counted': {
    rule: 'no-ignored-rejection',
    ...typescript`
      export async function count(pages: readonly Page[]): Promise<number> {
        const results = await Promise.allSettled(pages.map((page) => savePage(page)));
        logger.error(new Error('counted'));
        return results.filter((result) => result.status === 'fulfilled').length;
      }
    `,
  },
  'results that are taken apart': {
    rule: 'no-ignored-rejection',
    ...typescript`
      export async function both(page: Page): Promise<string[]> {
        const [own, titles] = await Promise.allSettled([loadPage(page.id), loadTitles(page)]);
        const found: string[] = [];
        if (own.status === 'fulfilled') found.push(own.value.title);
        if (titles.status === 'fulfilled') found.push(...titles.value);
        return found;
      }
    `,
  },
  'results in an expression': {
    rule: 'no-ignored-rejection',
    ...typescript`
      export async function load(urls: string[]): Promise<Page[]> {
        return (await Promise.allSettled(urls.map(loadPage))).flatMap((result) =>
          result.status === 'fulfilled' ? [result.value] : [],
        );
      }
    `,
  },
  'a failure that is told of': {
    rule: 'prefer-all-settled',
    ...typescript`
      export async function save(pages: readonly Page[]): Promise<void> {
        try {
          await Promise.all(pages.map((page) => savePage(page)));
        } catch (error: unknown) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      }
    `,
  },
  'a list that is assigned': {
    rule: 'prefer-all-settled',
    ...typescript`
      export async function load(urls: readonly string[]): Promise<Page[]> {
        let pages: Page[] = [];
        try {
          pages = await Promise.all(urls.map((url) => loadPage(url)));
        } catch (error) {
          logger.error(error);
        }
        return pages;
      }
    `,
  },
  'a list that is returned': {
    rule: 'prefer-all-settled',
    ...typescript`
      export async function load(urls: readonly string[]): Promise<Page[]> {
        try {
          return await Promise.all(urls.map((url) => loadPage(url)));
        } catch (error: unknown) {
          logger.error('no pages', error);
          return [];
        }
      }
    `,
  },
  'a chain': {
    rule: 'prefer-all-settled',
    ...typescript`
      export async function load(urls: readonly string[]): Promise<number> {
        const pages = await Promise.all(urls.map((url) => loadPage(url))).catch((error: unknown) => {
          logger.error(error);
          return [];
        });
        void Promise.all(pages.map(savePage)).catch(console.error);
        return pages.length;
      }
    `,
  },
  'two rounds': {
    rule: 'prefer-as-completed',
    ...typescript`
      export async function titles(urls: readonly string[]): Promise<string[][]> {
        const pages = await Promise.all(urls.map((url: string) => loadPage(url)));
        return Promise.all(pages.map(async (page: Page): Promise<string[]> => loadTitles(page)));
      }
    `,
  },
  'a round and a loop': {
    rule: 'prefer-as-completed',
    ...typescript`
      export async function copy(urls: readonly string[]): Promise<void> {
        const pages = await Promise.all(urls.map(async (url): Promise<Page> => loadPage(url)));
        for (const { id, ...rest } of pages) {
          if (id === '') continue;
          await savePage({ id, ...rest });
        }
      }
    `,
  },
};

describe('rewrite: types of settled results', () => {
  const texts = new Map<string, string>();
  let errors: Map<string, string[]>;

  before(() => {
    for (const [title, { rule, code }] of Object.entries(samples)) {
      texts.set(join(folder, title, 'before.ts'), prelude + code);
      for (const { id, text } of offersIn({ manifest: { name: 'app' }, file: 'a.ts' }, prelude + code, rule))
        texts.set(join(folder, title, `${id}.ts`), text);
    }
    errors = errorsOf(texts);
  }).timeout(60_000);

  for (const title of Object.keys(samples)) {
    it(`hold for ${title}`, () => {
      const names = [...texts.keys()].filter((name) => name.startsWith(join(folder, title, '/')));
      assert.ok(names.length > 1, 'nothing is suggested');
      for (const name of names) assert.deepEqual(errors.get(name), [], texts.get(name));
    });
  }
});
