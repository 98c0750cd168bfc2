// Code and configurations that several tests of the command lint.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A finding of no-await-in-loop on line 2. */
export const loop = (name = 'f'): string =>
  `async function ${name}(xs) {\n  for (const x of xs) {\n    await g(x);\n  }\n}\n`;

/** A finding of no-sequential-await. */
export const row =
  'async function h(a) {\n  const one = await getOne(a);\n  const two = await getTwo(a);\n  return [one, two];\n}\n';

/** The built plugin, as a string in code. */
export const plugin = JSON.stringify(pathToFileURL(resolve('eslint-plugin/dist/index.js')).href);

/** A configuration that makes one rule an error. */
export const strictConfig = `import gather from ${plugin};
export default [...gather.configs.recommended, { rules: { 'gather/no-await-in-loop': 'error' } }];\n`;
