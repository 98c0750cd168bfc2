import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { type ChangedLines, onlyChanged } from '../../../eslint-plugin/src/cli/changed.js';
import { choiceOf } from '../../../eslint-plugin/src/cli/choice.js';
import { type Engine, recommended } from '../../../eslint-plugin/src/lint/engine.js';
import { type Fixed, fixFiles } from '../../../eslint-plugin/src/cli/fix.js';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { makeTree } from '../files/tree.js';

const loop = (name: string): string =>
  `async function ${name}(xs) {\n  const out = [];\n  for (const x of xs) out.push(await get(x));\n  return out;\n}\n`;
const rewritten = (name: string): string =>
  `async function ${name}(xs) {\n  const out = await Promise.all(Array.from(xs, async (x) => get(x)));\n  return out;\n}\n`;

interface Tried {
  fixed: Fixed;
  /** What was shown. */
  patch: string;
  /** The file's text afterwards. */
  text: string;
}

const nothing: (path: string) => void = () => undefined;

const everyLine = (): ChangedLines => 'all';

/** Rewrites one file; `meanwhile` is done between the lint and the rewriting. */
async function fix(
  source: string,
  {
    engine = recommended(),
    write = true,
    wanted = 'no-await-in-loop',
    changedLines = everyLine,
    meanwhile = nothing,
    afterwards = nothing,
  } = {},
): Promise<Tried> {
  const cwd = makeTree({ 'a.js': source });
  const path = join(cwd, 'a.js');
  const text = source.replace('\uFEFF', '');
  const changed = new Map([[path, changedLines()]]);
  const results = onlyChanged([{ filePath: path, source: text, messages: lintText(text, path) }], changed);
  meanwhile(path);
  let patch = '';
  const show = (text: string): void => void (patch += text);
  const fixed = await fixFiles(results, choiceOf(wanted), { engine, cwd, changed, write, show });
  afterwards(path);
  return { fixed, patch, text: readFileSync(path, 'utf8') };
}

describe('--fix', () => {
  it('applies a suggestion in each finding of the rule', async () => {
    const { fixed, text } = await fix(loop('a') + loop('b'));
    assert.equal(text, rewritten('a') + rewritten('b'));
    assert.deepEqual([fixed.suggestions, fixed.files, fixed.problems], [2, 1, []]);
  });

  it('shows a patch that makes the one text of the other, and writes nothing in a dry run', async () => {
    const source = loop('甲');
    const { patch, text } = await fix(source, { write: false });
    assert.equal(text, source);
    assert.equal(applyPatch(source, patch), rewritten('甲'));
    assert.match(patch, /^--- a\/a\.js\n\+\+\+ b\/a\.js$/mu);
  });

  it('shows the change of a file before it goes on to the next', async () => {
    const cwd = makeTree({ 'a.js': loop('a'), 'b.js': loop('b') });
    const [a, b] = [join(cwd, 'a.js'), join(cwd, 'b.js')];
    const results = [a, b].map((filePath) => {
      const source = readFileSync(filePath, 'utf8');
      return { filePath, source, messages: lintText(source, filePath) };
    });
    const seen: string[][] = [];
    const show = (): void => void seen.push([readFileSync(a, 'utf8'), readFileSync(b, 'utf8')]);
    const fixing = { engine: recommended(), cwd, changed: undefined, write: true, show };
    await fixFiles(results, choiceOf('no-await-in-loop'), fixing);
    assert.deepEqual(seen, [
      [rewritten('a'), loop('b')],
      [rewritten('a'), rewritten('b')],
    ]);
  });

  it('leaves findings of other rules alone', async () => {
    const source =
      'async function f(a) {\n  const one = await getOne(a);\n  const two = await getTwo(a);\n  return [one, two];\n}\n';
    const { fixed, patch, text } = await fix(source);
    assert.equal(text, source);
    assert.deepEqual([fixed.suggestions, patch], [0, '']);
  });

  it('goes on while rewriting brings forth findings, and comes to an end', async () => {
    const nested =
      'async function f(xs) {\n  for (const x of xs) {\n    for (const y of x.ys) {\n      await save(y);\n    }\n  }\n}\n';
    const { text } = await fix(nested, { wanted: 'no-await-in-loop:gatherAll' });
    assert.deepEqual(lintText(text, 'a.js'), []);
  });

  it('goes on only on the lines that were changed or rewritten', async () => {
    const nested = loop('a').replace('out.push(await get(x));', '{ for (const y of x.ys) { await save(y); } }');
    const source = loop('before') + nested + loop('after') + loop('b');
    const { text } = await fix(source, { wanted: 'no-await-in-loop:gatherAll', changedLines: () => new Set([8, 18]) });
    assert.deepEqual(
      lintText(text, 'a.js').map(({ line }) => line),
      [3, text.slice(0, text.indexOf(loop('after'))).split('\n').length + 2],
    );
    assert.ok(text.endsWith(rewritten('b')));
  });

  it('keeps line ends, byte order mark and mode', async () => {
    const source = `\uFEFF${loop('a').replaceAll('\n', '\r\n')}`;
    let mode = 0;
    const { text } = await fix(source, {
      meanwhile: (path) => chmodSync(path, 0o755),
      afterwards: (path) => (mode = statSync(path).mode & 0o777),
    });
    assert.equal(text, `\uFEFF${rewritten('a').replaceAll('\n', '\r\n')}`);
    assert.equal(mode, 0o755);
  });

  for (const write of [true, false]) {
    it(`leaves a file alone that changed meanwhile, in a ${write ? 'real' : 'dry'} run`, async () => {
      const { fixed, patch, text } = await fix(loop('a'), {
        write,
        meanwhile: (path) => writeFileSync(path, '// mine\n'),
      });
      assert.equal(text, '// mine\n');
      assert.match(fixed.problems[0]?.reason ?? '', /changed meanwhile/u);
      assert.deepEqual([patch, fixed.files], ['', 0]);
    });
  }

  it('never writes what no longer parses', async () => {
    const refusing: Engine = {
      ...recommended(),
      lint: () =>
        Promise.resolve([
          { ruleId: null, fatal: true, severity: 2, message: 'Parsing error: Oh', line: 1, column: 1 } as const,
        ]),
    };
    const { fixed, text } = await fix(loop('a'), { engine: refusing });
    assert.equal(text, loop('a'));
    assert.match(fixed.problems[0]?.reason ?? '', /^is left as it is: .* cannot be parsed: Oh/u);
  });
});
