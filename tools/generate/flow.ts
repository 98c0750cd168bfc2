// Draws the guide's flow chart: what becomes of three operations, one of which fails, in `Promise.all` and in
// `Promise.allSettled`.
import { drawn, escape } from '../../eslint-plugin/src/guide/drawing.js';
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import type { Manner } from './pictures.js';

interface Words {
  title: string;
  description: string;
  starts: string;
  succeeds: string;
  fails: string;
  /** What comes out of `all`, and what of the operations that are left. */
  rejects: string;
  dropped: string;
  /** What comes out of `allSettled`: each outcome. */
  value: string;
  reason: string;
}

const flowWords: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Promise.all and Promise.allSettled when b fails',
    description:
      'Promise.all rejects at once with the reason of b, and the results of a and c are dropped. Promise.allSettled waits for all three and gives a value, a reason and a value.',
    starts: 'starts',
    succeeds: 'succeeds',
    fails: 'fails',
    rejects: 'rejects at once: reason of b',
    dropped: 'dropped',
    value: 'value',
    reason: 'reason',
  },
  'zh-TW': {
    title: 'b 失敗時的 Promise.all 與 Promise.allSettled',
    description:
      'Promise.all 立刻以 b 的原因 reject，a 和 c 的結果被丟掉。Promise.allSettled 等三個都有結果，依序給出值、原因、值。',
    starts: '開始',
    succeeds: '成功',
    fails: '失敗',
    rejects: '立刻 reject：b 的原因',
    dropped: '丟掉',
    value: '值',
    reason: '原因',
  },
};

const size = { width: 660, height: 262 };
const chart = { width: 300, left: [20, 340] } as const;
const box = { width: 88, height: 26 };
const rows = [20, 78, 136, 214] as const;

const rules = [
  'text{text-anchor:middle}',
  'rect,path{fill:none;stroke:var(--m)}',
  'rect.f,path.f{stroke:var(--f);stroke-width:1.5}',
  'text.f{fill:var(--f)}',
  '.lost{stroke-dasharray:3 3}',
  '.c{font:12px ui-monospace,Menlo,Consolas,monospace}',
];

/** The chart as the text of an SVG file. */
export function drawFlow({ locale, theme }: Manner): string {
  const words = flowWords[locale];
  return drawn({
    ...size,
    title: words.title,
    description: words.description,
    theme,
    rules,
    body: [...drawChart(chart.left[0], 'Promise.all', words), ...drawChart(chart.left[1], 'Promise.allSettled', words)],
  });
}

function drawChart(left: number, combinator: 'Promise.all' | 'Promise.allSettled', words: Words): string[] {
  const middle = left + chart.width / 2;
  const columns = ['a', 'b', 'c'].map((name, index) => ({ name, x: left + 44 + index * 106, fails: name === 'b' }));
  return [
    ...drawBox(middle, rows[0], chart.width, `${combinator}([a, b, c])`, 'c'),
    ...columns.flatMap(({ name, x, fails }) => [
      drawArrow(x, rows[0], ''),
      ...drawBox(x, rows[1], box.width, `${name} ${words.starts}`, ''),
      drawArrow(x, rows[1], ''),
      ...drawBox(x, rows[2], box.width, `${name} ${fails ? words.fails : words.succeeds}`, fails ? 'f' : ''),
    ]),
    ...(combinator === 'Promise.all' ? drawFirstFailure(middle, columns, words) : drawOutcomes(middle, columns, words)),
  ];
}

interface Column {
  x: number;
  fails: boolean;
}

function drawFirstFailure(middle: number, columns: readonly Column[], words: Words): string[] {
  return [
    ...columns.map(({ x, fails }) =>
      fails ? drawArrow(x, rows[2], 'f', rows[3]) : drawArrow(x, rows[2], 'lost', 182),
    ),
    ...columns.flatMap(({ x, fails }) => (fails ? [] : [`<text x="${x}" y="196">${escape(words.dropped)}</text>`])),
    ...drawBox(middle, rows[3], chart.width, words.rejects, 'f'),
  ];
}

function drawOutcomes(middle: number, columns: readonly Column[], words: Words): string[] {
  const outcomes = columns.map(({ fails }) => (fails ? words.reason : words.value)).join(', ');
  return [
    ...columns.map(({ x, fails }) => drawArrow(x, rows[2], fails ? 'f' : '', rows[3])),
    ...drawBox(middle, rows[3], chart.width, `[${outcomes}]`, ''),
  ];
}

function drawBox(x: number, y: number, width: number, text: string, kind: '' | 'c' | 'f'): string[] {
  const style = kind === '' ? '' : ` class="${kind}"`;
  return [
    `<rect${style} x="${x - width / 2}" y="${y}" width="${width}" height="${box.height}" rx="4"/>`,
    `<text${style} x="${x}" y="${y + 17}">${escape(text)}</text>`,
  ];
}

/** An arrow from a row of boxes down, by default to the next row. */
function drawArrow(x: number, row: number, kind: '' | 'f' | 'lost', end = row + 58): string {
  const style = kind === '' ? '' : ` class="${kind}"`;
  return `<path${style} d="M${x} ${row + box.height}V${end - 2}m-4-5l4 5 4-5"/>`;
}
