// What the first `catch` of a snippet, or the handler of its chain, does with a failure.
import assert from 'node:assert/strict';
import { factsOfCatch, factsOfHandler } from '../../../../eslint-plugin/src/facts/promises/catches.js';
import type { CatchFacts } from '../../../../eslint-plugin/src/facts/promises/model.js';
import { found } from './looking.js';

type Told = Omit<CatchFacts, 'at'>;

const quiet: Told = { tells: false, error: 'unused', asks: [], endings: ['goes-on'], assigns: false, awaits: false };
const telling: Told = { ...quiet, tells: true, error: 'told' };

const caught: readonly [string, Told][] = [
  ['{}', quiet],
  ['{ /* never mind */ }', quiet],
  ["{ console.log('no'); }", { ...quiet, tells: true }],
  ['{ console.error(error); }', telling],
  ['{ this.logger.warn(error.message); }', { ...telling, asks: ['message'] }],
  ['{ Sentry.captureException(error); }', telling],
  ['{ toast.error(String(error)); }', telling],
  ['{ enqueueSnackbar(error.message); }', { ...telling, asks: ['message'] }],
  [
    '{ const text = error instanceof Error ? error.message : String(error); alerts.error(text); }',
    { ...telling, asks: ['message'] },
  ],
  ["{ if (error) console.error('no', error); }", telling],
  ['{ failed = true; console.error(error); }', { ...telling, assigns: true }],
  ['{ console.error(error); await wait(); }', { ...telling, awaits: true }],
  ['{ console.error(error); throw error; }', { ...telling, error: 'used', endings: ['throws'] }],
  ["{ showError('no'); }", { ...quiet, tells: true }],
  ['{ showPage(home); }', quiet],
  ['{ report(error); }', telling],
  ['{ throw error; }', { ...quiet, error: 'used', endings: ['throws'] }],
  [
    "{ if (error.code !== 'ENOENT') throw error; }",
    { ...quiet, error: 'used', asks: ['code'], endings: ['throws', 'goes-on'] },
  ],
  ["{ if (error.code === 'ENOENT') return; console.error(error); }", { ...telling, error: 'used', asks: ['code'] }],
  ['{ console.error(error); return []; }', { ...telling, endings: ['gives-nothing'] }],
  ['{ console.error(error); return; }', telling],
  ['{ console.error(error); return undefined; }', telling],
  ['{ console.error(error); return null; }', { ...telling, endings: ['gives'] }],
  ['{ return { error }; }', { ...quiet, error: 'used', endings: ['gives'] }],
  ['{ console.error(error); continue; }', telling],
  ['{ console.error(error); break; }', { ...telling, endings: ['breaks'] }],
  ['{ console.error(error); process.exit(1); }', { ...telling, endings: ['exits'] }],
  ['{ if (a) { throw new Error(); } else { return null; } }', { ...quiet, endings: ['throws', 'gives'] }],
  ['{ next(error); }', { ...quiet, error: 'used' }],
  ["{ res.status(500).send('no'); }", { ...quiet, error: 'used' }],
  [
    '{ const { response } = error; console.error(response, (error as Failure).code, error[key]); }',
    { ...telling, asks: ['response', 'code', '*'] },
  ],
  ['{ setError(error); }', { ...quiet, error: 'used' }],
  ['{ this.error = error; }', { ...quiet, error: 'used', assigns: true }],
  ['{ list.forEach(() => { throw 1; }); }', quiet],
];

const handlers: readonly [string, Told][] = [
  ['console.error', telling],
  ['alerts.error', telling],
  ['reject', { ...quiet, error: 'used' }],
  ['handleIt', { ...quiet, error: 'used' }],
  ['(error) => console.error(error)', telling],
  ['(error) => { console.error(error); }', telling],
  ['({ message }) => { console.error(message); }', { ...telling, asks: ['message'] }],
  ['() => []', { ...quiet, endings: ['gives-nothing'] }],
  ['() => undefined', quiet],
  ['() => void 0', quiet],
  ['() => null', { ...quiet, endings: ['gives'] }],
  ['() => fallback()', { ...quiet, endings: ['gives'] }],
];

function withoutPlace({ tells, error, asks, endings, assigns, awaits }: CatchFacts): Told {
  return { tells, error, asks, endings, assigns, awaits };
}

describe('catches', () => {
  for (const [body, expected] of caught) {
    it(body, () => {
      const code = `async function f() { for (const x of xs) { try { await g(x); } catch (error) ${body} } }`;
      const facts = found(code, (source, node) =>
        node.type === 'CatchClause' ? factsOfCatch(source, node) : undefined,
      );
      assert.deepEqual(withoutPlace(facts), expected);
    });
  }

  for (const [handler, expected] of handlers) {
    it(`.catch(${handler})`, () => {
      const facts = found(`f().catch(${handler});`, (source, node) =>
        node.type === 'CallExpression' && node.arguments[0] ? factsOfHandler(source, node.arguments[0]) : undefined,
      );
      assert.deepEqual(withoutPlace(facts), expected);
    });
  }

  it('a handler of the file is looked up', () => {
    const code = 'const log = (error) => { console.error(error); }; f().catch(log);';
    const facts = found(code, (source, node) =>
      node.type === 'CallExpression' && node.arguments[0]?.type === 'Identifier' && node.arguments[0].name === 'log'
        ? factsOfHandler(source, node.arguments[0])
        : undefined,
    );
    assert.deepEqual(withoutPlace(facts), telling);
  });
});
