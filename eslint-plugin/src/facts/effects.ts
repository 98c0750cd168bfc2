// What a function does, without the order in which it does it: for bodies that are too large to be put in as they are,
// and for those that lead back to themselves.
import type { Path, RepeatStep, Step, Trait } from './model.js';
import { type LeafStep, leavesOf } from './steps.js';

/** Past this many steps a body is put in as one flat repetition, so that nested calls cannot grow without bound. */
export const maxSteps = 400;

/** The steps as they are, or as one flat repetition where they are too many. */
export function bounded(steps: readonly Step[]): readonly Step[] {
  const leaves = leavesOf(steps);
  return leaves.length <= maxSteps ? steps : [flat(leaves)];
}

/**
 * One repetition of each effect in any order: what is read is read before anything is written, so that no write seems
 * to come surely before a read.
 */
export function flat(leaves: readonly LeafStep[]): RepeatStep {
  const each = distinct(leaves.filter((leaf) => leaf.kind !== 'exit' || leaf.how !== 'next'));
  const few = each.length <= maxSteps ? each : distinct(each.map((leaf) => cut(leaf, 0)));
  const body = [...few.filter(({ kind }) => kind !== 'write'), ...few.filter(({ kind }) => kind === 'write')];
  return { kind: 'repeat', body, deferred: false };
}

function distinct(leaves: readonly LeafStep[]): LeafStep[] {
  const seen = new Map<string, LeafStep>();
  for (const leaf of leaves) {
    const key = effectKey(leaf);
    if (!seen.has(key)) seen.set(key, leaf);
  }
  return [...seen.values()];
}

/** The same for effects that do the same, wherever they stand. */
export function effectKey(leaf: LeafStep): string {
  switch (leaf.kind) {
    case 'read':
      return `read ${leaf.depth} ${pathKey(leaf.path)}`;
    case 'write':
      return `${leaf.how} ${pathKey(leaf.path)}`;
    case 'call':
      return `call ${leaf.operation.nature} ${String(leaf.operation.awaited)} ${leaf.operation.traits.map(traitKey).join()}`;
    case 'await':
      return `await ${leaf.of}`;
    case 'exit':
      return `exit ${leaf.how}`;
  }
}

function pathKey({ root, keys }: Path): string {
  return `${root} ${keys.join('')}`;
}

function traitKey({ trait, subject, resource }: Trait): string {
  return `${trait} ${subject} ${resource ? pathKey(resource) : ''}`;
}

/** The same effect on something of which no more than the first `length` keys are told. */
export function cut(leaf: LeafStep, length: number): LeafStep {
  switch (leaf.kind) {
    case 'read':
      return leaf.path.keys.length <= length ? leaf : { ...leaf, path: prefix(leaf.path, length) };
    case 'write':
      return leaf.path.keys.length <= length ? leaf : { ...leaf, path: prefix(leaf.path, length), how: 'mutate' };
    case 'call': {
      const { operation } = leaf;
      const traits = operation.traits.map((trait) =>
        trait.resource ? { ...trait, resource: prefix(trait.resource, length) } : trait,
      );
      return { ...leaf, operation: { ...operation, traits } };
    }
    default:
      return leaf;
  }
}

function prefix(path: Path, length: number): Path {
  return { ...path, keys: path.keys.slice(0, length) };
}
