// The snippets of the tests of rules and rewrites, read out of the tests' own text: none can be left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from '../../../eslint-plugin/src/facts/syntax.js';
import { parseForESLint } from '../../../eslint-plugin/src/lint/parser.js';

export interface Snippet {
  /** The test file below `test/eslint-plugin`, and the line there. */
  at: string;
  code: string;
  /** A name whose ending chooses the syntax. */
  name: string;
}

const folder = 'test/eslint-plugin';

/** The snippets of all tests in the folders, in the order of the files. */
export function snippetsOf(folders: readonly string[]): Snippet[] {
  const files = folders
    .flatMap((each) =>
      readdirSync(join(folder, each), { recursive: true, encoding: 'utf8' }).map((file) => join(each, file)),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const seen = new Set<string>();
  return files.flatMap(snippetsIn).filter(({ code }) => !seen.has(code) && seen.add(code));
}

/** Templates with the tags `js`, `ts`, `typescript` and `tsx`, and the texts called `code`. */
function snippetsIn(file: string): Snippet[] {
  const { ast, visitorKeys } = parseForESLint(readFileSync(join(folder, file), 'utf8'), { range: true, loc: true });
  const found: Snippet[] = [];
  const add = (node: TSESTree.Node, code: string, ending: string): void =>
    void found.push({
      at: `${file}:${String(node.loc.start.line)}`,
      code: dedented(code.replace(/[«»]/g, '')),
      name: `program.${ending}`,
    });
  const visit = (node: TSESTree.Node): void => {
    if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') {
      const ending = /^(?:js|ts|tsx)$/.test(node.tag.name)
        ? node.tag.name
        : node.tag.name === 'typescript'
          ? 'ts'
          : undefined;
      const text = node.quasi.quasis.map(({ value }) => value.raw).join('');
      if (ending) add(node, text.replace(/\\([`$])/g, '$1'), ending);
    }
    if (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'code') {
      const { value } = node;
      if (value.type === 'Literal' && typeof value.value === 'string') add(node, value.value, 'js');
      if (value.type === 'TemplateLiteral' && value.expressions.length === 0)
        add(node, value.quasis[0]?.value.cooked ?? '', 'js');
    }
    childrenOf(node, visitorKeys).forEach(visit);
  };
  visit(ast);
  return found;
}

function dedented(text: string): string {
  const lines = text.split('\n');
  const depth = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line) => line.slice(Number.isFinite(depth) ? depth : 0)).join('\n');
}
