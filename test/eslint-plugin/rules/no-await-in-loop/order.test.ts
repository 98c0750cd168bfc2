// Order that shows: what somebody watches, reads in order or relies on link by link.
import { js, ts, tsx } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: order that shows', () => {
  describe('logs before and after the await, progress', () => {
    sequential('visible-order', [
      js`
        async function build(packages) {
          for (const one of packages) {
            console.log('building', one);
            await compile(one);
            console.log('built', one);
          }
        }
      `,
      ts`
        class Runner {
          async run(tasks: Task[]) {
            for (const task of tasks) {
              this.logger.info('start');
              const outcome = await task.begin();
              this.logger.debug(outcome!.text);
            }
          }
        }
      `,
      js`
        async function run(files) {
          for (let i = 0; i < files.length; i++) {
            log('file', i);
            const problems = await inspect(files[i]);
            if (problems.length > 0) log('problems', problems.length);
            else log('fine');
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function build(packages) {
          for (const one of packages) {
            await compile(one);
            console.log('built', one);
          }
        }
      `,
      js`
        async function build(packages) {
          for (const one of packages) {
            console.log('building', one);
            await compile(one);
          }
        }
      `,
      ts`
        async function run(tasks: Task[], logger: Logger) {
          for (const task of tasks) {
            try {
              await inspect(task);
            } catch (error: unknown) {
              logger.error(String(error));
            }
          }
        }
      `,
      js`
        async function sum(entries) {
          const bytes = [];
          for (const entry of entries) bytes.push(await Math.log(entry));
          return bytes;
        }
      `,
    ]);
  });

  describe('events before and after the await', () => {
    sequential('visible-order', [
      js`
        async function run(urls, emitter) {
          for (const url of urls) {
            emitter.emit('start', url);
            const { size } = await download(url);
            emitter.emit('done', url, size);
          }
        }
      `,
      ts`
        class Runner extends EventEmitter {
          async run(files: string[]) {
            for (const file of files) {
              this.emit('open', file);
              const text = await read(file);
              this.emit('text', text.length);
            }
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function run(files, emitter) {
          for (const file of files) {
            const text = await read(file);
            emitter.emit('text', file, text);
          }
        }
      `,
      js`
        async function run(tasks) {
          for (const task of tasks) {
            task.emit('start');
            const text = await read(task.file);
            task.emit('done', text);
          }
        }
      `,
    ]);
  });

  describe('how far the work has come, and lines that are put out', () => {
    sequential('visible-order', [
      js`async function go(ids, options) { for (const id of ids) { await options.api.fetchOne(id); options?.onProgress?.(id); } }`,
      ts`async function go(rows: Row[]) { for (let i = 0; i < rows.length; i++) { watcher.status(i + 1 + '/' + rows.length); await send(rows[i]!); } }`,
      js`async function go(rows) { for (const [i, row] of rows.entries()) { watcher && watcher.tell(i + ' of ' + rows.length); await send(row); } }`,
      js`class A { async go(checks) { for (const { title, name } of checks) { this.output(title); this.output(await this.outcomeOf(name)); this.output(''); } } }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (const row of rows) { check(row.parts.length, row); await send(row); } }`,
      js`class A { async go(names) { const found = []; »for (const name of names) { found.push(await this.outcomeOf(name)); } this.output(found); } }`,
      ts`async function go(rows: Row[]) { const sent = []; »for (const row of rows) { const part = share(row, rows.length); sent.push(await send(part)); } return sent; }`,
    ]);
  });

  describe('headings, and one output that all write into', () => {
    sequential('visible-order', [
      js`async function go(names) { for (const name of names) { ux.styledHeader(name); await pull(name); } }`,
      js`class A { async go(names) { for (const name of names) { this.log.setStatusLine(name); await pull(name); } } }`,
      ts`async function go(names: string[]) { for (const name of names) { await docker('pull', [name], { stdio: 'inherit' }); } }`,
      js`async function go(names) { for (const name of names) await pull(name); } async function pull(name) { await run(name, { stdio: 'inherit' }); }`,
      js`async function go(parts, whole) { for (const part of parts) { await finished(open(part).pipe(whole, { end: false })); } }`,
    ]);
    concurrent([
      js`async function go(names) { »for (const name of names) { await docker('inspect', [name], { stdio: 'ignore' }); } }`,
      ts`async function go(parts: Part[]) { »for (const part of parts) { await finished(open(part).pipe(create(part.path), { end: true })); } }`,
      js`async function go(names) { »for (const name of names) { logger.info(name); await remove(name); } }`,
    ]);
  });

  describe('yield, responses and streams', () => {
    sequential('visible-order', [
      js`
        async function* bodies(urls) {
          for (const url of urls) yield await download(url);
        }
      `,
      js`
        async function* all(pages) {
          for (const page of pages) {
            const rows = await load(page);
            yield* rows;
          }
        }
      `,
      js`
        app.get('/', async (req, res) => {
          for (const part of parts) {
            res.write(await render(part));
          }
        });
      `,
      js`
        async function print(names) {
          for (const name of names) {
            const text = await translate(name);
            process.stdout.write(text);
          }
        }
      `,
      ts`
        function start(controller: Controller, sources: string[]) {
          return (async () => {
            for (const source of sources) controller.enqueue(await load(source));
          })();
        }
      `,
    ]);
    concurrent([
      js`
        async function* groups(urls) {
          for (const group of urls) {
            const bodies = [];
            »for (const url of group) bodies.push(await download(url));
            yield bodies;
          }
        }
      `,
      js`
        app.get('/', async (req, res) => {
          const texts = [];
          for (const part of parts) texts.push(await render(part));
          res.write(texts.join(''));
        });
      `,
      js`
        async function print(names) {
          const texts = new Map();
          for (const name of names) {
            texts.set(name, await translate(name));
          }
          return texts;
        }
      `,
      tsx`
        async function List({ ids }: { ids: string[] }) {
          const rows: JSX.Element[] = [];
          for (const id of ids) {
            const user = await loadUser(id);
            rows.push(<li key={id}>{user!.name}</li>);
          }
          return <ul>{rows}</ul>;
        }
      `,
    ]);
  });

  describe('chains of middleware, hooks, plugins, steps', () => {
    sequential('chain', [
      js`
        async function run(hooks, event) {
          for (const hook of hooks) await hook(event);
        }
      `,
      js`
        class App {
          async handle(request) {
            for (const middleware of this.stack) {
              await middleware.handle(request);
            }
          }
        }
      `,
      js`
        async function load(plugins, host) {
          for (const { name, plugin } of plugins) {
            await plugin.register(host, name);
          }
        }
      `,
      js`
        test('works', async () => {
          for (const step of steps) {
            await step.run();
          }
        });
      `,
      ts`
        async function emit(listeners: Array<(e: Event) => Promise<void>>, event: Event): Promise<void> {
          for (const listener of listeners) await listener(event);
        }
      `,
      js`
        async function prepare(names, context) {
          for (const name of names) {
            await runHook(name, context);
          }
        }
      `,
      js`
        async function all(tasks) {
          const results = [];
          for (const { run } of tasks) results.push(await run());
          return results;
        }
      `,
    ]);
    concurrent([
      js`
        async function sizes(hooks) {
          const sizes = [];
          for (const hook of hooks) sizes.push(await sizeOf(hook.file));
          return sizes;
        }
      `,
      js`
        async function versions(plugins) {
          const versions = {};
          for (const name in plugins) {
            versions[name] = await latestVersion(name);
          }
          return versions;
        }
      `,
      js`
        async function rows(steps) {
          const found = [];
          for (const { selector } of steps) found.push(await query(selector));
          return found;
        }
      `,
    ]);
  });

  describe('the same key each time', () => {
    sequential('loop-carried', [
      js`
        async function show(values, view) {
          for (const value of values) {
            view.current = await describeValue(value);
            await view.refresh();
          }
        }
      `,
      js`
        async function merge(layers, config) {
          for (const layer of layers) {
            config.settings = { ...config.settings, ...(await read(layer, config.settings)) };
          }
        }
      `,
      ts`
        async function show(values: string[], element: HTMLElement) {
          for (const value of values) {
            element.textContent = element.textContent! + (await describeValue(value, element.textContent));
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function show(values, view) {
          for (const value of values) {
            view[value.id] = await describeValue(value);
          }
        }
      `,
      js`
        async function last(values) {
          let current;
          for (const value of values) {
            const text = await describeValue(value);
            if (text) current = text;
          }
          return current;
        }
      `,
      js`
        async function merge(layers) {
          let settings = {};
          for (const layer of layers) {
            settings = { ...settings, ...(await read(layer)) };
          }
          return settings;
        }
      `,
    ]);
  });
});
