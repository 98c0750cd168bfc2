// Methods of things whose class stands in the same file: what they do is looked up there.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: things of a class of this file', () => {
  sequential('loop-carried', [
    js`
      class Shelf { last = 0; async put(book) { this.last = await reserve(book, this.last); } }
      async function all(books) { const shelf = new Shelf(); for (const book of books) await shelf.put(book); }
    `,
    ts`
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
      export async function all(books: Book[], shelf: Shelf): Promise<void> { for (const book of books) await shelf.put(book); }
    `,
    ts`
      export class Reader {
        private readonly shelf: Shelf = makeShelf();
        async all(books: Book[]): Promise<void> { for (const book of books) await this.shelf.put(book); }
      }
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
    `,
    ts`
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
      export class Reader {
        constructor(private readonly shelf: Shelf) {}
        async all(books: Book[]): Promise<void> { for (const book of books) await this.shelf.put(book); }
      }
    `,
    js`
      class Shelf { last = 0; async put(book) { this.last = await reserve(book, this.last); } }
      class Reader { shelf = new Shelf(); async all(books) { for (const book of books) await this.shelf.put(book); } }
    `,
    ts`
      interface Store { put(book: Book): Promise<void> }
      class Shelf implements Store { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } }
      export async function all(books: Book[], store: Store): Promise<void> { for (const book of books) await store.put(book); }
    `,
  ]);
  // A method that only this one thing has.
  sequential('loop-carried', [
    js`
      class Shelf {}
      const shelf = new Shelf();
      let last = 0;
      shelf.put = async (book) => { last = await reserve(book, last); };
      async function all(books) { for (const book of books) await shelf.put(book); }
    `,
  ]);
  sequential('nothing-to-overlap', [
    ts`
      interface Decryptor { read(text: string): Promise<Line> }
      class Plain implements Decryptor { async read(text: string) { return { text }; } }
      export async function all(texts: string[], decryptor: Decryptor): Promise<Line[]> {
        const out: Line[] = [];
        for (const text of texts) out.push(await decryptor.read(text));
        return out;
      }
    `,
  ]);
  concurrent([
    ts`
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
      export async function all(books: Book[], shelf: Shelf): Promise<Page[]> {
        const pages: Page[] = [];
        »for (const book of books) pages.push(await shelf.find(book));
        return pages;
      }
    `,
    // Which of two it is shows only as the program runs.
    ts`
      interface Store { put(book: Book): Promise<void> }
      class Shelf implements Store { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } }
      class Box implements Store { async put(book: Book) { await pack(book); } }
      export async function all(books: Book[], store: Store): Promise<void> { »for (const book of books) await store.put(book); }
    `,
    // Another class than the one of this file.
    ts`
      import type { Shelf as Other } from './shelf.js';
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
      export async function all(books: Book[], shelf: Other): Promise<void> { »for (const book of books) await shelf.put(book); }
    `,
    ts`
      export class Shelf { private last = 0; async put(book: Book) { this.last = await reserve(book, this.last); } async find(book: Book) { return loadPage(book.id); } }
      export class Reader {
        private readonly shelf: Shelf = makeShelf();
        private readonly box: Box = makeBox();
        async all(books: Book[]): Promise<void> { »for (const book of books) await this.box.put(book); }
      }
    `,
  ]);
});
