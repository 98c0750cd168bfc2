// Whether of what one folder holds only those are of interest that are called so: `files.filter((file) => file.endsWith('.md'))`.
import type { TSESTree } from '@typescript-eslint/utils';
import { nameTests, patternWords } from '../../knowledge/fan-out.js';
import { hasWord, wordsOf } from '../../knowledge/words.js';
import { localFunction } from '../functions.js';
import { calleeNames, type FunctionNode, hasOwnNode, optionOf } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import { chooserOf, constantOf } from './lists-behind.js';

/**
 * Whether the last of lists that are made of one another is of one folder, and those are chosen by their names.
 * @param body what is done for an item, which may choose, too
 */
export function isChosenByName(
  source: SourceCode,
  lists: readonly TSESTree.Node[],
  body: FunctionNode | undefined,
): boolean {
  const call = lists.at(-1);
  if (call?.type !== 'CallExpression') return false;
  const [patterns] = call.arguments;
  if (patterns && hasWord(calleeNames(call).at(-1) ?? '', patternWords)) return isOfOneKind(source.getText(patterns));
  if (!readsFolder(source, call)) return false;
  const choosers = lists.flatMap((list) => chooserOf(source, list)?.body ?? []);
  return choosers.some((test) => asksName(source, test)) || (body !== undefined && isFor(source, body));
}

/** Whether a call reads what one folder holds, and not what is below, itself or by a function of this file. */
function readsFolder(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const local = localFunction(source, call.callee);
  if (!local) return wordsOf(calleeNames(call).at(-1) ?? '')[0] === 'readdir' && !optionOf(call, 'recursive');
  const callsIn = (is: (inner: TSESTree.CallExpression) => boolean): boolean =>
    hasOwnNode(local.body, source.visitorKeys, (node) => node.type === 'CallExpression' && is(node));
  const isWalk = callsIn(({ callee }) => localFunction(source, callee) !== undefined);
  return !isWalk && callsIn((inner) => readsFolder(source, inner));
}

/** Whether a pattern asks for the files of one folder, as `*.json` does, or at any depth for those that are called alike. */
function isOfOneKind(patterns: string): boolean {
  const pattern = /(['"`])([^'"`\s]*\*[^'"`\s]*)\1/.exec(patterns)?.[2];
  return pattern !== undefined && !(pattern.includes('**') && /\*(?:\.d)?(?:\.[\w{},]+)?$/.test(pattern));
}

function asksName(source: SourceCode, test: TSESTree.Node): boolean {
  return hasOwnNode(test, source.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return false;
    const method = calleeNames(node).at(-1) ?? '';
    // A list has this one, too: `known.includes(name)`.
    return method === 'includes' ? node.arguments[0]?.type === 'Literal' : nameTests.has(method);
  });
}

/** Whether a function leaves all others alone: it returns unless, or does nothing but if, an item is called so. */
function isFor(source: SourceCode, { body }: FunctionNode): boolean {
  const statements = body.type === 'BlockStatement' ? body.body : [];
  return statements.some((statement) => {
    if (statement.type !== 'IfStatement' || statement.alternate) return false;
    const { test, consequent } = statement;
    const asked = constantOf(source, test)?.init ?? test;
    const isLeft = hasOwnNode(consequent, source.visitorKeys, ({ type }) => type === 'ReturnStatement');
    const isNegated = hasOwnNode(asked, source.visitorKeys, ({ type }) => type === 'UnaryExpression');
    if (isLeft) return (isNegated && asksName(source, asked)) || asksLetter(asked, '!==');
    return statement === statements.at(-1) && (asksName(source, asked) || asksLetter(asked, '==='));
  });
}

/** Whether a test compares one letter: `name[0] === '.'`. */
function asksLetter(test: TSESTree.Node, operator: '===' | '!=='): boolean {
  if (test.type !== 'BinaryExpression' || test.operator !== operator || test.left.type !== 'MemberExpression')
    return false;
  return test.left.computed && test.left.property.type === 'Literal' && typeof test.left.property.value === 'number';
}
