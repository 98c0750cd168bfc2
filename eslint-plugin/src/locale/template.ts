// Texts with places for data, as ESLint's messages are: `Run {{size}} at a time.`

const place = /\{\{\s*(\w+)\s*\}\}/gu;

/** The names of the places of a template, in their order. */
export function placesOf(template: string): string[] {
  return [...template.matchAll(place)].map(([, name = '']) => name);
}

/** Puts data into a template; a place without any stays as it is. */
export function filled(template: string, data: ReadonlyMap<string, string>): string {
  return template.replace(place, (whole, name: string) => data.get(name) ?? whole);
}

/** The data that a template was filled with; `undefined` where the text is not of it. */
export function dataIn(template: string, text: string): ReadonlyMap<string, string> | undefined {
  const [values] = [...text.matchAll(patternOf(template))];
  return values && new Map(placesOf(template).map((name, index) => [name, values[index + 1] ?? '']));
}

/** A part of a sentence in another language, and the parts that it is made of; code stays as it is. */
export function phraseOf(value: string, known: readonly (readonly [english: string, other: string])[]): string {
  for (const [english, other] of known) {
    const data = dataIn(english, value);
    if (data) return filled(other, new Map([...data].map(([name, part]) => [name, phraseOf(part, known)])));
  }
  return value;
}

/** Patterns by their templates, of which there are few. */
const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  let pattern = patterns.get(template);
  if (!pattern) {
    const fixed = template.split(place).filter((_, index) => index % 2 === 0);
    const escaped = fixed.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
    pattern = new RegExp(`^${escaped.join('(.*?)')}$`, 'gsu');
    patterns.set(template, pattern);
  }
  return pattern;
}
