// What `explain` tells of the loops around a node: the verdict in a sentence, and where its evidence stands.
import assert from 'node:assert/strict';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import { type Explanation, explain } from '../../eslint-plugin/src/lint/explain.js';
import { childrenOf } from '../../eslint-plugin/src/facts/syntax.js';
import type { NameOptions } from '../../eslint-plugin/src/knowledge/project.js';
import type { Place } from '../../eslint-plugin/src/facts/model.js';
import { probe } from './probe.js';
import type { Reason } from '../../eslint-plugin/src/verdict/model.js';
import { ts } from './rules/no-await-in-loop/linted.js';

/** The explanations for the innermost node at `»`; without one, for the first loop's keyword. */
function explained({ code: marked }: { code: string }, options?: NameOptions): Explanation[] {
  const offset = marked.includes('»') ? marked.indexOf('»') : marked.search(/\b(?:for|while|do)\b/);
  let found: Explanation[] | undefined;
  const looking = probe((sourceCode, program) => {
    let innermost: TSESTree.Node = program;
    const visit = (node: TSESTree.Node): void => {
      if (node.range[0] > offset || node.range[1] <= offset) return;
      innermost = node;
      childrenOf(node, sourceCode.visitorKeys).forEach(visit);
    };
    visit(program);
    found = explain(sourceCode, innermost, options);
  });
  const messages = new Linter().verify(marked.replace('»', ''), {
    plugins: { gather: { rules: { probe: looking } } },
    rules: { 'gather/probe': 'warn' },
    languageOptions: { parser: typescriptParser },
  });
  assert.deepEqual(messages, []);
  assert.ok(found);
  return found;
}

/** `line:column`, as a sentence tells it. */
function point({ line, column }: Place): string {
  return `${line}:${column}`;
}

describe('explain', () => {
  it('tells by which variable an iteration needs the one before it', () => {
    const snippet = ts`
      async function all(first: string): Promise<Item[]> {
        const items: Item[] = [];
        let cursor = first;
        for (let i = 0; i < 9; i++) {
          const page = await fetchPage(cursor);
          items.push(...page.items);
          cursor = page.next;
        }
        return items;
      }
    `;
    const [explanation, ...others] = explained(snippet);
    assert.deepEqual(others, []);
    assert.equal(explanation?.verdict, 'sequential');
    assert.equal(explanation.reason, 'loop-carried');
    assert.equal(explanation.text, "sequential: `cursor` set at 7:5 from this iteration's result is read at 5:34");
    assert.deepEqual(explanation.evidence.map(point), ['5:34', '7:5']);
    assert.deepEqual(
      explanation.evidence.map(({ start, end }) => snippet.code.slice(start, end)),
      ['cursor', 'cursor'],
    );
    assert.equal(snippet.code.slice(explanation.place.start, explanation.place.end), 'for (let i = 0; i < 9; i++)');
    assert.equal(point(explanation.place), '4:3');
  });

  it('tells that a loop can run concurrently, and what has to keep its order', () => {
    assert.deepEqual(
      explained(ts`
        for (const url of urls) await download(url);
      `),
      [
        {
          place: { start: 0, end: 23, line: 1, column: 1 },
          verdict: 'concurrent',
          reason: undefined,
          text: 'concurrent: no iteration needs another',
          evidence: [],
        },
      ],
    );
    const [writing] = explained(ts`
      for (const url of urls) await upload(url);
    `);
    assert.equal(writing?.text, 'concurrent: no iteration needs another, a bounded number at a time since they write');
    const [ordered] = explained(ts`
      for (const url of urls) {
        const page = await download(url);
        console.log(page);
      }
    `);
    assert.equal(ordered?.text, 'concurrent: no iteration needs another; what happens at 3:3 has to keep its order');
    assert.deepEqual(ordered.evidence.map(point), ['3:3']);
  });

  it('tells of nested loops the innermost first', () => {
    const explanations = explained(ts`
      let last = 0;
      while (go()) {
        for (const book of books) {
          for (const page of book) {
            last = await »load(page, last);
          }
        }
      }
    `);
    assert.deepEqual(
      explanations.map(({ place, reason }) => `${point(place)} ${String(reason)}`),
      ['4:5 loop-carried', '3:3 loop-carried', '2:1 loop-carried'],
    );
  });

  it('tells each loop its own verdict', () => {
    const explanations = explained(ts`
      for (const page of pages) {
        let last = page;
        for (const line of page.lines) {
          last = await »load(line, last);
        }
      }
    `);
    assert.deepEqual(
      explanations.map(({ place, verdict }) => `${point(place)} ${verdict}`),
      ['3:3 sequential', '1:1 concurrent'],
    );
  });

  it('tells of an async reduction as of a loop', () => {
    const [explanation, ...others] = explained(ts`
      while (go()) {
        const all = await xs.reduce(async (sofar, x) => {
          const all = await sofar;
          all.push(await »load(x, all.length));
          return all;
        }, []);
      }
    `);
    assert.deepEqual(others, []);
    assert.equal(explanation?.reason, 'loop-carried');
    assert.equal(point(explanation.place), '2:21');
    const [concurrent] = explained(ts`
      const all = await xs.reduce(async (sofar, x) => [...(await sofar), await load(x)], []);
    `);
    assert.equal(concurrent, undefined);
  });

  it('tells of an await in a row which one it waits for, and why', () => {
    const row = (code: string): (string | undefined)[] => {
      const [explanation] = explained({ code });
      return [explanation?.reason, explanation?.text];
    };
    assert.deepEqual(row('const user = await fetchUser(id);\nconst posts = »await fetchPosts(user.id);'), [
      'needs',
      'sequential: the await at 2:15 waits for the one at 1:14: it needs `user`',
    ]);
    assert.deepEqual(row('const user = »await fetchUser(id);\nconst posts = await fetchPosts(user.id);'), [
      'needs',
      'sequential: the await at 2:15 waits for the one at 1:14: it needs `user`',
    ]);
    assert.deepEqual(row('const user = await fetchUser(id);\nconst posts = »await fetchPosts(id);'), [
      undefined,
      'concurrent: the awaits at 1:14 and 2:15 do not need each other',
    ]);
    assert.deepEqual(row('const page = { user: await fetchUser(id), posts: »await tx.query(id) };'), [
      'serial-resource',
      'sequential: the await at 1:50 waits for the one at 1:22: `tx` (a transaction runs on one connection, one statement at a time) is used at 1:56',
    ]);
    assert.deepEqual(row('const user = »await fetchUser(id);'), [undefined, undefined]);
  });

  it('tells of a row the nearest await that speaks against it, then the loops around', () => {
    const explanations = explained(ts`
      for (const id of ids) {
        const user = await fetchUser(id);
        const posts = await fetchPosts(id);
        const likes = »await countLikes(user, posts);
      }
    `);
    assert.deepEqual(
      explanations.map(({ place, reason }) => `${point(place)} ${String(reason)}`),
      ['4:17 needs', '1:1 undefined'],
    );
    assert.deepEqual(explanations[0]?.evidence.map(point), ['4:17', '3:17']);
  });

  it('goes no further out than to the function', () => {
    const explanations = explained(ts`
      for (const page of pages) {
        await visit(page, async () => {
          for (const line of page.lines) {
            await »load(line);
          }
        });
      }
    `);
    assert.deepEqual(
      explanations.map(({ place }) => point(place)),
      ['3:5'],
    );
  });

  it('leaves out loops that await nothing, and has nothing to tell elsewhere', () => {
    assert.deepEqual(
      explained(ts`
        for (const page of pages) {
          visit(page, async () => await load(page));
        }
      `),
      [],
    );
    assert.deepEqual(
      explained(ts`
        for (const page of pages) await load(page);
        »await load(1);
      `),
      [],
    );
  });

  it('answers from the head and from any part of the body alike', () => {
    const answers = [
      ts`»for (const page of pages) { const n = 1; await load(page, n); }`,
      ts`for (const page of »pages) { const n = 1; await load(page, n); }`,
      ts`for (const page of pages) { const »n = 1; await load(page, n); }`,
      ts`for (const page of pages) { const n = 1; await load(page, »n); }`,
    ].map((snippet) => explained(snippet).map(({ place }) => point(place)));
    assert.deepEqual(
      answers,
      answers.map(() => ['1:1']),
    );
  });

  it('knows the names that the options add', () => {
    const snippet = ts`
      for (const page of pages) await printer.render(page);
    `;
    assert.equal(explained(snippet)[0]?.verdict, 'concurrent');
    const [explanation] = explained(snippet, { serial: ['printer'] });
    assert.equal(explanation?.reason, 'serial-resource');
    assert.match(explanation.text, /^sequential: `printer` \(.+\) is used at 1:33$/);
  });

  describe('has a sentence for each reason, and the place that proves it', () => {
    const samples: Record<Reason, [snippet: { code: string }, sentence: RegExp, at: string]> = {
      'loop-carried': [
        ts`
          for (const x of xs) last = await f(x, last);
        `,
        /^sequential: `last` set at 1:21 from this iteration's result is read at 1:39$/,
        'last',
      ],
      'shared-state': [
        ts`
          for (const x of xs) {
            await f(x);
            rows.reverse();
            await g(x);
          }
        `,
        /^sequential: `rows`, which all iterations share, is changed at 3:3 in an order that would be lost$/,
        'rows.reverse()',
      ],
      'left-behind': [
        ts`
          try {
            for (const x of xs) n += await f(x);
          } catch {
            g(n);
          }
        `,
        /^sequential: what the iterations before a failure have left in `n` at 2:23 is looked at at 4:5$/,
        'n',
      ],
      condition: [
        ts`
          while (queue.size > 0) await f(1, x);
        `,
        /^sequential: the condition at 1:8 is asked again after each iteration$/,
        'queue.size > 0',
      ],
      'early-exit': [
        ts`
          for (const x of xs) if (await f(x)) break;
        `,
        /^sequential: `break` at 1:37 may end the loop, depending on this iteration$/,
        'break;',
      ],
      time: [
        ts`
          for (const x of xs) await sleep(x);
        `,
        /^sequential: `sleep` .+, at 1:27$/,
        'sleep(x)',
      ],
      'serial-resource': [
        ts`
          for (const x of xs) await trx.insert(x);
        `,
        /^sequential: `trx` \(.+\) is used at 1:27$/,
        'trx.insert(x)',
      ],
      chain: [
        ts`
          for (const hook of hooks) await hook(x);
        `,
        /^sequential: .+, at 1:33$/,
        'hook(x)',
      ],
      'visible-order': [
        ts`
          for (const x of xs) {
            console.log('from', x);
            await f(x);
            console.log('to', x);
          }
        `,
        /^sequential: what `console\.log` shows at 4:3 would no longer come in order$/,
        "console.log('to', x)",
      ],
      'already-concurrent': [
        ts`
          for (const group of groups) await Promise.all(group.map(f));
        `,
        /^sequential: .+, at 1:35$/,
        'Promise.all(group.map(f))',
      ],
      'nothing-to-overlap': [
        ts`
          for (const key of keys) {
            if (key === 'a') await f(key);
          }
        `,
        /^sequential: only one item ever reaches the await at 2:20$/,
        'await f(key)',
      ],
      repeated: [
        ts`
          for (let i = 0; i < 3; i++) await f(a);
        `,
        /^sequential: `f` at 1:35 is handed nothing of the item itself, so that it looks the same each time$/,
        'f(a)',
      ],
      stated: [
        ts`
          // one by one: it has no queue
          for (const x of xs) await f(x);
        `,
        /^sequential: a comment at 1:1 says so: ‘one by one: it has no queue’$/,
        '// one by one: it has no queue',
      ],
    };

    for (const [reason, [snippet, sentence, at]] of Object.entries(samples)) {
      it(reason, () => {
        const [explanation] = explained(snippet);
        assert.equal(explanation?.reason, reason);
        assert.match(explanation.text, sentence);
        const [evidence] = explanation.evidence;
        assert.ok(evidence);
        assert.equal(snippet.code.slice(evidence.start, evidence.end), at);
        assert.ok(explanation.text.includes(point(evidence)));
      });
    }
  });
});
