// Where an import goes, in which words, and what of the file's own is used in its place.
import assert from 'node:assert/strict';
import { js, type Snippet, ts } from '../rules/no-await-in-loop/linted.js';
import { dependingOn, offersIn, type Project } from './project.js';

const project = dependingOn({ 'p-map': '^7.0.0' });

/** The loop that stands in each text as `LOOP`, and the function that stands there as `ALL`. */
const loop = 'for (const user of users) await sendMail(user);';
const all = `async function all(users) {\n  ${loop}\n}`;

function filled(text: string): string {
  return text.replace('ALL', all).replace('LOOP', loop);
}

function limitedIn(text: string, given: Project = project): string | undefined {
  return offersIn(given, filled(text)).find(({ id }) => id === 'gatherLimited')?.text;
}

/** What stands in the place of `LOOP`. */
const mapped = 'await pMap(users, async (user) => { await sendMail(user); }, { concurrency: 10 });';

/** Asserts the text with the limiter; `LOOP` and `ALL` stand in it for what comes of the loop, `mapped` unless told. */
function becomes(before: Snippet, after: Snippet, { given = project, to = mapped } = {}): void {
  const expected = after.code.replace('ALL', `async function all(users) {\n  ${to}\n}`).replace('LOOP', to);
  assert.equal(limitedIn(before.code, given), expected);
}

describe('rewrite: imports', () => {
  describe('stand', () => {
    it('behind the last of the first imports', () => {
      becomes(
        js`
          // What all this is for.
          import a from 'a';
          import {
            b,
          } from 'b'; // why b
          const c = await a(b);
          import d from 'd';

          ALL
        `,
        js`
          // What all this is for.
          import a from 'a';
          import {
            b,
          } from 'b'; // why b
          import pMap from 'p-map';
          const c = await a(b);
          import d from 'd';

          ALL
        `,
      );
    });

    it('behind the last package, before files of the project', () => {
      becomes(
        js`
          import './set-up.js';
          import { join } from 'node:path';
          import a from "@b/a"; // why a
          import { c } from './c.js';
          import d from '~/d';

          ALL
        `,
        js`
          import './set-up.js';
          import { join } from 'node:path';
          import a from "@b/a"; // why a
          import pMap from 'p-map';
          import { c } from './c.js';
          import d from '~/d';

          ALL
        `,
      );
      becomes(
        js`
          const a = require('a');
          const b = require('../b');

          ALL
          module.exports = all;
        `,
        js`
          const a = require('a');
          const pMap = require('p-map');
          const b = require('../b');

          ALL
          module.exports = all;
        `,
        { given: dependingOn({ 'p-map': '^4.0.0' }) },
      );
    });

    it('behind the last of the first imports, where all are files of the project', () => {
      becomes(
        js`
          import a from './a.js';
          import b from '#b';

          ALL
        `,
        js`
          import a from './a.js';
          import b from '#b';
          import pMap from 'p-map';

          ALL
        `,
      );
    });

    it('behind imports that stand on one line with more', () => {
      becomes(
        js`
          import a from 'a'; import b from 'b'; a(b);
          ALL
        `,
        js`
          import a from 'a'; import b from 'b';
          import pMap from 'p-map'; a(b);
          ALL
        `,
      );
    });

    it('behind directives', () => {
      becomes(
        js`
          'use client';

          export const one = 1;
          ALL
        `,
        js`
          'use client';

          import pMap from 'p-map';

          export const one = 1;
          ALL
        `,
      );
    });

    it('behind comments that speak of the file, before the one of the code', () => {
      becomes(
        js`
          /* eslint semi: "off" */
          // @ts-check

          // Mails, one after another.

          /** Sends all. */
          export ALL
        `,
        js`
          /* eslint semi: "off" */
          // @ts-check

          // Mails, one after another.

          import pMap from 'p-map';

          /** Sends all. */
          export ALL
        `,
      );
    });

    it('behind a shebang and a licence', () => {
      becomes(
        js`
          #!/usr/bin/env node
          /*! Copyright: nobody */
          ALL
        `,
        js`
          #!/usr/bin/env node
          /*! Copyright: nobody */
          import pMap from 'p-map';

          ALL
        `,
      );
    });
  });

  describe('in CommonJS stand', () => {
    const given = dependingOn({ 'p-map': '^4.0.0' });

    it('behind what is required first', () => {
      becomes(
        js`
          'use strict';
          const a = require('a'), b = require('b').b;
          const debug = require('debug')('app');
          require('c');
          const d = a(b);
          const e = require('e');
          module.exports = ALL;
        `,
        js`
          'use strict';
          const a = require('a'), b = require('b').b;
          const debug = require('debug')('app');
          require('c');
          const pMap = require('p-map');
          const d = a(b);
          const e = require('e');
          module.exports = ALL;
        `,
        { given },
      );
    });

    it('behind the directive where nothing is required', () => {
      becomes(
        js`
          'use strict';

          exports.all = ALL;
        `,
        js`
          'use strict';

          const pMap = require('p-map');

          exports.all = ALL;
        `,
        { given },
      );
    });
  });

  describe('follow the file', () => {
    it('without semicolons', () => {
      const before =
        "import a from 'a'\n\nexport async function all(users) {\n  for (const user of users) await sendMail(user)\n}\n";
      assert.ok(limitedIn(before)?.startsWith("import a from 'a'\nimport pMap from 'p-map'\n\nexport"));
    });

    it('without semicolons, but before a line that would go on', () => {
      const before =
        "const a = require('a')\n;[a].forEach(run)\nmodule.exports = async (users) => {\n  for (const user of users) await sendMail(user)\n}\n";
      const text = limitedIn(before, dependingOn({ 'p-map': '^4.0.0' })) ?? '';
      assert.ok(text.startsWith("const a = require('a')\nconst pMap = require('p-map')\n;[a].forEach(run)\n"), text);
    });

    it('in its quotes and line ends', () => {
      const before = `import a from "a";\r\nimport b from "b";\r\n\r\n${filled('ALL').replaceAll('\n', '\r\n')}\r\nf('x');\r\n`;
      assert.ok(
        limitedIn(before)?.startsWith('import a from "a";\r\nimport b from "b";\r\nimport pMap from "p-map";\r\n\r\n'),
      );
    });
  });

  describe('take a name that is free', () => {
    it('in the whole file', () => {
      becomes(
        js`
          import a from 'a';

          function pMap() {}
          ALL
        `,
        js`
          import a from 'a';
          import pMap2 from 'p-map';

          function pMap() {}
          ALL
        `,
        { to: mapped.replace('pMap', 'pMap2') },
      );
    });

    it('for what is set up, too', () => {
      becomes(
        js`
          import a from 'a';

          async function all(users, limit) {
            LOOP
          }
        `,
        js`
          import a from 'a';
          import pLimit from 'p-limit';

          async function all(users, limit) {
            LOOP
          }
        `,
        {
          given: dependingOn({ 'p-limit': '^6.0.0' }),
          to: 'const limiter = pLimit(10);\n  await Promise.all(Array.from(users, (user) => limiter(async () => { await sendMail(user); })));',
        },
      );
    });
  });

  describe('of the file are used', () => {
    for (const [title, line, callee] of [
      ['under another name', "import mapAll from 'p-map';", 'mapAll'],
      ['as `default`', "import { default as mapAll } from 'p-map';", 'mapAll'],
      ['beside others', "import mapAll, { pMapSkip } from 'p-map';", 'mapAll'],
      ['as required', "const mapAll = require('p-map');", 'mapAll'],
      ['as the required default', "const mapAll = require('p-map').default;", 'mapAll'],
      ['as the required `default`', "const { default: mapAll } = require('p-map');", 'mapAll'],
      ['as a default that holds it', "import async from 'async';", 'async.mapLimit'],
      ['as a namespace', "import * as tools from 'es-toolkit';", 'tools.mapAsync'],
      ['of a part of the package', "import { mapAsync } from 'es-toolkit/array';", 'mapAsync'],
      ['by its method', "import Promise from 'bluebird';", 'Promise.map'],
    ] as const) {
      it(title, () => {
        const text = limitedIn(`${line}\n\nALL\n`, {}) ?? '';
        assert.ok(text.startsWith(`${line}\n\nasync function all`), text);
        assert.ok(text.includes(`await ${callee}(`), text);
      });
    }

    for (const [title, line, extended] of [
      ['one name more', "import { chunk } from 'es-toolkit';", "import { chunk, mapAsync } from 'es-toolkit';"],
      [
        'one name more of a part',
        "import { chunk, } from 'es-toolkit/array';",
        "import { chunk, mapAsync, } from 'es-toolkit/array';",
      ],
      [
        'one property more',
        "const { chunk } = require('es-toolkit');",
        "const { chunk, mapAsync } = require('es-toolkit');",
      ],
    ] as const) {
      it(`with ${title}`, () => {
        const text = limitedIn(`${line}\n\nALL\n`, dependingOn({ 'es-toolkit': '^1.50.0' })) ?? '';
        assert.ok(text.startsWith(`${extended}\n\nasync function all`), text);
      });
    }

    for (const [title, line] of [
      ['that import types', "import type { Options } from 'p-map';"],
      ['that import types by name', "import { type Options } from 'p-map';"],
    ] as const) {
      it(`but those ${title}`, () => {
        const text = limitedIn(`${line}\n\nALL\n`, { ...project, file: 'a.ts' }) ?? '';
        assert.ok(text.startsWith(`${line}\nimport pMap from 'p-map';\n\nasync function all`), text);
      });
    }

    it('but those that are another thing where the loop stands', () => {
      const text = limitedIn("import pMap from 'p-map';\nasync function all(users, pMap) {\n  LOOP\n}\n");
      assert.equal(text, undefined);
    });
  });

  describe('are not made', () => {
    it('in a file of `import = require()` alone', () => {
      const before = ts`
        import a = require('a');
        export = ALL;
      `;
      assert.equal(limitedIn(before.code, { ...project, file: 'a.ts' }), undefined);
    });

    it('where only the namespace is there', () => {
      assert.equal(limitedIn("import * as pMap from 'p-map';\nALL\n"), undefined);
    });
  });

  it('are made once for several loops', () => {
    const two = filled('import a from "a";\n\nALL\nALL').replace('ALL', all.replace('all', 'others'));
    const first = limitedIn(two) ?? '';
    const second = limitedIn(first) ?? '';
    assert.deepEqual(second.match(/import pMap/g)?.length, 1);
    assert.deepEqual(second.match(/await pMap\(/g)?.length, 2);
    assert.deepEqual(offersIn(project, second), []);
  });
});
