// Functions of the file that stand for something slow: they wait for a timer, and give a value.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: waits that stand for work', () => {
  concurrent([
    js`
      const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const ages = new Map([['ann', 31]]);
      async function ageOf(name) {
        await sleep(5);
        return ages.get(name);
      }
      async function all(names) {
        const found = [];
        »for (const name of names) found.push(await ageOf(name));
        return found;
      }
    `,
    js`
      function quoteOf(symbol) {
        return new Promise((resolve) => setTimeout(() => resolve(symbol.length * 10), 20));
      }
      async function total(symbols) {
        let sum = 0;
        »for (const symbol of symbols) sum += await quoteOf(symbol);
        return sum;
      }
    `,
    ts`
      function later<T>(ms: number, value: T): Promise<T> { return new Promise((resolve) => setTimeout(() => resolve(value), ms)); }
      const nameOf = (id: number) => later(10, String(id));
      async function all(ids: number[]): Promise<string[]> {
        const names: string[] = [];
        »for (const id of ids) {
          const name = await nameOf(id);
          names.push(name);
        }
        return names;
      }
    `,
    js`
      class Api {
        async get(path) {
          await new Promise((resolve) => setTimeout(resolve, this.latency));
          if (!path) throw new Error('no path');
          return { path };
        }
        async all(paths) {
          const pages = {};
          »for (const path of paths) pages[path] = await this.get(path);
          return pages;
        }
      }
    `,
  ]);

  describe('but not where nobody takes a value', () => {
    sequential('time', [
      js`
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        async function step(name) {
          await sleep(50);
          return name;
        }
        async function all(names) {
          for (const name of names) await step(name);
        }
      `,
      js`
        const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        async function breathe(ms) {
          await rest(ms);
          return true;
        }
        async function all(times) {
          const out = [];
          for (const time of times) out.push(await breathe(time));
          return out;
        }
      `,
      js`
        const rest = (ms) => new Promise((resolve) => setTimeout(() => resolve(), ms));
        const breathe = (ms) => rest(ms);
        async function all(times) {
          const out = [];
          for (const time of times) out.push(await breathe(time));
          return out;
        }
      `,
    ]);
  });

  describe('nor where they space out something else', () => {
    sequential('time', [
      js`
        async function politely(url) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          return fetch(url);
        }
        async function all(urls) {
          const pages = [];
          for (const url of urls) pages.push(await politely(url));
          return pages;
        }
      `,
      js`
        async function turned(element) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          element.classList.toggle('turned');
          return element;
        }
        async function all(elements) {
          const out = [];
          for (const element of elements) out.push(await turned(element));
          return out;
        }
      `,
      js`
        const throttle = () => new Promise((resolve) => setTimeout(resolve, 100));
        const rows = new Map();
        async function rowOf(id) {
          await throttle();
          return rows.get(id);
        }
        async function all(ids) {
          const out = [];
          for (const id of ids) out.push(await rowOf(id));
          return out;
        }
      `,
      js`
        async function frameOf(scene) {
          await sleep(16);
          return scene.next;
        }
        async function all(scenes) {
          const out = [];
          for (const scene of scenes) out.push(await frameOf(scene));
          return out;
        }
      `,
    ]);
  });

  describe('nor where they change what is seen', () => {
    sequential('shared-state', [
      js`
        const shown = [];
        async function show(line) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          shown.push(line);
          return line;
        }
        async function all(lines) {
          const out = [];
          for (const line of lines) out.push(await show(line));
          return out;
        }
      `,
    ]);
  });
});
