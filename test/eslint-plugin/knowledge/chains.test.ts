// Every name of a chain holds back the loop that runs it.
import assert from 'node:assert/strict';
import {
  chainRunners,
  chains,
  ends,
  entryRunners,
  groups,
  journalEntries,
  journalVerbs,
  migrationItems,
  told,
} from '../../../eslint-plugin/src/knowledge/chains.js';
import { holdBack, namesIn, saidOf, used } from './names.js';

describe('knowledge: chains', () => {
  describe('links that are run', () => {
    holdBack(
      'chain',
      namesIn(chains),
      'thing',
      (name) => `async function all(list, input) { for (const ${name} of list) await ${name}.handle(input); }`,
    );
  });

  describe('links that an entry holds', () => {
    holdBack(
      'chain',
      namesIn(chains),
      'thing',
      (name) => `async function all(list, input) { for (const { ${name} } of list) await ${name}.handle(input); }`,
    );
  });

  describe('what runs a link', () => {
    holdBack(
      'chain',
      namesIn(chainRunners),
      'handle',
      (name) => `async function all(names, context) { for (const name of names) await ${name}(name, context); }`,
    );
  });

  describe('what runs a link that it is handed', () => {
    holdBack(
      'chain',
      namesIn(entryRunners),
      'handle',
      (name) => `async function all(list, input) { for (const one of list) await ${name}(one, input); }`,
    );
    for (const name of namesIn(entryRunners)) {
      it(`not ${name} with a name of its own`, () =>
        assert.deepEqual(
          saidOf(
            `async function all(list, io) { for (const one of list) await io.${used(name)}('send', () => send(one)); }`,
          ),
          ['writes'],
        ));
    }
  });

  describe('callbacks that are told of each', () => {
    holdBack(
      'chain',
      [...namesIn(told), 'onThing'],
      'load',
      (name) => `async function all(list, ${name}) { for (const one of list) await ${name}(one); }`,
    );
  });

  describe('groups that an entry has', () => {
    holdBack(
      'already-concurrent',
      namesIn(groups),
      'things',
      (name) => `async function all(list) { for (const [at, ${name}] of list) await Promise.all(${name}.map(send)); }`,
    );
  });

  describe('verbs that bring a change into effect', () => {
    holdBack(
      'chain',
      journalVerbs,
      'handle',
      (name) => `async function all(list, api) { for (const change of list) await api.${name}(change); }`,
    );
  });

  describe('changes that are brought into effect', () => {
    holdBack(
      'chain',
      namesIn(journalEntries),
      'thing',
      (name) => `async function all(list, api) { for (const ${name} of list) await api.apply(${name}); }`,
    );
  });

  describe('items that build on each other', () => {
    holdBack(
      'chain',
      namesIn(migrationItems),
      'thing',
      (name) => `async function all(list) { for (const ${name} of list) await execute(textOf(${name})); }`,
    );
  });

  describe('functions of a list, unless each ends something of its own', () => {
    for (const name of namesIn(ends)) {
      it(name, () => {
        const code = (called: string): string =>
          `async function all(list) { for (const ${called} of list) await ${called}(); }`;
        assert.notDeepEqual(saidOf(code(used(name))), ['chain']);
        assert.deepEqual(saidOf(code('thing')), ['chain']);
      });
    }
  });

  describe('not links that are only looked at', () => {
    for (const name of namesIn(chains)) {
      it(name, () =>
        assert.deepEqual(
          saidOf(`async function all(list) { for (const ${name} of list) await inspect(${name}.file); }`),
          ['reads'],
        ),
      );
    }
  });
});
