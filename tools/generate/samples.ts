// The samples of the documents: fenced code whose first line, a comment, says what it is an example of.

/** `fine` is code that is left alone; `other` is code of no rule, such as a configuration. */
export type Kind = 'bad' | 'better' | 'other';

export interface Sample {
  kind: Kind;
  /** What the first line says of the code: the comment's text. */
  label: string;
  /** The code without that line. */
  code: string;
  /** `js`, `ts`, … */
  language: string;
  /** Whether it is what a suggestion makes of the sample before it. */
  isSuggested: boolean;
  /** Options of the rule, under which it is meant. */
  options: unknown;
  /** The heading above it. */
  heading: string;
}

const first =
  /^\/\/ (?<label>(?:(?<bad>Bad|不好)|Better|較好)(?<suggested>, as suggested|（如建議）)?(?: ?(?:with|設定) (?<options>\{.*?\}))?(?:: |：).+)\n/u;

/** The samples of a Markdown text, in its order; only JavaScript and TypeScript. */
export function samplesOf(markdown: string): Sample[] {
  let heading = '';
  const samples: Sample[] = [];
  for (const match of markdown.matchAll(/^#+ (?<heading>[^\n]+)$|^```(?<language>[jt]sx?)\n(?<text>.*?)^```$/gms)) {
    const { heading: next, language, text = '' } = match.groups ?? {};
    if (next !== undefined) heading = next;
    if (language !== undefined) samples.push(sampleOf(text, language, heading));
  }
  return samples;
}

function sampleOf(text: string, language: string, heading: string): Sample {
  const head = first.exec(text);
  const { bad, suggested, options, label = '' } = head?.groups ?? {};
  return {
    kind: head ? (bad ? 'bad' : 'better') : 'other',
    label,
    code: text.slice(head?.[0].length ?? 0),
    language,
    isSuggested: suggested !== undefined,
    options: options === undefined ? undefined : JSON.parse(options),
    heading,
  };
}

/** A bad sample with the better one that follows it. */
export interface Pair {
  bad: Sample;
  better: Sample;
}

/** Each better sample with the bad one before it. */
export function pairsOf(samples: readonly Sample[]): Pair[] {
  let bad: Sample | undefined;
  return samples.flatMap((sample) => {
    if (sample.kind === 'bad') bad = sample;
    return sample.kind === 'better' && bad ? [{ bad, better: sample }] : [];
  });
}
