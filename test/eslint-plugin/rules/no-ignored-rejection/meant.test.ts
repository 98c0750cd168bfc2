// Failures that nobody looks at and that nobody loses, each beside code that differs in what shows it.
import assert from 'node:assert/strict';
import { lintAlone } from '../alone.js';

const values = "show(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));";
const hook = (option: string): string =>
  `const { mutate } = useSaving({ ${option} }); const all = await Promise.allSettled(inTurn(items.map((item) => () => mutate(item)), 5)); ${values}`;
const loaded = 'const all = await Promise.allSettled(items.map((item) => load(item)));';
const sent = (otherwise: string): string =>
  `await Promise.allSettled(items.map((item) => send(item))); async function send(item) { const { ok } = await post(item); if (!ok) ${otherwise}; }`;

/** What is let be, and what is not. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  'to fail says that something is not there': [
    `const all = await Promise.allSettled(files.map(async (file) => { await fs.access(file); return file; })); ${values}`,
    `const all = await Promise.allSettled(files.map(async (file) => { await fs.truncate(file); return file; })); ${values}`,
  ],
  'one of a few that are written out is opened': [
    `const all = await Promise.allSettled(['a.json', 'b.json'].map((name) => readFile(name))); ${values}`,
    `const all = await Promise.allSettled(['a.json', 'b.json'].map((name) => fetchFile(name))); ${values}`,
  ],
  'one of a few is opened, and not of any number': [
    `const all = await Promise.allSettled(['a.json', 'b.json'].map((name) => readFile(name))); ${values}`,
    `const all = await Promise.allSettled(names.map((name) => readFile(name))); ${values}`,
  ],
  'a name may have no address of a kind': [
    `const all = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]); ${values}`,
    `const all = await Promise.allSettled([api.getOld(host), api.getNew(host)]); ${values}`,
  ],
  'it is an error to have none': [
    `${loaded} const found = all.map((one) => one.value).filter(Boolean); if (!found.length) throw new Error('none'); show(found);`,
    `${loaded} const found = all.map((one) => one.value).filter(Boolean); if (!found.length) return; show(found);`,
  ],
  'what fails is thrown, once all have settled': [
    'const all = items.map((item) => save(item)); await Promise.allSettled(all); await Promise.all(all);',
    'const all = items.map((item) => save(item)); await Promise.allSettled(all); await Promise.race(all);',
  ],
  'who saves was made with somebody who is told of errors': [hook('onError: show'), hook('onDone: show')],
  'one that went well is enough': [
    `${loaded} for (const one of all) if (one.status === 'fulfilled') return one.value;`,
    `${loaded} for (const one of all) if (one.status === 'fulfilled') keep(one.value);`,
  ],
  'an empty catch says that failures are nobody’s loss': [
    `try { ${loaded} ${values} } catch {}`,
    `try { ${loaded} ${values} } catch (error) { report(error); }`,
  ],
  'a comment says so': [
    '// If this fails, there is less to show.\nawait Promise.allSettled(items.map((item) => load(item)));',
    '// This is all there is to show.\nawait Promise.allSettled(items.map((item) => load(item)));',
  ],
  'a help that can be done without, by the name of the function': [
    'const refreshPages = async () => { await Promise.allSettled(pages.map((page) => page.load())); };',
    'const loadPages = async () => { await Promise.allSettled(pages.map((page) => page.load())); };',
  ],
  'all is set back, by the name of the function': [
    'const resetPages = async () => { await Promise.allSettled(pages.map((page) => page.load())); };',
    'const setPages = async () => { await Promise.allSettled(pages.map((page) => page.load())); };',
  ],
  'an operation logs what goes wrong in it': [sent('console.error(item)'), sent('console.info(item)')],
};

describe('no-ignored-rejection leaves it alone where', () => {
  for (const [title, [meant, lost]] of Object.entries(pairs)) {
    const lint = (code: string) =>
      lintAlone(
        'no-ignored-rejection',
        { code: `async function f() { ${code} }`, language: 'js' },
        'espree',
        () => undefined,
      );
    it(title, () => {
      assert.deepEqual(lint(meant), []);
      assert.equal(lint(lost).length, 1);
    });
  }
});
