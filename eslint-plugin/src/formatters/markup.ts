// Text and code in Markdown.

/** A block of code in a language, with more backticks around it than any row of them inside. */
export function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.replaceAll('\r\n', '\n')}\n${fence}`;
}

/** A sentence that may hold code between backticks, with all else that Markdown or HTML would take for markup escaped. */
export function text(sentence: string): string {
  return sentence
    .split(/(`[^`]*`)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_{}[\]<>#|~]/gu, String.raw`\$&`)))
    .join('')
    .replaceAll(/\r?\n/gu, ' ');
}
