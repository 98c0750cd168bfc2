// The recipes for CI, their commands run on a small repository.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { commit, git, makeRepository } from './repository.js';
import { makeTree } from '../files/tree.js';

const recipes = resolve('docs/ci');
const loop = 'export async function f(xs) {\n  for (const x of xs) {\n    await g(x);\n  }\n}\n';
const ignored = 'node_modules\n*.sarif\n*.json\n';
const config = `import gather from 'eslint-plugin-gather';\nexport default [...gather.configs.recommended];\n`;

const read = (name: string): string => readFileSync(join(recipes, name), 'utf8');

/** A clone with a finding that `main` has, and one that its branch adds. */
function makeClone(files: Record<string, string> = {}): string {
  const origin = makeRepository({ '.gitignore': ignored, 'old.js': loop, ...files });
  const clone = join(makeTree({}), 'clone');
  git(origin, 'checkout', '--quiet', 'main');
  git(origin, 'clone', '--quiet', origin, clone);
  git(clone, 'checkout', '--quiet', '-b', 'work');
  commit(clone, { 'new.js': loop });
  install(clone);
  return clone;
}

/** Links what the recipes run. The command is not linked by npm here, since it is built after `npm ci`. */
function install(clone: string): void {
  const modules = join(clone, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of ['eslint', 'eslint-formatter-gitlab', 'eslint-plugin-gather']) {
    symlinkSync(realpathSync(join('node_modules', name)), join(modules, name), 'dir');
  }
  symlinkSync(resolve('node_modules/eslint/bin/eslint.js'), join(modules, '.bin/eslint'));
  symlinkSync(resolve('eslint-plugin/dist/cli.js'), join(modules, '.bin/gather'));
}

/** Runs a command as a job does. */
function run(cwd: string, command: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: undefined, ...env },
  });
  return { status, stdout, stderr };
}

/** The command of a workflow that lints. */
function commandOf(name: string): string {
  const { jobs } = parse(read(name)) as { jobs: { gather: { steps: { run?: string }[] } } };
  const [command, ...others] = jobs.gather.steps.flatMap(({ run: line = '' }) => (line.startsWith('npx ') ? line : []));
  assert.ok(command !== undefined && others.length === 0);
  return command;
}

describe('the recipes for CI', () => {
  it('annotate what the branch adds, and fail', () => {
    const { status, stdout } = run(makeClone(), commandOf('github-annotations.yml'));
    assert.equal(status, 1);
    assert.match(stdout, /^::warning file=new\.js,line=2,/u);
    assert.ok(!stdout.includes('old.js'));
  });

  it('write all findings for code scanning, and pass', () => {
    const clone = makeClone();
    assert.equal(run(clone, commandOf('github-code-scanning.yml')).status, 0);
    const sarif = readFileSync(join(clone, 'gather.sarif'), 'utf8');
    assert.ok(sarif.includes('"new.js"') && sarif.includes('"old.js"'));
  });

  it('write suggestions for reviewdog, and run nothing of the branch', () => {
    const clone = makeClone({ 'eslint.config.mjs': 'throw new Error("was run");' });
    const { status, stderr } = run(clone, commandOf('github-review.yml'));
    assert.equal(status, 0);
    assert.ok(!stderr.includes('was run'));
    assert.match(readFileSync(join(clone, 'gather.json'), 'utf8'), /"suggestions":\[\{/u);
  });

  it('fail where a command fails, not only where something is found', () => {
    const command = commandOf('github-code-scanning.yml').replace('--output', '--outptu');
    assert.notEqual(run(makeClone(), command).status, 0);
  });

  it('report for GitLab by ESLint', () => {
    const { gather } = parse(read('gitlab-code-quality.yml')) as {
      gather: { script: string[]; variables: NodeJS.ProcessEnv };
    };
    const clone = makeClone({ 'eslint.config.mjs': config, '.gitlab-ci.yml': 'gather:\n  script: []\n' });
    const command = gather.script.find((line) => line.startsWith('npx '));
    const { stderr } = run(clone, command ?? assert.fail(), { ...gather.variables, CI_JOB_NAME: 'gather' });
    const report = JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8')) as object[];
    assert.equal(report.length, 2, stderr);
  });

  it('lint what is staged', async () => {
    const { repos } = parse(read('pre-commit-config.yaml')) as {
      repos: { hooks: { entry: string; files: string }[] }[];
    };
    const hook = repos[0]?.hooks[0] ?? assert.fail();
    for (const name of ['a.js', 'a.mts', 'a.tsx', 'a.cjs']) assert.match(name, new RegExp(hook.files, 'u'));
    assert.doesNotMatch('a.json', new RegExp(hook.files, 'u'));
    assert.equal(run(makeClone(), `${hook.entry} new.js`).status, 1);
    const { default: staged } = (await import(join(recipes, 'lint-staged.config.js'))) as {
      default: Record<string, string>;
    };
    assert.deepEqual(Object.values(staged), ['gather']);
  });

  it('begin with what is there, and fail on what is new', () => {
    const [, source = ''] = /```js\n([\s\S]*?)```/u.exec(read('README.md').split('## An old code base')[1] ?? '') ?? [];
    const [, commands = ''] =
      /```sh\n([\s\S]*?)```/u.exec(read('README.md').split('## An old code base')[1] ?? '') ?? [];
    const clone = makeClone({ 'eslint.config.mjs': source, '.gitignore': 'node_modules\n' });
    assert.equal(run(clone, 'npx eslint .').status, 1);
    assert.equal(run(clone, commands).status, 0);
    assert.ok(existsSync(join(clone, 'eslint-suppressions.json')));
    assert.equal(run(clone, 'npx eslint .').status, 0);
    writeFileSync(join(clone, 'newer.js'), loop);
    assert.equal(run(clone, 'npx eslint .').status, 1);
  });

  it('have a package of a monorepo lint itself, and pass but where the command fails', () => {
    const [, manifest = ''] = /```json\n([\s\S]*?)```/u.exec(read('monorepo.md')) ?? [];
    const { scripts } = JSON.parse(manifest) as { scripts: { lint: string } };
    const errors = config.replace(']', `, { rules: { 'gather/no-await-in-loop': 'error' } }]`);
    const clone = makeClone({ 'eslint.config.mjs': errors });
    const lint = scripts.lint.replace(/^gather/u, 'node_modules/.bin/gather').replace(' src ', ' new.js ');
    assert.equal(run(clone, lint).status, 0);
    assert.match(readFileSync(join(clone, 'gather.sarif'), 'utf8'), /"level":"error"/u);
    assert.notEqual(run(clone, lint.replace('new.js', 'none.js')).status, 0);
  });

  it('name formatters that are there', () => {
    const names = [...read('README.md').matchAll(/`(\w+)\.js`/gu)].map(([, name = '']) => name);
    assert.deepEqual(names, ['sarif', 'rdjson', 'github', 'markdown']);
    for (const name of names) assert.ok(existsSync(`eslint-plugin/dist/formatters/${name}.js`), name);
  });
});
