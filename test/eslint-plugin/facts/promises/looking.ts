// Looks at the part of a snippet that a test is about.
import assert from 'node:assert/strict';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as parser from '@typescript-eslint/parser';
import { walk } from '../../../../eslint-plugin/src/facts/syntax.js';
import type { SourceCode } from '../../../../eslint-plugin/src/facts/variables.js';
import { probe } from '../../probe.js';

/** What `look` finds at the first node in the order of the text of which it finds anything. */
export function found<T>(code: string, look: (source: SourceCode, node: TSESTree.Node) => T | undefined): T {
  let first: { is: T } | undefined;
  const looking = probe((source, program) => {
    walk(program, source.visitorKeys, (node) => {
      const seen = first ? undefined : look(source, node);
      if (seen !== undefined) first = { is: seen };
      return !first;
    });
  });
  const [message] = new Linter().verify(
    code,
    [
      {
        files: ['**/*.tsx'],
        plugins: { facts: { rules: { probe: looking } } },
        rules: { 'facts/probe': 'warn' },
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
    ],
    { filename: 'snippet.tsx' },
  );
  assert.equal(message?.message, undefined, code);
  assert.ok(first, `nothing is found in ${code}`);
  return first.is;
}
