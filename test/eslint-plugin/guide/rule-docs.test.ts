// The examples in the rules' documents are what the rule does: one report each, or none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { rules } from '../../../eslint-plugin/src/rules/index.js';

/** The fenced code below a heading, up to the next heading. */
function examplesBelow(heading: string, markdown: string): { language: string; code: string }[] {
  const section = markdown.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```(?<language>\w+)\n(?<code>.*?)^```$/gms)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    code: groups?.['code'] ?? '',
  }));
}

for (const name of Object.keys(rules)) {
  describe(`docs: ${name}`, () => {
    const page = readFileSync(new URL(`../../../eslint-plugin/docs/rules/${name}.md`, import.meta.url), 'utf8');
    const expectations = [
      { heading: 'Incorrect', reports: [`gather/${name}`] },
      { heading: 'Correct', reports: [] },
    ];

    for (const { heading, reports } of expectations) {
      const examples = examplesBelow(heading, page);
      it(`has examples that are ${heading.toLowerCase()}`, () => {
        assert.ok(examples.length > 0);
      });
      for (const { language, code } of examples) {
        it(`${heading.toLowerCase()}: ${code.split('\n', 1).join('')}`, () => {
          assert.deepEqual(
            lintText(code, `example.${language}`).map(({ ruleId, message }) => ruleId ?? message),
            reports,
          );
        });
      }
    }
  });
}
