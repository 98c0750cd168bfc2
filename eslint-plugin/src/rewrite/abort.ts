// Stops the others on the first failure: a controller before the statement, its signal in each call that takes one, and
// a handler right on the combinator.
import type { TSESTree } from '@typescript-eslint/utils';
import type { SignalSlot } from '../facts/promises/signal-slots.js';
import { isFunction } from '../facts/syntax.js';
import type { SourceCode, Variable } from '../facts/variables.js';
import { signalNames } from '../knowledge/signals.js';
import type { Edit } from './model.js';
import { type Names, namesOf } from './names.js';
import { goesOn, isInList, type Style, styleOf } from './text.js';

/** The edits, or `undefined` where no statement can stand before the combinator. */
export function abortEdits(
  source: SourceCode,
  combinator: TSESTree.CallExpression,
  slots: readonly SignalSlot[],
): Edit[] | undefined {
  const home = homeOf(combinator);
  if (!home) return undefined;
  const style = styleOf(source, home);
  const names = namesOf(source);
  const controller = names.fresh('controller', 'abortController');
  const { lines, signal } = signalOf(source, combinator, controller, names);
  return [
    ...opening(source, home, lines, style),
    ...slots.map((slot) => withSignal(source, slot, signal)),
    ...closing(source, home, combinator, controller, style),
  ];
}

/** The statement in a list that runs the combinator, or the arrow function that gives it. */
function homeOf(combinator: TSESTree.Node): TSESTree.Node | undefined {
  for (let child = combinator, parent = combinator.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'ArrowFunctionExpression') return parent.body === child ? parent : undefined;
    if (isFunction(parent) || parent.type === 'PropertyDefinition') return undefined;
    if (isInList(child)) return child;
    if (/Statement$|^VariableDeclaration$/.test(child.type)) return undefined;
  }
  return undefined;
}

/** The declarations, and the expression that is the signal: a signal of the function around counts too. */
function signalOf(
  source: SourceCode,
  combinator: TSESTree.Node,
  controller: string,
  names: Names,
): { lines: string[]; signal: string } {
  const made = `const ${controller} = new AbortController()`;
  const outer = signalAround(source, combinator);
  const own = `${controller}.signal`;
  if (!outer) return { lines: [made], signal: own };
  const either = names.fresh('anySignal', 'eitherSignal');
  const both = `[${outer.name}, ${own}]`;
  const list = isRequired(outer) ? both : `${outer.name} ? ${both} : [${own}]`;
  return { lines: [made, `const ${either} = AbortSignal.any(${list})`], signal: either };
}

/** The parameter of a function around that is a signal. */
function signalAround(source: SourceCode, node: TSESTree.Node): Variable | undefined {
  for (let each = node.parent; each; each = each.parent) {
    if (!isFunction(each)) continue;
    const found = source
      .getDeclaredVariables(each)
      .find(({ name, defs }) => signalNames.has(name) && defs[0]?.type === 'Parameter');
    if (found) return found;
  }
  return undefined;
}

/** Whether a type says that the parameter is always there. */
function isRequired({ identifiers: [name] }: Variable): boolean {
  if (name?.type !== 'Identifier' || name.optional || name.parent.type === 'AssignmentPattern') return false;
  const type = name.typeAnnotation?.typeAnnotation;
  return (
    type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'AbortSignal'
  );
}

/** The declarations before the statement; an arrow function gets a body for them. */
function opening(source: SourceCode, home: TSESTree.Node, lines: readonly string[], style: Style): Edit[] {
  const { newline, indent, unit } = style;
  if (home.type !== 'ArrowFunctionExpression') {
    const end = style.semicolon || (goesOn(source.getFirstToken(home)?.value ?? '') ? ';' : '');
    const before = lines.map((line) => `${line}${end}${newline}${indent}`);
    return [{ range: [home.range[0], home.range[0]], text: before.join('') }];
  }
  const inner = `${newline}${indent}${unit}`;
  const before = lines.map((line) => `${inner}${line}${style.semicolon}`);
  const [start] = home.body.range;
  return [{ range: [start, start], text: `{${before.join('')}${inner}return ` }];
}

/** The handler right on the combinator, so that it runs at the first failure. */
function closing(
  source: SourceCode,
  home: TSESTree.Node,
  combinator: TSESTree.Node,
  controller: string,
  style: Style,
): Edit[] {
  const { newline, unit, semicolon } = style;
  const isArrow = home.type === 'ArrowFunctionExpression';
  const indent = isArrow ? style.indent + unit : style.indent;
  const inner = `${newline}${indent}${unit}`;
  const handler = `.catch((error) => {${inner}${controller}.abort(error)${semicolon}${inner}throw error${semicolon}${newline}${indent}})`;
  const [, end] = combinator.range;
  if (!isArrow) return [{ range: [end, end], text: handler }];
  const rest = source.text.slice(end, home.body.range[1]);
  return [{ range: [end, home.body.range[1]], text: `${handler}${rest}${semicolon}${newline}${style.indent}}` }];
}

/** A call with its signal. */
function withSignal(source: SourceCode, { call, argument, key, text }: SignalSlot, signal: string): Edit {
  const property = key === undefined ? signal : key === signal ? key : `${key}: ${signal}`;
  const value = key === undefined ? property : `{ ${property} }`;
  const node = call.arguments[argument];
  if (!node) return added(source, call, argument, value);
  if (node.type !== 'ObjectExpression')
    return {
      range: node.range,
      text: text && node.type === 'Literal' ? `{ ${text}: ${node.raw}, ${property} }` : value,
    };
  const last = node.properties.at(-1);
  if (!last) return { range: node.range, text: value };
  const isTall = last.loc.start.line > node.loc.start.line;
  const lead = isTall ? `,${styleOf(source, last).newline}${styleOf(source, last).indent}` : ', ';
  return { range: [last.range[1], last.range[1]], text: `${lead}${property}` };
}

/** An argument behind all others, with `undefined` for those that are left out before it. */
function added(source: SourceCode, call: TSESTree.CallExpression, argument: number, value: string): Edit {
  const missing = Array.from({ length: argument - call.arguments.length }, () => 'undefined');
  const list = [...missing, value].join(', ');
  const last = call.arguments.at(-1);
  if (last) return { range: [last.range[1], last.range[1]], text: `, ${list}` };
  const end = source.getLastToken(call)?.range[0] ?? call.range[1] - 1;
  return { range: [end, end], text: list };
}
