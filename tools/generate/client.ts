// What VS Code's side of the extension knows of the guide.
import type { Guide } from './walkthrough.js';

/** The text of the generated module, not yet formatted. */
export function clientModule(guides: readonly Guide[]): string {
  const samples = guides.map(({ locale, chapters: [chapter] }) => {
    const { label, code } = chapter?.pair.bad ?? { label: '', code: '' };
    return [locale, `// ${label}\n${code}`];
  });
  const fragments = guides.map(({ locale, chapters }) => [
    locale,
    Object.fromEntries(chapters.map(({ id, title }) => [id, headingId(title)])),
  ]);
  return [
    '// Generated from the guide by `npm run generate`. Do not edit.',
    "import type { Locale } from '../../eslint-plugin/src/guide/model.js';",
    '',
    '/** The sample of the walkthrough: the first one of the guide. */',
    `export const samples: Readonly<Record<Locale, string>> = ${JSON.stringify(Object.fromEntries(samples))};`,
    '',
    "/** What VS Code's preview calls the heading of each chapter, by the chapter's id. It scrolls to no other anchor; VS Code 1.139 not to Chinese ones either. */",
    `export const headings: Readonly<Record<Locale, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(fragments))};`,
    '',
  ].join('\n');
}

/** As GitHub makes it, and VS Code after it. */
function headingId(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/\s+/gu, '-')
    .replaceAll(/[^\p{Letter}\p{Number}_-]/gu, '');
}
