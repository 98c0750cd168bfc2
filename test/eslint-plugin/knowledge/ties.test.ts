// Every name that ties calls together holds back a loop, and its neutral twin does not.
import assert from 'node:assert/strict';
import {
  builderVerbs,
  commandNames,
  commandRunners,
  commandShells,
  concurrencyWords,
  contextNames,
  documentWords,
  messageNames,
  settingsNames,
  settingsVerbs,
  statementNames,
  statementRunners,
  tools,
} from '../../../eslint-plugin/src/knowledge/ties.js';
import { holdBack, namesIn, saidOf } from './names.js';

describe('knowledge: ties', () => {
  describe('verbs that run a command', () => {
    holdBack(
      'chain',
      commandRunners,
      'look',
      (name) => `async function all(rows) { for (const row of rows) await ${name}(row.command); }`,
    );
  });

  describe('shells', () => {
    holdBack(
      'chain',
      commandShells,
      'thing',
      (name) => `async function all(rows) { for (const row of rows) await ${name}.run(row.command); }`,
    );
  });

  describe('names of commands', () => {
    holdBack(
      'chain',
      namesIn(commandNames),
      'thing',
      (name) => `async function all(rows) { for (const ${name} of rows) await exec(${name}); }`,
    );
  });

  describe('contexts that are filled', () => {
    holdBack(
      'chain',
      namesIn(contextNames),
      'thing',
      (name) => `async function all(parts, ${name}) { for (const part of parts) await part.load({ ${name} }); }`,
    );
    for (const name of namesIn(contextNames)) {
      it(`not ${name} for a result`, () => {
        const code = `async function all(parts, ${name}, kept) { for (const part of parts) kept.push(await part.load(${name})); }`;
        assert.deepEqual(saidOf(code), ['reads']);
      });
    }
  });

  describe('what comes in one after the other', () => {
    holdBack(
      'chain',
      namesIn(messageNames),
      'thing',
      (name) => `async function all(rows) { for (const ${name} of rows) await handle(${name}); }`,
    );
  });

  describe('programs that change one tree', () => {
    holdBack(
      'chain',
      tools,
      'convert',
      (name) => `async function all(rows) { for (const row of rows) await execa('${name}', [row.id]); }`,
    );
  });

  describe('settings', () => {
    holdBack(
      'serial-resource',
      settingsNames,
      'rows',
      (name) => `async function all(keys, ${name}) { for (const key of keys) await ${name}.remove(key); }`,
    );
  });

  describe('verbs that change settings', () => {
    holdBack(
      'serial-resource',
      settingsVerbs,
      'keep',
      (verb) => `async function all(keys, settings) { for (const key of keys) await settings.${verb}(key); }`,
    );
  });

  describe('verbs that run a statement', () => {
    holdBack(
      'chain',
      statementRunners,
      'keep',
      (name) => `async function all(rows, db) { for (const row of rows) await db.${name}(row.sql); }`,
    );
  });

  describe('names of statements', () => {
    holdBack(
      'chain',
      namesIn(statementNames),
      'thing',
      (name) => `async function all(rows, db) { for (const ${name} of rows) await db.exec(${name}); }`,
    );
  });

  describe('words of what runs concurrently', () => {
    holdBack(
      'already-concurrent',
      concurrencyWords,
      'thing',
      (word) => `async function all(groups) { for (const group of groups) await ${word}_work(group); }`,
    );
  });

  describe('documents', () => {
    holdBack(
      'serial-resource',
      documentWords,
      'thing',
      (word) => `async function all(rows, ${word}) { for (const row of rows) await ${word}.addPart(row); }`,
    );
  });

  describe('verbs that add to a document', () => {
    holdBack(
      'serial-resource',
      builderVerbs,
      'send',
      (verb) => `async function all(rows, pdf) { for (const row of rows) await pdf.${verb}Thing(row.part); }`,
    );
  });
});
