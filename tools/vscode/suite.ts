// What both runners give to VS Code.
import { join } from 'node:path';
import { repository } from './cache.js';

/** Absolute path of the bundled suite, whose `run` VS Code calls. */
export const suite = join(repository, 'dist', 'test', 'editor.cjs');

/** Absolute path of the workspace to open a copy of: it has no ESLint. */
export const workspaceFixture = join(repository, 'test', 'fixtures', 'workspace');
