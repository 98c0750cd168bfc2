// Every name of a wait holds a loop back, as a function, a method or an import under another name.
import { answers, timers, waits } from '../../../eslint-plugin/src/knowledge/waits.js';
import { holdBack, namesIn } from './names.js';

describe('knowledge: waits', () => {
  describe('functions', () => {
    holdBack(
      'time',
      [...namesIn(waits), ...namesIn(answers)],
      'handle',
      (name) => `async function all(rows) { for (const row of rows) { await convert(row); await ${name}(row); } }`,
    );
  });

  describe('methods', () => {
    holdBack(
      'time',
      [...namesIn(waits), ...namesIn(answers)],
      'handle',
      (name) =>
        `async function all(rows, api) { for (const row of rows) { await convert(row); await api.${name}(row); } }`,
    );
  });

  describe('imports under another name', () => {
    holdBack(
      'time',
      [...namesIn(waits), ...namesIn(answers)],
      'handle',
      (name) =>
        `import { ${name} as x } from './x.js'; async function all(rows) { for (const row of rows) { await convert(row); await x(row); } }`,
    );
  });

  describe('timers that only resolve a promise', () => {
    holdBack(
      'time',
      timers,
      'handle',
      (name) =>
        `async function all(rows) { for (const row of rows) { await convert(row); await new Promise((done) => ${name}(done, row)); } }`,
    );
  });
});
