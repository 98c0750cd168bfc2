// The text of a generated plan. Every program ends, and no expression throws but by a failing operation or a `throw`.
import type { Dependence } from './carried.js';
import type { Expression, Helper, Loop, Plan, Statement } from './grammar.js';

/** What is in scope at a place. */
interface Scope {
  /** Expressions that give a number. */
  numbers: readonly string[];
  /** Variables of the iteration that can be assigned. */
  locals: readonly string[];
  /** An expression for an object whose `value` can be written. */
  item: string | undefined;
  /** Whether a `continue` has a loop to go on with. */
  inLoop: boolean;
  /** Whether a `console.log` keeps its order: in a `catch` it comes as the failures do, in a function as the calls do. */
  logsInOrder: boolean;
  /** Whether an `await` is allowed. */
  isAsync: boolean;
  indent: string;
}

/** State that outlives an iteration, with its declaration. */
const state: readonly (readonly [string, string])[] = [
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
const reads: readonly string[] = [
  'total',
  'last',
  'out.length',
  'seen.size',
  'box.n',
  'box.last',
  '(out.at(-1) ?? 0)',
  'errors.length',
  'text.length',
  'Object.keys(index).length',
];

const numberOperations = ['getNumber', 'fetchNumber', 'api.getNumber', 'db.findNumber', 'handleNumber', 'doNumber'];
const actions = ['saveItem', 'api.sendItem', 'db.removeItem', 'saveNumber', 'api.checkItem', 'doNumber'];

function at<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

/** Writes programs down; one renderer a program. */
class Renderer {
  #count = 0;
  readonly #helpers: { name: string; isAsync: boolean }[] = [];

  /** The body of `run`. */
  program({ helpers, before, loop, after }: Plan, dependence?: Dependence): string {
    const scope: Scope = {
      numbers: ['1', '2', '3'],
      locals: [],
      item: undefined,
      inLoop: false,
      logsInOrder: true,
      isAsync: true,
      indent: '',
    };
    const declared = helpers.flatMap((helper) => this.#helper(helper, scope));
    const start = this.#block(before, scope).lines;
    const lines = [
      ...declared,
      ...start,
      ...(dependence ? [dependence.declared] : []),
      ...this.#loop(loop, scope, dependence),
      ...this.#block(after, scope).lines,
    ];
    const used = state.filter(([name]) => lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)));
    const results = used.map(([name]) => (name === 'thunks' ? 'thunks: thunks.map((thunk) => thunk())' : name));
    const touched = lines.some((line) => /\.value\b/.test(line)) ? ['values: items.map(({ value }) => value)'] : [];
    return [
      ...used.map(([, declaration]) => declaration),
      ...lines,
      `return { ${[...results, ...touched].join(', ')} };`,
    ].join('\n');
  }

  #fresh(prefix: string): string {
    return `${prefix}${String(++this.#count)}`;
  }

  #helper({ isAsync, body, result }: Helper, scope: Scope): string[] {
    const name = this.#fresh(isAsync ? 'work' : 'note');
    const inner: Scope = { ...scope, numbers: [...scope.numbers, 'n'], isAsync, logsInOrder: false, indent: '  ' };
    const block = this.#block(body, inner);
    const lines = [
      `${isAsync ? 'async ' : ''}function ${name}(n) {`,
      ...block.lines,
      `  return ${this.#number(result, block.scope)};`,
      '}',
    ];
    this.#helpers.push({ name, isAsync });
    return lines;
  }

  #loop({ head, body, braces }: Loop, scope: Scope, dependence?: Dependence): string[] {
    const { text, declared, item, first } = this.#head(head, scope);
    const inner: Scope = {
      ...scope,
      numbers: [...scope.numbers, ...declared, ...declared, ...declared],
      item: item ?? scope.item,
      inLoop: true,
      indent: `${scope.indent}  `,
    };
    const block = this.#block(body, inner);
    const [one = '1'] = declared;
    const lines = [
      ...(first === undefined ? [] : [`${inner.indent}${first}`]),
      ...(dependence ? [dependence.early(one)] : []),
      ...block.lines,
      ...(dependence ? [dependence.late(one)] : []),
    ];
    const [only] = lines;
    const isPlain = lines.length === 1 && only !== undefined && !/^\s*(?:const|let|var|if)\b/.test(only);
    if (!braces && isPlain) return [`${scope.indent}${text}`, only];
    return [`${scope.indent}${text} {`, ...lines, `${scope.indent}}`];
  }

  #head(head: number, { item, isAsync }: Scope): { text: string; declared: string[]; item?: string; first?: string } {
    const name = this.#fresh('x');
    switch (head) {
      case 0:
      case 1:
      case 2:
        return { text: `for (const ${name} of ids)`, declared: [name] };
      case 3:
      case 4:
        if (item !== undefined) return { text: `for (const ${name} of ${item}.parts)`, declared: [name] };
        return {
          text: `for (const ${name} of items)`,
          declared: [`${name}.id`, `${name}.value`, `${name}.parts.length`],
          item: name,
        };
      case 5:
        return { text: `for (const { id: ${name}, value: ${name}v } of items)`, declared: [name, `${name}v`] };
      case 6:
        return { text: `for (const [${name}k, ${name}] of map)`, declared: [name, `${name}k.length`] };
      case 7:
        return {
          text: `for (const [${name}k, ${name}] of Object.entries(table))`,
          declared: [name, `${name}k.length`],
        };
      case 8:
        return { text: `for (const ${name} of set)`, declared: [name] };
      case 9:
        return {
          text: `for (let ${name}i = 0; ${name}i < ids.length; ${name}i++)`,
          declared: [name, `${name}i`],
          first: `const ${name} = ids[${name}i];`,
        };
      case 10:
        return { text: `for (let ${name} = 1; ${name} <= 5; ${name} += 2)`, declared: [name] };
      case 11:
        return { text: `for (const ${name} in table)`, declared: [`table[${name}]`, `${name}.length`] };
      case 12:
        return { text: `for (const [${name}i, ${name}] of ids.entries())`, declared: [name, `${name}i`] };
      case 13:
        return isAsync
          ? { text: `for (const ${name} of await getList(2))`, declared: [name] }
          : { text: `for (const ${name} of [1, 2])`, declared: [name] };
      case 14:
        return {
          text: `for (let ${name} = 0; ${name} < items.length; ${name}++)`,
          declared: [name, `items[${name}].id`],
          item: `items[${name}]`,
        };
      default:
        return { text: `for (let ${name} of ids)`, declared: [name] };
    }
  }

  #block(statements: readonly Statement[], scope: Scope): { lines: string[]; scope: Scope } {
    let current = scope;
    const lines: string[] = [];
    for (const statement of statements) {
      const { text, adds } = this.#statement(statement, current);
      lines.push(...text.map((line) => (line.startsWith(scope.indent) ? line : scope.indent + line)));
      if (adds) current = { ...current, ...adds };
    }
    return { lines, scope: current };
  }

  #inner(head: string, statements: readonly Statement[], scope: Scope, tail = ''): string[] {
    const { lines } = this.#block(statements, { ...scope, indent: `${scope.indent}  ` });
    return [`${scope.indent}${head} {`, ...lines, `${scope.indent}}${tail}`];
  }

  #statement(statement: Statement, scope: Scope): { text: string[]; adds?: Partial<Scope> } {
    const number = (expression: Expression): string => this.#number(expression, scope);
    const maybe = (expression: Expression, awaits: number): string => this.#maybeAwait(expression, awaits, scope);
    switch (statement.kind) {
      case 'fetch': {
        const name = this.#fresh('r');
        const value = `${at(numberOperations, statement.operation)}(${number(statement.argument)})`;
        if (!scope.isAsync)
          return {
            text: [`const ${name} = ${number(statement.argument)};`],
            adds: { numbers: [...scope.numbers, name, name] },
          };
        return { text: [`const ${name} = await ${value};`], adds: { numbers: [...scope.numbers, name, name] } };
      }
      case 'act':
        return {
          text: scope.isAsync ? [`await ${at(actions, statement.operation)}(${number(statement.argument)});`] : [],
        };
      case 'write':
        return { text: [this.#write(statement, scope)] };
      case 'declare': {
        const name = this.#fresh('v');
        return {
          text: [`let ${name} = ${number(statement.value)};`],
          adds: { numbers: [...scope.numbers, name], locals: [...scope.locals, name] },
        };
      }
      case 'assign': {
        if (scope.locals.length === 0) return { text: [] };
        return {
          text: [
            `${at(scope.locals, statement.target)} ${at(['=', '+=', '='], statement.target)} ${maybe(statement.value, statement.awaits)};`,
          ],
        };
      }
      case 'log':
        return {
          text: [`console.${scope.logsInOrder ? 'log' : 'warn'}(${maybe(statement.value, statement.awaits)});`],
        };
      case 'warn':
        return { text: [`console.warn(${number(statement.value)});`] };
      case 'item':
        return {
          text: scope.item === undefined ? [] : [`${scope.item}.value = ${maybe(statement.value, statement.awaits)};`],
        };
      case 'call':
        return this.#call(statement, scope);
      case 'closure':
        return { text: [`thunks.push(() => ${number(statement.value)});`] };
      case 'guard':
        return { text: [`if (${this.#test(statement, scope)}) ${this.#exit(statement.how, scope)}`] };
      case 'if': {
        const head = `if (${this.#test(statement, scope)})`;
        if (statement.otherwise.length === 0) return { text: this.#inner(head, statement.body, scope) };
        const [opening, ...rest] = this.#inner(`${head} {} else`, statement.otherwise, scope);
        const body = this.#inner(head, statement.body, scope, ' else {');
        return { text: opening === undefined ? body : [...body, ...rest] };
      }
      case 'switch':
        return {
          text: [
            `switch (${number(statement.value)} % 3) {`,
            ...statement.bodies.flatMap((body, index) => [
              ...this.#inner(`case ${String(index)}:`, body, { ...scope, indent: `${scope.indent}  ` }, ' break;'),
            ]),
            `${scope.indent}}`,
          ],
        };
      case 'try':
        return { text: this.#attempt(statement, scope) };
      case 'loop':
        return { text: this.#loop(statement.loop, scope) };
    }
  }

  #attempt({ body, handler, finalizer }: Statement & { kind: 'try' }, scope: Scope): string[] {
    const last = finalizer && this.#inner('finally', finalizer, scope);
    const caught = handler ?? (last ? undefined : []);
    const error = this.#fresh('e');
    const catching =
      caught &&
      this.#inner(`catch (${error})`, caught, {
        ...scope,
        logsInOrder: false,
        numbers: [...scope.numbers, `${error}.message.length`, `${error}.message.length`],
      });
    return [...this.#inner('try', body, scope), ...(catching ?? []), ...(last ?? [])];
  }

  #call(
    { callee, argument, binds }: Statement & { kind: 'call' },
    scope: Scope,
  ): { text: string[]; adds?: Partial<Scope> } {
    const usable = this.#helpers.filter(({ isAsync }) => scope.isAsync || !isAsync);
    if (usable.length === 0) return { text: [] };
    const { name, isAsync } = at(usable, callee);
    const call = `${isAsync ? 'await ' : ''}${name}(${this.#number(argument, scope)})`;
    if (!binds) return { text: [`${call};`] };
    const result = this.#fresh('r');
    return { text: [`const ${result} = ${call};`], adds: { numbers: [...scope.numbers, result, result] } };
  }

  #write({ way, value, key, awaits }: Statement & { kind: 'write' }, scope: Scope): string {
    const given = this.#maybeAwait(value, awaits, scope);
    const plain = this.#number(value, scope);
    const by = this.#number(key, scope);
    const ways = [
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
      `last = ${given};`,
      `text += String(${given});`,
      `text += \`-\${${given}}\`;`,
      'flag = true;',
      `box.n += ${given};`,
      `box.last = ${given};`,
      `box.list.push(${given});`,
      `total = Math.max(total, ${given});`,
    ];
    return at(ways, way);
  }

  #exit(how: string, { inLoop }: Scope): string {
    if (how === 'throw') return "throw new Error('own');";
    if (how === 'return') return 'return 0;';
    return inLoop ? `${how};` : 'return 0;';
  }

  #test({ test, compare, awaits }: { test: Expression; compare: number; awaits: number }, scope: Scope): string {
    const number = this.#number(test, scope);
    if (scope.isAsync && awaits < 2)
      return awaits === 0 ? `await isGood(${number})` : `!(await api.hasItem(${number}))`;
    return at(
      [
        `${number} % 2 === 0`,
        `${number} > 4`,
        `${number} === 3`,
        `${number} !== 1`,
        `${number} % 3 === 1`,
        `seen.has(${number})`,
      ],
      compare,
    );
  }

  #maybeAwait(expression: Expression, awaits: number, scope: Scope): string {
    const number = this.#number(expression, scope);
    return scope.isAsync && awaits < 3
      ? `${awaits === 0 ? '1 + ' : ''}(await ${at(numberOperations, expression.operator)}(${number}))`
      : number;
  }

  #number({ atom, operator, other }: Expression, scope: Scope): string {
    const one = this.#atom(atom, scope);
    if (operator < 7) return one;
    return `(${one} ${at(['+', '*', '-'], operator)} ${this.#atom(other, scope)})`;
  }

  /** State is read seldom: most loops that read what they write are sequential. */
  #atom(atom: number, { numbers }: Scope): string {
    if (atom === 40) return at(reads, numbers.length);
    return at([...numbers].reverse(), atom);
  }
}

/** The body of `run` for a plan, with a dependence in its loop if one is given. */
export function render(plan: Plan, dependence?: Dependence): string {
  return new Renderer().program(plan, dependence);
}
