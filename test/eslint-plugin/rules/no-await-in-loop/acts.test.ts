// Loops that tolerate failures, and loops that only act; and near them what stays sequential.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: tolerates', () => {
  concurrent([
    js`
      async function all(urls) {
        const failed = [];
        for (const url of urls) {
          try {
            await download(url);
          } catch (error) {
            failed.push({ url, error });
          }
        }
        return failed;
      }
    `,
    js`
      async function all(urls) {
        for (const url of urls) {
          try {
            await download(url);
          } catch (error) {
            console.warn('no', url, error);
          } finally {
            url.done?.();
          }
        }
      }
    `,
    ts`
      async function all(urls: URL[]): Promise<void> {
        for (const url of urls) {
          await download(url).catch((error: unknown) => {
            console.error(error);
          });
        }
      }
    `,
    js`
      async function all(urls) {
        const bodies = {};
        for (const url of urls) {
          try {
            bodies[url] = await download(url);
          } catch {
            continue;
          }
        }
        return bodies;
      }
    `,
  ]);
  sequential('early-exit', [
    js`
      async function all(urls) {
        for (const url of urls) {
          try {
            await download(url);
          } catch {
            return false;
          }
        }
        return true;
      }
    `,
    js`
      async function all(urls) {
        for (const url of urls) {
          try {
            return await download(url);
          } catch (error) {
            console.warn(error);
          }
        }
      }
    `,
    js`
      async function all(urls) {
        for (const url of urls) {
          try {
            await upload(url);
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        }
      }
    `,
  ]);
});

describe('no-await-in-loop: only acts', () => {
  concurrent([
    js`
      async function all(users) {
        for (const user of users) await sendMail(user);
      }
    `,
    js`
      async function all(names) {
        for (const name of names) {
          await mkdir(name, { recursive: true });
          await writeFile(name + '/index.html', '');
        }
      }
    `,
    ts`
      class Cleaner {
        constructor(private readonly api: Api) {}
        async clean(ids: readonly string[]): Promise<void> {
          for (const id of ids) {
            await this.api.items.delete(id);
          }
        }
      }
    `,
    js`
      async function all(urls) {
        for (const url of urls) await fetch(url, { method: 'POST', body: '{}' });
      }
    `,
  ]);
  sequential('serial-resource', [
    js`
      async function all(users, trx) {
        for (const user of users) await sendMail(user, trx);
      }
    `,
  ]);
  sequential('loop-carried', [
    js`
      async function all(users) {
        let sent = 0;
        for (const user of users) {
          const answer = await sendMail(user, { number: sent });
          if (answer.ok) sent++;
        }
      }
    `,
  ]);
  sequential('early-exit', [
    js`
      async function all(users) {
        for (const user of users) {
          const outcome = await sendMail(user);
          if (!outcome.ok) throw new Error(outcome.text);
        }
      }
    `,
  ]);
});
