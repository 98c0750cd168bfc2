// The worlds of the samples that are drawn, by chapter of the guide or by rule. The pictures show what happens there,
// and the tests ask what the text claims.
import { cast } from './cast.js';
import type { Scene } from './world.js';

const failingPage: Scene = {
  given: cast,
  takes: { "fetchPage('/a')": 200, "fetchPage('/b')": 300, "fetchPage('/c')": 400, "fetchPage('/d')": 500 },
  fails: ["fetchPage('/b')"],
};

/** Of the guide's chapters. */
export const chapterScenes: Readonly<Record<string, Scene>> = {
  'sequential-to-concurrent': {
    given: cast,
    takes: {
      "fetchStatus('/a')": 300,
      "fetchStatus('/b')": 500,
      "fetchStatus('/c')": 200,
      "fetchStatus('/d')": 400,
    },
    keeps: 'statuses',
  },
  'failure-policy': { ...failingPage, keeps: 'pages' },
  'rejections-that-go-nowhere': failingPage,
  'settled-results': failingPage,
  'rejection-gap': {
    given: cast,
    takes: { 'fetchPosts(7)': 200, 'fetchUser(7)': 500 },
    fails: ['fetchPosts(7)'],
  },
  'one-promise-per-item': {
    given: () => ({ items: ['a', 'b', 'c'] }),
    takes: { "save('a')": 300, "save('b')": 500, "save('c')": 400 },
  },
  'bounded-concurrency': {
    given: () => ({ users: ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'] }),
    takes: {
      "fetchProfile('u1')": 300,
      "fetchProfile('u2')": 400,
      "fetchProfile('u3')": 200,
      "fetchProfile('u4')": 300,
      "fetchProfile('u5')": 300,
      "fetchProfile('u6')": 300,
    },
    capacity: 3,
    keeps: 'profiles',
  },
  'the-same-promise-twice': { given: cast, takes: { 'fetchUser(7)': 300, 'fetchPosts(7)': 400 } },
  'fail-one-cancel-all': {
    given: cast,
    takes: { "fetch('/a')": 500, "fetch('/b')": 200, "fetch('/c')": 700, "fetch('/d')": 600 },
    fails: ["fetch('/b')"],
  },
  'as-completed': {
    given: () => ({ urls: ['/a', '/b', '/c'] }),
    takes: {
      "fetchPage('/a')": 200,
      "fetchPage('/b')": 600,
      "fetchPage('/c')": 400,
      "store('/a')": 500,
      "store('/b')": 300,
      "store('/c')": 300,
    },
    lanes: 'item',
  },
};

/** Of the rules whose page has a picture of its own, made of its first two samples; the others show their chapter's. */
export const ruleScenes: Readonly<Record<string, Scene>> = {
  'no-sequential-await': { given: cast, takes: { 'fetchUser(7)': 300, 'fetchPosts(7)': 400 } },
};
