// How the time of the rules grows with a file: longer and longer ones, and deeper and deeper ones.
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import gather from 'eslint-plugin-gather';
import { timeOf } from './rules.js';
import { median } from './statistics.js';

/** The rules' own CPU time on a generated file, in milliseconds. */
export interface Point {
  /** Lines, or depth. */
  size: number;
  time: number;
}

const rounds = 3;

/** A function of ten lines in the shapes that the rules look at. */
const piece = (index: number): string => `export async function load${index}(ids, store, cache) {
  const first = await fetchUser(ids[0]);
  const second = await fetchPosts(first.id);
  const rows = [];
  for (const id of ids) {
    if (cache.has(id)) continue;
    rows.push(await load${Math.max(0, index - 1)}([id], store, cache));
  }
  return Promise.all([second, ...rows.map((row) => store.find(row))]);
}
`;

/** A loop in a callback in a condition, and so on, with an await at the bottom. */
const nested = (depth: number): string => {
  const openings = ['for (const x of xs) {', 'if (ok) {', 'await run(async () => {', 'try {'];
  const closings = ['}', '}', '});', '} catch (error) { console.error(error); }'];
  const levels = Array.from({ length: depth }, (_, level) => level % openings.length);
  const ends = levels.map((kind) => closings[kind]).reverse();
  return ['async function f(xs, ok) {', ...levels.map((kind) => openings[kind]), 'await g(xs);', ...ends, '}'].join(
    '\n',
  );
};

/** The time for files of so many lines. */
export function byLength(lines: readonly number[]): Point[] {
  return lines.map((size) => ({
    size,
    time: ownTime(Array.from({ length: size / 10 }, (_, index) => piece(index)).join('')),
  }));
}

/** The time for files nested so deeply. */
export function byDepth(depths: readonly number[]): Point[] {
  return depths.map((size) => ({ size, time: ownTime(nested(size)) }));
}

/** The exponent with which the time grows from the first point to the last: 1 is linear. */
export function slopeOf(points: readonly Point[]): number {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) throw new Error('Nothing was measured.');
  return Math.log(last.time / first.time) / Math.log(last.size / first.size);
}

/** The time with the rules less that without, of a tree that is parsed already. */
function ownTime(text: string): number {
  const linter = new Linter();
  const plain: Linter.Config[] = [{ languageOptions: { parser } }];
  linter.verify(text, plain);
  const times = Array.from({ length: rounds }, () => {
    // What is remembered of a file is remembered by its parsed text, so that each round has one of its own.
    linter.verify(text, plain);
    const code = linter.getSourceCode();
    const without = timeOf(() => linter.verify(code, plain));
    return timeOf(() => linter.verify(code, [...plain, ...gather.configs.recommended])) - without;
  });
  return Math.max(median(times), 0.01);
}
