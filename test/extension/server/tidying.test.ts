// When the server gives memory back, and that it does.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { collectAll, Tidying } from '../../../extension/server/tidying.js';

const large = 2 ** 30;

/** How often is collected, of which half comes of it, by a clock that stands still between the steps. */
function tidying(size: number): {
  tidying: Tidying;
  pass: (milliseconds: number) => number;
  grow: (to: number) => void;
} {
  let collections = 0;
  let resident = size;
  return {
    tidying: new Tidying(
      () => resident,
      () => {
        collections++;
        resident /= 2;
      },
    ),
    grow: (to) => (resident = to),
    pass: (milliseconds) => {
      mock.timers.tick(milliseconds);
      return collections;
    },
  };
}

describe('tidying', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('waits until nothing was linted for five seconds, each time anew', () => {
    const { tidying: server, pass, grow } = tidying(large);
    server.linted();
    assert.equal(pass(4_000), 0);
    server.linted();
    assert.equal(pass(4_000), 0);
    assert.equal(pass(1_000), 1);
    assert.equal(pass(60_000), 1);
    grow(large);
    server.linted();
    assert.equal(pass(5_000), 2);
  });

  it('leaves alone what was left the last time, until it has grown', () => {
    const { tidying: server, pass, grow } = tidying(large);
    server.linted();
    assert.equal(pass(5_000), 1);
    grow(0.55 * large);
    server.linted();
    assert.equal(pass(5_000), 1);
    grow(0.65 * large);
    server.linted();
    assert.equal(pass(5_000), 2);
  });

  it('leaves a small server alone', () => {
    const { tidying: server, pass } = tidying(100 * 2 ** 20);
    server.linted();
    assert.equal(pass(5_000), 0);
  });
});

describe('a collection', () => {
  const used = (): number => process.memoryUsage().heapUsed;
  const make = (count: number): number => Array.from({ length: count }, (_, index) => ({ index })).length;

  it('takes what nobody holds', async () => {
    collectAll();
    const before = used();
    make(1_000_000);
    const made = used() - before;
    await new Promise(setImmediate);
    collectAll();
    const left = used() - before;
    assert.ok(left < made / 4, `${String(made)} bytes made, ${String(left)} left`);
  });
});
