// The worlds of the guide's samples, by chapter: what they are given, how long it takes and what fails. The pictures
// are drawn from what happens there, and the tests ask it what the text claims.
import type { Scene } from './world.js';

const urls = ['/a', '/b', '/c', '/d'];
const pageTimes = { "fetchPage('/a')": 200, "fetchPage('/b')": 300, "fetchPage('/c')": 400, "fetchPage('/d')": 500 };
const failingPage: Scene = { given: () => ({ urls }), takes: pageTimes, fails: ["fetchPage('/b')"] };

export const scenes: Readonly<Record<string, Scene>> = {
  'sequential-to-concurrent': {
    given: () => ({ urls }),
    takes: {
      "fetchStatus('/a')": 300,
      "fetchStatus('/b')": 500,
      "fetchStatus('/c')": 200,
      "fetchStatus('/d')": 400,
    },
    keeps: 'statuses',
  },
  'failure-policy': { ...failingPage, keeps: 'pages' },
  'rejections-that-go-nowhere': { ...failingPage, then: 'await refresh(urls);' },
  'settled-results': failingPage,
  'rejection-gap': {
    given: () => ({ id: 7 }),
    takes: { 'fetchPosts(7)': 200, 'fetchUser(7)': 500 },
    fails: ['fetchPosts(7)'],
  },
  'one-promise-per-item': {
    given: () => ({ items: ['a', 'b', 'c'] }),
    takes: { "save('a')": 300, "save('b')": 500, "save('c')": 400 },
  },
  'bounded-concurrency': {
    given: () => ({ users: ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'] }),
    takes: { "fetchProfile('u1')": 300, "fetchProfile('u2')": 400, "fetchProfile('u3')": 200 },
    capacity: 3,
    keeps: 'profiles',
  },
  'the-same-promise-twice': {
    given: () => ({ id: 7 }),
    takes: { 'fetchPosts(7)': 400 },
  },
  'fail-one-cancel-all': {
    given: () => ({ urls }),
    takes: { "download('/a')": 500, "download('/b')": 200, "download('/c')": 700, "download('/d')": 600 },
    fails: ["download('/b')"],
  },
  'as-completed': {
    given: () => ({ urls: ['/a', '/b', '/c'] }),
    takes: { "fetchPage('/a')": 200, "fetchPage('/b')": 600, "fetchPage('/c')": 400, "store('/a')": 500 },
    lanes: 'item',
  },
};
