// What ESLint reports without a rule: a file that is ignored or cannot be parsed, and comments that do nothing.
import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import type { Log } from 'sarif';
import { annotations, summary } from '../../../eslint-plugin/src/formatters/github.js';
import markdown from '../../../eslint-plugin/src/formatters/markdown.js';
import rdjson from '../../../eslint-plugin/src/formatters/rdjson.js';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import { context } from './findings.js';

const eslint = new ESLint({
  cwd: context.cwd,
  overrideConfigFile: true,
  overrideConfig: [{ ignores: ['left-out.js'] }, { linterOptions: { reportUnusedDisableDirectives: 'warn' } }],
});

/** What ESLint says of a text as a file of the project. */
async function said(name: string, text: string): Promise<ESLint.LintResult[]> {
  const results = await eslint.lintText(text, { filePath: name, warnIgnored: true });
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)),
    [null],
  );
  return results;
}

const ignored = async () => said('left-out.js', 'f();');
const directive = async () => said('a.js', 'f();\n// eslint-disable-next-line eqeqeq\ng();');
const broken = async () => said('b.js', 'f(');

function runOf(results: readonly ESLint.LintResult[]) {
  const [run] = (JSON.parse(sarif(results, context)) as Log).runs;
  const [invocation] = run?.invocations ?? [];
  return {
    ids: run?.results?.map(({ ruleId }) => ruleId),
    told: invocation?.toolExecutionNotifications?.map(({ level, locations }) => [
      level,
      locations?.[0]?.physicalLocation?.region?.startLine,
    ]),
    isComplete: invocation?.executionSuccessful,
  };
}

describe('what ESLint reports without a rule', () => {
  it('is told apart in SARIF', async () => {
    assert.deepEqual(runOf(await ignored()), { ids: [], told: [['warning', undefined]], isComplete: true });
    assert.deepEqual(runOf(await directive()), { ids: ['eslint/directive'], told: [], isComplete: true });
    assert.deepEqual(runOf(await broken()), { ids: [], told: [['error', 1]], isComplete: false });
  });

  it('is told apart in annotations', async () => {
    assert.match(annotations(await ignored(), context), /^::warning file=left-out\.js,title=not linted::File ignored/u);
    assert.match(annotations(await directive(), context), /^::warning file=a\.js,line=2,.*,title=eslint\/directive::/u);
    assert.match(
      annotations(await broken(), context),
      /^::error file=b\.js,line=1,.*,title=not linted::Parsing error/u,
    );
    assert.match(summary(await ignored(), context), /\| `left-out\.js` \|/u);
  });

  it('is told apart in a review', async () => {
    assert.match(markdown(await ignored(), context), /^### left-out\.js\n/u);
    assert.match(markdown(await directive(), context), /^### a\.js:2\n[^]*\(`eslint\/directive`\)\n/u);
    assert.match(markdown(await broken(), context), /^### b\.js:1\n/u);
    const { diagnostics } = JSON.parse(rdjson((await Promise.all([ignored(), directive()])).flat(), context)) as {
      diagnostics: { location: object; code?: object }[];
    };
    assert.deepEqual(diagnostics[0]?.location, { path: 'left-out.js' });
    assert.deepEqual(diagnostics[1]?.code, { value: 'eslint/directive' });
  });
});
