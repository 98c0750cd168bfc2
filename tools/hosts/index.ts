// Runs the cases of the rules' tests in every host, and writes what came of it into the page on hosts; with `--check` it
// only tells whether the page is stale. Run by `npm run generate:hosts` and `npm run test:hosts`. A difference that nobody
// has explained is printed with its case, and ends it with 1.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { recordCases, root } from './cases.js';
import { compareHosts } from './hosts.js';
import { hostsTable, page } from './table.js';

const rows = await compareHosts(await recordCases());
for (const { host, cases, explained, unexplained } of rows) {
  const known = [...explained.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${host}: ${cases} cases, ${known} differ as is known, ${unexplained.length} for no known reason`);
  for (const difference of unexplained.slice(0, 5)) console.error(difference);
}
const file = join(root, page);
const before = await readFile(file, 'utf8');
const made = before.replace(
  /(?<=<!-- begin: npm run generate:hosts -->\n)[^]*(?=<!-- end -->)/u,
  () => `\n${hostsTable(rows)}\n`,
);
const text = await format(made, { ...(await resolveConfig(file)), parser: 'markdown' });
const isStale = text !== before && process.argv.includes('--check');
if (isStale) console.error(`Stale: ${page}. Run \`npm run generate:hosts\` and commit it.`);
else if (text !== before) await writeFile(file, text);
process.exitCode = isStale || rows.some(({ unexplained }) => unexplained.length > 0) ? 1 : 0;
