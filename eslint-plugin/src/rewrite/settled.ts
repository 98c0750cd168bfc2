// What `Promise.allSettled` gives, parted into values and reasons, and the reasons told: logged or thrown. The texts
// compile under `strict` in every TypeScript, without a type guard, and are plain JavaScript too.
import type { TSESTree } from '@typescript-eslint/utils';
import { loggers } from '../knowledge/effects.js';
import { wordsOf } from '../knowledge/words.js';
import { landmarksOf } from '../facts/landmarks.js';
import { bare, propertyName } from '../facts/syntax.js';
import { importOf, isInside, oncePerFile, type SourceCode, variableOf } from '../facts/variables.js';
import type { Names } from './names.js';
import { quoteOf, type Style } from './text.js';

/** The values of those that were fulfilled, in the order of `results`, as an expression. */
export function valuesOf(source: SourceCode, results: string, names: Names): string {
  return partOf(source, results, names, 'fulfilled', 'value');
}

/** The reasons of those that were rejected, in the order of `results`, as an expression. */
export function reasonsOf(source: SourceCode, results: string, names: Names): string {
  return partOf(source, results, names, 'rejected', 'reason');
}

function partOf(
  source: SourceCode,
  results: string,
  names: Names,
  status: 'fulfilled' | 'rejected',
  key: 'value' | 'reason',
): string {
  const quote = quoteOf(source);
  const result = names.copy().fresh('result', 'outcome', 'entry');
  const [test, given] = isBluebird(source)
    ? [`${result}.is${status === 'fulfilled' ? 'Fulfilled' : 'Rejected'}()`, `${result}.${key}()`]
    : [`${result}.status === ${quote}${status}${quote}`, `${result}.${key}`];
  return `${results}.flatMap((${result}) => (${test} ? [${given}] : []))`;
}

/** Whether `Promise` is Bluebird's in a file: its results are asked by methods. */
const isBluebird = oncePerFile(
  (source) =>
    source.scopeManager?.scopes.some(({ set }) => {
      const variable = set.get('Promise');
      return variable !== undefined && importOf(variable)?.from === 'bluebird';
    }) ?? false,
);

/** How the reasons are told: logged, thrown as one error, or by statements in which each has a name. */
export type Telling = 'log' | 'throw' | Told;

/** Statements that tell of one failure, and what they call it; `undefined` where they do not name it. */
export interface Told {
  statements: readonly string[];
  error: string | undefined;
}

/**
 * The statements that tell the reasons of `results`, each without the indentation of its first line.
 * @param at where they will stand: the logger must be in sight there
 */
export function tellingReasons(
  source: SourceCode,
  { names, style, at }: { names: Names; style: Style; at: TSESTree.Node },
  results: string,
  telling: Telling,
): string[] {
  const reasons = names.fresh('reasons', 'failures');
  const declaration = `const ${reasons} = ${reasonsOf(source, results, names)}${style.semicolon}`;
  if (telling === 'throw') {
    const thrown = `throw ${errorOf(source, results, reasons)}${style.semicolon}`;
    return [declaration, block(style, `if (${reasons}.length > 0)`, [thrown])];
  }
  const { statements, error } = telling === 'log' ? logging(source, { names, style, at }) : telling;
  const head = error === undefined ? `if (${reasons}.length > 0)` : `for (const ${error} of ${reasons})`;
  return [declaration, block(style, head, statements)];
}

function logging(source: SourceCode, { names, style, at }: { names: Names; style: Style; at: TSESTree.Node }): Told {
  const error = names.copy().fresh('reason', 'failure');
  return { statements: [`${loggerAt(source, at)}.error(${error})${style.semicolon}`], error };
}

/** One error for all reasons, whose message names each. */
function errorOf(source: SourceCode, results: string, reasons: string): string {
  const separator = `${quoteOf(source)}; ${quoteOf(source)}`;
  return `new AggregateError(${reasons}, \`\${${reasons}.length} of \${${results}.length} failed: \${${reasons}.join(${separator})}\`)`;
}

/** A statement with a block of statements. */
function block(style: Style, head: string, statements: readonly string[]): string {
  const { newline, indent, unit } = style;
  return [`${head} {`, ...statements.map((line) => `${indent}${unit}${line}`), `${indent}}`].join(newline);
}

/** Statements one below the other, at the indentation of `style`. */
export function lines({ newline, indent }: Style, statements: readonly string[]): string {
  return statements.join(`${newline}${indent}`);
}

/** The logger whose `error` the file calls most often, of those in sight at a node; else one that logs less; else `console`. */
export function loggerAt(source: SourceCode, at: TSESTree.Node): string {
  const logs = landmarksOf(source).calls.flatMap((call) => logBy(source, call, at) ?? []);
  const errors = logs.filter(({ level }) => level === 'error');
  const counts = new Map<string, number>();
  for (const { logger } of errors.length > 0 ? errors : logs) counts.set(logger, (counts.get(logger) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'console';
}

const levels: ReadonlySet<string> = new Set(['error', 'warn', 'info', 'debug', 'trace', 'fatal']);

/** `logger` of `logger.error(…)`, where it is a variable that can be named at a node, and what it is called for. */
function logBy(
  source: SourceCode,
  { callee }: TSESTree.CallExpression,
  at: TSESTree.Node,
): { logger: string; level: string } | undefined {
  const member = bare(callee);
  if (member.type !== 'MemberExpression' || member.object.type !== 'Identifier') return undefined;
  const level = propertyName(member) ?? '';
  const logger = member.object.name;
  if (!levels.has(level) || !loggers.has(wordsOf(logger).at(-1) ?? '')) return undefined;
  const scope = variableOf(source, member.object)?.scope;
  const isInSight = !scope || scope.type === 'global' || isInside(at, scope.block);
  return isInSight ? { logger, level } : undefined;
}
