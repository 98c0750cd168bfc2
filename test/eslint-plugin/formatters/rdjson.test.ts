import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv-draft-04';
import rdjson from '../../../eslint-plugin/src/formatters/rdjson.js';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import { awkward, context, linted, loop } from './findings.js';

interface Range {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

interface Log {
  diagnostics: {
    location: { path: string; range?: Range };
    severity: string;
    code?: { value: string; url: string };
    suggestions?: { range: Range; text: string }[];
  }[];
}

const format = (...results: FileResult[]): Log => JSON.parse(rdjson(results, context)) as Log;

/** Applies a replacement as reviewdog does: lines by line feed, columns in bytes. */
function applied(text: string, { range, text: replacement }: { range: Range; text: string }): string {
  const bytes = Buffer.from(text);
  const offsetOf = ({ line, column }: Range['start']): number => {
    let start = 0;
    for (let passed = 1; passed < line; passed++) start = bytes.indexOf('\n', start) + 1;
    return start + column - 1;
  };
  const [from, to] = [offsetOf(range.start), offsetOf(range.end)];
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(replacement), bytes.subarray(to)]).toString();
}

describe('rdjson', () => {
  it('is valid', async () => {
    const schema = JSON.parse(await readFile('test/fixtures/schemas/rdf.json', 'utf8')) as object;
    const validate = new Ajv.default({ strict: false }).compile(schema);
    const broken = linted('for (', 'src/broken.js');
    const without: FileResult = { filePath: '/project/x.js', messages: linted(loop).messages };
    assert.ok(validate(format(linted(loop), linted(awkward), broken, without)), JSON.stringify(validate.errors));
    assert.equal(validate({ diagnostics: [{ message: 'no place' }] }), false);
  });

  it('names path, rule, page and severity', () => {
    const [diagnostic] = format(linted(loop)).diagnostics;
    assert.equal(diagnostic?.location.path, 'src/app.js');
    assert.equal(diagnostic.code?.value, 'gather/no-await-in-loop');
    assert.match(diagnostic.code.url, /no-await-in-loop\.md$/);
    assert.equal(diagnostic.severity, 'WARNING');
  });

  it('gives every suggestion of a finding one range, and each applies byte by byte', () => {
    for (const source of [loop, awkward]) {
      const result = linted(source);
      const [message] = result.messages;
      const [diagnostic] = format(result).diagnostics;
      const suggestions = diagnostic?.suggestions ?? [];
      assert.equal(suggestions.length, message?.suggestions?.length);
      assert.equal(new Set(suggestions.map(({ range }) => JSON.stringify(range))).size, 1);
      assert.deepEqual(
        suggestions.map((suggestion) => applied(source, suggestion)),
        message?.suggestions?.map(({ fix }) => source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1])),
      );
    }
  });

  it('tells of a file that cannot be parsed as an error', () => {
    const [diagnostic] = format(linted('for (')).diagnostics;
    assert.equal(diagnostic?.severity, 'ERROR');
    assert.equal(diagnostic.code, undefined);
  });
});
