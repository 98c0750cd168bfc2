// Packs what `.vscodeignore` lets through into gather-<version>.vsix, and refuses a package that has grown fat.
import { stat } from 'node:fs/promises';
import { createVSIX } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };

const limit = 1_500_000;

const packagePath = `${manifest.name}-${manifest.version}.vsix`;
await createVSIX({ packagePath, dependencies: false });
const { size } = await stat(packagePath);
console.log(`${packagePath}: ${(size / 1e6).toFixed(2)} MB`);
if (size > limit) throw new Error(`${packagePath} is larger than ${limit / 1e6} MB: see what the bundles hold.`);
