// The text of a generated plan. Every program ends, and no expression throws but by a failing operation or a `throw`.
import type { Dependence } from './carried.js';
import type { Callee, Expression, Helper, Loop, Plan, Statement } from './grammar.js';
import { type Gathering, gatheringOf, reductionsOf } from './gathers.js';
import { headOf } from './heads.js';
import { reads, state, writesOf } from './state.js';

/** What is in scope at a place. */
interface Scope {
  /** Expressions that give a number. */
  numbers: readonly string[];
  /** Variables of the iteration that can be assigned. */
  locals: readonly string[];
  /** An expression for an object whose `value` can be written. */
  item: string | undefined;
  /** What can be called. */
  callees: readonly { call: string; isAsync: boolean }[];
  /** Whether a `continue` has a loop to go on with. */
  inLoop: boolean;
  /** The labels of the loops around. */
  labels: readonly string[];
  /** Whether a `console.log` keeps its order: in a `catch` it comes as the failures do, in a function as the calls do. */
  logsInOrder: boolean;
  /** Whether an `await` is allowed. */
  isAsync: boolean;
  indent: string;
}

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

  /** The body of `run`. */
  program({ helpers, before, loop, after }: Plan, dependence?: Dependence): string {
    const scope: Scope = {
      numbers: ['1', '2', '3'],
      locals: [],
      item: undefined,
      callees: [],
      inLoop: false,
      labels: [],
      logsInOrder: true,
      isAsync: true,
      indent: '',
    };
    const declared: Statement[] = helpers.map((helper) => ({ kind: 'function', helper, callee: 'declared' }));
    const start = this.#block([...declared, ...before], scope);
    const lines = [
      ...start.lines,
      ...(dependence ? [dependence.declared] : []),
      ...(loop ? this.#loop(loop, start.scope, dependence) : []),
      ...this.#block(after, start.scope).lines,
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

  #function({ isAsync, body, result }: Helper, callee: Callee, scope: Scope): { text: string[]; adds: Partial<Scope> } {
    const name = this.#fresh(isAsync ? 'work' : 'note');
    const inner: Scope = {
      ...scope,
      numbers: [...scope.numbers, 'n'],
      locals: [],
      inLoop: false,
      labels: [],
      isAsync,
      logsInOrder: false,
      indent: `${scope.indent}  `,
    };
    const block = this.#block(body, inner);
    const prefix = isAsync ? 'async ' : '';
    const written: Readonly<Record<Callee, readonly [string, string]>> = {
      declared: [`${prefix}function ${name}(n) {`, '}'],
      arrow: [`const ${name} = ${prefix}(n) => {`, '};'],
      method: [`const ${name} = { ${prefix}call(n) {`, '} };'],
    };
    const [head, foot] = written[callee];
    return {
      text: [
        scope.indent + head,
        ...block.lines,
        `${inner.indent}return ${this.#number(result, block.scope)};`,
        scope.indent + foot,
      ],
      adds: { callees: [...scope.callees, { call: callee === 'method' ? `${name}.call` : name, isAsync }] },
    };
  }

  #loop(loop: Loop, scope: Scope, dependence?: Dependence): string[] {
    const { head, body, braces, labelled } = loop;
    const { text, tail = '', declared, item, before, first, step } = headOf(head, this.#fresh('x'), scope);
    const label = labelled ? this.#fresh('rows') : undefined;
    const inner: Scope = {
      ...scope,
      numbers: [...scope.numbers, ...declared, ...declared, ...declared],
      item: item ?? scope.item,
      inLoop: true,
      labels: label === undefined ? scope.labels : [...scope.labels, label],
      indent: `${scope.indent}  `,
    };
    const block = this.#block(body, inner);
    const [one = '1'] = declared;
    const gathering = this.#gathering(loop, block.scope, one);
    const own = [
      ...(dependence ? [dependence.early(one)] : []),
      ...block.lines,
      ...(gathering ? [inner.indent + gathering.last] : []),
      ...(dependence ? [dependence.late(one)] : []),
    ];
    const isFirst = own.some((line) => /\bcontinue\b/.test(line));
    const stepping = step === undefined ? [] : [inner.indent + step];
    const lines = [
      ...(first === undefined ? [] : [inner.indent + first]),
      ...(isFirst ? stepping : []),
      ...own,
      ...(isFirst ? [] : stepping),
    ];
    const start = [before, gathering?.declared].flatMap((line) => (line === undefined ? [] : [scope.indent + line]));
    const end = gathering ? [`${scope.indent}out.push(${gathering.shown});`] : [];
    const opening = scope.indent + (label === undefined ? text : `${label}: ${text}`);
    const [only] = lines;
    const isPlain =
      lines.length === 1 && only !== undefined && !/^\s*(?:const|let|var|if|(?:async )?function)\b/.test(only);
    if (!braces && isPlain && tail === '') return [...start, opening, only, ...end];
    return [...start, `${opening} {`, ...lines, `${scope.indent}}${tail}`, ...end];
  }

  #gathering({ gathers, value }: Loop, scope: Scope, key: string): Gathering | undefined {
    const given = scope.isAsync
      ? `await ${at(numberOperations, value.operator)}(${this.#number(value, scope)})`
      : this.#number(value, scope);
    return gatheringOf(gathers, this.#fresh('g'), given, key);
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
        return { text: [`if (${this.#test(statement, scope)}) ${this.#exit(statement, scope)}`] };
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
      case 'function':
        return this.#function(statement.helper, statement.callee, scope);
      case 'pair':
        return this.#pair(statement, scope);
      case 'each':
        return { text: this.#each(statement.body, scope) };
      case 'reduce':
        return { text: this.#reduce(statement, scope) };
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
    const usable = scope.callees.filter(({ isAsync }) => scope.isAsync || !isAsync);
    if (usable.length === 0) return { text: [] };
    const { call: name, isAsync } = at(usable, callee);
    const call = `${isAsync ? 'await ' : ''}${name}(${this.#number(argument, scope)})`;
    if (!binds) return { text: [`${call};`] };
    const result = this.#fresh('r');
    return { text: [`const ${result} = ${call};`], adds: { numbers: [...scope.numbers, result, result] } };
  }

  #write({ way, value, key, awaits }: Statement & { kind: 'write' }, scope: Scope): string {
    const given = this.#maybeAwait(value, awaits, scope);
    const plain = this.#number(value, scope);
    const by = this.#number(key, scope);
    return at(writesOf(given, plain, by), way);
  }

  #exit({ how, label }: Statement & { kind: 'guard' }, { inLoop, labels }: Scope): string {
    if (how === 'throw') return "throw new Error('own');";
    if (how === 'return' || !inLoop) return 'return 0;';
    return labels.length > 0 && label < 3 ? `${how} ${at(labels, label)};` : `${how};`;
  }

  /** Two values that stand beside each other in one statement. */
  #pair(
    { way, operation, arguments: [first, second] }: Statement & { kind: 'pair' },
    scope: Scope,
  ): { text: string[]; adds?: Partial<Scope> } {
    const call = (expression: Expression, index: number): string => {
      const number = this.#number(expression, scope);
      return scope.isAsync ? `await ${at(numberOperations, operation + index)}(${number})` : number;
    };
    const [one, other] = [call(first, 0), call(second, 1)];
    const [a, b] = [this.#fresh('p'), this.#fresh('p')];
    const ways = [
      [`const ${a} = ${one}, ${b} = ${other};`, a, b],
      [`const [${a}, ${b}] = [${one}, ${other}];`, a, b],
      [`const ${a} = { one: ${one}, other: ${other} };`, `${a}.one`, `${a}.other`],
      [`out.push({ one: ${one}, other: ${other} });`],
      [`console.warn(${one}, ${other});`],
      [`out.push(${one}, ${other});`],
      [`out.push(\`\${${one}}-\${${other}}\`);`],
      [`const ${a} = Math.max(...[${one}, ${other}]);`, a],
      [`const ${a} = (${one}) + (${other});`, a],
    ];
    const [text = '', ...numbers] = at(ways, way);
    return { text: [text], adds: { numbers: [...scope.numbers, ...numbers] } };
  }

  #reduce({ way, value, ...tested }: Statement & { kind: 'reduce' }, scope: Scope): string[] {
    if (!scope.isAsync) return [];
    const item = this.#fresh('x');
    const inner: Scope = { ...scope, numbers: [...scope.numbers, item, item, item] };
    const given = `await ${at(numberOperations, value.operator)}(${this.#number(value, inner)})`;
    return [`out.push(${at(reductionsOf(item, given, this.#test({ ...tested, awaits: 7 }, inner)), way)});`];
  }

  /** A callback that is called at once, for each of a list. */
  #each(body: readonly Statement[], scope: Scope): string[] {
    const name = this.#fresh('x');
    const inner: Scope = {
      ...scope,
      numbers: [...scope.numbers, name],
      inLoop: false,
      labels: [],
      isAsync: false,
    };
    return this.#inner(`ids.forEach((${name}) =>`, body, inner, ');');
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
