import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { lintedExtensions, lintText } from '../../../eslint-plugin/src/lint/embedded.js';

const loop = 'for (const x of xs) {\n    out.push(await f(x));\n  }';
const script = `async function all(xs, f) {\n  const out = [];\n  ${loop}\n  return out;\n}\n`;
const typed = script.replace('xs, f', 'xs: string[], f: (x: string) => Promise<string>');

/** The rules that report, with their lines; a parse error has no rule. */
function reports(text: string, name: string): string[] {
  return lintText(text, name).map(({ ruleId, line }) => `${String(ruleId)}:${String(line)}`);
}

const expected = ['gather/no-await-in-loop:3'];

describe('lintText', () => {
  for (const extension of lintedExtensions) {
    it(`lints .${extension}`, () => {
      const text = /^[cm]?ts|tsx$/u.test(extension) ? typed : script;
      const element = extension.endsWith('x') ? 'const e = <a href="">b</a>;' : '';
      assert.deepEqual(reports(text + element, `src/a.${extension}`), expected);
    });
  }

  it('lints under any name', () => {
    const names = [
      resolve('/elsewhere/a.js'),
      '../a.js',
      'node_modules/a/b.js',
      'a/node_modules/b.ts',
      '.git/a.js',
      'ü 名.js',
    ];
    for (const name of names) assert.deepEqual(reports(script, name), expected, name);
  });

  it('suggests an edit of the text', () => {
    const [suggestion] = lintText(script, 'a.js')[0]?.suggestions ?? [];
    const [start, end] = suggestion?.fix.range ?? [0, 0];
    assert.ok(script.slice(start, end).includes('await f(x)'));
    assert.match(suggestion?.fix.text ?? '', /Promise\.all/u);
  });

  it("reads JavaScript that ESLint's own parser refuses", () => {
    assert.deepEqual(reports(`${script}@decorated class A {}\n`, 'a.js'), expected);
    assert.deepEqual(reports(`${script}if (!all) return;\n`, 'a.cjs'), expected);
  });

  it('tells in one fatal message what no parser reads', () => {
    for (const name of ['a.js', 'a.ts']) {
      const messages = lintText(`${script}}`, name);
      assert.deepEqual(
        messages.map(({ fatal, line }) => [fatal, line]),
        [[true, 8]],
      );
    }
  });

  it('heeds a comment that switches a rule of Gather off', () => {
    assert.deepEqual(reports(`/* eslint gather/no-await-in-loop: "off" */\n${script}`, 'a.js'), []);
    const line = '// eslint-disable-next-line gather/no-await-in-loop -- one at a time';
    assert.deepEqual(reports(script.replace(loop, `${line}\n${loop}`), 'a.js'), []);
  });

  it('reports nothing of other rules, whatever comments ask for', () => {
    const asking =
      '/* eslint no-var: "error", other/rule: "error", indent: ["error", "nonsense"] */ /* eslint-env node */';
    assert.deepEqual(reports(`${script}${asking} // eslint-disable-line other/rule\nvar unused;\n`, 'a.js'), expected);
  });
});
