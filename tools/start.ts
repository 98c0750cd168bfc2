// `npm start -- PATH…`: builds the command `gather` and runs it where the user stands, which npm leaves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import './build-plugin.js';

const command = spawn(process.execPath, [resolve('eslint-plugin/dist/cli.js'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  stdio: 'inherit',
});
const [code] = (await once(command, 'exit')) as [number | null];
process.exitCode = code ?? 2;
