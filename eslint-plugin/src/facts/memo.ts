// Leaves out of a function's steps how it remembers what it found.
import type { ReadStep, Step, WriteHow, WriteStep } from './model.js';
import { type LeafStep, leavesOf, mapLeaves } from './steps.js';

/** Ways to write that keep a value: a mark says that something was done, and doing it twice is another thing. */
const keepsValue: ReadonlySet<WriteHow> = new Set(['store', 'assign', 'chain', 'default']);

/** Ways to write that add to what is there. */
const addsToValue: ReadonlySet<WriteHow> = new Set(['count', 'fold', 'append']);

/** A function that fills a cache by key gives the same answer in any order: `if (!cache[k]) cache[k] = …`. */
export function withoutMemo(steps: readonly Step[]): readonly Step[] {
  const memo = memoKeys(leavesOf(steps).filter(isAccess));
  return memo.size === 0
    ? steps
    : mapLeaves(steps, (leaf) => (isAccess(leaf) && memo.has(repeatableKey(leaf)) ? [] : [leaf]));
}

/** Keys that are read, and given values that are not made of what was there. */
function memoKeys(accesses: readonly (ReadStep | WriteStep)[]): Set<string | undefined> {
  const lastRead = new Map<string, number>();
  const written = new Set<string>();
  const updated = new Set<string>();
  for (const access of accesses) {
    const key = repeatableKey(access);
    if (key === undefined) continue;
    if (access.kind === 'read') lastRead.set(key, Math.max(lastRead.get(key) ?? 0, access.at.start));
    else {
      if (keepsValue.has(access.how)) written.add(key);
      // `c[k] = (c[k] ?? 0) + n` reads after its target in the text, before it in time.
      if (addsToValue.has(access.how) || (lastRead.get(key) ?? 0) > access.at.start) updated.add(key);
    }
  }
  return new Set([...written].filter((key) => lastRead.has(key) && !updated.has(key)));
}

function isAccess(leaf: LeafStep): leaf is ReadStep | WriteStep {
  return leaf.kind === 'read' || leaf.kind === 'write';
}

/** The path of an access by a key from the parameters, as text. */
function repeatableKey({ path }: ReadStep | WriteStep): string | undefined {
  return path.keys.at(-1)?.startsWith('[~') ? `${path.root}${path.keys.join('')}` : undefined;
}
