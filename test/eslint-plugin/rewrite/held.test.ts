// A limiter that the file holds already is shared, unless it might come to wait for itself.
import assert from 'node:assert/strict';
import { type Offer, offersIn } from './project.js';

const loop = 'for (const user of users) await sendMail(user);';

function offers(text: string): Offer[] {
  return offersIn({}, text.replace('LOOP', loop));
}

/** What a limiter's loop became, without its import. */
function limitedIn(text: string): string | undefined {
  return offers(text).find(({ id }) => id === 'gatherLimited')?.text;
}

const shared = 'await Promise.all(Array.from(users, (user) => limit(async () => { await sendMail(user); })));';
const queued = 'await queue.addAll(Array.from(users, (user) => async () => { await sendMail(user); }));';

describe('rewrite: limiters that the file holds', () => {
  describe('are shared', () => {
    for (const [title, text, by] of [
      [
        'from the top',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\n",
        shared,
      ],
      [
        'from the function',
        "import pLimit from 'p-limit';\nasync function all(users, n) { const limit = pLimit(n); LOOP }\n",
        shared,
      ],
      [
        'by option',
        "import pLimit from 'p-limit';\nconst limit = pLimit({ concurrency: 5 });\nasync function all(users) { LOOP }\n",
        shared,
      ],
      [
        'as required',
        "const pLimit = require('p-limit');\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\n",
        shared,
      ],
      [
        'by a queue',
        "import PQueue from 'p-queue';\nconst queue = new PQueue({ concurrency: 5 });\nasync function all(users) { LOOP }\n",
        queued,
      ],
      [
        'though others use it',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\nconst one = (id) => limit(() => load(id));\nconst some = (ids) => limit.map(ids, load);\n",
        shared,
      ],
    ] as const) {
      it(title, () => {
        assert.equal(limitedIn(text), text.replace('LOOP', by));
      });
    }

    it('with their own number', () => {
      const [first] = offers(
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\n",
      );
      assert.match(first?.says ?? '', /^Run 5 at a time through `limit`; /);
    });
  });

  describe('are left alone, and another is made,', () => {
    const made = /const limiter = pLimit\(10\);/;
    for (const [title, text] of [
      [
        'where they may run the loop',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\nconst each = (lists) => lists.map((list) => limit(() => all(list)));\n",
      ],
      [
        'where they may run it by another function',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nconst all = async (users) => { LOOP };\nfunction one(list) { return all(list); }\nconst each = (lists) => lists.map((list) => limit(one, list));\n",
      ],
      [
        'where they may run it by a method',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nclass Mails {\n  async all(users) { LOOP }\n  each(lists) { return lists.map((list) => limit(() => this.all(list))); }\n}\n",
      ],
      [
        'where the loop runs itself',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nconst sendMail = (user) => all(user.friends);\nasync function all(users) { LOOP }\n",
      ],
      [
        'where the loop stands in what they run',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nconst each = (lists) => lists.map((users) => limit(async () => { LOOP }));\n",
      ],
      [
        'where they are handed on',
        "import pLimit from 'p-limit';\nconst limit = pLimit(5);\nasync function all(users) { LOOP }\nregister(limit, all);\n",
      ],
      [
        'where they come later',
        "import pLimit from 'p-limit';\nasync function all(users) { LOOP }\nconst limit = pLimit(5);\n",
      ],
      [
        'where they are another thing by then',
        "import pLimit from 'p-limit';\nlet limit = pLimit(5);\nlimit = pLimit(6);\nasync function all(users) { LOOP }\n",
      ],
    ] as const) {
      it(title, () => {
        assert.match(limitedIn(text) ?? '', made);
      });
    }

    it('where a queue does more than bound', () => {
      const text = limitedIn(
        "import PQueue from 'p-queue';\nconst queue = new PQueue({ concurrency: 5, interval: 100, intervalCap: 1 });\nasync function all(users) { LOOP }\n",
      );
      assert.match(text ?? '', /const operations = new PQueue\(\{ concurrency: 10 \}\);/);
    });
  });
});
