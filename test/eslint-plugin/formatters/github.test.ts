import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import github, { annotations, summary } from '../../../eslint-plugin/src/formatters/github.js';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import { awkward, context, linted, loop } from './findings.js';

const message = (severity: 1 | 2, line: number, text = 'm'): Linter.LintMessage => ({
  ruleId: 'r',
  severity,
  message: text,
  line,
  column: 1,
});
const file = (messages: Linter.LintMessage[], name = 'a.js'): FileResult => ({
  filePath: join(context.cwd, name),
  messages,
  source: 'x\n'.repeat(100),
});

describe('github', () => {
  it('names file, lines, columns and rule, counting lines as git does', () => {
    const [first, second] = annotations([linted(loop), linted(awkward)], context).split('\n');
    assert.match(
      first ?? '',
      /^::warning file=src\/app\.js,line=1,endLine=1,col=26,endColumn=45,title=gather\/no-await-in-loop::\S/,
    );
    assert.match(second ?? '', /,line=3,endLine=3,col=33,endColumn=53,/);
  });

  it('leaves columns out where a finding is on several lines', () => {
    const wide = { ...message(1, 2), endLine: 4, endColumn: 1 };
    assert.equal(annotations([file([wide])], context), '::warning file=a.js,line=2,endLine=4,title=r::m\n');
  });

  it('escapes what would end a property or a command', () => {
    const report = annotations([file([message(2, 1, '100 %\r\n::error::x')], 'a,b:c%.js')], context);
    assert.match(report, /^::error file=a%2Cb%3Ac%25\.js,.*::100 %25%0D%0A::error::x\n$/);
  });

  it('shows ten errors and ten warnings, errors first, and tells of the rest', () => {
    const all = Array.from({ length: 12 }, (_, index) => [message(1, index + 1), message(2, index + 1)]).flat();
    const lines = annotations([file(all)], context)
      .trimEnd()
      .split('\n');
    const kinds = lines.map((line) => line.split(' ')[0]);
    assert.deepEqual(kinds, [...Array<string>(10).fill('::error'), ...Array<string>(10).fill('::warning'), '::notice']);
    assert.match(lines.at(-1) ?? '', /::4 more /);
  });

  it('adds all findings to the summary of the step, errors first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gather-'));
    const path = join(folder, 'summary.md');
    await writeFile(path, 'before\n');
    process.env['GITHUB_STEP_SUMMARY'] = path;
    try {
      github([file([message(1, 1, 'one | `a|b`'), message(2, 2, '<two>')])], context);
    } finally {
      delete process.env['GITHUB_STEP_SUMMARY'];
    }
    const text = await readFile(path, 'utf8');
    await rm(folder, { recursive: true });
    assert.match(text, /^before\n\| \|/);
    assert.ok(text.indexOf(String.raw`\<two\>`) < text.indexOf(String.raw`one \| `));
  });

  it('reports all the same where the summary of the step cannot be written', () => {
    process.env['GITHUB_STEP_SUMMARY'] = join(tmpdir(), 'gather', 'no', 'such', 'folder');
    try {
      const report = github([file([message(1, 1, 'one')])], context);
      assert.match(report, /^::warning [^\n]+::one\n::notice title=Gather::The summary [^\n]+: ENOENT[^\n]+\n$/u);
    } finally {
      delete process.env['GITHUB_STEP_SUMMARY'];
    }
  });

  it('says what it adds in the language of the findings', () => {
    const many = file(Array.from({ length: 1500 }, (_, index) => message(1, index + 1)));
    const chinese = { ...context, locale: 'zh-TW' } as const;
    assert.match(
      summary([many], chinese),
      /^\| \| 位置 \| 發現 \| 規則 \|\n[^]*\| 警告 \| [^]*\n另有 500 項未列出。\n/u,
    );
    assert.match(annotations([many], chinese), /::另有 1490 項列在這個步驟的摘要中/u);
  });

  it('cuts a summary that GitHub would refuse, and says so', () => {
    const many = Array.from({ length: 1500 }, (_, index) => message(1, index + 1));
    assert.match(summary([file(many)], context), /\n500 more are left out\.\n/);
    assert.equal(summary([file([])], context), '');
  });
});
