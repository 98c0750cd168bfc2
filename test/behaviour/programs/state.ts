// What outlives an iteration of a generated loop, and the statements that change it.

/** State that outlives an iteration, with its declaration. */
export const state: readonly (readonly [string, string])[] = [
  ['out', 'const out = [];'],
  ['errors', 'const errors = [];'],
  ['slots', 'const slots = [];'],
  ['thunks', 'const thunks = [];'],
  ['seen', 'const seen = new Set();'],
  ['byId', 'const byId = new Map();'],
  ['index', 'const index = {};'],
  ['counts', 'const counts = {};'],
  ['box', 'const box = { n: 0, last: 0, list: [] };'],
  ['total', 'let total = 0;'],
  ['last', 'let last = 0;'],
  ['text', "let text = '';"],
  ['flag', 'let flag = false;'],
];

/** What reads state, as numbers. */
export const reads: readonly string[] = [
  'total',
  'last',
  'out.length',
  'seen.size',
  'box.n',
  'box.last',
  '(out.at(-1) ?? 0)',
  'errors.length',
  'total++',
  '(box.n += 2)',
  'text.length',
  'Object.keys(index).length',
];

/**
 * The statements that change state.
 * @param given a value, which may be awaited
 * @param plain one that is not
 * @param by a key
 */
export function writesOf(given: string, plain: string, by: string): string[] {
  return [
    `out.push(${given});`,
    `out.push(${given});`,
    `out.push(${given});`,
    `out.push({ id: ${by}, n: ${given} });`,
    `out.push(${by}, ${given});`,
    `out.push(...[${given}, ${by}]);`,
    `errors.push(${plain});`,
    `seen.add(${given});`,
    `byId.set(${by}, ${given});`,
    `index[${by}] = ${given};`,
    `index['k' + ${by}] = ${given};`,
    `slots[${by}] = ${given};`,
    `counts[${by}] = (counts[${by}] ?? 0) + ${given};`,
    `total += ${given};`,
    `total = total + ${given};`,
    'total++;',
    `out.push([${given}, total++]);`,
    `out.push((total += ${plain}));`,
    `slots[total++] = ${given};`,
    `box.last = ++box.n + ${given};`,
    `last = ${given};`,
    `text += String(${given});`,
    `text += \`-\${${given}}\`;`,
    'flag = true;',
    `box.n += ${given};`,
    `box.last = ${given};`,
    `box.list.push(${given});`,
    `total = Math.max(total, ${given});`,
    `(index[${by}] ??= {}).n = ${given};`,
    `counts[${by}] ??= 0; counts[${by}] += ${given};`,
  ];
}

/** How many there are. */
export const writeCount = writesOf('', '', '').length;
