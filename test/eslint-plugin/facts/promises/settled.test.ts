// What is looked at of the results of the first `allSettled` of a snippet.
import assert from 'node:assert/strict';
import { combinatorAt } from '../../../../eslint-plugin/src/facts/promises/combinators.js';
import type { Looks, SettledFacts } from '../../../../eslint-plugin/src/facts/promises/model.js';
import { factsOfSettled } from '../../../../eslint-plugin/src/facts/promises/settled.js';
import { found } from './looking.js';

const start = 'const results = await Promise.allSettled(xs.map(load));';

const looks: Record<Looks, readonly string[]> = {
  nothing: [
    'await Promise.allSettled(xs.map(load));',
    start,
    `${start} done(1);`,
    `${start} if (results.length === 0) done();`,
    'Promise.allSettled(xs).then((results) => { done(); });',
  ],
  values: [
    `${start} show(results.filter((result) => result.status === 'fulfilled').length);`,
    `${start} show(results.filter(({ status }) => status === 'fulfilled').map(({ value }) => value));`,
    `${start} show(results.filter((r): r is PromiseFulfilledResult<Page> => r.status === 'fulfilled').map((r) => r.value));`,
    `${start} show(results.filter((result) => !(result.status === 'rejected')));`,
    `${start} show(results.filter((result) => result.status !== 'rejected' && result.value.ok));`,
    `${start} const pages = results.filter((result) => result.status === 'fulfilled'); if (pages.length === 0) stop();`,
    `${start} show(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));`,
    `${start} show(results.flatMap((result) => (result.status === 'rejected' ? [] : [result.value])));`,
    `${start} show(results.map((r) => (r.status === 'fulfilled' ? r.value : undefined)).filter(Boolean));`,
    `${start} results.forEach((result) => { if (result.status === 'fulfilled') keep(result.value); });`,
    `${start} for (const result of results) { if (result.status !== 'fulfilled') continue; keep(result.value); }`,
    `${start} for (const result of results) { if (result.status === 'rejected' || !result.value) continue; keep(result.value); }`,
    `${start} for (const result of results) if (result.status === 'fulfilled') keep(result.value); else {}`,
    `${start} for (const [i, result] of results.entries()) { result.status === 'fulfilled' && keep(i, result.value); }`,
    `${start} for (let i = 0; i < 3; i++) { const result = results[i]; if (result.status === 'fulfilled') keep(result.value); }`,
    `${start} show(results.reduce((all, r) => { if (r.status === 'fulfilled') all.push(r.value); return all; }, []));`,
    `const [one, other] = await Promise.allSettled([load(1), load(2)]); show(one.value, other.value);`,
    'let results; results = await Promise.allSettled(xs); show(results.at(0).value);',
    `Promise.allSettled(xs).then((results) => { show(results[0]?.value); });`,
    `show((await Promise.allSettled(xs)).slice(1).map((result) => result.value));`,
  ],
  rejections: [
    `${start} show(results.filter((result) => result.status === 'rejected').map((result) => result.reason));`,
    `${start} if (results.filter((result) => result.status === 'rejected').length) warn();`,
    `${start} for (const result of results) { if (result.status === 'fulfilled') keep(result.value); else lost++; }`,
    `${start} for (const result of results) { if (result.status === 'fulfilled') { keep(result.value); continue; } warn(); }`,
    `${start} for (const result of results) if (result.status === 'rejected') throw result.reason;`,
    `${start} for (const result of results) { switch (result.status) { case 'fulfilled': keep(); break; default: warn(); } }`,
    `${start} show(results.map((result) => (result.status === 'fulfilled' ? result.value : null)));`,
    `${start} results.forEach(({ value, reason }) => show(value, reason));`,
    `${start} results.forEach((result) => { result.status === 'rejected' && warn(); });`,
    `Promise.allSettled(xs).then((results) => results.forEach((result) => show(result.value, result.reason)));`,
  ],
  elsewhere: [
    `${start} report(results);`,
    'async function f() { return Promise.allSettled(xs); }',
    'async function f() { return await Promise.allSettled(xs); }',
    'Promise.allSettled(xs);',
    'void Promise.allSettled(xs);',
    'Promise.allSettled(xs).then(report);',
    'this.results = await Promise.allSettled(xs);',
    `${start} if (results.some((result) => result.status === 'rejected')) warn();`,
    `${start} if (!results.every(({ status }) => status === 'fulfilled')) warn();`,
    `${start} const done = results.filter((r) => r.status === 'fulfilled'); if (done.length < results.length) warn();`,
    `${start} let done = 0; for (const result of results) if (result.status === 'fulfilled') done++;`,
    `${start} for (const result of results) report(result);`,
    `${start} show(results.filter(isGood));`,
    `${start} for (const result of results) if (result.status === wanted) keep(result.value);`,
  ],
};

function factsIn(code: string): SettledFacts {
  return found(code, (source, node) => {
    const combinator = combinatorAt(source, node);
    return combinator && factsOfSettled(source, combinator);
  });
}

describe('settled results', () => {
  for (const [expected, snippets] of Object.entries(looks)) {
    for (const code of snippets) {
      it(`${expected}: ${code.replace(start, '').trim() || code}`, () => {
        assert.equal(factsIn(code).looks, expected);
      });
    }
  }

  it('know what each item starts', () => {
    assert.deepEqual(factsIn('await Promise.allSettled(xs.map((x) => api.save(x)));').calleesPerItem, ['api.save']);
    assert.deepEqual(factsIn('await Promise.allSettled([save(1), save(2)]);').calleesPerItem, undefined);
    assert.deepEqual(factsIn('await Promise.allSettled(pending);').calleesPerItem, undefined);
  });

  it('know operations that take their own failures, and where something ends', () => {
    const own = factsIn('try {} finally { await Promise.allSettled(xs.map((x) => save(x).catch(log))); }');
    assert.deepEqual([own.tellsOwnFailures, own.cleansUp], [true, true]);
    const other = factsIn('try { await Promise.allSettled(xs.map((x) => save(x))); } catch {}');
    assert.deepEqual([other.tellsOwnFailures, other.cleansUp], [false, false]);
    assert.equal(factsIn('try { await Promise.allSettled([a(), b()]); } catch (e) { stop(e); }').isTried, true);
    assert.equal(factsIn('try { await Promise.allSettled([a(), b()]); } catch {}').isTried, false);
    assert.equal(factsIn('try { await Promise.allSettled([a(), b()]); c(); } catch (e) { stop(e); }').isTried, false);
    assert.equal(factsIn('try {} catch { await Promise.allSettled(xs.map(undo)); }').cleansUp, true);
  });
});
