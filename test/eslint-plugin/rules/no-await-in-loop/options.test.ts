// The options of the rules: what a project adds to the names that Gather knows, and what the schema lets pass.
import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import { rules } from '../../../../eslint-plugin/src/rules/index.js';

type RuleName = keyof typeof rules;

/**
 * The lines of the reports of one rule on a module.
 * @throws when the options do not fit the schema
 */
function linesOf(rule: RuleName, code: string, options: object = {}): number[] {
  const messages = new Linter().verify(code, [
    {
      plugins: { gather: { rules: { [rule]: rules[rule] } } },
      rules: { [`gather/${rule}`]: ['warn', options] },
    },
  ] as unknown as Linter.Config[]);
  assert.deepEqual(
    messages.filter(({ fatal }) => fatal),
    [],
  );
  return messages.map(({ line }) => line);
}

/** A rule reports a piece of code, and no longer does with the options. */
function silences(rule: RuleName, options: object, codes: readonly string[]): void {
  for (const code of codes) {
    it(`${JSON.stringify(options)} silences ${code.replaceAll('\n', ' ')}`, () => {
      assert.equal(linesOf(rule, code).length, 1);
      assert.deepEqual(linesOf(rule, code, options), []);
    });
  }
}

/** A rule reports a piece of code, and still does with the options. */
function leaves(rule: RuleName, options: object, codes: readonly string[]): void {
  for (const code of codes) {
    it(`${JSON.stringify(options)} leaves ${code.replaceAll('\n', ' ')}`, () => {
      assert.equal(linesOf(rule, code).length, 1);
      assert.equal(linesOf(rule, code, options).length, 1);
    });
  }
}

/** A rule reports a piece of code with the options alone. */
function uncovers(rule: RuleName, options: object, codes: readonly string[]): void {
  for (const code of codes) {
    it(`${JSON.stringify(options)} uncovers ${code.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(linesOf(rule, code), []);
      assert.equal(linesOf(rule, code, options).length, 1);
    });
  }
}

describe('no-await-in-loop: options', () => {
  const rule = 'no-await-in-loop';

  describe('serial', () => {
    silences(rule, { serial: ['printer'] }, [
      'for (const x of xs) await printer.render(x);',
      'for (const x of xs) await this.printer.render(x);',
      'for (const x of xs) await printer(x);',
      'for (const x of xs) await render(x, printer);',
      'for (const x of xs) await render({ x, by: printer });',
    ]);
    leaves(rule, { serial: ['printer'] }, [
      'for (const x of xs) await blueprinter.render(x);',
      'for (const x of xs) await x.printer.render(x);',
      'for (const printer of xs) await printer.render(1);',
    ]);
    silences(rule, { serial: ['paint*'] }, [
      'for (const x of xs) await paint(x);',
      'for (const x of xs) await paintPage(x);',
      'for (const x of xs) await paintQueue.render(x);',
    ]);
    leaves(rule, { serial: ['paint*'] }, ['for (const x of xs) await preparePaint(x);']);
  });

  describe('waits', () => {
    silences(rule, { waits: ['breathe'] }, [
      'for (const x of xs) { await load(x); await breathe(); }',
      'for (const x of xs) { await load(x); await clock.breathe(); }',
    ]);
    leaves(rule, { waits: ['breathe'] }, [
      'for (const x of xs) { await load(x); await breatheDeeply(x); }',
      'for (const x of xs) { await load(x); breathe(); }',
    ]);
    silences(rule, { waits: ['breathe*'] }, ['for (const x of xs) { await load(x); await breatheDeeply(x); }']);
  });

  describe('safe', () => {
    uncovers(rule, { safe: ['pollVotes'] }, ['for (const x of xs) await pollVotes(x);']);
    uncovers(rule, { safe: ['poll*'] }, ['for (const x of xs) await pollVotes(x);']);
    uncovers(rule, { safe: ['askServer'] }, ['for (const x of xs) await askServer(x);']);
    uncovers(rule, { safe: ['find'] }, ['for (const x of xs) await trx.find(x);']);

    it('says nothing on what the data flow shows', () => {
      assert.deepEqual(linesOf(rule, 'let y; for (const x of xs) y = await find(x, y);', { safe: ['find'] }), []);
      assert.deepEqual(linesOf(rule, 'for (const x of xs) if (await find(x)) break;', { safe: ['find'] }), []);
    });
  });

  describe('reportWrites', () => {
    silences(rule, { reportWrites: false }, [
      'for (const x of xs) await save(x);',
      'for (const x of xs) { const y = await load(x); await api.update(y); }',
      'for (const x of xs) await fetch(x, { method: "PUT" });',
    ]);
    leaves(rule, { reportWrites: false }, ['for (const x of xs) rows.push(await load(x));']);
    leaves(rule, { reportWrites: true }, ['for (const x of xs) await save(x);']);

    it('makes a comment on a loop that writes unneeded', () => {
      const code = '// gather: sequential -- it has no queue\nfor (const x of xs) await save(x);';
      assert.deepEqual(linesOf(rule, code), []);
      assert.deepEqual(linesOf(rule, code, { reportWrites: false }), [1]);
    });
  });
});

describe('no-sequential-await: options', () => {
  const rule = 'no-sequential-await';

  silences(rule, { serial: ['printer'] }, [
    'const a = await printer.read(1);\nconst b = await printer.read(2);',
    'const a = await readHead(printer);\nconst b = await readTray(printer);',
    'show(await printer.read(1), await printer.read(2));',
  ]);
  silences(rule, { serial: ['measure*'] }, ['const a = await measureHeat(1);\nconst b = await fetchLight(2);']);
  silences(rule, { waits: ['breathe'] }, ['const a = await breathe(1);\nconst b = await load(2);']);
  leaves(rule, { serial: ['printer'], waits: ['breathe'] }, ['const a = await load(1);\nconst b = await load(2);']);
  uncovers(rule, { safe: ['pollVotes'] }, ['const a = await pollVotes(1);\nconst b = await load(2);']);
  uncovers(rule, { safe: ['find'] }, ['const a = await trx.find(1);\nconst b = await trx.find(2);']);
});

describe('the schema of the options', () => {
  const code = 'for (const x of xs) await load(x);';
  const wrong: Record<string, object> = {
    'a key that it does not know': { serials: [] },
    'one name without a list': { serial: 'printer' },
    'what is not a name': { waits: [1] },
    'a name without letters': { safe: [''] },
    'a name twice': { serial: ['a', 'a'] },
  };

  for (const rule of ['no-await-in-loop', 'no-sequential-await'] as const) {
    for (const [what, options] of Object.entries(wrong)) {
      it(`of ${rule} rejects ${what}`, () => {
        assert.throws(() => linesOf(rule, code, options), new RegExp(`gather/${rule}`));
      });
    }

    it(`of ${rule} has defaults that change nothing`, () => {
      const [defaults] = rules[rule].meta.defaultOptions ?? [];
      assert.deepEqual(linesOf(rule, code, defaults), linesOf(rule, code));
    });
  }

  it('knows `reportWrites` for loops alone', () => {
    assert.throws(() => linesOf('no-await-in-loop', code, { reportWrites: 'no' }), /boolean/);
    assert.throws(() => linesOf('no-sequential-await', code, { reportWrites: true }), /reportWrites/);
  });
});
