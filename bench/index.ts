// `npm run bench -- DIR…`: what Gather costs beside others, on the files below the folders or on the sources of what is
// installed here. Writes docs/benchmark.md with its picture.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importOf, startOf } from './commands.js';
import { sourcesIn } from './files.js';
import { byDepth, byLength } from './growth.js';
import { pageOf, pictureOf } from './page.js';
import { costOf } from './rules.js';
import { writePage } from './write-page.js';

/** Files of which the whole lint is measured, at most. */
const most = 1500;
const startFiles = 100;

const folders = process.argv.slice(2).map((folder) => resolve(process.env['INIT_CWD'] ?? '.', folder));
const modules = resolve('node_modules');
const few = sourcesIn(folders, modules, startFiles);

const start = await startOf(few, 7);
const loading = await importOf(11);
const lines = byLength([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000]);
const depths = byDepth([25, 50, 100, 200]);
const cost = await costOf(sourcesIn(folders, modules, most), 5);

const text = pageOf({ ...cost, lines, depths, start, startFiles: few.length, loading });
await writeFile('docs/images/benchmark.svg', pictureOf(cost.all));
await writePage('docs/benchmark.md', text);
