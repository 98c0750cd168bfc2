import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sarifToMarkdown } from '@security-alert/sarif-to-markdown';
import Ajv from 'ajv-draft-04';
import type { Linter } from 'eslint';
import type { Log, Result, Run } from 'sarif';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import { awkward, context, linted, loop } from './findings.js';

const format = (...results: FileResult[]): Log => JSON.parse(sarif(results, context)) as Log;

function runOf(...results: FileResult[]): Run {
  const [run] = format(...results).runs;
  assert.ok(run);
  return run;
}

/** The official schema, as Microsoft's matcher for Jest carries it. */
async function officialSchema(): Promise<object> {
  const main = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
  return JSON.parse(await readFile(new URL('schemas/sarif-2.1.0-rtm.5.json', `file://${main}`), 'utf8')) as object;
}

/** Applies the replacements of a fix, whose columns count UTF-16 units. */
function applied(text: string, result: Result, index: number): string {
  const replacements = result.fixes?.[index]?.artifactChanges[0]?.replacements ?? [];
  assert.notEqual(replacements.length, 0);
  const lines = text.split('\n');
  const offsetOf = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, column - 1);
  return replacements.reduceRight((rest, { deletedRegion, insertedContent }) => {
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
    const inserted = insertedContent?.text ?? '';
    return rest.slice(0, offsetOf(startLine, startColumn)) + inserted + rest.slice(offsetOf(endLine, endColumn));
  }, text);
}

describe('sarif', () => {
  it('is valid against the official schema', async () => {
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      await officialSchema(),
    );
    const without: FileResult = { filePath: '/project/x.js', messages: linted(loop).messages };
    const log = format(linted(loop), linted(awkward, 'src/文件 1.js'), linted('for (', 'src/broken.js'), without);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.notEqual(log.runs[0]?.results?.[0]?.relatedLocations, undefined);
    assert.equal(validate({ ...log, runs: [{ results: [] }] }), false);
  });

  it('is read by another tool', () => {
    const [report] = sarifToMarkdown({ title: 'report', owner: 'o', repo: 'r', branch: 'main', sourceRoot: '' })(
      format(linted(loop)),
    );
    assert.equal(report?.shouldFail, false);
    assert.match(report.body, /gather\/no-await-in-loop/);
    assert.match(report.body, /src\/app\.js/);
  });

  it('describes each rule once, with the chapter of the guide', () => {
    const run = runOf(linted(loop), linted(loop, 'src/b.js'));
    const [rule, ...others] = run.tool.driver.rules ?? [];
    assert.equal(others.length, 0);
    assert.equal(rule?.id, 'gather/no-await-in-loop');
    assert.match(rule.shortDescription?.text ?? '', /await/);
    assert.match(rule.help?.markdown ?? '', /Promise\.all/);
    assert.match(rule.helpUri ?? '', /no-await-in-loop\.md$/);
    assert.deepEqual(
      run.results?.map(({ ruleIndex }) => ruleIndex),
      [0, 0],
    );
  });

  it('describes rules in the language of the report', () => {
    const file = linted(loop);
    const [rule] = (JSON.parse(sarif([file], { ...context, locale: 'zh-TW' })) as Log).runs[0]?.tool.driver.rules ?? [];
    assert.match(rule?.fullDescription?.text ?? '', /把依序等待的 I\/O 改成併發/);
    assert.match(rule?.help?.markdown ?? '', /在迴圈裡 `await`/);
  });

  it('describes rules that it does not know by what they say of themselves', () => {
    for (const ruleId of ['x/y', 'gather/y']) {
      const other: Linter.LintMessage = { ruleId, severity: 2, message: 'm', line: 1, column: 1 };
      const file: FileResult = { filePath: '/project/a.js', messages: [other], source: 'x' };
      const [rule] = runOf(file).tool.driver.rules ?? [];
      assert.deepEqual(rule?.shortDescription, { text: ruleId });
      assert.deepEqual(rule.properties?.tags, [ruleId.split('/')[0]]);
    }
  });

  it('names places, whatever the file is called', () => {
    const [result] = runOf(linted(awkward, 'src/文件 1.js')).results ?? [];
    const place = result?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, `src/${encodeURIComponent('文件 1.js')}`);
    assert.deepEqual(place.region, { startLine: 3, startColumn: 33, endLine: 3, endColumn: 53 });
  });

  it('has every suggestion as a fix that applies', () => {
    for (const source of [loop, awkward, `${'// far above\n'.repeat(100)}${loop}`]) {
      const lint = linted(source);
      const [result] = runOf(lint).results ?? [];
      assert.ok(result);
      const suggestions = lint.messages[0]?.suggestions ?? [];
      assert.equal(result.fixes?.length, suggestions.length);
      assert.deepEqual(
        suggestions.map((_, index) => applied(source, result, index)),
        suggestions.map(({ fix }) => source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1])),
      );
    }
  });

  it('does not repeat in a fix what stands between an import and a loop', () => {
    const sizeOf = (source: string): number => JSON.stringify(runOf(linted(source)).results?.[0]?.fixes).length;
    assert.ok(sizeOf(`import './a.js';\n${'// far above\n'.repeat(1000)}${loop}`) < 2 * sizeOf(loop));
  });

  it('keeps a fingerprint when lines move or are indented, and tells two of the same code apart', () => {
    const prints = (source: string): (string | undefined)[] =>
      (runOf(linted(source)).results ?? []).map((result) => result.partialFingerprints?.['primaryLocationLineHash']);
    const [print] = prints(loop);
    assert.ok(print);
    assert.deepEqual(prints(`// moved\n\n${loop}`), [print]);
    assert.deepEqual(prints(`\t${loop.replace('\n', '\r\n')}`), [print]);
    const twice = prints(loop + loop.replace('async function all', 'async function all'));
    assert.equal(twice[0], print);
    assert.notEqual(twice[1], print);
    assert.notDeepEqual(prints(loop.replace('save', 'keep')), [print]);
  });

  it('tells of a file that cannot be parsed as a notification', () => {
    const [invocation] = runOf(linted('for (')).invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.match(invocation.toolExecutionNotifications?.[0]?.message.text ?? '', /Parsing error/);
  });

  it('drops warnings before errors where there are more than GitHub takes, and says so', () => {
    const message = (severity: 1 | 2, line: number): Linter.LintMessage => ({
      ruleId: 'x/y',
      severity,
      message: 'm',
      line,
      column: 1,
    });
    const many = Array.from({ length: 25_000 }, (_, index) => message(1, index + 1));
    const run = runOf({ filePath: '/project/a.js', messages: [...many, message(2, 1)], source: '' });
    assert.equal(run.results?.length, 25_000);
    assert.equal(run.results.at(-1)?.level, 'error');
    const [notification] = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.match(notification?.message.text ?? '', /^1 more findings/);
  });
});
