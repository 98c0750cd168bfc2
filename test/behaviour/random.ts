// Numbers that look random and depend on nothing but their key.

/** A whole number from 0 up to `below` (excluded) for a key; FNV-1a, mixed once more. */
export function pick(below: number, ...key: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const unit of key.join('\u0000')) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}
