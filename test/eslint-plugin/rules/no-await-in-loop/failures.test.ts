// Loops whose failure somebody handles by what the iterations before it have left, and those that count failures.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: what is left behind where the loop fails', () => {
  sequential('left-behind', [
    js`async function all(xs) { const done = []; try { for (const x of xs) { await save(x); done.push(x); } } catch (error) { for (const x of done.reverse()) await undo(x); throw error; } }`,
    js`async function all(xs) { let count = 0; try { for (const x of xs) { await save(x); count++; } } finally { console.log(count); } }`,
    ts`class Importer { rows: Row[] = []; async all(ids: string[]): Promise<void> { try { for (const id of ids) this.rows.push(await load(id)); } catch (error) { throw new ImportError(this.rows, error); } } }`,
    js`async function all(xs) { const rows = []; try { try { for (const x of xs) rows.push(await load(x)); } finally { close(); } } catch { return rows; } return rows; }`,
    js`async function all(xs) { const created = new Map(); try { for (const x of xs) created.set(x.name, await create(x)); } catch (error) { await removeAll(created); throw error; } }`,
  ]);
  concurrent([
    js`async function all(xs) { const rows = []; try { »for (const x of xs) rows.push(await load(x)); } catch (error) { report(error); } return rows; }`,
    js`async function all(xs) { try { const rows = []; »for (const x of xs) rows.push(await load(x)); return rows; } catch (error) { const rows = []; report(rows, error); } }`,
    ts`async function all(users: User[], page: Page): Promise<void> { try { »for (const user of users) user.name = await nameOf(user.id); page.rows = users; } catch (error) { page.failure = error; } }`,
    js`async function all(xs, config) { try { »for (const x of xs) { const own = { ...config, failed: config.failed }; delete own.failed; x.row = await load(own, x); } } catch (error) { report(config.failed, error); } }`,
    js`async function all(xs) { const rows = []; try { begin(); } catch (error) { report(rows, error); } »for (const x of xs) rows.push(await load(x)); return rows; }`,
  ]);
});

describe('no-await-in-loop: giving up after so many failures', () => {
  sequential('early-exit', [
    js`async function all(xs) { let failed = 0; for (const x of xs) { try { await save(x); } catch { if (++failed > 3) throw new Error('too many'); } } }`,
    js`async function all(xs) { let failed = 0; for (const x of xs) { const { ok } = await save(x); if (!ok) failed++; if (failed === 2) throw new Error('two failed'); } }`,
    ts`async function all(xs: Item[], budget: number): Promise<Row[]> { const rows: Row[] = []; for (const x of xs) { const row = await load(x); budget -= row.price; if (budget < 0) { log(row); throw new RangeError(x.name); } rows.push(row); } return rows; }`,
  ]);
  concurrent([
    js`async function all(xs) { let failed = 0; for (const x of xs) { try { await save(x); } catch (error) { failed++; if (error.isFatal) throw error; } } return failed; }`,
    js`async function all(xs) { const rows = []; for (let i = 0; i < xs.length; i++) { if (i > 100) throw new RangeError('too many'); rows.push(await load(xs[i])); } return rows; }`,
    ts`async function all(xs: Item[]): Promise<number> { let sum = 0; for (const x of xs) { let pages = await count(x); pages += 1; if (pages > 9) throw new RangeError(x.name); sum += pages; } return sum; }`,
  ]);
});
