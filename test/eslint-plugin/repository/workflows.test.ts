// The GitHub workflows: readable, with pinned actions, and with no more rights than each job needs.
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readText, repositoryFiles } from './files.js';

interface Workflow {
  on: unknown;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  'runs-on': string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string }[];
}

const scripts = Object.keys((JSON.parse(readText('package.json')) as { scripts: Record<string, string> }).scripts);

for (const path of repositoryFiles.filter((file) => file.startsWith('.github/workflows/'))) {
  describe(`workflow: ${path}`, () => {
    const workflow = parse(readText(path)) as Workflow;
    const jobs = Object.entries(workflow.jobs);
    const steps = jobs.flatMap(([, job]) => job.steps);

    it('starts on something and gives every job a machine and a time limit', () => {
      assert.ok(workflow.on);
      assert.ok(jobs.length > 0);
      for (const [name, job] of jobs) assert.ok(job['runs-on'] && job['timeout-minutes'], name);
    });

    it('pins every action to a major version', () => {
      const uses = steps.flatMap((step) => step.uses ?? []);
      assert.deepEqual(
        uses.filter((action) => !/@v\d+$/.test(action)),
        [],
      );
    });

    it('may only read, and signs only in jobs that publish', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const [name, { permissions, steps: own }] of jobs) {
        const publishes = own.some(({ run }) => run?.includes('publish'));
        assert.deepEqual(permissions, publishes ? { contents: 'read', 'id-token': 'write' } : undefined, name);
      }
    });

    it('runs only scripts that exist', () => {
      const called = steps.flatMap(({ run }) =>
        [...(run ?? '').matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name),
      );
      assert.deepEqual(
        called.filter((name) => name !== undefined && !scripts.includes(name)),
        [],
      );
    });
  });
}
