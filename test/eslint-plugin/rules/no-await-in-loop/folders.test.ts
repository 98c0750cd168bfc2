// Loops that make folders for some items and put others into them.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: folders and what they hold', () => {
  sequential('serial-resource', [
    js`async function unpack(parts) { for (const part of parts) { if (part.isFolder) await fs.mkdir(part.path); else await fs.writeFile(part.path, part.data); } }`,
    ts`
      async function unpack(parts: Part[], to: string): Promise<void> {
        for (const part of parts) {
          const path = join(to, part.name);
          if (part.kind === 'folder') { await mkdirp(path); continue; }
          const data = await part.read();
          await writeFile(path, data);
        }
      }
    `,
    js`async function unpack(parts) { for (const part of parts) { switch (part.kind) { case 'link': await symlink(part.aim, part.path); break; case 'folder': await mkdir(part.path); break; } } }`,
    js`
      async function put(part) { if (part.isFolder) return mkdir(part.path); await pipeline(part.open(), createWriteStream(part.path)); }
      async function unpack(parts) { for (const part of parts) await put(part); }
    `,
  ]);
  concurrent([
    js`async function unpack(parts) { »for (const part of parts) { await mkdir(dirname(part.path), { recursive: true }); await writeFile(part.path, part.data); } }`,
    js`async function unpack(parts) { »for (const part of parts) { if (!(await exists(part.folder))) await mkdir(part.folder); await writeFile(part.path, part.data); } }`,
    js`async function copyTree(parts, to) { »for (const part of parts) { if (part.isFolder) { await mkdir(join(to, part.name)); await copyBelow(part, to); } else await copyFile(part.path, join(to, part.name)); } }`,
    js`async function unpack(parts) { »for (const part of parts) { if (part.isFolder) await outputFolder(part.path); else await outputFile(part.path, part.data); } }`,
    ts`async function prepare(parts: Part[]): Promise<void> { »for (const part of parts) { if (part.isFolder) await mkdir(part.path); else await inspect(part); } }`,
  ]);
});
