// Rewrites through each limiter, run with the real package beside the original: same result in the same order, more in
// flight at once but never more than is allowed, and the same error where an item fails.
import assert from 'node:assert/strict';
import { limiters } from '../../eslint-plugin/src/knowledge/limiters.js';
import { type Offer, offersIn } from '../eslint-plugin/rewrite/project.js';
import { faultOf, runOf, seeds, tell } from './check.js';
import { programOf } from './inputs.js';
import { type Report, reportsOn } from './rewrites.js';
import { calm } from './world.js';

/** Bodies of `run`, each a loop of another form. */
const programs: Readonly<Record<string, string>> = {
  'effects only': `
  for (const item of items) {
    if (item.id === 4) continue;
    await saveItem(item);
  }`,
  collecting: `
  const out = [];
  for (const id of ids) {
    out.push(await getItem(id));
  }
  return out;`,
  'collecting from a Map': `
  const out = [];
  for (const [name, id] of map) {
    const text = await getText(id);
    out.push({ name, text });
  }
  return out;`,
  'two phases': `
  let sum = 0;
  for (const id of set) {
    const number = await getNumber(id);
    if (number > 5) continue;
    console.log(id, number);
    sum += number;
  }
  return sum;`,
  counting: `
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    await saveNumber(i, id);
  }`,
  'counting between bounds': `
  const out = [];
  for (let at = 2; at <= ids.length; at += 2) {
    out.push(await getNumber(at));
  }
  return out;`,
  keys: `
  const out = [];
  for (const name in table) out.push(await getText(name));
  return out;`,
  'failures that are caught': `
  const failed = [];
  for (const item of items) {
    try {
      await saveItem(item);
    } catch (error) {
      failed.push(item.name);
    }
  }
  return failed;`,
};

const names = [...new Set(limiters.map((limiter) => limiter.package))];
const name = 'program.js';

/** The limited text that is offered in a project that depends on a limiter. */
function offered(limiter: string, text: string, file: string): Offer | undefined {
  const project = { manifest: { name: 'app', dependencies: { [limiter]: '*' } }, file };
  return offersIn(project, text).find(({ id }) => id === 'gatherLimited');
}

/** The program with the loop through a limiter that its project depends on. */
function limitedBy(limiter: string, text: string, file = 'program.mjs'): Report {
  const offer = offered(limiter, text, file);
  const [report] = reportsOn(text, name);
  assert.ok(offer && report, `no limiter is offered for\n${text}`);
  return { ...report, rewrites: [{ title: offer.says, text: offer.text, size: 10 }] };
}

/** A loop in which the order shows that the items are begun in. */
const logging = `
  for (const id of ids) {
    console.log('start', id);
    await getNumber(id);
  }`;

describe('rewrites, executed: limiters', () => {
  for (const limiter of names) {
    describe(limiter, () => {
      for (const [situation, body] of Object.entries(programs)) {
        it(situation, async () => {
          const text = programOf(body, name);
          const report = limitedBy(limiter, text);
          const fault = await faultOf([report], name, seeds(10));
          if (fault) assert.fail(tell(text, fault));
        });
      }

      if (limiters.some((each) => each.package === limiter && each.requirable === '*')) {
        it('in CommonJS', async () => {
          const text = programOf(programs['two phases'] ?? '', name);
          const report = limitedBy(limiter, text, 'program.cjs');
          assert.ok(report.rewrites.every((rewrite) => rewrite.text.includes(`require('${limiter}')`)));
          const fault = await faultOf([report], name, seeds(10));
          if (fault) assert.fail(tell(text, fault));
        });
      }

      it('begins the items in their order where that shows', async () => {
        const text = programOf(logging, name);
        if (limiters.some((each) => each.package === limiter && each.shuffles)) {
          assert.equal(offered(limiter, text, 'program.mjs'), undefined);
          return;
        }
        const fault = await faultOf([limitedBy(limiter, text)], name, seeds(10));
        if (fault) assert.fail(tell(text, fault));
      });

      it('runs ten at a time', async () => {
        const {
          original,
          rewrites: [rewrite],
        } = limitedBy(limiter, programOf(programs['collecting'] ?? '', name));
        const before = await runOf(original, name, calm(1), 14);
        const after = await runOf(rewrite?.text ?? '', name, calm(1), 14);
        assert.deepEqual([before.peak, after.peak], [1, 10]);
        assert.ok(after.time < before.time);
      });

      it('does on the first failure what is said', async () => {
        const { original, rewrites } = limitedBy(limiter, programOf(programs['effects only'] ?? '', name));
        const [rewrite] = rewrites;
        const fails = (key: string): boolean => key.includes("name: 'n0'");
        const { operations: all } = await runOf(original, name, calm(0), 14);
        let isCutShort = false;
        for (const seed of seeds(10)) {
          const conditions = { seed, throwsAtOnce: false, fails };
          const { thrown, unhandled, operations } = await runOf(rewrite?.text ?? '', name, conditions, 14);
          assert.match(thrown ?? '', /'n0'.* failed$/);
          assert.deepEqual(unhandled, []);
          isCutShort ||= operations.length < all.length;
        }
        assert.equal(isCutShort, rewrite?.title.endsWith('and starts no further one.'));
      });
    });
  }
});
