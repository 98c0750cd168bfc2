// Whether a call reads or writes, as far as what it is handed and the words of its name tell.
import type { TSESTree } from '@typescript-eslint/utils';
import { queryLinks, readVerbs, writeVerbs } from '../knowledge/effects.js';
import { wordsOf } from '../knowledge/words.js';
import type { Operation } from './model.js';
import { argumentsOf, bare, calleeOf, type CallNode, isCall, optionOf, propertyName } from './syntax.js';

/** Whether the verbs of the callee's name say that it reads or writes; of a combinator's, what it combines. */
export function natureOf(call: CallNode, names: readonly string[]): Operation['nature'] {
  const words = wordsOf(names.at(-1) ?? '');
  if (sendsWithMethod(call)) return 'write';
  if (isTextMethod(call)) return 'read';
  const link = linkBefore(call);
  if (link) return natureOf(link, names.slice(0, -1));
  return natureOfStatement(call) ?? natureOfWords(words);
}

/** The call that a query is made longer, or run, on: `find(what)` of `find(what).limit(10)`. */
function linkBefore(call: CallNode): CallNode | undefined {
  const callee = bare(calleeOf(call));
  if (callee.type !== 'MemberExpression' || !queryLinks.has(propertyName(callee) ?? '')) return undefined;
  const object = bare(callee.object);
  return isCall(object) ? object : undefined;
}

function natureOfWords(words: readonly string[]): Operation['nature'] {
  const verbs = verbsOf(words);
  if (verbs.some((verb) => writeVerbs.has(verb))) return 'write';
  return readVerbs.has(verbs[0] ?? '') || /^(?:query|of)$/.test(words.at(-1) ?? '') ? 'read' : 'unknown';
}

/** What a name says that is done: `find` and `update` in `findOneAndUpdate`. */
export function verbsOf(words: readonly string[]): string[] {
  return words.filter((_, index) => index === 0 || words[index - 1] === 'and');
}

/** Methods of strings and lists, by what they are handed: `text.replace(/a/, 'b')`, `words.join(', ')`. */
export function isTextMethod(call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  const [first, second] = argumentsOf(call);
  if (callee.type !== 'MemberExpression') return false;
  switch (propertyName(callee)) {
    case 'replace':
    case 'replaceAll':
      return second !== undefined && (first?.type === 'Literal' || first?.type === 'TemplateLiteral');
    case 'join':
      return first === undefined || (first.type === 'Literal' && String(first.value).length < 4);
    default:
      return false;
  }
}

/** What a statement in SQL does, when the text of one is handed to the call. */
function natureOfStatement(call: CallNode): Operation['nature'] | undefined {
  const text = textIn(call);
  if (/^\s*(?:insert|update|delete|create|alter|drop|truncate|grant|merge)\s/i.test(text)) return 'write';
  return /^\s*select\s/i.test(text) ? 'read' : undefined;
}

/** Whether a statement in SQL changes tables, not rows: that locks what it changes. */
export function changesSchema(call: CallNode): boolean {
  return (
    [textIn(call), ...argumentsOf(call).map(textOf)].some((text) => schemaStatement.test(text)) || syncsTables(call)
  );
}

const schemaStatement = /^\s*(?:create|alter|drop|truncate|lock|rename|attach|detach|grant|revoke)\s+["'`\w]/i;

/** `model.sync({ alter: true })`. */
function syncsTables(call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  if (callee.type !== 'MemberExpression' || propertyName(callee) !== 'sync') return false;
  return optionOf(call, 'alter') !== undefined || optionOf(call, 'force') !== undefined;
}

/** The first text that is handed over, also through another call: `db.run(sql`DROP …`)`. */
export function textIn(call: CallNode): string {
  if (call.type === 'TaggedTemplateExpression') return call.quasi.quasis[0]?.value.cooked ?? '';
  const [first] = call.arguments;
  return first && isCall(first) ? textIn(first) : first ? textOf(first) : '';
}

/** What a text begins with, also one that is put together: `'git add ' + name`. */
export function textOf(node: TSESTree.Node): string {
  if (node.type === 'BinaryExpression') return textOf(node.left);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  return node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.cooked ?? '') : '';
}

/** `fetch(url, { method: 'POST' })`. */
function sendsWithMethod(call: CallNode): boolean {
  const method = optionOf(call, 'method');
  return method?.type === 'Literal' && !/^(?:get|head|options)$/i.test(String(method.value));
}
