// Every string of the extension in both languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;

/** The places for values, the names of settings, code, and commands behind links. */
const placesOf = (text: string): string[] => (text.match(/\{\d+\}|`[^`]+`|\(command:[^)]+\)/gu) ?? []).sort();

const isPicture = (text: string): boolean => text.endsWith('.svg');

function assertTranslated(english: Record<string, string>, chinese: Record<string, string>): void {
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  for (const [key, text] of Object.entries(chinese)) {
    if (isPicture(text)) assert.equal(text, english[key]?.replace(/\.svg$/u, '.zh-TW.svg'));
    else assert.match(text, /\p{Script=Han}/u, key);
    assert.deepEqual(placesOf(text), placesOf(english[key] ?? ''), key);
  }
}

describe('the extension’s strings', () => {
  it('of the manifest are all there, in both languages', () => {
    const english = read('package.nls.json');
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/gu)].map(([, key = '']) => key);
    assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
    assertTranslated(english, read('package.nls.zh-tw.json'));
  });

  it('of the client are all there in Chinese', () => {
    const folder = 'extension/client';
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const calls = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*(?:'([^'\n]+)')?/gu)]);
    const texts = calls.map(([call, text]) => text ?? assert.fail(`${call}…: write the text there, between ' and '.`));
    assert.ok(texts.length > 0);
    assertTranslated(Object.fromEntries(texts.map((text) => [text, text])), read('l10n/bundle.l10n.zh-tw.json'));
  });
});
