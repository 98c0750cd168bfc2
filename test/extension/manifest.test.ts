// What package.json promises VS Code: few commands and settings, and a walkthrough whose parts are all there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import chinese from '../../package.nls.zh-tw.json' with { type: 'json' };

const { commands, configuration, walkthroughs } = manifest.contributes;
const ids = commands.map(({ command }) => command);

/** A string of the manifest in both languages. */
function textsOf(key: string): string[] {
  return [english, chinese].map((texts) => new Map(Object.entries(texts)).get(key.slice(1, -1)) ?? assert.fail(key));
}

describe('the manifest', () => {
  it('has at most 10 settings and 8 commands', () => {
    assert.ok(Object.keys(configuration.properties).length <= 10);
    assert.ok(ids.length <= 8);
  });

  it('hides from the palette only commands that there are', () => {
    for (const { command } of manifest.contributes.menus.commandPalette) assert.ok(ids.includes(command), command);
  });

  const [walkthrough] = walkthroughs;
  it('has a walkthrough of four steps', () => {
    assert.equal(walkthrough?.steps.length, 4);
  });

  for (const { id, description, media, completionEvents } of walkthrough?.steps ?? []) {
    describe(`in the step '${id}'`, () => {
      it('has a picture for each theme, in both languages', () => {
        const { light, dark, hcLight, hc } = media.image;
        assert.deepEqual([hcLight, hc], [light, dark]);
        const pictures = [...textsOf(light), ...textsOf(dark)];
        assert.equal(new Set(pictures).size, 4);
        for (const path of pictures) assert.ok(existsSync(path), path);
      });

      it('has a button for the command that completes it', () => {
        const [event = '', ...others] = completionEvents;
        assert.deepEqual(others, []);
        const command = event.replace(/^onCommand:/u, '');
        assert.ok(ids.includes(command), command);
        for (const text of textsOf(description)) {
          // VS Code makes a button of a link that has a line to itself.
          const buttons = [...text.matchAll(/^\[[^\]]+\]\(command:([^)]+)\)$/gmu)].map(([, linked]) => linked);
          assert.deepEqual(buttons, [command]);
          // Links are all that VS Code makes of the Markdown there.
          assert.doesNotMatch(text, /`|_\w|\w_/u);
        }
      });
    });
  }
});
