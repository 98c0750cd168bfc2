// What the samples of the documents speak of: every name that is no operation means the same on every page.

/** Calls its listeners at once, as if what they wait for happened. */
const source = {
  on: (_event: string, listener: (event: string) => unknown) => void listener('event'),
  addEventListener: (_event: string, listener: (event: string) => unknown) => void listener('event'),
};

/** The free variables of the samples, made anew for each run since samples change what they are given. */
export function cast(): Record<string, unknown> {
  return {
    id: 7,
    ids: [1, 2, 3, 4],
    urls: ['/a', '/b', '/c', '/d'],
    items: ['a', 'b', 'c', 'd'],
    users: [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }],
    // What is read of a folder is what it holds.
    folders: [['a', 'b'], ['c'], ['d']],
    sources: { north: 'n', south: 's' },
    visits: ['v1', 'v2', 'v3'],
    button: source,
    emitter: source,
  };
}
