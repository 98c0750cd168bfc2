// A grammar of small asynchronous programs, with loops and without. What fast-check generates is a plan of numbers and lists, so
// that it shrinks well; `render.ts` makes the text of it, choosing names that are in scope.
import fc from 'fast-check';
import { gatheringCount } from './gathers.js';
import { headCount } from './heads.js';
import { writeCount } from './state.js';

/** A number; `render.ts` picks what it stands for among what is in scope. */
export interface Expression {
  atom: number;
  /** Combined with another atom by an operator, where there is one. */
  operator: number;
  other: number;
}

export type Exit = 'continue' | 'break' | 'return' | 'throw';

/** How a function is written down. */
export type Callee = 'declared' | 'arrow' | 'method';

export type Statement =
  | { kind: 'fetch'; operation: number; argument: Expression }
  | { kind: 'act'; operation: number; argument: Expression }
  | { kind: 'write'; way: number; value: Expression; key: Expression; awaits: number }
  | { kind: 'declare'; value: Expression; keyword: number }
  | { kind: 'assign'; target: number; value: Expression; awaits: number }
  | { kind: 'log'; value: Expression; awaits: number }
  | { kind: 'warn'; value: Expression }
  | { kind: 'item'; value: Expression; awaits: number }
  | { kind: 'call'; callee: number; argument: Expression; binds: boolean }
  | { kind: 'closure'; value: Expression }
  | { kind: 'guard'; test: Expression; compare: number; how: Exit; label: number; awaits: number }
  | { kind: 'if'; test: Expression; compare: number; body: Statement[]; otherwise: Statement[]; awaits: number }
  | { kind: 'switch'; value: Expression; bodies: Statement[][] }
  | { kind: 'try'; body: Statement[]; handler: Statement[] | undefined; finalizer: Statement[] | undefined }
  | { kind: 'pair'; way: number; operation: number; arguments: [Expression, Expression] }
  | { kind: 'function'; helper: Helper; callee: Callee }
  | { kind: 'each'; body: Statement[] }
  | { kind: 'reduce'; way: number; value: Expression; test: Expression; compare: number }
  | { kind: 'loop'; loop: Loop };

export interface Loop {
  head: number;
  body: Statement[];
  braces: boolean;
  labelled: boolean;
  /** What it fills by itself; nothing for most numbers. */
  gathers: number;
  value: Expression;
}

export interface Helper {
  isAsync: boolean;
  body: Statement[];
  result: Expression;
}

export interface Plan {
  helpers: Helper[];
  before: Statement[];
  /** None in straight-line code. */
  loop: Loop | undefined;
  after: Statement[];
}

const small = fc.nat({ max: 11 });
const expression: fc.Arbitrary<Expression> = fc.record({
  atom: fc.nat({ max: 40 }),
  operator: small,
  other: fc.nat({ max: 40 }),
});
/** Small numbers of this kind put an await where there could be none. */
const awaits = fc.nat({ max: 7 });

function record<K extends Statement['kind'], T>(
  kind: K,
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
): fc.Arbitrary<{ kind: K } & T> {
  return fc.record({ kind: fc.constant(kind), ...model }) as unknown as fc.Arbitrary<{ kind: K } & T>;
}

const simple = {
  fetch: record('fetch', { operation: small, argument: expression }),
  act: record('act', { operation: small, argument: expression }),
  write: record('write', { way: fc.nat({ max: writeCount - 1 }), value: expression, key: expression, awaits }),
  declare: record('declare', { value: expression, keyword: small }),
  assign: record('assign', { target: small, value: expression, awaits }),
  log: record('log', { value: expression, awaits }),
  warn: record('warn', { value: expression }),
  item: record('item', { value: expression, awaits }),
  call: record('call', { callee: small, argument: expression, binds: fc.boolean() }),
  closure: record('closure', { value: expression }),
  reduce: record('reduce', { way: small, value: expression, test: expression, compare: small }),
  pair: record('pair', { way: small, operation: small, arguments: fc.tuple(expression, expression) }),
};

const how = fc.oneof(
  { arbitrary: fc.constant<Exit>('continue'), weight: 8 },
  { arbitrary: fc.constant<Exit>('throw'), weight: 2 },
  { arbitrary: fc.constant<Exit>('break'), weight: 1 },
  { arbitrary: fc.constant<Exit>('return'), weight: 1 },
);
const guard = record('guard', { test: expression, compare: small, how, label: small, awaits });

const { statement, loop, helper } = fc.letrec<{
  statement: Statement;
  body: Statement[];
  loop: Loop;
  helper: Helper;
}>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: simple.fetch, weight: 6 },
    { arbitrary: simple.act, weight: 3 },
    { arbitrary: simple.write, weight: 7 },
    { arbitrary: simple.declare, weight: 1 },
    { arbitrary: simple.assign, weight: 1 },
    { arbitrary: simple.log, weight: 1 },
    { arbitrary: simple.warn, weight: 1 },
    { arbitrary: simple.item, weight: 1 },
    { arbitrary: simple.call, weight: 1 },
    { arbitrary: simple.closure, weight: 1 },
    { arbitrary: guard, weight: 2 },
    {
      arbitrary: record('if', { test: expression, compare: small, body: tie('body'), otherwise: tie('body'), awaits }),
      weight: 2,
    },
    {
      arbitrary: record('switch', { value: expression, bodies: fc.array(tie('body'), { minLength: 1, maxLength: 2 }) }),
      weight: 1,
    },
    {
      arbitrary: record('try', {
        body: tie('body'),
        handler: fc.option(tie('body'), { nil: undefined, freq: 6 }),
        finalizer: fc.option(tie('body'), { nil: undefined, freq: 2 }),
      }),
      weight: 2,
    },
    { arbitrary: simple.pair, weight: 1 },
    { arbitrary: simple.reduce, weight: 1 },
    {
      arbitrary: record('function', {
        helper: tie('helper'),
        callee: fc.constantFrom<Callee[]>('declared', 'arrow', 'method'),
      }),
      weight: 1,
    },
    { arbitrary: record('each', { body: tie('body') }), weight: 1 },
    { arbitrary: record('loop', { loop: tie('loop') }), weight: 1 },
  ),
  body: fc.array(tie('statement'), { maxLength: 4, depthIdentifier: 'body' }),
  loop: fc.record({
    head: fc.nat({ max: headCount - 1 }),
    body: fc.array(tie('statement'), { maxLength: 5 }),
    braces: fc.boolean(),
    labelled: fc.nat({ max: 3 }).map((number) => number === 3),
    gathers: fc.nat({ max: gatheringCount * 3 }),
    value: expression,
  }),
  helper: fc.record({ isAsync: fc.boolean(), body: tie('body'), result: expression }),
}));

const helpers = fc.array(helper, { maxLength: 2 });

/** A program around one loop. */
export const looping: fc.Arbitrary<Plan> = fc.record({
  helpers,
  before: fc.array(statement, { maxLength: 1 }),
  loop,
  after: fc.array(statement, { maxLength: 1 }),
});

/** A program of statements one after another. */
const straight: fc.Arbitrary<Plan> = fc.record({
  helpers,
  before: fc.array(statement, { minLength: 2, maxLength: 7 }),
  loop: fc.constant(undefined),
  after: fc.constant([]),
});

export const plan: fc.Arbitrary<Plan> = fc.oneof({ arbitrary: looping, weight: 3 }, { arbitrary: straight, weight: 1 });
