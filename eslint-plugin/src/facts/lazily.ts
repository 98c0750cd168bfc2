// Facts that are looked for when somebody asks: most loops and awaits are told by the others to stay as they are.

/** What is made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
