// Loops that add to several things: each iteration gathers parts of its own, which are put together in order.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { refused, rewrites } from './expected.js';

describe('rewrite: parts for several targets', () => {
  it('names them by what they are added to', () => {
    rewrites(
      js`
      async function all(urls) {
        const bodies = [];
        const failures = [];
        for (const url of urls) {
          if (url === '') continue;
          try {
            const body = await download(url);
            bodies.push(body);
          } catch (error) {
            failures.push({ url, error });
          }
        }
        return { bodies, failures };
      }
    `,
      {
        gatherAll: js`
      async function all(urls) {
        const bodies = [];
        const failures = [];
        for (const { ownBodies, ownFailures } of await Promise.all(Array.from(urls, async (url) => {
          const ownBodies = [];
          const ownFailures = [];
          if (url === '') return { ownBodies, ownFailures };
          try {
            const body = await download(url);
            ownBodies.push(body);
          } catch (error) {
            ownFailures.push({ url, error });
          }
          return { ownBodies, ownFailures };
        }))) {
          bodies.push(...ownBodies);
          failures.push(...ownFailures);
        }
        return { bodies, failures };
      }
      `,
      },
    );
  });

  it('applies what is combined with the old value as it was written, and shows logs in order', () => {
    rewrites(
      ts`
      async function all(urls: string[], known: Set<string>): Promise<void> {
        let failed: Error | undefined;
        let total = 0;
        for (const url of urls) {
          try {
            const response = await fetch(url);
            if (!response.ok) continue;
            const text = await response.text();
            known.add(url);
            total += text.length;
            console.log(url);
          } catch (error) {
            failed = error as Error;
          }
        }
        if (failed) throw failed;
      }
    `,
      {
        gatherAll: ts`
      async function all(urls: string[], known: Set<string>): Promise<void> {
        let failed: Error | undefined;
        let total = 0;
        for (const { ownKnown, ownTotal, shown, ownFailed } of await Promise.all(urls.map(async (url) => {
          const ownKnown: string[] = [];
          const ownTotal: number[] = [];
          const shown: (() => void)[] = [];
          const ownFailed: (typeof failed)[] = [];
          try {
            const response = await fetch(url);
            if (!response.ok) return { ownKnown, ownTotal, shown, ownFailed };
            const text = await response.text();
            ownKnown.push(url);
            ownTotal.push(text.length);
            shown.push(() => console.log(url));
          } catch (error) {
            ownFailed.push(error as Error);
          }
          return { ownKnown, ownTotal, shown, ownFailed };
        }))) {
          for (const entry of ownKnown) known.add(entry);
          for (const value of ownTotal) total += value;
          for (const show of shown) show();
          for (const value of ownFailed) failed = value;
        }
        if (failed) throw failed;
      }
      `,
      },
    );
  });

  it('awaits what a list comes from one by one in the iteration that gathers it', () => {
    rewrites(
      js`
      async function all(urls) {
        const lines = [];
        for (const url of urls.slice(0, 3)) {
          const body = await download(url);
          for await (const line of linesOf(body)) lines.push(line);
        }
        return lines;
      }
    `,
      {
        gatherAll: js`
      async function all(urls) {
        const lines = (await Promise.all(Array.from(urls.slice(0, 3), async (url) => {
          const part = [];
          const body = await download(url);
          for await (const line of linesOf(body)) part.push(line);
          return part;
        }))).flat();
        return lines;
      }
      `,
      },
    );
  });

  it('leaves what is looked at meanwhile', () => {
    refused(
      js`
      async function all(urls) {
        const bodies = [];
        const sizes = [];
        for (const url of urls) {
          try {
            const { body, size } = await download(url);
            sizes.push(size);
            bodies.push(sizes.length, body);
          } catch (error) {
            console.warn(error);
          }
        }
        return bodies;
      }
    `,
      'what it awaits and what must stay in order are entangled',
    );
  });

  it('takes the lists of a record for two where they are made there', () => {
    rewrites(
      js`
      async function all(files) {
        const report = { sizes: [], missing: [] };
        for (const file of files) {
          try {
            report.sizes.push(await sizeOf(file));
          } catch {
            report.missing.push(file);
          }
        }
        return report;
      }
    `,
      {
        gatherAll: js`
      async function all(files) {
        const report = { sizes: [], missing: [] };
        for (const { ownSizes, ownMissing } of await Promise.all(Array.from(files, async (file) => {
          const ownSizes = [];
          const ownMissing = [];
          try {
            ownSizes.push(await sizeOf(file));
          } catch {
            ownMissing.push(file);
          }
          return { ownSizes, ownMissing };
        }))) {
          for (const entry of ownSizes) report.sizes.push(entry);
          for (const entry of ownMissing) report.missing.push(entry);
        }
        return report;
      }
    `,
      },
    );
    refused(
      js`
      async function all(files) {
        const list = [];
        const report = { sizes: list, missing: list };
        for (const file of files) {
          try {
            report.sizes.push(await sizeOf(file));
          } catch {
            report.missing.push(file);
          }
        }
        return report;
      }
    `,
      'what it awaits and what must stay in order are entangled',
    );
    refused(
      js`
      async function all(files) {
        const report = { sizes: [], missing: [] };
        report.missing = report.sizes;
        for (const file of files) {
          try {
            report.sizes.push(await sizeOf(file));
          } catch {
            report.missing.push(file);
          }
        }
        return report;
      }
    `,
      'what it awaits and what must stay in order are entangled',
    );
  });
});
