// Lints a sample of the documents, with one rule beside the recommended ones.
import { Linter } from 'eslint';
import plugin from '../../../eslint-plugin/src/index.js';
import * as parser from '../../../eslint-plugin/src/lint/parser.js';
import type { Sample } from '../../../tools/generate/samples.js';

const linter = new Linter();

/** @param rule the name of the rule that is switched on, with the sample's options, without the plugin's prefix */
export function lintSample({ code, language, options }: Sample, rule: string): Linter.LintMessage[] {
  const config: Linter.Config[] = [
    { files: ['**/*.{js,ts}'], languageOptions: { parser } },
    ...plugin.configs.recommended,
    { rules: { [`gather/${rule}`]: options === undefined ? 'warn' : ['warn', options] } },
  ];
  // Also code that is shown on its own may return.
  return linter.verify(code, config, { filename: `sample.${language}` });
}

/** What each suggestion makes of a sample. */
export function suggestedFor(sample: Sample, rule: string): string[] {
  return lintSample(sample, rule).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => sample.code.slice(0, fix.range[0]) + fix.text + sample.code.slice(fix.range[1])),
  );
}
