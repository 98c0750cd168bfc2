// The comment `// gather: sequential -- reason`: where it stands, what it silences, and when it is reported itself.
import assert from 'node:assert/strict';
import { parsersOf } from '../alone.js';
import { js, lint, type Snippet, titleOf, ts } from './linted.js';

/** Registers a test: `line:messageId` of every report, in order. */
function reports(snippet: Snippet, expected: readonly string[]): void {
  for (const parser of parsersOf(snippet)) {
    it(`${expected.join(', ') || 'nothing'}, by ${parser}: ${titleOf(snippet)}`, () => {
      const { messages } = lint(snippet.code, snippet.language, parser);
      assert.deepEqual(
        messages.map(({ line, messageId }) => `${line}:${String(messageId)}`),
        expected,
      );
    });
  }
}

describe('the comment that silences a loop', () => {
  describe('stands above it, or in the line of its head', () => {
    for (const snippet of [
      js`
        // gather: sequential -- the printer has no queue
        for (const page of pages) await load(page);
      `,
      js`
        for (const page of pages) { // gather: sequential -- the printer has no queue
          await load(page);
        }
      `,
      js`
        for (const page of pages) await load(page); // gather: sequential -- the printer has no queue
      `,
      js`
        /* gather: sequential -- the printer has no queue */
        for (const page of pages) await load(page);
      `,
      js`
        /* gather: sequential -- the printer
           has no queue */
        for (const page of pages) await load(page);
      `,
      js`
        /* gather: sequential -- the printer has no queue */ for (const page of pages) await load(page);
      `,
      js`
        for (const page of pages) /* gather: sequential -- the printer has no queue */ await load(page);
      `,
      js`
        // gather: sequential -- the printer has no queue
        pages: for (const page of pages) await load(page);
      `,
      js`
        //gather:sequential--the printer has no queue
        for (const i in pages) await load(pages[i]);
      `,
      ts`
        async function print(pages: readonly Page[]): Promise<void> {
          // gather: sequential -- the printer has no queue
          for (let i = 0; i < pages.length; i++) {
            await load(pages[i]!);
          }
        }
      `,
      js`
        while (go()) {
          // gather: sequential -- the printer has no queue
          for (const page of pages) await load(page);
        }
      `,
      js`
        for (
          const page of pages // gather: sequential -- the printer has no queue
        ) {
          await load(page);
        }
      `,
      js`
        for (
          const page of pages
        ) { // gather: sequential -- the printer has no queue
          await load(page);
        }
      `,
      js`
        // gather: sequential -- the printer
        // has no queue, and no memory
        // either
        for (const page of pages) await load(page);
      `,
      js`
        pages: // gather: sequential -- the printer has no queue
        for (const page of pages) await load(page);
      `,
      js`
        // gather: sequential -- the printer has no queue
        pages:
        for (const page of pages) await load(page);
      `,
      js`
        // gather: sequential -- the printer has no queue
        const all =
          await pages.reduce(async (sofar, page) => {
            const all = await sofar;
            return [...all, await load(page)];
          }, []);
      `,
      {
        language: 'tsx',
        code: `const view = async () => (
  <ul>
    {/* gather: sequential -- the printer has no queue */}
    {await pages.reduce(async (sofar, page) => {
      const all = await sofar;
      return [...all, await load(page)];
    }, [])}
  </ul>
);
`,
      } as const,
      js`
        const view = {
          async print() {
            // gather: sequential -- the printer has no queue
            for (const page of this.pages) await load(page);
          },
        };
      `,
    ])
      reports(snippet, []);
  });

  describe('silences the loops inside of it too', () => {
    reports(
      js`
        // gather: sequential -- the printer has no queue
        for (const book of books) {
          for (const page of book) await load(page);
        }
      `,
      [],
    );
  });

  describe('is needed where a loop around is to be rewritten first', () => {
    reports(
      js`
        for (const book of books) {
          // gather: sequential -- the printer has no queue
          for (const page of book) await load(page);
        }
      `,
      ['1:reads'],
    );
    reports(
      js`
        for (const book of books) {
          // gather: sequential -- the printer has no queue
          for (const page of book) if (await load(page)) break;
        }
      `,
      ['1:reads', '2:unusedDirective'],
    );
    reports(
      js`
        for (const book of books) {
          // gather: sequential
          for (const page of book) await load(page);
        }
      `,
      ['1:reads', '2:directiveWithoutReason'],
    );
  });

  describe('silences no other loop, and is reported where it silences none', () => {
    reports(
      js`
        // gather: sequential -- the printer has no queue

        for (const page of pages) await load(page);
      `,
      ['1:unusedDirective', '3:reads'],
    );
    reports(
      js`
        for (const page of pages) {
          // gather: sequential -- the printer has no queue
          await load(page);
        }
      `,
      ['1:reads', '2:unusedDirective'],
    );
    reports(
      js`
        for (const page of pages) {
          await load(page);
        } // gather: sequential -- the printer has no queue
      `,
      ['1:reads', '3:unusedDirective'],
    );
    reports(
      js`
        for (const page of pages) await load(page); // gather: sequential -- the printer has no queue
        for (const page of pages) await load(page);
      `,
      ['2:reads'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        for (const page of pages) await load(page);

        for (const page of pages) await load(page);
      `,
      ['4:reads'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        for (const page of pages) load(page);
      `,
      ['1:unusedDirective'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        for (const page of pages) if (await load(page)) break;
      `,
      ['1:unusedDirective'],
    );
    reports(
      js`
        // gather: sequential -- the printer
        // has no queue

        for (const page of pages) await load(page);
      `,
      ['1:unusedDirective', '4:reads'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        /* pages of one book */
        for (const page of pages) await load(page);
      `,
      ['1:unusedDirective', '3:reads'],
    );
    reports(
      js`
        function print(pages) { /* gather: sequential -- the printer has no queue */
          for (const page of pages) load(page);
        }
      `,
      ['1:unusedDirective'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        print(pages);
      `,
      ['1:unusedDirective'],
    );
    reports(
      js`
        // gather: sequential -- the printer has no queue
        const a = await load(1);
        const b = await load(2);
      `,
      ['1:unusedDirective'],
    );
  });

  describe('needs a reason: without one it is reported and silences nothing', () => {
    for (const comment of ['// gather: sequential', '// gather: sequential --', '/* gather: sequential -- */'])
      reports({ language: 'js', code: `${comment}\nfor (const page of pages) await load(page);\n` }, [
        '1:directiveWithoutReason',
        '2:reads',
      ]);
    reports(
      js`
        // gather: sequential, since the printer has no queue
        for (const page of pages) await load(page);
      `,
      ['1:directiveWithoutReason', '2:reads'],
    );
  });

  describe('is reported as unused first, whether or not it has a reason', () => {
    reports(
      js`
        // gather: sequential
        for (const page of pages) await sleep(page);
      `,
      ['1:unusedDirective'],
    );
  });

  describe('is no other comment', () => {
    reports(
      js`
        // gather: concurrent -- the printer has a queue
        for (const page of pages) await load(page);
      `,
      ['2:reads'],
    );
    reports(
      js`
        // see gather: the printer has a queue
        for (const page of pages) await load(page);
      `,
      ['2:reads'],
    );
  });
});
