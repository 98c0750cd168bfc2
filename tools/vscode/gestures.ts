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

const notice = '.notification-list-item';

/** What a scan says after 20 files. */
const progress = `${notice}:has-text("20/")`;

/** Waits for what the language status tells; the bar that it is in is not part of the window of a test. */
const told = (page: Page, text: string, icon: 'bracket' | 'bracket-dot'): Promise<void> =>
  page.locator(`[id="status.languageStatus"]:is(${text}):has(.codicon-${icon})`).waitFor({ state: 'attached' });

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
  refusal: (page) => seen(page, '.action-widget .monaco-list-row.option-disabled:has-text("`last`")'),
  async broken(page) {
    await page.locator(`${notice} .codicon-notifications-expand`).click();
    await seen(page, `${notice}:has-text("eslint.config.mjs: Unexpected end of input")`);
    await told(page, '[aria-label*="eslint.config.mjs: Unexpected end of input"]', 'bracket-dot');
  },
  status: (page) => told(page, '[aria-label*="recommended rules"], [aria-label*="建議的規則"]', 'bracket'),
  scanning: (page) => seen(page, progress),
  async cancelled(page) {
    await page.locator(`${notice} .monaco-button:has-text("Cancel")`).click();
    await page.locator(progress).first().waitFor({ state: 'hidden' });
  },
  problems: (page) => seen(page, '.markers-panel .monaco-list-row:has-text("many")'),
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
