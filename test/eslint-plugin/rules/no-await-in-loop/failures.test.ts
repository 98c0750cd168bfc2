// Loops whose failure somebody handles by what the iterations before it have left.
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
