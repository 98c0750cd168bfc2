// How a file of tests is known.

/** Globals of mocha, Jest and their kin that only tests call. */
export const testFunctions: ReadonlySet<string> = new Set([
  'describe',
  'beforeEach',
  'afterEach',
  'beforeAll',
  'afterAll',
]);

/** Modules that only tests import. */
export const testModules: ReadonlySet<string> = new Set([
  'vitest', 'mocha', '@jest/globals', 'node:test', '@playwright/test', 'ava', 'tape', 'jasmine', 'chai',
]); // prettier-ignore
