// A real Neovim, configured as docs/editors.md says, with the language server of the npm package.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { makeTree } from '../eslint-plugin/files/tree.js';

const server = resolve('eslint-plugin/dist/server.js');
const loop = `export async function all(ids, load) {
  const out = [];
  for (const id of ids) out.push(await load(id));
  return out;
}
`;

/** What a session of Neovim prints. */
interface Session {
  diagnostics: { line: number; column: number; code: string; source: string }[];
  titles: string[];
  text: string;
}

/** Neovim's version, such as 0.7. */
function installedVersion(): number {
  const { error, stdout } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  if (error) throw new Error('There is no `nvim`: install Neovim 0.7 or later, such as by `apt-get install neovim`.');
  return Number(/^NVIM v0\.(\d+)/u.exec(stdout)?.[1]);
}

/** The configuration that the document gives for a version. */
function configurationFor(version: number): string {
  const text = readFileSync('docs/editors.md', 'utf8');
  const [current, older] = [...text.matchAll(/^```lua\n(.*?)^```$/gms)].map(([, code]) => code);
  return (version >= 11 ? current : older) ?? assert.fail('docs/editors.md has no configuration for Neovim.');
}

describe('Neovim', () => {
  it('shows diagnostics and applies a code action', () => {
    const home = makeTree({
      'gather.lua': configurationFor(installedVersion()),
      'project/package.json': '{}',
      'project/a.js': loop,
    });
    const bin = join(home, 'bin');
    mkdirSync(bin);
    symlinkSync(server, join(bin, 'gather-language-server'));
    const files = [join(home, 'gather.lua'), 'a.js'];
    const { stdout, stderr, status } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-n', '-S', resolve('test/neovim/session.lua'), '--', ...files],
      {
        cwd: join(home, 'project'),
        encoding: 'utf8',
        env: { PATH: [bin, process.env['PATH']].join(delimiter), HOME: home },
      },
    );
    assert.equal(status, 0, stderr);
    const { diagnostics, titles, text } = JSON.parse(stdout) as Session;
    assert.deepEqual(diagnostics, [{ line: 2, column: 2, code: 'no-await-in-loop', source: 'gather' }]);
    const suggestions = lintText(loop, join(home, 'project/a.js'))[0]?.suggestions ?? [];
    // Behind them, a Neovim that can show an edit before it is made has the same ones as previews.
    assert.deepEqual(
      titles.slice(0, suggestions.length),
      suggestions.map(({ desc }) => desc),
    );
    const [{ fix } = assert.fail('the loop has no rewrite')] = suggestions;
    assert.equal(text, loop.slice(0, fix.range[0]) + fix.text + loop.slice(fix.range[1]));
  });
});
