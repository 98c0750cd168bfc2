// Loops that tell something which they share of their item, and then rely on it.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: what is told of the item', () => {
  describe('and then asked without naming it', () => {
    sequential('shared-state', [
      js`async function all(boards, scope) { for (const board of boards) { scope.choose(board); notify(board, await scope.members()); } }`,
      ts`async function all(cities: City[]) { const weather = stations.copy(); for (const city of cities) { weather.moveTo(city.at); city.rain = await weather.rain('today'); } }`,
      ts`class Post { constructor(private readonly desk: Desk) {} async all(letters: Letter[]) { for (const letter of letters) { this.desk.lay(letter); await this.desk.stamp(); } } }`,
      js`
        const post = { desk };
        async function one(letter) { post.desk.lay(letter); await post.desk.stamp(); }
        async function all(letters) { for (const letter of letters) await one(letter); }
      `,
    ]);
    concurrent([
      js`async function all(boards, scope) { »for (const board of boards) { scope.note(board); tell(board, await scope.membersOf(board)); } }`,
      js`async function all(boards, scope) { »for (const board of boards) { const own = scope.clone(); own.choose(board); tell(board, await own.members()); } }`,
      js`async function all(letters, desk) { »for (const letter of letters) { desk.lay(letter); await letter.stamp(); } }`,
      ts`
        class Letter { private desk = new Desk(); async stamp(text: string) { this.desk.lay(text); await this.desk.stamp(); } }
        async function all(letters: Letter[], text: string) { »for (const letter of letters) await letter.stamp(text); }
      `,
    ]);
  });

  describe('and handed to what is awaited', () => {
    sequential('shared-state', [
      js`async function all(kinds, taken) { for (const kind of kinds) taken.addResult(kind, await kind.take(taken)); }`,
      ts`async function all(parts: Part[]) { const book = new Book(); for (const part of parts) { const page = await part.print(book); book.setPage(part.name, page); } return book; }`,
      js`async function all(parts, book) { for (const part of parts) { book.register(part.name); await stamp(part.text, book); } }`,
    ]);
    concurrent([
      js`async function all(kinds, taken, given) { »for (const kind of kinds) taken.addResult(kind, await kind.take(given)); }`,
      js`async function all(parts, book) { »for (const part of parts) { book.find(part.name); await stamp(part.text, book); } }`,
    ]);
  });
});

describe('no-await-in-loop: what a function of the file writes to', () => {
  sequential('repeated', [
    js`
      async function unpack(archive, path, folder) { await writeFile(path, archive.bytes); await extract(path, folder); }
      async function all(archives, path) { for (const archive of archives) await unpack(archive, path, archive.folder); }
    `,
    ts`
      const keep = async (path: string, text: string) => writeFile(path, text);
      async function all(texts: string[]) { const path = tmpdir() + '/text'; for (const text of texts) await keep(path, text); }
    `,
    js`
      const later = (path, text) => put(path, text);
      async function put(path, text) { await replaceFile(path, text); }
      async function all(texts, path) { for (const text of texts) await later(path, text); }
    `,
  ]);
  concurrent([
    js`
      async function unpack(archive, path) { await writeFile(path, archive.bytes); }
      async function all(archives) { »for (const archive of archives) await unpack(archive, archive.path); }
    `,
    js`
      async function note(shop, shelf, count) { await updateCount(shop, shelf, count); }
      async function all(shelves, shop) { »for (const shelf of shelves) await note(shop, shelf.name, shelf.count); }
    `,
    js`
      async function put(path, text) { await writeFile(path, text); }
      async function all(texts) { »for (const [name, text] of texts) { const path = 'out/' + name; await put(path, text); } }
    `,
  ]);
});
