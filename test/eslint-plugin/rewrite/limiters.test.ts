// Each limiter by its own text: what is imported, what is called, and which version is called how.
import assert from 'node:assert/strict';
import { js, type Snippet } from '../rules/no-await-in-loop/linted.js';
import { dependingOn, offersIn, type Project } from './project.js';

/** Loops that write to each of several kinds of lists. */
const loops = js`
  export async function all(users) {
    for (const [index, user] of users.entries()) {
      await sendMail(user, index);
    }
  }
`;

/** What `find` is called on is an array. */
const counting = js`
  export async function all(users, first = users.find(isFirst)) {
    for (let i = 0; i < users.length; i++) {
      const user = users[i];
      await sendMail(user, i);
    }
  }
`;

/** What the limited form makes of the loop over entries and of the counting one, without the function around them. */
const forms: Record<string, { range: string; entries: Snippet; counted: Snippet }> = {
  'p-map': {
    range: '^7.0.0',
    entries: js`
      import pMap from 'p-map';

      await pMap(users.entries(), async ([index, user]) => {
        await sendMail(user, index);
      }, { concurrency: 10 });
    `,
    counted: js`
      import pMap from 'p-map';

      await pMap(users, async (user, i) => {
        await sendMail(user, i);
      }, { concurrency: 10 });
    `,
  },
  'p-limit': {
    range: '>=5 <8',
    entries: js`
      import pLimit from 'p-limit';

      const limit = pLimit(10);
      await Promise.all(Array.from(users.entries(), ([index, user]) => limit(async () => {
        await sendMail(user, index);
      })));
    `,
    counted: js`
      import pLimit from 'p-limit';

      const limit = pLimit(10);
      await Promise.all(users.map((user, i) => limit(async () => {
        await sendMail(user, i);
      })));
    `,
  },
  'p-all': {
    range: '~5.0.1',
    entries: js`
      import pAll from 'p-all';

      await pAll(Array.from(users.entries(), ([index, user]) => async () => {
        await sendMail(user, index);
      }), { concurrency: 10 });
    `,
    counted: js`
      import pAll from 'p-all';

      await pAll(users.map((user, i) => async () => {
        await sendMail(user, i);
      }), { concurrency: 10 });
    `,
  },
  'p-queue': {
    range: '9.x',
    entries: js`
      import PQueue from 'p-queue';

      const queue = new PQueue({ concurrency: 10 });
      await queue.addAll(Array.from(users.entries(), ([index, user]) => async () => {
        await sendMail(user, index);
      }));
    `,
    counted: js`
      import PQueue from 'p-queue';

      const queue = new PQueue({ concurrency: 10 });
      await queue.addAll(users.map((user, i) => async () => {
        await sendMail(user, i);
      }));
    `,
  },
  'modern-async': {
    range: '^2.0.0',
    entries: js`
      import { asyncMap } from 'modern-async';

      await asyncMap(users.entries(), async ([index, user]) => {
        await sendMail(user, index);
      }, 10);
    `,
    counted: js`
      import { asyncMap } from 'modern-async';

      await asyncMap(users, async (user, i) => {
        await sendMail(user, i);
      }, 10);
    `,
  },
  bluebird: {
    range: '^3.7.2',
    entries: js`
      import Bluebird from 'bluebird';

      await Bluebird.map(users.entries(), async ([index, user]) => {
        await sendMail(user, index);
      }, { concurrency: 10 });
    `,
    counted: js`
      import Bluebird from 'bluebird';

      await Bluebird.map(users, async (user, i) => {
        await sendMail(user, i);
      }, { concurrency: 10 });
    `,
  },
  async: {
    range: '^3.2.6',
    entries: js`
      import { mapLimit } from 'async';

      await mapLimit(Array.from(users.entries()), 10, async ([index, user]) => {
        await sendMail(user, index);
      });
    `,
    counted: js`
      import { mapLimit } from 'async';

      await mapLimit(Array.from({ length: users.length }, (_, i) => i), 10, async (i) => {
        const user = users[i];
        await sendMail(user, i);
      });
    `,
  },
  'es-toolkit': {
    range: '^1.42.0',
    entries: js`
      import { mapAsync } from 'es-toolkit';

      await mapAsync(Array.from(users.entries()), async ([index, user]) => {
        await sendMail(user, index);
      }, { concurrency: 10 });
    `,
    counted: js`
      import { mapAsync } from 'es-toolkit';

      await mapAsync(users, async (user, i) => {
        await sendMail(user, i);
      }, { concurrency: 10 });
    `,
  },
};

/** The text as it is when the function around the loop is taken off. */
function unwrapped(text: string): string {
  return text
    .replace(/^export async function .*\n/m, '')
    .replace(/^\}\n/m, '')
    .replace(/^ {2}/gm, '');
}

/** The first limited text, or `undefined`. */
function limited(project: Project, code: string): string | undefined {
  return offersIn(project, code).find(({ id }) => id === 'gatherLimited')?.text;
}

/** The module that is imported for the limited form. */
function chosen(project: Project, code = loops.code): string | undefined {
  return /(?:from |require\()'([^']+)'/.exec(limited(project, code) ?? '')?.[1];
}

describe('rewrite: limiters', () => {
  for (const [name, { range, entries, counted }] of Object.entries(forms)) {
    it(`${name} takes any iterable, and an index`, () => {
      assert.equal(unwrapped(limited(dependingOn({ [name]: range }), loops.code) ?? ''), entries.code);
      assert.equal(unwrapped(limited(dependingOn({ [name]: range }), counting.code) ?? ''), counted.code);
    });
  }

  describe('suggestions', () => {
    const reads = js`
      export async function all(users) {
        const out = [];
        for (const user of users) out.push(await loadUser(user));
        return out;
      }
    `;
    const ids = (project: Project, code: string): string[] => offersIn(project, code).map(({ id }) => id);

    it('for writes begin with what bounds and runs as it is', () => {
      assert.deepEqual(ids(dependingOn({ 'p-map': '7' }), loops.code), ['gatherLimited', 'gatherAll']);
      assert.deepEqual(ids({}, loops.code), ['gatherChunks', 'gatherProposed', 'gatherAll']);
    });

    it('for reads begin with all at once', () => {
      assert.deepEqual(ids(dependingOn({ 'p-map': '7' }), reads.code), ['gatherAll', 'gatherLimited']);
      assert.deepEqual(ids({}, reads.code), ['gatherAll', 'gatherProposed', 'gatherChunks']);
    });

    for (const list of ['[a, b]', 'Object.keys({ a, b })', 'levels', '[...levels, b].map(wrap)']) {
      it(`for reads of a short list are no more: ${list}`, () => {
        const code = `const levels = ['low', 'high'];\n${reads.code.replace('of users', `of ${list}`)}`;
        assert.deepEqual(ids({}, code), ['gatherAll']);
      });
    }

    it('for reads of a list that grows are bounded all the same', () => {
      const code = `const levels = ['low'];\nlevels.push(...more);\n${reads.code.replace('of users', 'of levels')}`;
      assert.deepEqual(ids({}, code), ['gatherAll', 'gatherProposed', 'gatherChunks']);
    });

    it('for reads that count down are bounded all the same', () => {
      const code = reads.code
        .replace('const user of users', 'let i = users.length - 1; i >= 0; i--')
        .replace('(user)', '(users[i])');
      assert.deepEqual(ids({}, code), ['gatherAll', 'gatherProposed', 'gatherChunks']);
    });

    it('of a loop with a label stand where the label stood', () => {
      const code = loops.code
        .replace('for (', 'each: for (')
        .replace('{\n    await', '{\n    if (!user) continue each;\n    await');
      const text = limited(dependingOn({ 'p-limit': '6' }), code) ?? '';
      assert.ok(text.includes('{\n  const limit = pLimit(10);\n  await Promise.all('), text);
      assert.ok(!text.includes('each'), text);
    });

    it('bound nothing where the items have begun already', () => {
      const code = reads.code.replace('await loadUser(user)', 'await user');
      assert.deepEqual(ids({}, code), ['gatherAll']);
    });

    it('say what happens on the first failure', () => {
      const says = (name: string): string => offersIn(dependingOn({ [name]: '*' }), loops.code)[0]?.says ?? '';
      assert.match(says('p-map'), /^Run 10 at a time through `p-map`; .* starts no further one\.$/);
      assert.match(says('p-limit'), /^Run 10 at a time through `p-limit`; .* those that wait still run\.$/);
    });

    it('name what is to be installed', () => {
      const says = (file: string): string | undefined =>
        offersIn({ file }, loops.code.replace('export ', '')).find(({ id }) => id === 'gatherProposed')?.says;
      assert.match(says('a.mjs') ?? '', /once `p-map` is installed/);
      assert.match(says('a.cjs') ?? '', /once `p-map@4` is installed/);
    });
  });

  describe('of several', () => {
    it('the best is taken', () => {
      assert.equal(chosen(dependingOn({ async: '3', 'p-limit': '6', 'p-map': '7' })), 'p-map');
      assert.equal(chosen(dependingOn({ 'es-toolkit': '^1.50.0', bluebird: '3' })), 'bluebird');
    });

    it('the one that the file imports is taken', () => {
      const code = `import { chunk } from 'es-toolkit/array';\nimport mapper from 'p-map';\n\n${loops.code}`;
      assert.match(limited(dependingOn({ async: '3' }), code) ?? '', /await mapper\(users\.entries\(\), /);
    });
  });

  describe('versions', () => {
    for (const [name, range] of [
      ['async', '^2.6.0'],
      ['es-toolkit', '^1.39.0'],
      ['bluebird', '2'],
    ] as const) {
      it(`before there was a way are none: ${name}@${range}`, () => {
        assert.equal(chosen(dependingOn({ [name]: range })), undefined);
      });
    }

    for (const range of ['*', 'latest', '', 'workspace:*', 'catalog:', 'github:a/b', 'npm:@org/fork@^7.0.0', '>=5']) {
      it(`that are not told are the latest: ${JSON.stringify(range)}`, () => {
        assert.equal(chosen(dependingOn({ 'p-map': range })), 'p-map');
      });
    }

    it('of modern-async differ by name', () => {
      assert.match(
        limited(dependingOn({ 'modern-async': '^1.1.0' }), loops.code) ?? '',
        /import \{ mapLimit \} from 'modern-async'/,
      );
    });

    it('of p-queue differ by type', () => {
      const typed = (range: string, file: string): boolean =>
        limited({ ...dependingOn({ 'p-queue': range }), file }, loops.code)?.includes('throwOnTimeout: true') ?? false;
      assert.deepEqual(
        ['^6.6.2', '^7.0.0', '^8.1.0', '^9.0.0'].map((range) => typed(range, 'a.ts')),
        [false, true, true, false],
      );
      assert.equal(typed('^8.1.0', 'a.mjs'), false);
    });
  });

  describe('in TypeScript', () => {
    it('need their types', () => {
      const dependencies = { bluebird: '^3.7.2' };
      const manifest = { name: 'app', dependencies };
      assert.equal(chosen({ manifest, file: 'a.ts' }), undefined);
      const typed = { ...manifest, devDependencies: { '@types/bluebird': '^3.5.42' } };
      assert.equal(chosen({ manifest: typed, file: 'a.ts' }), 'bluebird');
    });

    it('are none whose types leave the callback without', () => {
      const manifest = { name: 'app', dependencies: { async: '3' }, devDependencies: { '@types/async': '3' } };
      assert.equal(chosen({ manifest, file: 'a.ts' }), undefined);
      assert.equal(limited({ manifest, file: 'a.ts' }, `import { mapLimit } from 'async';\n${loops.code}`), undefined);
    });
  });

  describe('in CommonJS', () => {
    const commonjs = loops.code.replace('export ', '');
    const requiring = (dependencies: object, node?: string): Project => ({
      manifest: { name: 'app', dependencies, ...(node === undefined ? {} : { engines: { node } }) },
      file: 'a.js',
    });

    it('are required', () => {
      const text = limited(requiring({ 'p-map': '^4.0.0' }), commonjs) ?? '';
      assert.ok(text.startsWith("const pMap = require('p-map');\n\nasync function all"), text);
      const named = limited(requiring({ 'modern-async': '^2.0.0' }), commonjs) ?? '';
      assert.ok(named.startsWith("const { asyncMap } = require('modern-async');\n"), named);
    });

    for (const [name, range] of [
      ['p-map', '^7.0.0'],
      ['p-map', '>=4'],
      ['p-limit', 'latest'],
      ['p-queue', '4 || 8'],
      ['p-all', '^5.0.0'],
    ] as const) {
      it(`that may be ES modules are none: ${name}@${range}`, () => {
        assert.equal(chosen(requiring({ [name]: range }), commonjs), undefined);
        assert.equal(chosen(requiring({ [name]: range }, '>=18'), commonjs), undefined);
      });
    }

    it('that are ES modules are required where every Node that runs the code can do so', () => {
      for (const node of ['>=24', '^20.19.0 || >=22.12.0', '22.13.x']) {
        const text = limited(requiring({ 'p-limit': '^6.0.0' }, node), commonjs) ?? '';
        assert.ok(text.startsWith("const { default: pLimit } = require('p-limit');\n"), text);
      }
    });

    it('whose range holds both kinds are none even there', () => {
      assert.equal(chosen(requiring({ 'p-limit': '>=3' }, '>=24'), commonjs), undefined);
    });

    it('are none that would have to be another version than the one there', () => {
      assert.deepEqual(
        offersIn(requiring({ 'p-map': '^7.0.0' }), commonjs).map(({ id }) => id),
        ['gatherChunks', 'gatherAll'],
      );
    });
  });
});
