import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { silencingsOf } from '../../../extension/server/silence.js';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { toFindings } from '../../../extension/server/findings.js';
import { words } from '../../../extension/server/words.js';

/** A text with a way of silencing carried out, the reason given. */
function silenced(text: string, languageId: string, way: number): string {
  const document = TextDocument.create('file:///a.tsx', languageId, 1, text);
  const [finding] = toFindings(document, lintText(text, '/a.tsx'));
  assert.ok(finding);
  const chosen = silencingsOf(document, finding, words.en)[way] ?? assert.fail();
  const lines = text.split('\n');
  lines.splice(chosen.line, 0, chosen.text.replace('{reason}', 'the server takes one at a time'));
  return lines.join('\n');
}

const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';
const row =
  'async function f(a) {\n\tconst one = await getOne(a);\n\tconst two = await getTwo(a);\n\treturn [one, two];\n}\n';
const markup =
  'const View = ({ xs }) => (\n  <a\n    onClick={async () => {\n      for (const x of xs) await save(x);\n    }}\n  />\n);\n';

describe('silencing', () => {
  for (const [title, text, language] of [
    ['a loop', loop, 'javascript'],
    ['a row', row, 'typescript'],
    ['a loop in markup', markup, 'typescriptreact'],
    ['a program', `#!/usr/bin/env node\n${loop}`, 'javascript'],
  ] as const) {
    it(`ends the finding: ${title}`, () => {
      for (const way of [0, 1]) {
        const result = silenced(text, language, way);
        assert.deepEqual(lintText(result, '/a.tsx'), [], result);
      }
    });
  }
});
