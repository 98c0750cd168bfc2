// Generated programs: a reported loop behaves the same when it is rewritten, and a dependence is never overlooked.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dependence, mark } from './programs/carried.js';
import { faultOf, seeds, tell } from './check.js';
import { looping, plan } from './programs/grammar.js';
import { loopRangesIn } from './notice.js';
import { programOf } from './inputs.js';
import { render } from './programs/render.js';
import { styles } from './programs/styles.js';
import { placesOn, reportsOn } from './rewrites.js';

/** `npm run fuzz` asks for more, with a seed of its own. */
const numRuns = Number(process.env['FUZZ_PROGRAMS'] ?? 2_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_101);
const name = 'program.js';

describe(`generated programs, seed ${String(seed)}`, function () {
  this.timeout(numRuns * 200);

  it('behave the same once rewritten', async () => {
    let rewrites = 0;
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...Object.values(styles)), async (given, restyled) => {
        const text = restyled(programOf(render(given), name), name);
        const reports = reportsOn(text, name);
        rewrites += reports.flatMap((report) => report.rewrites).length;
        const fault = await faultOf(reports, name, seeds(3));
        if (fault) assert.fail(tell(text, fault));
      }),
      { numRuns, seed },
    );
    assert.ok(rewrites > numRuns / 2, `only ${String(rewrites)} rewrites ran`);
  });

  it('are not reported where an iteration depends on the one before', () => {
    fc.assert(
      fc.property(looping, dependence, (given, chosen) => {
        const text = programOf(render(given, chosen), name);
        assert.deepEqual(loopsAround(text, mark), [], text);
      }),
      { numRuns, seed },
    );
  });
});

/** The heads of the reported loops that hold the mark. */
function loopsAround(text: string, marked: string): string[] {
  const place = text.lastIndexOf(marked);
  assert.notEqual(place, -1);
  const places = placesOn(text, name);
  if (places.length === 0) return [];
  const around = loopRangesIn(text, name).filter(([from, to]) => from < place && place < to);
  return places.filter(([start]) => around.some(([from]) => from === start)).map((range) => text.slice(...range));
}
