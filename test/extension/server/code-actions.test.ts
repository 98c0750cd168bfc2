// The quick fixes of a run that is given as plain data.
import assert from 'node:assert/strict';
import { type CodeActionContext, CodeActionTriggerKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Abilities, toCodeActions } from '../../../extension/server/code-actions.js';
import type { LintRun } from '../../../extension/server/lint-cache.js';

const uri = 'file:///project/a.ts';
const span = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const run: LintRun = {
  id: '1',
  version: 7,
  state: 'linted',
  rules: 'recommended',
  milliseconds: 1,
  findings: [
    {
      rule: 'no-await-in-loop',
      url: undefined,
      message: 'This loop waits.',
      severity: 'error',
      range: span(2, 4, 20),
      rewrites: [
        { title: 'The safe one', range: span(2, 4, 40), newText: 'safe' },
        { title: 'The bold one', range: span(2, 4, 40), newText: 'bold' },
      ],
    },
    {
      rule: 'no-await-in-loop',
      url: undefined,
      message: 'No way.',
      severity: 'warning',
      range: span(9, 0, 9),
      rewrites: [],
    },
  ],
};

const document = TextDocument.create(
  uri,
  'typescript',
  7,
  '#!/usr/bin/env node\n\n    for (const x of xs) await f(x);\n',
);

/** An editor that has no commands and shows no edits. */
const plain: Abilities = { commands: false, previews: false, refusals: false, fixAll: false, locale: 'en' };

const ask = (line: number, from: number, to: number, abilities: Partial<Abilities> = {}, only?: string[]) =>
  toCodeActions(
    document,
    run,
    { range: span(line, from, to), context: { diagnostics: [], ...(only && { only }) } },
    { ...plain, ...abilities },
  );

describe('code actions', () => {
  it('are one for each rewrite, the safest first and preferred, for the version that was linted', () => {
    const diagnostic = {
      range: span(2, 4, 20),
      severity: 1,
      source: 'gather',
      code: 'no-await-in-loop',
      message: 'This loop waits.',
    };
    const action = (title: string, isPreferred: boolean, newText: string) => ({
      title,
      kind: 'quickfix',
      isPreferred,
      diagnostics: [diagnostic],
      edit: {
        documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range: span(2, 4, 40), newText }] }],
      },
    });
    assert.deepEqual(ask(2, 10, 10), [action('The safe one', true, 'safe'), action('The bold one', false, 'bold')]);
  });

  it('are none for a finding without a rewrite', () => {
    assert.deepEqual(ask(9, 0, 0), []);
  });

  it('are asked for by any range that touches the finding', () => {
    for (const [from, to] of [
      [0, 4],
      [20, 30],
      [0, 30],
    ] as const)
      assert.equal(ask(2, from, to).length, 2);
    assert.equal(ask(2, 0, 3).length, 0);
    assert.equal(ask(2, 21, 30).length, 0);
  });

  it('are the same rewrites again, to be confirmed, where the editor can show them first', () => {
    const [safe, bold] = ask(2, 4, 4, { previews: true }, ['refactor']);
    assert.equal(safe?.title, 'Preview: The safe one');
    assert.equal(bold?.title, 'Preview: The bold one');
    assert.deepEqual(safe.edit?.changeAnnotations, { rewrite: { label: 'The safe one', needsConfirmation: true } });
    assert.deepEqual(safe.edit.documentChanges, [
      {
        textDocument: { uri, version: 7 },
        edits: [{ range: span(2, 4, 40), newText: 'safe', annotationId: 'rewrite' }],
      },
    ]);
    assert.deepEqual(ask(2, 4, 4, {}, ['refactor']), []);
  });

  it('silence and open the guide where the editor has the commands', () => {
    const [here, file, guide, ...others] = ask(9, 0, 0, { commands: true });
    assert.deepEqual(others, []);
    assert.deepEqual(here?.command?.arguments, [{ uri, line: 9, text: '// gather: sequential -- {reason}' }]);
    assert.deepEqual(file?.command?.arguments, [
      { uri, line: 1, text: '/* eslint-disable gather/no-await-in-loop -- {reason} */' },
    ]);
    assert.deepEqual(guide?.command?.arguments, ['sequential-to-concurrent']);
    const [, , indented] = ask(2, 4, 4, { commands: true });
    assert.deepEqual(indented?.command?.arguments, [{ uri, line: 2, text: '    // gather: sequential -- {reason}' }]);
  });

  it('rewrite all findings on save, only where that is switched on and asked for', () => {
    const [action, ...others] = ask(0, 0, 0, { fixAll: true }, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.gather');
    assert.deepEqual(action.edit?.documentChanges, [
      { textDocument: { uri, version: 7 }, edits: [{ range: span(2, 4, 40), newText: 'safe' }] },
    ]);
    assert.deepEqual(ask(0, 0, 0, { fixAll: false }, ['source.fixAll.gather']), []);
    assert.deepEqual(ask(0, 0, 0, { fixAll: true }), []);
    assert.deepEqual(ask(0, 0, 0, { fixAll: true }, ['source.organizeImports']), []);
  });

  it('speak the language of the editor', () => {
    const titles = ask(2, 4, 4, { commands: true, previews: true, locale: 'zh-tw' }).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => !title.startsWith('The ') && !/\p{Script=Han}/u.test(title)),
      [],
    );
    assert.equal(titles.length, 7);
  });

  describe('on a loop that has to stay sequential', () => {
    const text = 'async () => {\n  for (const x of xs) last = await f(x, last);\n};\n';
    const sequential = TextDocument.create(uri, 'typescript', 7, text);
    const refused = (
      abilities: Partial<Abilities>,
      context: Partial<CodeActionContext> = {},
      [line, character]: readonly [number, number] = [1, 4],
    ) =>
      toCodeActions(
        sequential,
        { ...run, findings: [] },
        { range: span(line, character, character), context: { diagnostics: [], ...context } },
        { ...plain, refusals: true, ...abilities },
      );

    it('are one that cannot be done, with the reason', () => {
      const reason = "`last` set at 2:23 from this iteration's result is read at 2:41";
      const title = `Run the iterations concurrently: no, ${reason}`;
      const action = {
        title,
        kind: 'refactor.rewrite.gather',
        disabled: { reason: `Has to stay sequential: ${reason}.` },
      };
      for (const only of [undefined, ['refactor'], ['refactor.rewrite'], ['refactor.rewrite.gather']])
        assert.deepEqual(refused({}, only && { only }), [action]);
      assert.deepEqual(refused({}, { triggerKind: CodeActionTriggerKind.Invoked }), [action]);
      assert.deepEqual(refused({}, {}, [1, text.indexOf('await') - text.indexOf('  for') + 1]), [action]);
    });

    it('are Chinese for who reads Chinese', () => {
      const [action] = refused({ locale: 'zh-TW' });
      assert.match(action?.title ?? '', /^併發執行每一輪：不行，這一輪的結果在 2:23 存入 `last`/u);
      assert.match(action?.disabled?.reason ?? '', /^必須依序：這一輪的結果/u);
    });

    it('are none as the cursor moves, for another kind, elsewhere, or where the editor cannot show it', () => {
      assert.deepEqual(refused({}, { triggerKind: CodeActionTriggerKind.Automatic }), []);
      assert.deepEqual(refused({}, { only: ['quickfix'] }), []);
      assert.deepEqual(refused({}, {}, [0, 2]), []);
      assert.deepEqual(refused({}, {}, [1, 24]), []);
      assert.deepEqual(refused({ refusals: false }), []);
    });
  });
});
