// What a person does at the window before a picture is taken of it, and what has to be seen then.
import type { Page } from 'playwright-core';

/** An image in the browser, in as much as it is asked here. */
interface Picture {
  decode: () => Promise<void>;
  computedStyleMap: () => ReadonlyMap<string, unknown>;
}

/** The first that a selector matches, once it is visible. */
const seen = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor();

const menuEntry = '.action-widget .monaco-list-row.action';

async function openMenu(page: Page): Promise<void> {
  await page.locator('.lightBulbWidget').first().click();
  await seen(page, menuEntry);
}

/** Clicks the first entry that a selector matches. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.locator(entry).first().click();
  await page.locator(menuEntry).first().waitFor({ state: 'hidden' });
}

/** By the picture's name, as the suite asks for it. */
export const gestures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  hover: (page) => seen(page, '.monaco-hover:not(.hidden) .monaco-tokenized-source'),
  async timeline(page) {
    const image = page.locator('.monaco-hover:not(.hidden) img[src^="data:image/svg+xml"]').first();
    await image.scrollIntoViewIfNeeded();
    // Fails where the browser cannot read the picture.
    await image.evaluate((element: unknown) => (element as Picture).decode());
  },
  refusal: (page) => seen(page, '.monaco-editor-overlaymessage .message:has-text("`last`")'),
  lightbulb: openMenu,
  rewritten: (page) => choose(page, menuEntry),
  async preview(page) {
    await openMenu(page);
    await choose(page, `${menuEntry}:has-text("Preview"), ${menuEntry}:has-text("預覽")`);
    await seen(page, '.bulk-edit-panel .monaco-list-row');
  },
  async guide(page) {
    const image = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('img').first();
    await image.scrollIntoViewIfNeeded();
    // Fails where it has the colours of the system, which are light, and not those of VS Code.
    const scheme = await image.evaluate((element: unknown) =>
      String((element as Picture).computedStyleMap().get('color-scheme')),
    );
    if (scheme !== 'dark') throw new Error(`The guide's picture is shown in the colours '${scheme}'.`);
  },
  walkthrough: (page) => seen(page, '.gettingStartedContainer .step-list-container .getting-started-step.expanded'),
  trust: (page) => seen(page, '.workspace-trust-editor .workspace-trust-limitations-title-text'),
};
