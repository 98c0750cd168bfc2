// What the words of a callee tell: whether it writes, what its result is called, what is shown.
import assert from 'node:assert/strict';
import {
  adders,
  beginningVerbs,
  branchVerbs,
  conversationNames,
  endingVerbs,
  folderFillers,
  folderMakers,
  gateVerbs,
  loggers,
  logMethods,
  messageVerbs,
  cancelVerbs,
  progressVerbs,
  readVerbs,
  shownStreams,
  showVerbs,
  streamMethods,
  tellVerbs,
  viewVerbs,
  writeVerbs,
} from '../../../eslint-plugin/src/knowledge/effects.js';
import { lint } from '../rules/no-await-in-loop/linted.js';
import { holdBack, namesIn, saidOf } from './names.js';

describe('knowledge: effects', () => {
  describe('verbs that write: the report bounds the rewrite', () => {
    for (const verb of writeVerbs) {
      it(verb, () => {
        const [said = ''] = saidOf(
          `async function all(rows, kept) { for (const row of rows) kept.push(await api.${verb}Thing(row)); }`,
        );
        // A few of them are held back by a stronger reason.
        assert.ok(['writes', 'serial-resource'].includes(said), said);
      });
    }
    it('not other verbs', () =>
      assert.deepEqual(
        saidOf('async function all(rows, kept) { for (const row of rows) kept.push(await api.frobThing(row)); }'),
        ['reads'],
      ));
  });

  describe('verbs that read: the result is called by what follows them', () => {
    const named = (verb: string): boolean => {
      const { messages } = lint(
        `async function all(rows) { let sum = 0; for (const row of rows) { sum += await api.${verb}Price(row); } return sum; }`,
        'ts',
        '@typescript-eslint/parser',
      );
      return messages[0]?.suggestions?.at(-1)?.fix.text.includes('sum += price') ?? false;
    };
    for (const verb of readVerbs) it(verb, () => assert.equal(named(verb), true));
    it('not other verbs', () => assert.equal(named('frob'), false));
  });

  describe('methods that add at the end, in a function that is handed the thing', () => {
    holdBack(
      'visible-order',
      namesIn(adders),
      'look',
      (name) =>
        `async function put(row, out) { out.${name}(await load(row)); } async function all(rows, out) { for (const row of rows) await put(row, out); }`,
    );
  });

  describe('verbs that begin, before an await', () => {
    holdBack(
      'shared-state',
      beginningVerbs,
      'look',
      (verb) =>
        `async function all(rows, light) { for (const row of rows) { light.${verb}(); await convert(row); light.stop(); } }`,
    );
  });

  describe('verbs that end, after it', () => {
    holdBack(
      'shared-state',
      endingVerbs,
      'look',
      (verb) =>
        `async function all(rows, light) { for (const row of rows) { light.start(); await convert(row); light.${verb}(); } }`,
    );
  });

  describe('calls that make a folder', () => {
    holdBack(
      'serial-resource',
      folderMakers,
      'look',
      (name) =>
        `async function all(rows) { for (const row of rows) { if (row.isFolder) await ${name}(row.path); else await writeFile(row.path, row.text); } }`,
    );
  });

  describe('calls that put something into one', () => {
    holdBack(
      'serial-resource',
      folderFillers,
      'look',
      (name) =>
        `async function all(rows) { for (const row of rows) { if (row.isFolder) await mkdir(row.path); else await pour(row, ${name}(row.path)); } }`,
    );
  });

  describe('verbs that add a message to a conversation', () => {
    holdBack(
      'visible-order',
      messageVerbs,
      'count',
      (verb) =>
        `async function all(rows, thread) { for (const row of rows) await api.${verb}Message({ thread, text: row.text }); }`,
    );
  });

  describe('conversations', () => {
    holdBack(
      'visible-order',
      namesIn(conversationNames),
      'thing',
      (name) =>
        `async function all(rows, ${name}) { for (const row of rows) await api.createMessage({ ${name}Id: ${name}.id, text: row.text }); }`,
    );
  });

  describe('verbs that write to a branch', () => {
    holdBack(
      'visible-order',
      branchVerbs,
      'name',
      (verb) => `async function all(rows, branch) { for (const row of rows) await api.${verb}(row, { branch }); }`,
    );
  });

  describe('loggers: in pairs around an await', () => {
    holdBack(
      'visible-order',
      loggers,
      'thing',
      (name) =>
        `async function all(rows, ${name}) { for (const row of rows) { ${name}.info(row.id); await convert(row); ${name}.info(row.id); } }`,
    );
  });

  describe('methods of a logger: in pairs around an await', () => {
    holdBack(
      'visible-order',
      logMethods,
      'handle',
      (name) =>
        `async function all(rows) { for (const row of rows) { console.${name}(row.id); await convert(row); console.${name}(row.id); } }`,
    );
  });

  describe('streams that somebody reads', () => {
    holdBack(
      'visible-order',
      shownStreams,
      'thing',
      (name) =>
        `async function all(rows, ${name}) { for (const row of rows) { const text = await convert(row); ${name}.write(text); } }`,
    );
  });

  describe('methods that write to a stream', () => {
    holdBack(
      'visible-order',
      streamMethods,
      'handle',
      (name) =>
        `async function all(rows, socket) { for (const row of rows) { const text = await convert(row); socket.${name}(text); } }`,
    );
  });

  describe('verbs that show, when nobody takes the result', () => {
    holdBack(
      'visible-order',
      showVerbs,
      'convert',
      (name) => `async function all(rows) { for (const row of rows) await ${name}Thing(row); }`,
    );
    for (const verb of showVerbs) {
      it(`not ${verb} with a result`, () => {
        const [said = ''] = saidOf(
          `async function all(rows, kept) { for (const row of rows) kept.push(await ${verb}Thing(row)); }`,
        );
        assert.ok(['reads', 'writes'].includes(said), said);
      });
    }
  });

  describe('verbs that tell of the progress', () => {
    holdBack(
      'visible-order',
      progressVerbs,
      'take',
      (verb) => `async function all(rows) { for (const row of rows) { ${verb}Progress(row.id); await keep(row); } }`,
    );
  });

  describe('verbs that ask whether to go on', () => {
    holdBack(
      'early-exit',
      cancelVerbs,
      'show',
      (verb) => `async function all(rows) { for (const row of rows) { ${verb}Cancelled(); await keep(row); } }`,
    );
  });

  describe('verbs that tell one receiver', () => {
    holdBack(
      'visible-order',
      tellVerbs,
      'keep',
      (name) => `async function all(rows, to) { for (const row of rows) await ${name}Thing(to, row); }`,
    );
  });

  describe('verbs that bring something before the eyes', () => {
    holdBack(
      'visible-order',
      viewVerbs,
      'convert',
      (name) => `async function all(rows) { for (const row of rows) await ${name}Thing(row); }`,
    );
    for (const verb of viewVerbs) {
      it(`not ${verb} of the item's own`, () => {
        const [said = ''] = saidOf(`async function all(rows) { for (const row of rows) await row.${verb}(); }`);
        assert.ok(['reads', 'writes'].includes(said), said);
      });
    }
  });

  describe('gates that are asked again before each write', () => {
    for (const verb of gateVerbs) {
      it(verb, () => {
        const code = (gate: string): string =>
          `async function all(rows, user) { for (const row of rows) { await ${gate}; await saveRow(row); } }`;
        assert.ok(!saidOf(code(`${verb}Quota(user)`)).includes('writes'));
        assert.deepEqual(saidOf(code(`${verb}Quota(row)`)), ['writes']);
        assert.deepEqual(saidOf(code('frobQuota(user)')), ['writes']);
      });
    }
  });
});
