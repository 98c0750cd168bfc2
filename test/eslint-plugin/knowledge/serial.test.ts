// Every name of a serial resource holds a loop back, in the place in which it is looked for.
import assert from 'node:assert/strict';
import {
  bareSerialCalls,
  personWords,
  pools,
  serialArguments,
  connectionClasses,
  orderedCalls,
  personVerbs,
  serialCalls,
  serialNames,
  serialOptions,
  serialScopes,
  serialSources,
  serialTypes,
  transactionVerbs,
} from '../../../eslint-plugin/src/knowledge/serial.js';
import { holdBack, namesIn, saidOf } from './names.js';

const reason = 'serial-resource';

describe('knowledge: serial resources', () => {
  describe('by the name of the receiver', () => {
    holdBack(
      reason,
      namesIn(serialNames),
      'thing',
      (name) => `async function all(rows, ${name}) { for (const row of rows) await ${name}.handle(row); }`,
    );
  });

  describe('by the name of a property of this', () => {
    holdBack(
      reason,
      namesIn(serialNames),
      'thing',
      (name) => `class A { async all(rows) { for (const row of rows) await this.${name}.handle(row); } }`,
    );
  });

  describe('but not by the name of a table', () => {
    for (const name of namesIn(serialNames)) {
      it(name, () =>
        assert.notDeepEqual(
          saidOf(`async function all(rows, db) { for (const row of rows) await db.${name}.handle(row); }`),
          [reason],
        ),
      );
    }
  });

  describe('by the name of an argument', () => {
    holdBack(
      reason,
      namesIn(serialArguments),
      'thing',
      (name) => `async function all(rows, ${name}) { for (const row of rows) await handle(row, ${name}); }`,
    );
  });

  describe('by the key of an option', () => {
    holdBack(
      reason,
      namesIn(serialOptions),
      'thing',
      (name) => `async function all(rows, given) { for (const row of rows) await handle(row, { ${name}: given }); }`,
    );
  });

  describe('by the call that it comes from', () => {
    holdBack(
      reason,
      namesIn(serialSources),
      'getThing',
      (name) =>
        `async function all(rows, api) { const got = await api.${name}(); for (const row of rows) await got.handle(row); }`,
    );
  });

  describe('by the call whose callback it is handed to', () => {
    holdBack(
      reason,
      namesIn(serialScopes),
      'within',
      (name) =>
        `async function all(rows, api) { await api.${name}(async (inner) => { for (const row of rows) await inner.handle(row); }); }`,
    );
  });

  describe('by the pool that it is a connection of', () => {
    holdBack(
      reason,
      pools,
      'thing',
      (name) =>
        `async function all(rows, ${name}) { const got = await ${name}.connect(); for (const row of rows) await got.handle(row); }`,
    );
  });

  describe('by the transaction that is begun or ended for it', () => {
    holdBack(
      reason,
      transactionVerbs,
      'look',
      (name) =>
        `async function all(rows, request) { await ${name}Transaction(request); for (const row of rows) await handle(row, request); }`,
    );
  });

  describe('by its declared type', () => {
    holdBack(
      reason,
      namesIn(serialTypes),
      'Thing',
      (name) => `async function all(rows: Row[], given: ${name}) { for (const row of rows) await given.handle(row); }`,
    );
  });

  describe('by a method that serialises by itself', () => {
    holdBack(
      reason,
      namesIn(serialCalls),
      'handle',
      (name) => `async function all(rows, api) { for (const row of rows) await api.${name}(row); }`,
    );
  });

  describe('by what a call is for, whatever its steps', () => {
    holdBack(
      reason,
      namesIn(orderedCalls),
      'handle',
      (name) =>
        `async function all(rows) { for (const row of rows) await ${name}(row); } async function ${name}(row) { await keep(row); }`,
    );
  });

  describe('by the class that `this` is of', () => {
    holdBack(
      reason,
      connectionClasses,
      'Builder',
      (name) => `class My${name} { async all(rows) { for (const row of rows) await this.keep(row); } }`,
    );
  });

  describe('by a call whose name says that it may ask', () => {
    holdBack(
      reason,
      personVerbs,
      'take',
      (name) => `async function all(rows) { for (const row of rows) await getOr_${name}_something(row); }`,
    );
  });

  describe('by a function that serialises by itself', () => {
    holdBack(
      reason,
      namesIn(bareSerialCalls),
      'handle',
      (name) => `async function all(rows) { for (const row of rows) await ${name}(row); }`,
    );
  });

  describe('by an argument that tells of a person', () => {
    holdBack(
      reason,
      personWords,
      'verbose',
      (name) => `async function all(rows, ${name}) { for (const row of rows) await handle(row, ${name}); }`,
    );
  });

  describe('not when each iteration has one of its own', () => {
    for (const name of namesIn(serialNames)) {
      it(name, () => {
        assert.deepEqual(saidOf(`async function all(list) { for (const ${name} of list) await ${name}.look(); }`), [
          'reads',
        ]);
      });
    }
  });
});
