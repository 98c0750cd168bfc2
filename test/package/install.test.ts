// The published package in projects of many kinds: it installs by plain `npm install`, and lints there.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ESLint } from 'eslint';
import { Editor } from '../extension/server/client.js';
import { makeFolder, npm, pack } from './packed.js';

interface Project {
  name: string;
  /** What the project has besides the plugin. */
  packages: string[];
  /** Whether ESLint reads TypeScript there. */
  typescript: boolean;
  /** Whether a configuration can be checked there: it takes a compiler, and an ESLint that has types. */
  typed: boolean;
}

const parser = '@typescript-eslint/parser@8.72.0';

const projects: Project[] = [
  { name: 'no TypeScript', packages: ['eslint@10.15.0'], typescript: false, typed: false },
  { name: 'TypeScript 5', packages: ['eslint@10.15.0', 'typescript@5.9.3', parser], typescript: true, typed: true },
  { name: 'TypeScript 6', packages: ['eslint@10.15.0', 'typescript@6.0.3', parser], typescript: true, typed: true },
  { name: 'TypeScript 7', packages: ['eslint@10.15.0', 'typescript@7.0.2'], typescript: false, typed: true },
  { name: 'the oldest ESLint', packages: ['eslint@9.0.0', 'typescript@5.9.3', parser], typescript: true, typed: false },
];

const javascript = `export async function all(xs, f) {
  const out = [];
  for (const x of xs) out.push(await f(x));
  return out;
}
`;
const explained = `export async function all(xs, f, next) {
  let cursor;
  for (const x of xs) { cursor = await f(cursor); }
  for (const x of xs) await f(x);
  for (const x of xs) await next(x);
  return await cursor;
}
`;
const typescript = javascript
  .replace('= []', '= [] as number[]')
  .replace('xs, f', 'xs: string[], f: (x: string) => Promise<number>');

function config({ typescript }: Project): string {
  return `import gather from 'eslint-plugin-gather';
${typescript ? `import parser from '@typescript-eslint/parser';` : ''}

export default [
  ...gather.configs.recommended,
  ${typescript ? `{ files: ['**/*.ts'], languageOptions: { parser } },` : ''}
];
`;
}

const typedConfig = `import { defineConfig } from 'eslint/config';
import gather from 'eslint-plugin-gather';
import sarif from 'eslint-plugin-gather/formatters/sarif';

export default defineConfig(gather.configs.strict, { plugins: { gather }, extends: ['gather/all'] });
const name: 'no string' = gather.meta.name;
const log: 'no text' = sarif([], { cwd: '' });
`;

/** A rule that reports each `await` with what is to be said of its innermost loop. */
const explainingConfig = `import { explain } from 'eslint-plugin-gather/explain';

const tells = {
  create: (context) => ({
    AwaitExpression(node) {
      const [loop] = explain(context.sourceCode, node, { serial: ['next'] });
      context.report({ node, message: loop ? loop.place.line + ' ' + loop.text : 'no loop' });
    },
  }),
};
export default [{ plugins: { own: { rules: { tells } } }, rules: { 'own/tells': 'warn' } }];
`;

const typedExplaining = `import type { Rule } from 'eslint';
import { explain } from 'eslint-plugin-gather/explain';

export const rule: Rule.RuleModule = {
  create: ({ sourceCode }) => ({
    AwaitExpression(node) {
      const [first] = explain(sourceCode, node, { serial: ['next'] });
      const line: 'no number' = first?.place.line ?? 0;
      explain('no source code', node);
    },
  }),
};
`;

async function install(folder: string, tarball: string, project: Project): Promise<void> {
  await mkdir(join(folder, 'src'));
  await Promise.all([
    writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' })),
    writeFile(join(folder, 'eslint.config.js'), config(project)),
    writeFile(join(folder, 'explaining.js'), explainingConfig),
    writeFile(join(folder, 'src/a.js'), javascript),
    writeFile(join(folder, 'src/b.ts'), typescript),
  ]);
  await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...project.packages, tarball);
}

/** Runs a command that the project has installed. */
function run(folder: string, bin: string, args: string[], input = '') {
  const script = join(folder, 'node_modules', bin);
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', input });
}

describe('installed into a project', () => {
  let packing: Awaited<ReturnType<typeof makeFolder>>;
  let tarball: string;

  before(async () => {
    packing = await makeFolder();
    tarball = (await pack(packing.path)).path;
  });
  after(() => packing.remove());

  for (const project of projects) {
    describe(`with ${project.name}`, () => {
      let folder: Awaited<ReturnType<typeof makeFolder>>;

      before(async () => {
        folder = await makeFolder();
        await install(folder.path, tarball, project);
      });
      after(() => folder.remove());

      it('brings nothing of its own along', async () => {
        const lock = JSON.parse(await readFile(join(folder.path, 'package-lock.json'), 'utf8')) as {
          packages: Record<string, { dependencies?: object } | undefined>;
        };
        const { dependencies } = lock.packages['node_modules/eslint-plugin-gather'] ?? assert.fail('is not installed');
        assert.equal(dependencies, undefined);
      });

      it('lints by eslint', () => {
        const files = project.typescript ? ['src/a.js', 'src/b.ts'] : ['src/a.js'];
        const { stdout, stderr } = run(folder.path, 'eslint/bin/eslint.js', ['--format=json', ...files]);
        assert.equal(stderr, '');
        const results = JSON.parse(stdout) as ESLint.LintResult[];
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${String(ruleId)}:${String(line)}`)),
          files.map(() => 'gather/no-await-in-loop:3'),
        );
      });

      it('formats for eslint', () => {
        const formatters = 'node_modules/eslint-plugin-gather/dist/formatters';
        const starts = {
          sarif: '{"$schema"',
          rdjson: '{"source"',
          github: '::warning file=src/a.js,',
          markdown: '### src/a.js:',
        };
        for (const [name, start] of Object.entries(starts)) {
          const args = ['--format', `./${formatters}/${name}.js`, 'src/a.js'];
          const { stdout, stderr } = run(folder.path, 'eslint/bin/eslint.js', args);
          assert.deepEqual([stderr, stdout.trimStart().slice(0, start.length)], ['', start]);
        }
      });

      it('explains in a rule of the project', () => {
        const args = ['--format=json', '--config=explaining.js', '--stdin'];
        const { stdout, stderr } = run(folder.path, 'eslint/bin/eslint.js', args, explained);
        assert.equal(stderr, '');
        const [{ messages } = assert.fail('nothing was linted')] = JSON.parse(stdout) as ESLint.LintResult[];
        assert.deepEqual(
          messages.map(({ message }) => message.replace(/: .*/su, '')),
          ['3 sequential', '4 concurrent', '5 sequential', 'no loop'],
        );
        assert.match(messages[0]?.message ?? '', /`cursor` set at 3:25 .* read at 3:42/u);
      });

      it('lints by gather', async () => {
        const { bin } = JSON.parse(await readFile('eslint-plugin/package.json', 'utf8')) as { bin: { gather: string } };
        const { status, stdout, stderr } = run(folder.path, join('eslint-plugin-gather', bin.gather), []);
        assert.deepEqual([status, stderr], [1, '']);
        assert.match(stdout, /^src\/a\.js:3:3 {2}gather\/no-await-in-loop$/mu);
        assert.match(stdout, /^src\/b\.ts:3:3 {2}gather\/no-await-in-loop$/mu);
        assert.match(stdout, /^2 findings in 2 files, 4 files linted$/mu);
      });

      it('lints by gather-language-server', async () => {
        const server = join(folder.path, 'node_modules/eslint-plugin-gather/dist/server.js');
        const editor = new Editor(spawn(process.execPath, [server, '--stdio']));
        await editor.initialize();
        const { items } = await editor.pullFull(await editor.open('b.ts', typescript));
        assert.deepEqual(
          items.map(({ code }) => code),
          ['no-await-in-loop'],
        );
        assert.equal(await editor.quit(), 0);
      });

      if (project.typed) {
        it('has types that fit a configuration', async () => {
          await writeFile(join(folder.path, 'typed.ts'), typedConfig);
          const options = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'typed.ts'];
          const { stdout } = run(folder.path, 'typescript/bin/tsc', options);
          assert.match(stdout, /^typed\.ts\(6,7\): error TS2322: Type 'string'[^\n]*\ntyped\.ts\(7,7\): [^\n]*\n$/u);
        });
      }

      if (project.typed) {
        it('has types that fit a rule which explains', async () => {
          await writeFile(join(folder.path, 'rule.ts'), typedExplaining);
          const options = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'rule.ts'];
          const { stdout } = run(folder.path, 'typescript/bin/tsc', options);
          assert.deepEqual(stdout.match(/^rule\.ts\([\d,]+\): error TS\d+/gmu), [
            'rule.ts(8,13): error TS2322',
            'rule.ts(9,15): error TS2345',
          ]);
        });
      }

      it('is there for npx', async () => {
        const { version } = JSON.parse(await readFile('eslint-plugin/package.json', 'utf8')) as { version: string };
        assert.equal((await npm(folder.path, 'exec', '--offline', '--', 'gather', '--version')).trim(), version);
      });
    });
  }
});
