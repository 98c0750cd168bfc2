// Findings for the formatters' tests, from real lints of texts that are awkward for them.
import { join, resolve } from 'node:path';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import type { FileResult, FormatContext } from '../../../eslint-plugin/src/formatters/result.js';
import plugin from '../../../eslint-plugin/src/index.js';

const cwd = resolve('/project');

export const context: FormatContext = {
  cwd,
  rulesMeta: Object.fromEntries(Object.entries(plugin.rules).map(([name, { meta = {} }]) => [`gather/${name}`, meta])),
};

/** The result of a lint of `text` as the file `name` of the project. */
export function linted(text: string, name = 'src/app.js'): FileResult {
  const filePath = join(cwd, name);
  return { filePath, messages: lintText(text, filePath), source: text };
}

/** A loop that can go, as a line of its own function. */
export const loop = 'async function all(xs) { for (const x of xs) { await save(x); } }\n';

/** Emoji and CJK before and inside of what is reported, line ends of Windows, a line that git does not count. */
export const awkward = [
  '/* 註解 🎉 with a \u2028 in it */',
  'async function 全部(清單) {',
  '  const 名稱 = []; /* 👩‍👩‍👧 */ for (const 項目 of 清單) {',
  '    名稱.push(await 讀取(`🎉${項目}`));',
  '  }',
  '  return 名稱;',
  '}',
  '',
].join('\r\n');
