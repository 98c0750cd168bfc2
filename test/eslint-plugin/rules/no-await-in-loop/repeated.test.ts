// What is done again and again with nothing of the iteration's own, and what each iteration sets for itself.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: the same operation again and again', () => {
  sequential('repeated', [
    js`
      async function warmUp(rounds) {
        for (let i = 0; i < rounds; i++) await benchmark();
      }
    `,
    js`
      async function press(button) {
        for (let times = 0; times < 3; times++) {
          await button.press('left');
        }
      }
    `,
    ts`
      async function settleDown(zone: Zone): Promise<void> {
        let i = 0;
        while (i < 5) {
          await zone.step!();
          i += 1;
        }
      }
    `,
    js`
      async function label(jars, title) {
        let text;
        for (const jar of jars) {
          text = title;
          await brand(text);
        }
      }
    `,
    js`
      async function descend(root, parts) {
        let place = root;
        for (const part of parts) {
          place = join(place, part);
          await visit(place);
        }
      }
    `,
  ]);
  concurrent([
    js`
      async function press(buttons) {
        for (let i = 0; i < buttons.length; i++) {
          await buttons[i].press('left');
        }
      }
    `,
    js`
      async function sample(source, times) {
        const samples = [];
        for (let i = 0; i < times; i++) samples.push(await source.sample());
        return samples;
      }
    `,
    js`
      async function seed(table, rows) {
        for (let row = 0; row < rows; row++) await table.create({ row });
      }
    `,
    js`
      async function label(jars) {
        let text;
        for (const jar of jars) {
          text = jar.name.trim();
          await brand(text);
        }
      }
    `,
    ts`
      async function weigh(crates: Crate[]): Promise<string[]> {
        const lines: string[] = [];
        let content: string, weight: number;
        for (const { inside, name } of crates) {
          content = inside.join();
          weight = await scales.weigh(content);
          lines.push(name + await scales.format(weight));
        }
        return lines;
      }
    `,
  ]);
});
