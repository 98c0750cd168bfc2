// Generated from the guide in docs/ by `npm run generate`. Do not edit.
import type { Run } from './timeline.js';

/** What happened when the two samples of a chapter, the bad and the better one, were run; by the chapter. */
type Pair = readonly [Omit<Run, 'label'>, Omit<Run, 'label'>];

export const runs: ReadonlyMap<string, Pair> = new Map<string, Pair>([
  [
    'sequential-to-concurrent',
    [
      {
        lanes: [
          { label: "fetchStatus('/a')", bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: "fetchStatus('/b')", bars: [{ from: 300, to: 800, state: 'done' }] },
          { label: "fetchStatus('/c')", bars: [{ from: 800, to: 1000, state: 'done' }] },
          { label: "fetchStatus('/d')", bars: [{ from: 1000, to: 1400, state: 'done' }] },
        ],
        end: 1400,
        outcome: 'done',
      },
      {
        lanes: [
          { label: "fetchStatus('/a')", bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: "fetchStatus('/b')", bars: [{ from: 0, to: 500, state: 'done' }] },
          { label: "fetchStatus('/c')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchStatus('/d')", bars: [{ from: 0, to: 400, state: 'done' }] },
        ],
        end: 500,
        outcome: 'done',
      },
    ],
  ],
  [
    'failure-policy',
    [
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'lost' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 400, state: 'lost' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 500, state: 'lost' }] },
        ],
        end: 300,
        outcome: 'done',
      },
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 400, state: 'done' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 500, state: 'done' }] },
        ],
        end: 500,
        outcome: 'done',
      },
    ],
  ],
  [
    'rejections-that-go-nowhere',
    [
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 300, state: 'lost' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 300, state: 'lost' }] },
        ],
        end: 300,
        outcome: 'unhandled',
      },
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 400, state: 'lost' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 500, state: 'lost' }] },
        ],
        end: 300,
        outcome: 'failed',
      },
    ],
  ],
  [
    'settled-results',
    [
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 400, state: 'done' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 500, state: 'done' }] },
        ],
        end: 500,
        outcome: 'done',
      },
      {
        lanes: [
          { label: "fetchPage('/a')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchPage('/b')", bars: [{ from: 0, to: 300, state: 'failed' }] },
          { label: "fetchPage('/c')", bars: [{ from: 0, to: 400, state: 'done' }] },
          { label: "fetchPage('/d')", bars: [{ from: 0, to: 500, state: 'done' }] },
        ],
        end: 500,
        outcome: 'failed',
      },
    ],
  ],
  [
    'rejection-gap',
    [
      {
        lanes: [
          { label: 'fetchPosts(7)', bars: [{ from: 0, to: 200, state: 'failed' }] },
          { label: 'fetchUser(7)', bars: [{ from: 0, to: 200, state: 'lost' }] },
        ],
        end: 200,
        outcome: 'unhandled',
      },
      {
        lanes: [
          { label: 'fetchPosts(7)', bars: [{ from: 0, to: 200, state: 'failed' }] },
          { label: 'fetchUser(7)', bars: [{ from: 0, to: 500, state: 'lost' }] },
        ],
        end: 200,
        outcome: 'failed',
      },
    ],
  ],
  [
    'one-promise-per-item',
    [
      {
        lanes: [
          { label: "save('a')", bars: [{ from: 0, to: 300, state: 'lost' }] },
          { label: "save('b')", bars: [{ from: 0, to: 500, state: 'lost' }] },
          { label: "save('c')", bars: [{ from: 0, to: 400, state: 'lost' }] },
        ],
        end: 0,
        outcome: 'done',
      },
      {
        lanes: [
          { label: "save('a')", bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: "save('b')", bars: [{ from: 0, to: 500, state: 'done' }] },
          { label: "save('c')", bars: [{ from: 0, to: 400, state: 'done' }] },
        ],
        end: 500,
        outcome: 'done',
      },
    ],
  ],
  [
    'bounded-concurrency',
    [
      {
        lanes: [
          { label: "fetchProfile('u1')", bars: [{ from: 0, to: 300, state: 'lost' }] },
          { label: "fetchProfile('u2')", bars: [{ from: 0, to: 400, state: 'lost' }] },
          { label: "fetchProfile('u3')", bars: [{ from: 0, to: 200, state: 'lost' }] },
          { label: "fetchProfile('u4')", bars: [{ from: 0, to: 60, state: 'failed' }] },
          { label: "fetchProfile('u5')", bars: [{ from: 0, to: 60, state: 'failed' }] },
          { label: "fetchProfile('u6')", bars: [{ from: 0, to: 60, state: 'failed' }] },
        ],
        end: 60,
        outcome: 'failed',
      },
      {
        lanes: [
          { label: "fetchProfile('u1')", bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: "fetchProfile('u2')", bars: [{ from: 0, to: 400, state: 'done' }] },
          { label: "fetchProfile('u3')", bars: [{ from: 0, to: 200, state: 'done' }] },
          { label: "fetchProfile('u4')", bars: [{ from: 200, to: 500, state: 'done' }] },
          { label: "fetchProfile('u5')", bars: [{ from: 300, to: 600, state: 'done' }] },
          { label: "fetchProfile('u6')", bars: [{ from: 400, to: 700, state: 'done' }] },
        ],
        end: 700,
        outcome: 'done',
      },
    ],
  ],
  [
    'the-same-promise-twice',
    [
      {
        lanes: [
          { label: 'fetchUser(7)', bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: 'fetchPosts(7)', bars: [{ from: 0, to: 400, state: 'done' }] },
          { label: 'fetchUser(7)', bars: [{ from: 0, to: 300, state: 'done' }] },
        ],
        end: 400,
        outcome: 'done',
      },
      {
        lanes: [
          { label: 'fetchUser(7)', bars: [{ from: 0, to: 300, state: 'done' }] },
          { label: 'fetchPosts(7)', bars: [{ from: 0, to: 400, state: 'done' }] },
        ],
        end: 400,
        outcome: 'done',
      },
    ],
  ],
  [
    'fail-one-cancel-all',
    [
      {
        lanes: [
          { label: "fetch('/a')", bars: [{ from: 0, to: 500, state: 'lost' }] },
          { label: "fetch('/b')", bars: [{ from: 0, to: 200, state: 'failed' }] },
          { label: "fetch('/c')", bars: [{ from: 0, to: 700, state: 'lost' }] },
          { label: "fetch('/d')", bars: [{ from: 0, to: 600, state: 'lost' }] },
        ],
        end: 200,
        outcome: 'failed',
      },
      {
        lanes: [
          { label: "fetch('/a')", bars: [{ from: 0, to: 200, state: 'cancelled' }] },
          { label: "fetch('/b')", bars: [{ from: 0, to: 200, state: 'failed' }] },
          { label: "fetch('/c')", bars: [{ from: 0, to: 200, state: 'cancelled' }] },
          { label: "fetch('/d')", bars: [{ from: 0, to: 200, state: 'cancelled' }] },
        ],
        end: 200,
        outcome: 'failed',
      },
    ],
  ],
  [
    'as-completed',
    [
      {
        lanes: [
          {
            label: "'/a'",
            bars: [
              { from: 0, to: 200, state: 'done', label: 'fetchPage' },
              { from: 600, to: 1100, state: 'done', label: 'store' },
            ],
          },
          {
            label: "'/b'",
            bars: [
              { from: 0, to: 600, state: 'done', label: 'fetchPage' },
              { from: 600, to: 900, state: 'done', label: 'store' },
            ],
          },
          {
            label: "'/c'",
            bars: [
              { from: 0, to: 400, state: 'done', label: 'fetchPage' },
              { from: 600, to: 900, state: 'done', label: 'store' },
            ],
          },
        ],
        end: 1100,
        outcome: 'done',
      },
      {
        lanes: [
          {
            label: "'/a'",
            bars: [
              { from: 0, to: 200, state: 'done', label: 'fetchPage' },
              { from: 200, to: 700, state: 'done', label: 'store' },
            ],
          },
          {
            label: "'/b'",
            bars: [
              { from: 0, to: 600, state: 'done', label: 'fetchPage' },
              { from: 600, to: 900, state: 'done', label: 'store' },
            ],
          },
          {
            label: "'/c'",
            bars: [
              { from: 0, to: 400, state: 'done', label: 'fetchPage' },
              { from: 400, to: 700, state: 'done', label: 'store' },
            ],
          },
        ],
        end: 900,
        outcome: 'done',
      },
    ],
  ],
]);
