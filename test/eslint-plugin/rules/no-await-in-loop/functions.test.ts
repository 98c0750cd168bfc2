// Loop-carried dependence through functions of the file that the loop calls: what they read and write of state outside.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: state changed by functions that the loop calls', () => {
  describe('closures', () => {
    sequential('loop-carried', [
      js`
        function collector(load) {
          let previous = null;
          const step = async (name) => {
            const value = await load(name, previous);
            previous = value;
            return value;
          };
          return async (names) => {
            for (const name of names) await step(name);
          };
        }
      `,
      js`
        async function numbered(rows) {
          let next = 0;
          const take = async (row) => {
            const kept = await keep(row);
            if (kept) next += 1;
            return next;
          };
          const out = [];
          for (const row of rows) out.push(await take(row));
          return out;
        }
      `,
      js`
        async function allot(names) {
          const used = new Set();
          async function free(name) {
            let candidate = name;
            while (used.has(candidate)) candidate += '_';
            await reserveName(candidate);
            used.add(candidate);
            return candidate;
          }
          for (const name of names) {
            await free(name);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function plain(rows, factor) {
          const scale = async (row) => (await measure(row)) * factor;
          const out = [];
          for (const row of rows) out.push(await scale(row));
          return out;
        }
      `,
      js`
        async function own(rows) {
          async function settle(row) {
            let next = 0;
            for (const part of row.parts) next += part.size;
            return convert(row, next);
          }
          »for (const row of rows) await settle(row);
        }
      `,
      js`
        async function counted(rows) {
          let done = 0;
          const one = async (row) => {
            await convert(row);
            done++;
          };
          for (const row of rows) await one(row);
          return done;
        }
      `,
    ]);
  });

  describe('the state of a module', () => {
    sequential('loop-carried', [
      js`
        let session;
        async function login(host) {
          if (!session) session = await authenticate(host);
          return session;
        }
        export async function all(hosts) {
          for (const host of hosts) await login(host);
        }
      `,
      js`
        const stack = [];
        async function enter(name) {
          stack.push(name);
          await visit(name, stack.join('/'));
          stack.pop();
        }
        export async function tour(names) {
          for (const name of names) {
            await enter(name);
          }
        }
      `,
    ]);
    sequential('shared-state', [
      ts`
        let current: string | undefined;
        function select(id: string): void {
          current = id;
        }
        async function show(): Promise<void> {
          await draw(current!);
          refresh(current!);
        }
        export async function tour(ids: string[]): Promise<void> {
          for (const id of ids) {
            await prepare(id);
            select(id);
            await show();
          }
        }
      `,
    ]);
    concurrent([
      js`
        const names = { a: 1, b: 2 };
        async function codeOf(key) {
          return translate(names[key]);
        }
        export async function all(keys) {
          const codes = [];
          for (const key of keys) codes.push(await codeOf(key));
          return codes;
        }
      `,
      js`
        const cache = {};
        async function colour(key) {
          if (!cache[key]) cache[key] = await fetchColour(key);
          return cache[key];
        }
        export async function all(keys) {
          const colours = [];
          for (const key of keys) colours.push(await colour(key));
          return colours;
        }
      `,
      ts`
        let calls = 0;
        async function ask(id: string): Promise<Answer> {
          calls += 1;
          return fetchAnswer(id);
        }
        export async function all(ids: string[]): Promise<Answer[]> {
          const answers: Answer[] = [];
          for (const id of ids) answers.push(await ask(id));
          return answers;
        }
      `,
    ]);
  });

  describe('what is done when it returns, after the last await', () => {
    concurrent([
      js`
        async function all(rows) {
          const found = [];
          const note = (text) => { found.push(text); };
          »for (const row of rows) { const text = await load(row); if (text) note(text); }
          return found;
        }
      `,
      ts`
        class Names {
          names = new Map<string, string>();
          note(id: string, name: string) { this.names.set(id, name); }
          async all(ids: string[]) { »for (const id of ids) { this.note(await load(id), id); } }
        }
      `,
    ]);
    sequential('shared-state', [
      js`
        async function all(rows) {
          const found = [];
          const note = (text) => { found.push(text); };
          for (const row of rows) { note(row.name); note(await load(row)); }
          return found;
        }
      `,
      js`
        async function all(rows) {
          const found = [];
          const note = (text) => setTimeout(() => found.push(text));
          for (const row of rows) { const text = await load(row); note(text); }
        }
      `,
      js`
        async function all(rows) {
          const found = [];
          const note = async (text) => { found.push(text); };
          for (const row of rows) { const text = await load(row); note(text); }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(rows) {
          const seen = new Set();
          const mark = (id) => { seen.add(id); };
          for (const { id } of rows) { if (seen.has(id)) continue; await load(id); mark(id); }
        }
      `,
    ]);
  });

  describe('methods', () => {
    sequential('loop-carried', [
      js`
        class Player {
          async play(songs) {
            for (const song of songs) await this.#next(song);
          }
          async #next(song) {
            const gap = this.last ? song.start - this.last.end : 0;
            this.last = await this.output.queue(song, gap);
          }
        }
      `,
      ts`
        class Uploader {
          private offset = 0;
          async upload(parts: Buffer[]): Promise<void> {
            for (const part of parts) {
              await this.put(part);
            }
          }
          private async put(part: Buffer): Promise<void> {
            await this.target.put(part, this.offset);
            this.offset += part.length;
          }
        }
      `,
      js`
        const printer = {
          line: 0,
          async print(text) {
            this.line += await this.device.lines(text);
            await this.device.text(text, this.line);
          },
          async printAll(texts) {
            for (const text of texts) await this.print(text);
          },
        };
      `,
      js`
        class Tree {
          async add(names) {
            for (const name of names) await this.a(name);
          }
          async a(name) {
            await this.b(name);
          }
          async b(name) {
            const parent = this.tip;
            this.tip = await this.store.link(parent, name);
          }
        }
      `,
    ]);
    concurrent([
      js`
        class Loader {
          async load(names) {
            const all = [];
            for (const name of names) all.push(await this.one(name));
            return all;
          }
          async one(name) {
            return this.client.get(this.base + name);
          }
        }
      `,
      ts`
        class Names {
          private readonly prefix: string = '';
          async resolveAll(ids: number[]): Promise<Map<number, string>> {
            const names = new Map<number, string>();
            for (const id of ids) {
              names.set(id, await this.lookup(id));
            }
            return names;
          }
          private async lookup(id: number): Promise<string> {
            const { name } = await this.api.find(id);
            return this.prefix + name;
          }
        }
      `,
      js`
        class Sizes {
          async measure(files) {
            for (const file of files) await this.measureOne(file);
            return this.total;
          }
          async measureOne(file) {
            const { size } = await stat(file);
            this.total += size;
          }
        }
      `,
    ]);
  });

  describe('static methods, called by the name of their class', () => {
    sequential('loop-carried', [
      js`class Settings { static async load(parts) { for (const part of parts) await Settings.extend(part); } static async extend(part) { await check(part, Settings.last); Settings.last = part; } }`,
      ts`class Names { static async add(names: string[]) { for (const name of names) { await Names.one(name); } } static async one(name: string) { if (!Names.seen.includes(name)) { await keep(name); Names.seen.push(name); } } }`,
      js`class Ids { static async one(row) { await keep(row, Ids.next); Ids.next = Ids.next + 1; } } async function go(rows) { for (const row of rows) await Ids.one(row); }`,
    ]);
    concurrent([
      js`class Settings { static async load(paths) { const parts = []; »for (const path of paths) parts.push(await Settings.part(path)); return parts; } static async part(path) { return parse(await read(path)); } }`,
      ts`class Names { static async add(names: string[]) { »for (const name of names) { await Names.one(name); } } static async one(name: string) { if (!Names.known.includes(name)) await keep(name); } }`,
      js`class Ids { static async one(row) { await keep(row, Ids.prefix); } } async function go(rows) { »for (const row of rows) await Ids.one(row); }`,
    ]);
  });

  describe('recursion', () => {
    sequential('loop-carried', [
      js`
        async function walk(node, visited) {
          for (const child of node.children) {
            const loaded = await load(child);
            if (visited.has(loaded.id)) continue;
            visited.add(loaded.id);
            await walk(loaded, visited);
          }
        }
      `,
      js`
        const path = [];
        async function even(n) {
          for (const part of await partsOf(n)) await odd(part);
        }
        async function odd(n) {
          path.push(n);
          for (const part of await partsOf(n)) await even(part);
          path.pop();
        }
      `,
      js`
        async function collect(stacks) {
          const seen = new Set();
          async function stack(name) {
            if (seen.has(name)) return;
            seen.add(name);
            await nested(await fetchStack(name));
          }
          async function nested(found) {
            for (const name of found.names) await stack(name);
          }
          await stack(stacks[0]);
        }
      `,
    ]);
    concurrent([
      js`
        async function size(node) {
          let total = node.size;
          for (const child of await childrenOf(node)) {
            if (child.isFolder()) total += await size(child);
          }
          return total;
        }
      `,
      js`
        async function list(folder) {
          const files = [];
          for (const entry of await readdir(folder)) {
            if (entry.isDirectory()) files.push(...(await list(entry.path)));
            else files.push(entry.path);
          }
          return files;
        }
      `,
      js`
        async function render(node, options) {
          const parts = [];
          for (const child of node.children) {
            parts.push(await render(child, { ...options, depth: options.depth + 1 }));
          }
          return parts.join('');
        }
      `,
    ]);
  });
});
