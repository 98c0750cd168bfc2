// Writes every generated file of the repository; with `--check` it only tells which are stale.
// Run by `npm run generate` and `npm run generate:check`.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import manifest from '../../eslint-plugin/package.json' with { type: 'json' };
import { guideModule } from './guide.js';

const plugin = new URL('../../eslint-plugin/', import.meta.url);
const { url, directory } = manifest.repository;
const docsUrl = `${url.replace(/^git\+|\.git$/g, '')}/blob/main/${directory}/docs`;

const target = new URL('src/guide/chapters.generated.ts', plugin);
const guide = await readFile(new URL('docs/guide.md', plugin), 'utf8');
const fresh = await format(guideModule(guide, `${docsUrl}/guide.md`), {
  ...(await resolveConfig(target)),
  parser: 'typescript',
});

if (!process.argv.includes('--check')) {
  await writeFile(target, fresh);
} else if ((await readFile(target, 'utf8')) !== fresh) {
  console.error(
    'eslint-plugin/src/guide/chapters.generated.ts is stale: run `npm run generate` and commit the result.',
  );
  process.exitCode = 1;
}
