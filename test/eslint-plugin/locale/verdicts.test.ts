// Every verdict has its sentence in Chinese, down to the reasons that the facts and the knowledge give.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForESLint } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from '../../../eslint-plugin/src/facts/syntax.js';
import { chainRunners, chains, entryRunners, journalEntries } from '../../../eslint-plugin/src/knowledge/chains.js';
import { projectNames } from '../../../eslint-plugin/src/knowledge/project.js';
import * as serial from '../../../eslint-plugin/src/knowledge/serial.js';
import { waits } from '../../../eslint-plugin/src/knowledge/waits.js';
import type { Known } from '../../../eslint-plugin/src/knowledge/words.js';
import { wordsOfVerdicts } from '../../../eslint-plugin/src/locale/index.js';
import { placesOf } from '../../../eslint-plugin/src/locale/template.js';
import { subjects } from '../../../eslint-plugin/src/locale/verdicts.zh-tw.js';
import { english } from '../../../eslint-plugin/src/verdict/sentence.js';

const words = wordsOfVerdicts['zh-TW'];
const told = { subject: '«subject»', at: '«at»', from: '«from»' };

/** Three words in a row are no name. */
const prose = /[a-z]+ [a-z]+ [a-z]+/iu;

/** What a sentence was given, in the order of the alphabet. */
function given(sentence: string): string[] {
  return (sentence.match(/«\w+»/gu) ?? []).sort();
}

function assertTranslated(chinese: string, english: string): void {
  assert.notEqual(chinese, english);
  assert.doesNotMatch(chinese, prose);
  assert.deepEqual(given(chinese), given(english), english);
}

/** The reasons that are put into sentences. */
function reasons(): string[] {
  const { serial: named, waits: waiting } = projectNames({ serial: ['a'], waits: ['b'], safe: ['c'] });
  const tables: (readonly Known[])[] = [
    ...Object.values(serial).filter((table): table is readonly Known[] => Array.isArray(table)),
    ...[waits, chains, chainRunners, entryRunners, journalEntries, named, waiting],
  ];
  return [...new Set(tables.flatMap((table) => table.map(({ because }) => because)))];
}

/** The sentences and parts of sentences that stand in a module, with `0` for what is put into them. */
function proseIn(file: string): string[] {
  const { ast, visitorKeys } = parseForESLint(readFileSync(file, 'utf8'), { range: true });
  const found: string[] = [];
  const visit = (node: TSESTree.Node): void => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value);
    if (node.type === 'TemplateLiteral') found.push(node.quasis.map(({ value }) => value.cooked).join('0'));
    childrenOf(node, visitorKeys).forEach(visit);
  };
  visit(ast);
  return found.filter((text) => prose.test(text));
}

describe('the Chinese verdicts', () => {
  it('have a sentence for every reason, with the same data', () => {
    for (const [reason, say] of Object.entries(english.reasons))
      assertTranslated(words.reasons[reason as keyof typeof words.reasons](told), say(told));
    for (const [reason, say] of Object.entries(english.pairReasons))
      assertTranslated(words.pairReasons[reason as keyof typeof words.pairReasons](told), say(told));
    assertTranslated(words.pairReasons.writes({ subject: '', at: '' }), '');
  });

  it('have the sentences around them, with the same data', () => {
    for (const verdict of ['concurrent', 'sequential'] as const)
      assertTranslated(words.verdicts[verdict]('«why»'), english.verdicts[verdict]('«why»'));
    assertTranslated(words.independent, english.independent);
    assertTranslated(words.bounded, english.bounded);
    assertTranslated(words.ordered('«at»'), english.ordered('«at»'));
    assertTranslated(words.pair('«a»', '«b»', '«why»'), english.pair('«a»', '«b»', '«why»'));
    assertTranslated(words.together('«a»', '«b»'), english.together('«a»', '«b»'));
    assertTranslated(words.none('«place»'), english.none('«place»'));
  });

  it('know every reason of the knowledge', () => {
    assert.ok(reasons().length > 20);
    for (const reason of reasons()) assertTranslated(words.phrase(reason), reason);
  });

  it('know every reason that stands in the facts and the verdict', () => {
    const facts = readdirSync('eslint-plugin/src/facts').filter((name) => name.endsWith('.ts'));
    const modules = [
      ...facts.map((name) => join('eslint-plugin/src/facts', name)),
      'eslint-plugin/src/verdict/loop.ts',
    ];
    const texts = modules.flatMap(proseIn);
    assert.ok(texts.length > 20);
    for (const text of texts) assertTranslated(words.phrase(text), text);
  });

  it('say what something was seen in and why, in one', () => {
    assert.equal(words.phrase('`a.b` (a lock lets one in at a time)'), '`a.b`（鎖一次放行一個）');
    assert.equal(words.phrase('`a.b`: it is handed `c` to fill'), '`a.b`：它拿到 `c` 來填');
    assert.equal(words.phrase('`sleep` keeps a rate'), '`sleep` 維持一定的速率');
    assert.equal(words.phrase('this.rows'), 'this.rows');
  });

  it('have phrases with the same data, each once', () => {
    for (const [template, chinese] of subjects) assert.deepEqual(placesOf(chinese), placesOf(template), template);
    assert.equal(new Set(subjects.map(([template]) => template)).size, subjects.length);
  });
});
