// Opens VS Code's workbench in a headless Chromium, runs a suite in it and takes the pictures it asks for.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { gestures } from './gestures.js';

/** What to open, all paths absolute. */
export interface WorkbenchRun {
  /** Host and port of VS Code's server. */
  authority: string;
  /** The Chromium to start. */
  browser: string;
  workspace: string;
  /** The bundled suite, whose `run` VS Code calls. */
  suite: string;
  /** The folder of an extension to load from its sources. */
  development: string;
  /** Folder where pictures go. */
  pictures: string;
  /** File that gets all that VS Code logs. */
  log: string;
  /** The display language, as VS Code names it: `zh-tw`. */
  language: string;
}

const quietOffline = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Ends a run in which VS Code does not even start. */
const patience = 180_000;

/**
 * Runs the suite.
 * @returns the suite's exit code
 * @throws when VS Code gives none in time
 */
export async function runInWorkbench(run: WorkbenchRun): Promise<number> {
  const browser = await chromium.launch({
    executablePath: run.browser,
    args: quietOffline,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1120, height: 800 },
      deviceScaleFactor: 2,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // Without a pack of the language VS Code itself stays in English; extensions bring their own texts.
    const constant = `{ get: () => ${JSON.stringify(run.language)}, set() {} }`;
    await page.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', ${constant})`);
    return await untilExit(page, run);
  } finally {
    await browser.close();
  }
}

function untilExit(page: Page, run: WorkbenchRun): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('VS Code did not finish the suite in time.')), patience);
    timer.unref();
    page.on('crash', () => reject(new Error('Chromium crashed.')));
    const log = (_type: string, args: unknown[]) => follow(page, run, format(...args)).catch(reject);
    Promise.all([
      page.exposeFunction('codeAutomationLog', log),
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
    ])
      .then(() => page.goto(addressOf(run)))
      .catch(reject);
  });
}

/** Shows the suite's own lines, keeps all that VS Code logs, and takes the pictures that are asked for. */
async function follow(page: Page, { log, pictures }: WorkbenchRun, text: string): Promise<void> {
  appendFileSync(log, `${text}\n`);
  for (const line of text.split('\n')) {
    const said = /^\[suite\] (.*)$/.exec(line)?.[1];
    const picture = /^\[picture\] (\w+)$/.exec(line)?.[1];
    if (said !== undefined) console.log(said);
    if (picture !== undefined) await photograph(page, picture, pictures);
  }
}

/** A picture of the whole window, once it shows what the picture is of. */
async function photograph(page: Page, name: string, pictures: string): Promise<void> {
  const gesture = gestures[name];
  if (!gesture) throw new Error(`There is no gesture for the picture '${name}'.`);
  await gesture(page);
  // What fades in is there.
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

function addressOf({ authority, workspace, suite, development }: WorkbenchRun): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(development)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) }).toString();
  return `http://${authority}/?${query}`;
}
