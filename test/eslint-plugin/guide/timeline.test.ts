// A picture shows what it is given, where it belongs, in the colours that are asked for.
import assert from 'node:assert/strict';
import type { Theme } from '../../../eslint-plugin/src/guide/drawing.js';
import { type Bar, drawTimeline, type Timeline } from '../../../eslint-plugin/src/guide/timeline.js';
import { words } from '../../../eslint-plugin/src/guide/words.js';

function timeline(bars: readonly Bar[], outcome: 'done' | 'failed' | 'unhandled' = 'done'): Timeline {
  return { title: 'A & `b`', runs: [{ label: 'x < y', lanes: [{ label: 'f(1)', bars }], end: 500, outcome }] };
}

function draw(shown: Timeline, theme: Theme = 'auto'): string {
  return drawTimeline(shown, { words: words.en, theme });
}

/** The path of the bars in a state, from the axis at 146 to the end at 508; bars leave a pixel on either side. */
function pathOf(svg: string, state: string): string | undefined {
  return new RegExp(`<path class="${state}" d="([^"]+)"`).exec(svg)?.[1];
}

describe('guide: pictures', () => {
  it('place bars by their time, on one scale for all runs', () => {
    const [run] = timeline([{ from: 0, to: 250, state: 'done' }]).runs;
    assert.ok(run);
    const long = { ...run, lanes: [{ label: 'g()', bars: [{ from: 0, to: 1000, state: 'done' as const }] }] };
    const svg = draw({ title: 't', runs: [run, long] });
    assert.equal(pathOf(svg, 'done'), 'M147 45H236');
    assert.match(svg, /M147 97H507/);
  });

  it('draw each state in its own way, and explain those that are not plain', () => {
    const svg = draw(
      timeline([
        { from: 0, to: 100, state: 'done' },
        { from: 100, to: 200, state: 'failed' },
        { from: 200, to: 300, state: 'lost' },
        { from: 300, to: 500, state: 'cancelled' },
      ]),
    );
    for (const state of ['done', 'failed', 'lost', 'cancelled', 'x']) assert.ok(pathOf(svg, state), state);
    for (const word of ['failed', 'its result is lost', 'cancelled']) assert.ok(svg.includes(`>${word}</text>`), word);
    assert.ok(!svg.includes('>done</text>'));
    assert.ok(!draw(timeline([{ from: 0, to: 500, state: 'done' }])).includes('>failed</text>'));
  });

  it('say when the code was done and how', () => {
    assert.match(draw(timeline([])), /<text class="r" [^>]+>500 ms</);
    assert.match(draw(timeline([], 'failed')), /<text class="r u" [^>]+>throws at 500 ms</);
    assert.match(draw(timeline([], 'unhandled')), /<text class="r u" [^>]+>process ends at 500 ms</);
  });

  it('tell in words what they show, as text that needs no escape', () => {
    const svg = draw(timeline([]));
    assert.match(svg, /role="img" aria-labelledby="t d"/);
    assert.match(svg, /<title id="t">A &amp; b<\/title>\n<desc id="d">x &lt; y: 500 ms\.<\/desc>/);
  });

  it('follow the colour scheme of who looks at them, or the one that is asked for', () => {
    assert.match(draw(timeline([])), /svg\{--b:#fff;.+@media\(prefers-color-scheme:dark\)\{svg\{--b:#0d1117/);
    assert.match(draw(timeline([]), 'dark'), /<style>svg\{--b:#0d1117/);
    assert.doesNotMatch(draw(timeline([]), 'light'), /@media|#0d1117/);
  });
});
