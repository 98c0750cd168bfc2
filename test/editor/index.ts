// The entry that VS Code calls to run the suite inside itself, by either of the two runners.
import { format } from 'node:util';
import Mocha from 'mocha';
import { env } from 'vscode';

/** Marks the suite's own lines among all that VS Code logs; the runner outside looks for it. */
const mark = '[suite] ';

/** Runs the suite; rejects when a test fails, which ends VS Code with exit code 1. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    console.log(mark + format(...args).replaceAll('\n', `\n${mark}`));
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  mocha.suite.emit('pre-require', globalThis, 'editor', mocha);
  if (env.language === 'en') await import('./extension.js');
  if (process.env['GATHER_PICTURES'] !== undefined) await import('./seen.js');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the editor's tests failed.`);
}
