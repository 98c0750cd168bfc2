// What a server takes, in milliseconds and megabytes.
import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Editor } from '../../test/extension/server/client.js';
import type { Contender } from './servers.js';
import { awaited, type OpenFile, type Workspace } from './workspace.js';

const run = promisify(execFile);

/** The figures of one server; each a list of what was measured. */
export interface Figures {
  start: number[];
  keystroke: number[];
  hover: number[];
  opened: number[];
  memory: number[];
}

const starts = 5;
const warmUps = 20;
const keystrokes = 200;
const hovers = 100;

/** In milliseconds: after so long Gather's server has given back what it does not need. */
const rest = 7_000;

/** Measures a server. */
export async function measure(contender: Contender, workspace: Workspace): Promise<Figures> {
  const start: number[] = [];
  const opened: number[] = [];
  const memory: number[] = [];
  for (let index = 0; index < starts; index++) {
    const begun = performance.now();
    const editor = await contender.start(workspace.uri);
    await look(editor, workspace.short);
    start.push(performance.now() - begun);
    // gather: sequential -- what runs beside would be measured too
    for (const file of workspace.ten) await look(editor, file);
    opened.push(await residentMegabytes(editor.process.pid));
    await setTimeout(rest);
    memory.push(await residentMegabytes(editor.process.pid));
    await editor.quit();
  }
  const editor = await contender.start(workspace.uri);
  const uri = await look(editor, workspace.thousand);
  const typed = await times(warmUps + keystrokes, (index) => type(editor, uri, index));
  const hover = contender.hovers
    ? await times(hovers, () => editor.hover(uri, editor.positionOf(uri, `for (const id of ids)`)))
    : [];
  await editor.quit();
  return { start, opened, memory, keystroke: typed.slice(warmUps), hover };
}

/** Opens a file and waits for what is found in it. */
async function look(editor: Editor, { uri, text }: OpenFile): Promise<string> {
  await editor.open(uri, text);
  await editor.pull(uri);
  return uri;
}

/** Takes the loop's mark away, or gives it back, and waits until that is found. */
async function type(editor: Editor, uri: string, index: number): Promise<void> {
  const without = awaited.replace('await ', '');
  await (index % 2 ? editor.replace(uri, without, awaited) : editor.replace(uri, awaited, without));
  const { items } = await editor.pullFull(uri);
  if (items.length !== index % 2) throw new Error(`${items.length} findings after edit ${index}.`);
}

/** How long something takes, so many times in a row. */
async function times(count: number, once: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index++) {
    const begun = performance.now();
    await once(index);
    taken.push(performance.now() - begun);
  }
  return taken;
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}
