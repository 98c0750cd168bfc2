// Time on purpose: a loop that lets time pass between its iterations.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: time on purpose', () => {
  describe('sleep, delay, back-off', () => {
    sequential('time', [
      js`
        async function drip(messages) {
          for (const message of messages) {
            await send(message);
            await sleep(1000);
          }
        }
      `,
      js`async function count(rows) { for (const [at, row] of rows.entries()) { add(row); if (at % 100 === 0) await yieldToLoop(); } }`,
      js`
        async function drip(messages) {
          for (const message of messages) {
            await new Promise((resolve) => setTimeout(resolve, 200));
            await send(message);
          }
        }
      `,
      js`
        import { setTimeout as rest } from 'node:timers/promises';
        export async function drip(messages) {
          for (const message of messages) {
            await rest(50);
            await send(message);
          }
        }
      `,
      js`
        const { setTimeout: rest } = require('timers/promises');
        async function drip(messages) {
          for (const message of messages) {
            await send(message);
            await rest(50);
          }
        }
      `,
      ts`
        const breathe = (ms: number): Promise<void> => new Promise<void>((done) => { setTimeout(() => done(), ms); });
        async function drip(messages: string[]) {
          for (const message of messages) {
            await send(message);
            await breathe(10);
          }
        }
      `,
      js`
        class Pacer {
          pause() {
            return new Promise((resolve) => setTimeout(resolve, this.gap));
          }
          async run(jobs) {
            for (const job of jobs) {
              await job.start();
              await this.pause();
            }
          }
        }
      `,
      js`
        async function gently(urls) {
          for (const [index, url] of urls.entries()) {
            if (index > 0) await delay(500);
            await download(url);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function obtain(url) {
          for (let attempt = 0; attempt < 3; attempt++) {
            const response = await fetch(url);
            if (response.ok) return response;
            await sleep(100 * attempt);
          }
        }
        export async function all(urls) {
          const responses = [];
          »for (const url of urls) responses.push(await obtain(url));
          return responses;
        }
      `,
      js`
        async function all(urls) {
          const times = [];
          for (const url of urls) {
            const timer = setTimeout(() => complain(url), 1000);
            times.push(await measure(url));
            clearTimeout(timer);
          }
          return times;
        }
      `,
      js`
        async function all(urls, sleepTimes) {
          const times = [];
          for (const url of urls) times.push(await measure(url, sleepTimes.maximum));
          return times;
        }
      `,
      js`
        async function timed(urls) {
          const bodies = [];
          for (const url of urls) {
            bodies.push(
              await new Promise((resolve, reject) => {
                setTimeout(() => reject(new Error('late')), 1000);
                download(url).then(resolve, reject);
              }),
            );
          }
          return bodies;
        }
      `,
    ]);
  });

  describe('polling and events', () => {
    sequential('time', [
      js`
        import { once } from 'node:events';
        async function feed(socket, chunks) {
          for (const chunk of chunks) {
            if (!socket.put(chunk)) await once(socket, 'drain');
          }
        }
      `,
      js`
        async function launch(machines) {
          for (const machine of machines) {
            await machine.boot();
            await waitForPort(machine.port);
          }
        }
      `,
      js`
        async function restart(pods) {
          for (const pod of pods) {
            await pod.remove();
            await pollUntilReady(pod.name);
          }
        }
      `,
      js`
        async function frames(count) {
          for (let frame = 0; frame < count; frame++) {
            draw(frame);
            await new Promise(requestAnimationFrame.bind(null, null)).then(() => new Promise((go) => requestAnimationFrame(go)));
            await new Promise((go) => requestAnimationFrame(go));
          }
        }
      `,
      js`async function moves(game, players) { for (const player of players) { game.ask(player); await new Promise((go) => game.once('moved', go)); } }`,
      js`async function shown(rows) { for (const row of rows) { place(row); await new Promise((go) => { window.addEventListener('painted', () => go()); }); } }`,
      js`const moved = () => new Promise((go) => game.on('moved', go)); async function moves(players) { for (const player of players) { game.ask(player); await moved(); } }`,
    ]);
    concurrent([
      js`async function ends(players) { for (const player of players) await new Promise((go) => player.once('ended', go)); }`,
      js`async function ends(files) { for (const file of files) await new Promise((go, fail) => { const copy = copying(file); copy.on('end', go); copy.on('error', fail); }); }`,
      js`async function ends(files) { for (const file of files) await new Promise((go) => copying(file).on('end', go)); }`,
      js`async function ends(bus, jobs) { for (const job of jobs) await new Promise((go) => bus.once('end of ' + job.id, go)); }`,
      js`async function ends(bus, jobs) { for (const job of jobs) await new Promise((go) => bus.on('end', (ended) => { if (ended === job.id) go(); })); }`,
      js`
        async function boot(machines) {
          for (const machine of machines) {
            await machine.boot();
          }
        }
      `,
      js`
        async function ages(machines) {
          const ages = [];
          for (const machine of machines) ages.push(await ageOf(machine, { waitForPort: true }));
          return ages;
        }
      `,
      ts`
        async function polls(ids: string[]): Promise<Poll[]> {
          const polls: Poll[] = [];
          for (const id of ids) polls.push(await fetchOpinion(id));
          return polls;
        }
      `,
    ]);
  });

  describe('measuring how long each takes', () => {
    sequential('time', [
      js`async function go(urls) { const took = []; for (const url of urls) { const start = Date.now(); await visit(url); took.push(Date.now() - start); } return took; }`,
      ts`async function go(count: number) { for (let run = 0; run < count; run++) { let since = performance.now(); await query(run); times.push(performance.now() - since); } }`,
      js`async function go(urls) { for (const url of urls) { const start = process.hrtime(); const page = await visit(url); results.push({ page, took: process.hrtime(start) }); } }`,
    ]);
    concurrent([
      js`async function go(rows, start) { const out = []; »for (const row of rows) out.push({ row: await read(row), age: Date.now() - start }); return out; }`,
      js`async function go(rows) { const out = []; »for (const row of rows) { const size = row.size; out.push(await read(row, Date.now() - size)); } return out; }`,
      ts`async function go(rows: Row[]) { const out = []; »for (const row of rows) { const at = Date.now(); out.push(await read(row, at)); } return out; }`,
    ]);
  });

  describe('keeping a rate', () => {
    sequential('time', [
      js`
        async function all(urls, limiter) {
          for (const url of urls) {
            await throttle();
            await download(url);
          }
        }
      `,
      js`
        async function all(urls) {
          for (const url of urls) {
            await rateLimiter.consumeToken();
            await download(url);
          }
        }
      `,
      ts`
        class Api {
          async all(urls: string[]) {
            for (const url of urls) {
              await this.backoff(url.length);
              await this.load(url);
            }
          }
        }
      `,
    ]);
    sequential('stated', [
      js`
        async function all(urls) {
          // the server's rate limit allows one request a second
          for (const url of urls) await download(url);
        }
      `,
    ]);
    concurrent([
      js`
        async function all(urls) {
          for (const url of urls) await download(url, { limit: 10 });
        }
      `,
      js`
        async function rates(currencies) {
          const rates = new Map();
          for (const currency of currencies) rates.set(currency, await rateOf(currency));
          return rates;
        }
      `,
      js`
        async function all(urls, token) {
          const bodies = [];
          for (const url of urls) {
            // the token allows ten thousand requests a day
            bodies.push(await download(url, token));
          }
          return bodies;
        }
      `,
    ]);
  });
});
