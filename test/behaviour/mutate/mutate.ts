// Breaks source texts in small ways: tokens deleted, doubled, swapped, replaced, and pieces of other texts put in.
import { pick } from '../random.js';

/** What is put in for a token, or between two. */
const insertions: readonly string[] = [
  'await ', 'async ', 'for (const x of y) ', 'for await (const x of y) ', 'while (await a()) ', 'return ', 'continue;', 'break;', 'yield ',
  'this', 'super', 'arguments', 'null', '()', '[]', '{}', '(', ')', '{', '}', '[', ']', ';', ',', '...', '=>', '?.', '??=', '+=', '=', ':', '<T>',
  ' as any ', '!', '`', '${', '/*', '//', '"', "'", '\n', '\r\n', '\u2028', '😀', '\u0000', 'label: ', 'using x = y;', 'await using x = y;',
  'class { static { await x; } }', '@decorated ', '#private', 'try {', '} catch {', '} finally {', 'switch (x) { default:', 'await Promise.all(',
]; // prettier-ignore

/** Words, numbers, white space and single signs: near enough to tokens in any text, also a broken one. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_$]+|\s+|[^]/gu) ?? [];
}

/** A mutant of `texts[…]`, the same for the same seed: one to three changes. */
export function mutantOf(texts: readonly string[], seed: number): string {
  const tokens = tokensOf(texts[pick(texts.length, seed, 'text')] ?? '');
  const changes = 1 + pick(3, seed, 'changes');
  for (let change = 0; change < changes; change++) mutate(tokens, texts, seed, change);
  return tokens.join('');
}

function mutate(tokens: string[], texts: readonly string[], seed: number, change: number): void {
  const any = (below: number, what: string): number => pick(Math.max(below, 1), seed, change, what);
  const at = any(tokens.length, 'at');
  const length = 1 + any(12, 'length');
  const inserted = insertions[any(insertions.length, 'inserted')] ?? '';
  switch (any(7, 'kind')) {
    case 0:
      tokens.splice(at, length);
      break;
    case 1:
      tokens.splice(at, 0, ...tokens.slice(at, at + length * 4));
      break;
    case 2: {
      const other = any(tokens.length, 'other');
      [tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
      break;
    }
    case 3:
      tokens.splice(at, 1, inserted);
      break;
    case 4: {
      const donor = tokensOf(texts[any(texts.length, 'donor')] ?? '');
      const from = any(donor.length, 'from');
      tokens.splice(at, length, ...donor.slice(from, from + 40));
      break;
    }
    case 5:
      tokens.splice(at);
      break;
    default:
      tokens.splice(at, 0, inserted);
  }
}
