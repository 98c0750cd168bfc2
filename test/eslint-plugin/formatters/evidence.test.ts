// The places that prove a finding, carried from the rule to the report.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import type { Log, Result } from 'sarif';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import plugin from '../../../eslint-plugin/src/index.js';
import { ofProject, recommended } from '../../../eslint-plugin/src/lint/engine.js';
import { evidenceIn } from '../../../eslint-plugin/src/rules/evidence.js';
import { idOf } from '../../../eslint-plugin/src/rules/rule-id.js';
import { context } from './findings.js';

const configured: ESLint.Options = { overrideConfigFile: true, overrideConfig: plugin.configs.all };
const eslint = new ESLint(configured);

/** The related locations of each result on a module: what is said, and the code that it is said of. */
async function provedBy(code: string, locale?: 'en' | 'zh-TW'): Promise<Record<string, string[]>> {
  const results = await eslint.lintText(code, { filePath: resolve('module.mjs') });
  const log = JSON.parse(sarif(results, { ...context, ...(locale && { locale }) })) as Log;
  const found = log.runs[0]?.results ?? [];
  return Object.fromEntries(
    found.map((result) => [result.ruleId?.replace('gather/', '') ?? '', relatedOf(code, result)]),
  );
}

function relatedOf(code: string, { relatedLocations = [] }: Result): string[] {
  const lines = code.split('\n');
  return relatedLocations.map(({ id, message, physicalLocation }, index) => {
    assert.equal(id, index + 1);
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
    const last = startLine === endLine ? endColumn - 1 : undefined;
    return `${message?.text ?? ''} ${lines[startLine - 1]?.slice(startColumn - 1, last) ?? ''}`;
  });
}

const proofs: Readonly<Record<string, { code: string; places: string[] }>> = {
  'no-await-in-loop': {
    code: '/* 🎉 */ for (const id of ids) {\n  const page = await fetchPage(id);\n  console.log(page);\n}',
    places: ['This is waited for. await fetchPage(id)', 'This has to stay in order. console.log(page)'],
  },
  'no-sequential-await': {
    code: 'const user = await fetchUser();\nconst posts = await fetchPosts();\nshow(user, posts);',
    places: ['This is waited for. await fetchUser()', 'This is waited for. await fetchPosts()'],
  },
  'no-late-await': {
    code: 'const user = fetchUser();\nconst posts = await fetchPosts();\nconst name = await user;\nshow(name, posts);',
    places: ['Nobody handles a rejection until this is over. await fetchPosts()', 'The first handler. await user'],
  },
  'no-unhandled-promise-all': {
    code: 'async function f() {\n  try {\n    return Promise.all([a(), b()]);\n  } catch (error) { report(error); }\n}',
    places: ['This `catch` never gets to see it. catch (error) { report(error); }'],
  },
  'prefer-all-settled': {
    code: 'try {\n  await Promise.all(users.map((user) => send(user)));\n} catch (error) { console.error(error); }',
    places: ['Here the first failure is told, and the code goes on. catch (error) { console.error(error); }'],
  },
  'no-floating-iterations': {
    code: 'ids.forEach(async (id) => { await save(id); });',
    places: ['This makes a promise for each item. async (id) => { await save(id); }'],
  },
  'no-unbounded-concurrency': {
    code: 'await Promise.all(ids.map(async (id) => fetchPage(id)));',
    places: ['This leaves the process for each item. fetchPage(id)'],
  },
  'no-duplicate-promise': {
    code: 'const [a, b] = await Promise.all([fetchUser(1), fetchUser(1)]);\nshow(a, b);',
    places: ['The same, first. fetchUser(1)'],
  },
  'prefer-abort-on-failure': {
    code: 'await Promise.all([fetch(one), fetch(other)]);',
    places: ['This would stop at a signal. fetch(one)', 'This would stop at a signal. fetch(other)'],
  },
  'prefer-as-completed': {
    code: 'const pages = await Promise.all(urls.map(async (url) => fetchPage(url)));\nawait Promise.all(pages.map((page) => parsePage(page)));',
    places: ['Each result is handled here. await Promise.all(pages.map((page) => parsePage(page)));'],
  },
};

/** The same for reports that offer no rewrite. */
const byHand: typeof proofs = {
  'no-await-in-loop': {
    code: 'let id;\nfor (id of ids) await fetchPage(id);',
    places: ['This is waited for. await fetchPage(id)'],
  },
  'no-sequential-await': {
    code: 'const user = /* first */ await fetchUser();\nconst posts = await fetchPosts();',
    places: ['This is waited for. await fetchUser()', 'This is waited for. await fetchPosts()'],
  },
  'no-duplicate-promise': {
    code: 'const user = fetchUser(); const all = await Promise.all([user, user, other]); show(all[2]);',
    places: ['The same, first. user'],
  },
  'prefer-all-settled': {
    code: 'Promise.all(urls.map(fetchPage)).catch((error) => console.error(error.code));',
    places: ['Here the first failure is told, and the code goes on. (error) => console.error(error.code)'],
  },
  'prefer-abort-on-failure': {
    code: 'if (ok) await Promise.all([fetch(one), fetch(other)]);',
    places: ['This would stop at a signal. fetch(one)', 'This would stop at a signal. fetch(other)'],
  },
  'prefer-as-completed': {
    code: 'const pages = await Promise.all(urls.map((page) => fetchPage(page)));\nawait Promise.all(pages.map((page) => store(page)));',
    places: ['Each result is handled here. await Promise.all(pages.map((page) => store(page)));'],
  },
};

describe('evidence', () => {
  for (const [rule, { code, places }] of Object.entries(proofs)) {
    it(`of ${rule}`, async () => {
      assert.deepEqual((await provedBy(code))[rule], places);
    });
  }

  for (const [rule, { code, places }] of Object.entries(byHand)) {
    it(`of ${rule}, where no rewrite is offered`, async () => {
      const [{ messages } = { messages: [] }] = await eslint.lintText(code, { filePath: resolve('module.mjs') });
      assert.equal(messages.find(({ ruleId }) => ruleId === idOf(rule))?.suggestions, undefined);
      assert.deepEqual((await provedBy(code))[rule], places);
    });
  }

  it('is none of what stood at the place before the text was changed', async () => {
    await provedBy(byHand['no-await-in-loop']?.code ?? '');
    assert.deepEqual((await provedBy('let id;\n// gather: sequential -- one by one'))['no-await-in-loop'], []);
  });

  class Configured extends ESLint {
    constructor() {
      super(configured);
    }
  }
  for (const [rules, engine] of Object.entries({
    recommended: recommended(),
    own: ofProject(process.cwd(), Configured),
  })) {
    it(`goes along with a finding through threads and caches, by the ${rules} rules`, async () => {
      const messages = await engine.lint(byHand['no-await-in-loop']?.code ?? '', resolve('module.mjs'));
      const [message] = JSON.parse(JSON.stringify(messages)) as Linter.LintMessage[];
      assert.equal(message && evidenceIn(message, 'another thread').length, 1);
    });
  }

  it('speaks the language of the report', async () => {
    const { code } = proofs['no-duplicate-promise'] ?? { code: '' };
    assert.deepEqual((await provedBy(code, 'zh-TW'))['no-duplicate-promise'], ['相同的第一個。 fetchUser(1)']);
  });

  it('is none where a finding is another plugin’s, whatever its suggestions carry', () => {
    const evidence = [{ note: 'waits', range: [0, 1] }];
    const suggestions = [{ desc: 'd', data: { evidence }, fix: { range: [0, 1] as [number, number], text: '' } }];
    const message = { ruleId: 'x/y', severity: 1 as const, message: 'm', line: 1, column: 1, suggestions };
    const log = JSON.parse(sarif([{ filePath: '/project/a.js', messages: [message], source: 'code' }], context)) as Log;
    assert.equal(log.runs[0]?.results?.[0]?.relatedLocations, undefined);
  });

  it('is no more than twenty places', async () => {
    const calls = Array.from({ length: 30 }, (_, index) => `fetch(urls[${index}])`).join(', ');
    assert.equal((await provedBy(`await Promise.all([${calls}]);`))['prefer-abort-on-failure']?.length, 20);
  });
});
