// Ways in which an iteration depends on the one before it. Their state has names of its own, so that nothing else that
// is generated can make them harmless; an argument marks the operation that must wait.
import fc from 'fast-check';

export const mark = "'carried'";

/** A dependence in words of a program: what is declared before the loop, and what begins and ends an iteration. */
export interface Dependence {
  declared: string;
  early: (number: string) => string;
  late: (number: string) => string;
}

const nothing = (): string => '';
const fetched = (argument: string): string => `await getNumber(${argument}, ${mark})`;

const dependences: readonly Dependence[] = [
  { declared: 'let cursor = 0;', early: nothing, late: (n) => `cursor = ${fetched(`cursor + ${n}`)};` },
  { declared: 'let cursor = 0;', early: nothing, late: (n) => `cursor += ${fetched(`cursor * ${n}`)};` },
  { declared: 'let cursor = 0;', early: () => 'const base = cursor;', late: (n) => `cursor = base + (${fetched(n)});` },
  {
    declared: 'let cursor = 0;',
    early: () => 'const base = cursor;',
    late: (n) => `const next = ${fetched(`base + ${n}`)}; cursor = next;`,
  },
  { declared: 'let cursor = 0;', early: nothing, late: (n) => `[cursor] = [${fetched(`cursor + ${n}`)}];` },
  {
    declared: 'let cursor = 0;',
    early: nothing,
    late: (n) => `({ next: cursor } = { next: ${fetched(`cursor + ${n}`)} });`,
  },
  { declared: 'let cursor;', early: nothing, late: (n) => `cursor ||= ${fetched(n)};` },
  {
    declared: 'const known = new Set();',
    early: (n) => `if (known.has(${n} % 3)) continue;`,
    late: (n) => `await saveItem(${n}, ${mark}); known.add(${n} % 3);`,
  },
  {
    declared: 'const known = {};',
    early: nothing,
    late: (n) => `if (!known[${n} % 3]) { await saveItem(${n}, ${mark}); known[${n} % 3] = true; }`,
  },
  {
    declared: 'const memo = new Map();',
    early: nothing,
    late: () => `memo.set('k', ${fetched("memo.get('k') ?? 0")});`,
  },
  {
    declared: 'const memo = new Map();',
    early: nothing,
    late: (n) => `memo.set(${n} % 2, (memo.get(1) ?? 0) + (${fetched('memo.get(0) ?? 0')}));`,
  },
  { declared: 'const chain = [];', early: nothing, late: () => `chain.push(${fetched('chain.at(-1) ?? 0')});` },
  {
    declared: 'const chain = [];',
    early: nothing,
    late: () => `chain.push(${fetched('chain[chain.length - 1] ?? 0')});`,
  },
  { declared: 'const chain = [];', early: nothing, late: () => `chain.push(${fetched('chain.length')});` },
  { declared: 'const chain = [];', early: nothing, late: (n) => `if (chain.length < 4) chain.push(${fetched(n)});` },
  {
    declared: 'let budget = 5;',
    early: nothing,
    late: (n) => `if (budget > 0) { await saveItem(${n}, ${mark}); budget -= 1; }`,
  },
  { declared: 'let budget = 5;', early: () => 'if (budget <= 0) continue;', late: (n) => `budget -= ${fetched(n)};` },
  { declared: 'let sum = 0;', early: nothing, late: (n) => `sum += ${fetched(n)}; if (sum > 9) await saveItem(sum);` },
  {
    declared: 'const service = { position: 0 };',
    early: nothing,
    late: (n) => `service.position = ${fetched(`service.position + ${n}`)};`,
  },
  {
    declared: 'const service = { position: 0 };',
    early: () => 'const { position } = service;',
    late: (n) => `service.position = position + (${fetched(n)});`,
  },
  {
    declared: 'const service = { position: 0 }; const alias = service;',
    early: nothing,
    late: (n) => `alias.position = ${fetched(`service.position + ${n}`)};`,
  },
  {
    declared: 'let cursor = 0; async function advance(n) { cursor = await getNumber(cursor + n); }',
    early: nothing,
    late: (n) => `await advance(${n}, ${mark});`,
  },
  {
    declared:
      'let cursor = 0; const advance = async (n) => { const next = await getNumber(cursor + n); cursor = next; };',
    early: nothing,
    late: (n) => `await advance(${n}, ${mark});`,
  },
  {
    declared: 'let cursor = 0; function tick() { cursor += 1; return cursor; }',
    early: nothing,
    late: (n) => `await saveItem(${n}); await saveItem(tick(), ${mark});`,
  },
  {
    declared: 'const clock = { time: 0, tick() { this.time += 1; return this.time; } };',
    early: nothing,
    late: (n) => `await saveItem(${n}); await saveItem(clock.tick(), ${mark});`,
  },
  {
    declared:
      'class Walker { at = 0; async step(n) { this.at = await getNumber(this.at + n); } } const walker = new Walker();',
    early: nothing,
    late: (n) => `await walker.step(${n}, ${mark});`,
  },
  {
    declared: 'const rest = [1, 2, 3];',
    early: nothing,
    late: (n) => `const head = rest.shift(); if (${fetched(n)}) rest.push(head);`,
  },
  { declared: '', early: nothing, late: (n) => `if (await isGood(${n}, ${mark})) return 1;` },
  { declared: '', early: nothing, late: (n) => `const got = ${fetched(n)}; if (got > 3) return got;` },
  {
    declared: 'let failed = false;',
    early: () => 'if (failed) continue;',
    late: (n) => `try { await saveItem(${n}, ${mark}); } catch { failed = true; }`,
  },
  {
    declared: 'let first = true;',
    early: nothing,
    late: (n) => `await saveItem(${n}, ${mark}); if (first) { first = false; await saveNumber(0); }`,
  },
];

/** What may stand around the end of an iteration. */
const surroundings: readonly ((text: string, number: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `{ ${text} }`,
  (text, number) => `if (${number} >= 0) { ${text} }`,
  (text, number) => `if (${number} < 0) { await saveItem(0); } else { ${text} }`,
  (text) => `try { ${text} } finally { console.warn(1); }`,
  (text, number) => `switch (${number} % 2) { default: { ${text} } }`,
];

export const dependence: fc.Arbitrary<Dependence> = fc
  .record({ chosen: fc.nat({ max: dependences.length - 1 }), around: fc.nat({ max: surroundings.length - 1 }) })
  .map(({ chosen, around }) => {
    const { declared, early, late } = dependences[chosen] ?? { declared: '', early: nothing, late: nothing };
    const surround = surroundings[around] ?? ((text) => text);
    return { declared, early, late: (number) => surround(late(number), number) };
  });
