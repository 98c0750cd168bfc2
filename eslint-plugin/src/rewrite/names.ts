// Names for what a rewrite introduces: told by what they hold, and never one that the file already uses.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, bareAwaited, calleeNames } from '../facts/syntax.js';
import { wordsOf } from '../knowledge/words.js';
import { readVerbs } from '../knowledge/effects.js';
import { oncePerFile, type SourceCode } from '../facts/variables.js';

export interface Names {
  /** The first of the wishes that is free, else the last one with a number. The name is taken from then on. */
  fresh(...wishes: string[]): string;
  /** The same as of now: two rewrites of one loop do not get in each other's way. */
  copy(): Names;
}

const reserved: ReadonlySet<string> = new Set([
  'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'export', 'extends',
  'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'new', 'null', 'return', 'super', 'switch', 'this', 'throw', 'true',
  'try', 'typeof', 'var', 'void', 'while', 'with', 'yield', 'let', 'static', 'implements', 'interface', 'package', 'private', 'protected',
  'public', 'arguments', 'eval', 'undefined',
]); // prettier-ignore

/** The names of all variables of a file, and of the globals that it uses. */
const takenNames = oncePerFile((source): ReadonlySet<string> => {
  const scopes = source.scopeManager?.scopes ?? [];
  const taken = new Set<string>();
  for (const { variables } of scopes) for (const { name } of variables) taken.add(name);
  // What no scope declares is left to the outermost.
  for (const { identifier } of scopes[0]?.through ?? []) taken.add(identifier.name);
  return taken;
});

/** The names that a file leaves free. */
export function namesOf(source: SourceCode): Names {
  return namesBeside(takenNames(source), []);
}

function namesBeside(taken: ReadonlySet<string>, given: readonly string[]): Names {
  const own = new Set(given);
  const isFree = (name: string): boolean => !taken.has(name) && !own.has(name) && !reserved.has(name);
  return {
    copy: () => namesBeside(taken, [...own]),
    fresh(...wishes) {
      let name = wishes.find(isFree);
      for (let number = 2; name === undefined; number++) {
        const numbered = `${wishes.at(-1) ?? 'value'}${String(number)}`;
        if (isFree(numbered)) name = numbered;
      }
      own.add(name);
      return name;
    },
  };
}

/** What the result of an expression would be called: `getUserById(id)` gives `user`. */
export function nameFor(expression: TSESTree.Node): string[] {
  const node = bareAwaited(bare(expression));
  const name = node.type === 'CallExpression' ? (calleeNames(node.callee).at(-1) ?? '') : '';
  const [verb, ...words] = wordsOf(name.replace(/By[A-Z].*$/, ''));
  const isTelling =
    verb !== undefined &&
    readVerbs.has(verb) &&
    words.length > 0 &&
    words.every((word) => /^\p{L}[\p{L}\d]*$/u.test(word));
  const noun = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return [...(isTelling ? [noun] : []), 'value', 'result'];
}
