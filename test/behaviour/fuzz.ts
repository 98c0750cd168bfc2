// Runs the generated programs or the mutated texts in numbers that are too large for every test run:
// `tsx test/behaviour/fuzz.ts programs|mutants COUNT [SEED]`. Without a seed, one is drawn; the title shows it.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import Mocha from 'mocha';

const [what, count = '1000', seed = String(randomInt(1_000_000_000))] = process.argv.slice(2);
const isMutants = what === 'mutants';
process.env[isMutants ? 'FUZZ_MUTANTS' : 'FUZZ_PROGRAMS'] = count;
process.env['FUZZ_SEED'] = seed;

const mocha = new Mocha();
mocha.addFile(join(import.meta.dirname, isMutants ? 'mutate/mutate.test.ts' : 'property.test.ts'));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
