// Draws what overlaps when: operations as bars on a time axis, a run below another. The documents' pictures are made
// by it at build time, and an editor's hover may draw one as it is shown.
import { drawn, escape, type Theme } from './drawing.js';

/**
 * How an operation ended: with a value, with a failure, with an outcome that reaches nobody, or stopped by a signal.
 */
export type BarState = 'done' | 'failed' | 'lost' | 'cancelled';

export interface Bar {
  /** Milliseconds from the start of the run. */
  from: number;
  to: number;
  state: BarState;
  /** What is written into the bar, where a lane has several. */
  label?: string;
}

export interface Lane {
  label: string;
  bars: readonly Bar[];
}

/** One run of the code. */
export interface Run {
  label: string;
  lanes: readonly Lane[];
  /** When the code that is shown has gone on or thrown; milliseconds. */
  end: number;
  /** `unhandled`: a rejection without a handler has ended the process. */
  outcome: 'done' | 'failed' | 'unhandled';
}

export interface Timeline {
  title: string;
  /** Drawn below each other on one scale, such as the code before and after. */
  runs: readonly Run[];
}

/** The words of a picture in one language. */
export interface TimelineWords {
  outcomes: Readonly<Record<Run['outcome'], (milliseconds: number) => string>>;
  states: Readonly<Record<BarState, string>>;
}

export interface DrawOptions {
  words: TimelineWords;
  theme: Theme;
}

const width = 520;
const margin = 12;
const axis = { from: 146, to: width - margin };
const row = 18;
const header = 24;
const gap = 10;

const barStates: readonly BarState[] = ['done', 'lost', 'cancelled', 'failed'];

const rules = [
  '.h{font-weight:600}',
  '.c{font:11px ui-monospace,Menlo,Consolas,monospace;fill:var(--m)}',
  '.i{font-size:10px;fill:var(--b)}',
  '.r{text-anchor:end}',
  'path{fill:none;stroke:var(--l)}',
  '.done,.failed,.lost,.cancelled{stroke:var(--d);stroke-width:12}',
  '.failed{stroke:var(--f)}',
  '.lost{stroke:var(--o);stroke-dasharray:3 3}',
  '.cancelled{stroke:var(--o);opacity:.45}',
  '.x{stroke:var(--b);stroke-width:1.5}',
  '.e{stroke:var(--t);stroke-width:1.5}',
  '.u{stroke:var(--f)}',
  'text.u{fill:var(--f);stroke:none}',
];

/**
 * The picture as the text of an SVG file, 520 pixels wide; it has its own background, and says in its description what
 * it shows.
 */
export function drawTimeline(timeline: Timeline, { words, theme }: DrawOptions): string {
  const scale = scaleFor(timeline);
  const legend = barStates.filter((state) => state !== 'done' && states(timeline).has(state));
  const body: string[] = [];
  let top = margin;
  for (const run of timeline.runs) {
    body.push(...drawRun(run, top, scale, words));
    top += header + run.lanes.length * row + gap;
  }
  if (legend.length > 0) {
    body.push(...drawLegend(legend, top + 4, words));
    top += row + 4;
  }
  const height = top + margin - gap;
  return drawn({ width, height, title: timeline.title, description: describe(timeline, words), theme, rules, body });
}

function states({ runs }: Timeline): Set<BarState> {
  return new Set(runs.flatMap(({ lanes }) => lanes.flatMap(({ bars }) => bars.map(({ state }) => state))));
}

/** From milliseconds to pixels. */
function scaleFor({ runs }: Timeline): (time: number) => number {
  const last = Math.max(
    1,
    ...runs.flatMap(({ lanes, end }) => [end, ...lanes.flatMap(({ bars }) => bars.map(({ to }) => to))]),
  );
  return (time) => Math.round(axis.from + (time / last) * (axis.to - axis.from));
}

function drawRun(run: Run, top: number, scale: (time: number) => number, words: TimelineWords): string[] {
  const bad = run.outcome === 'done' ? '' : ' u';
  const lanesTop = top + header;
  const bottom = lanesTop + run.lanes.length * row;
  const end = scale(run.end);
  const middles = run.lanes.map((_, index) => lanesTop + (index + 0.5) * row);
  return [
    `<text class="h" x="${margin}" y="${top + 13}">${escape(run.label)}</text>`,
    `<text class="r${bad}" x="${axis.to}" y="${top + 13}">${escape(words.outcomes[run.outcome](run.end))}</text>`,
    `<path d="M${axis.from} ${lanesTop}V${bottom}"/>`,
    ...run.lanes.map(
      ({ label }, index) =>
        `<text class="c r" x="${axis.from - 8}" y="${(middles[index] ?? 0) + 4}">${escape(label)}</text>`,
    ),
    ...drawBars(run.lanes, middles, scale),
    `<path class="e${bad}" d="M${end} ${lanesTop - 2}V${bottom}"/>`,
  ];
}

/** The bars of all lanes, a path for each state, then what stands on them. */
function drawBars(lanes: readonly Lane[], middles: readonly number[], scale: (time: number) => number): string[] {
  const placed = lanes.flatMap(({ bars }, index) =>
    bars.map((bar) => ({ ...bar, left: scale(bar.from) + 1, right: scale(bar.to) - 1, y: middles[index] ?? 0 })),
  );
  const of = (wanted: BarState) => placed.filter(({ state }) => state === wanted);
  const paths = barStates.map((state): [string, string] => [
    state,
    of(state)
      .map(({ left, right, y }) => `M${left} ${y}H${right}`)
      .join(''),
  ]);
  const crosses = of('failed')
    .map(({ right, y }) => `M${right - 10} ${y - 3}l6 6m0-6l-6 6`)
    .join('');
  return [
    ...[...paths, ['x', crosses]].flatMap(([name = '', d = '']) =>
      d === '' ? [] : [`<path class="${name}" d="${d}"/>`],
    ),
    ...placed.flatMap(({ label, left, y }) =>
      label === undefined ? [] : [`<text class="i" x="${left + 5}" y="${y + 3.5}">${escape(label)}</text>`],
    ),
  ];
}

function drawLegend(shown: readonly BarState[], top: number, words: TimelineWords): string[] {
  return shown.flatMap((state, index) => {
    const left = margin + index * 170;
    return [
      `<path class="${state}" d="M${left} ${top + 6}h18"/>`,
      `<text x="${left + 24}" y="${top + 10}">${escape(words.states[state])}</text>`,
    ];
  });
}

/** What the picture shows, in a sentence for each run. */
function describe({ runs }: Timeline, words: TimelineWords): string {
  return runs.map((run) => `${run.label}: ${words.outcomes[run.outcome](run.end)}.`).join(' ');
}
