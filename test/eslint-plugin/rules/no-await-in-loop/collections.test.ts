// Loop-carried dependence through the elements of collections: arrays, Maps, Sets, worklists, and budgets.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: loop-carried dependence by collections', () => {
  describe('an element next to the own one', () => {
    sequential('loop-carried', [
      js`
        async function smooth(values) {
          const out = [values[0]];
          for (let i = 1; i < values.length; i++) {
            out[i] = await blend(out[i - 1], values[i]);
          }
          return out;
        }
      `,
      js`
        async function link(nodes) {
          for (let i = 1; i < nodes.length; i++) {
            nodes[i].parent = await connect(nodes[i - 1].parent, i);
          }
        }
      `,
      js`
        async function ladder(keys) {
          const found = [];
          for (const key of keys) {
            found.push(await lookup(key, found.at(-1)));
          }
          return found;
        }
      `,
      js`
        async function growing(names) {
          const taken = [];
          for (const name of names) {
            const free = await pickName(name, taken);
            taken.push(free);
          }
          return taken;
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function merged(values) {
          const out = {};
          for (const value of values) Object.assign(out, await improve(value, out));
          return out;
        }
      `,
      js`
        async function grows(count) {
          const out = [];
          for (let i = 0; i < count; i++) out[i] = await draw(out.length);
          return out;
        }
      `,
    ]);
    concurrent([
      js`
        async function merged(values) {
          const out = {};
          for (const value of values) Object.assign(out, await improve(value));
          return out;
        }
      `,
      js`
        async function inPlace(values) {
          for (let i = 0; i < values.length; i++) values[i] = await improve(values[i]);
        }
      `,
      js`
        async function differences(values) {
          const out = [];
          for (let i = 1; i < values.length; i++) {
            out[i] = await compare(values[i - 1], values[i]);
          }
          return out;
        }
      `,
      js`
        async function own(out, values) {
          for (let i = 0; i < values.length; i++) {
            out[i] = await improve(out[i], values[i]);
          }
        }
      `,
      js`
        async function perKey(scores) {
          for (const key in scores) {
            scores[key] = await rescale(scores[key]);
          }
        }
      `,
    ]);
  });

  describe('a function that sets what a path leads to in its first argument', () => {
    sequential('loop-carried', [
      js`
        async function configure(fields, settings) {
          for (const field of fields) {
            lodash.set(settings, field.path, await resolveField(field, settings));
          }
        }
      `,
      js`
        async function number(parts, counters) {
          for (const part of parts) {
            const next = await nextNumber(part, objectPath.get(counters, part.kind));
            objectPath.set(counters, part.kind, next);
          }
        }
      `,
      js`
        async function translate(keys, tree) {
          for (const key of keys) {
            if (lodash.isEmpty(tree)) await prepare(key);
            lodash.set(tree, key.path, await translated(key));
          }
        }
      `,
    ]);
    concurrent([
      js`
        import lodash from 'lodash';
        async function enable(engines, known) {
          for (const engine of engines) {
            const config = lodash.get(lodash.find(known, ['key', engine.key]), 'config', {});
            lodash.set(config, 'enabled', true);
            await saveEngine(engine.key, config);
          }
        }
      `,
      js`
        async function labels(nodes) {
          for (const node of nodes) {
            const label = {};
            lodash.set(label, 'name.first', node.name);
            await saveLabel(node.id, lodash.get(label, 'name'));
          }
        }
      `,
      js`
        async function defaults(names) {
          for (const name of names) {
            const options = { name };
            if (!lodash.has(options, 'level')) lodash.set(options, 'level', 1);
            await saveOptions(name, options);
          }
        }
      `,
    ]);
  });

  describe('a Map or Set that is written and read', () => {
    sequential('loop-carried', [
      js`
        async function loadOnce(names) {
          const seen = new Map();
          for (const name of names) {
            if (seen.has(name.group)) continue;
            seen.set(name.group, await loadGroup(name.group));
          }
          return seen;
        }
      `,
      js`
        async function visit(urls, visited) {
          for (const url of urls) {
            const target = await resolveTarget(url);
            if (!visited.has(target)) visited.add(target);
            await store(target, visited.size);
          }
        }
      `,
      js`
        async function versions(packages) {
          const known = new Map();
          for (const { name, range } of packages) {
            let version = known.get(name);
            if (!version) {
              version = await latest(name, range);
              known.set(name, version);
            }
          }
          return known;
        }
      `,
      js`
        async function indexed(rows, index) {
          for (const row of rows) {
            if (index[row.kind] === undefined) index[row.kind] = await describeKind(row.kind);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function loadEach(names) {
          const groups = new Map();
          for (const name of names) groups.set(name, await loadGroup(name));
          return groups;
        }
      `,
      js`
        async function distinct(urls) {
          const seen = new Set();
          const bodies = [];
          for (const url of urls) {
            if (seen.has(url)) continue;
            seen.add(url);
            bodies.push(await download(url));
          }
          return bodies;
        }
      `,
      ts`
        async function owners(files: string[]): Promise<Set<string>> {
          const owners = new Set<string>();
          for (const file of files) {
            const { owner } = await stat(file);
            owners.add(owner);
          }
          return owners;
        }
      `,
      js`
        async function missing(ids, cache) {
          const found = [];
          for (const id of ids) {
            if (cache.has(id)) continue;
            found.push(await load(id));
          }
          return found;
        }
      `,
    ]);
  });

  describe('a worklist that results feed', () => {
    sequential('loop-carried', [
      js`
        async function crawl(start) {
          const queue = [start];
          while (queue.length > 0) {
            const url = queue.shift();
            const page = await download(url);
            queue.push(...page.links);
          }
        }
      `,
      js`
        async function closure(pending) {
          for (const name of pending) {
            const { dependencies } = await manifest(name);
            for (const dependency of dependencies) pending.add(dependency);
          }
        }
      `,
      js`
        async function depthFirst(root) {
          const stack = [root];
          let node;
          while ((node = stack.pop())) {
            const children = await childrenOf(node);
            for (const child of children) stack.push(child);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function oneLevel(start) {
          const links = [];
          for (const url of start) {
            const page = await download(url);
            links.push(...page.links);
          }
          return links;
        }
      `,
      js`
        async function dependencies(names) {
          const all = new Set();
          for (const name of names) {
            const { dependencies } = await manifest(name);
            for (const dependency of dependencies) all.add(dependency);
          }
          return all;
        }
      `,
      js`
        async function children(nodes) {
          const queue = [];
          for (const node of nodes) for (const child of await childrenOf(node)) queue.push(child);
          return queue;
        }
      `,
    ]);
  });

  describe('a budget that is counted down', () => {
    sequential('loop-carried', [
      js`
        async function spend(jobs, budget) {
          for (const job of jobs) {
            if (budget <= 0) continue;
            budget -= await runJob(job);
          }
        }
      `,
      js`
        async function allot(shelves, remaining) {
          for (const shelf of shelves) {
            const placed = await shelf.place(remaining);
            remaining -= placed;
          }
          return remaining;
        }
      `,
      js`
        class Quota {
          async take(requests) {
            for (const request of requests) {
              if (this.left > 0) this.left -= (await grant(request)).size;
            }
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function cost(jobs) {
          let cost = 0;
          for (const job of jobs) cost -= await priceOf(job);
          return cost;
        }
      `,
      js`
        async function firstTen(jobs) {
          let left = 10;
          const results = [];
          for (const job of jobs) {
            if (left <= 0) continue;
            left -= 1;
            results.push(await inspect(job));
          }
          return results;
        }
      `,
      js`
        class Quota {
          async measure(requests) {
            let used = 0;
            for (const request of requests) used += (await inspect(request, this.limit)).size;
            return used;
          }
        }
      `,
    ]);
  });
});
