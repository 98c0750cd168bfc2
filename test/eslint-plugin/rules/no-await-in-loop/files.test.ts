// A file that is open has one position, which each write and read moves on.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: an open file', () => {
  sequential('serial-resource', [
    js`async function all(lines) { const log = await fs.open('log', 'a'); for (const line of lines) await log.write(line); await log.close(); }`,
    js`async function all(fileHandle, chunks) { for (const chunk of chunks) await fileHandle.writeFile(chunk); }`,
    ts`async function all(path: string, sizes: number[]): Promise<Buffer[]> { const file = await fsp.open(path); const out: Buffer[] = []; for (const size of sizes) out.push(await readPart(file, size)); return out; }`,
  ]);
  concurrent([
    js`async function all(paths) { »for (const path of paths) { const file = await fs.open(path, 'a'); await file.write('end'); await file.close(); } }`,
    js`async function all(paths) { const out = []; const shop = await store.open('shop'); »for (const path of paths) out.push(await shop.find(path)); return out; }`,
    ts`async function all(handles: Handle[]): Promise<void> { »for (const fileHandle of handles) await fileHandle.close(); }`,
  ]);
});
