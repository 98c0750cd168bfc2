// When two paths can name the same state.
import type { Key, Path } from '../facts/model.js';
import { isUnshared } from '../facts/steps.js';

const unshared: Key = '[i]';

/** Whether two paths may name the same state, or one a part of the other's, in two different iterations. */
export function mayMeet(one: Path, other: Path): boolean {
  return one.root === other.root && sharedKeysMeet(one, other);
}

/** Whether what a reference read looks at, the path itself and not what is below, may be what `written` replaces. */
export function mayReplace(written: Path, read: Path): boolean {
  return written.keys.length <= read.keys.length && mayMeet(written, read);
}

/** Whether a write of `written` surely sets all of `path`, within one iteration. */
export function covers(written: Path, path: Path): boolean {
  if (written.root !== path.root || written.keys.length > path.keys.length) return false;
  return written.keys.every((key, index) => key === path.keys[index] && key !== '[*]');
}

function sharedKeysMeet(one: Path, other: Path): boolean {
  const shared = Math.min(one.keys.length, other.keys.length);
  for (let index = 0; index < shared; index++) {
    if (sizes.has(other.keys[index] ?? '') && index === one.keys.length - 1) return true;
    if (!keysMeet(one.keys[index] ?? unshared, other.keys[index] ?? unshared)) return false;
  }
  return true;
}

/** Properties that change when an element comes or goes. */
const sizes: ReadonlySet<Key> = new Set(['.length', '.size']);

function keysMeet(one: Key, other: Key): boolean {
  if (isUnshared(one) && one === other) return false;
  if (one.startsWith('.') && other.startsWith('.')) return one === other;
  return !isElsewhere(one, other) && !isElsewhere(other, one);
}

/** Whether a key cannot be a name: that of an element, or a text with a part that the name lacks. */
function isElsewhere(key: Key, name: Key): boolean {
  if (!isProperty(name)) return false;
  return isUnshared(key) || fixedParts(key).some((part) => !name.includes(part));
}

/** What a template that is a key has in common for all its values: `_count` in ``[~`${field}_count`]``. */
function fixedParts(key: Key): string[] {
  const [, template] = /^\[~`((?:[^`$]|\$\{[^{}`]*\})*)`\]$/.exec(key) ?? [];
  return template === undefined ? [] : template.split(/\$\{[^}]*\}/);
}

function isProperty(key: Key): boolean {
  return /^\.[A-Za-z_$#]/.test(key);
}
