import { env } from 'node:process';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest, examine } from './browser.ts';
import { statesOf, type App } from './openers.ts';

const pictures = env['ITER_PICTURES'];

/** Looks at what is opened on a page, and remembers which states it has looked at. */
export interface OpenedJudge {
  judge(page: Page, name: string): Promise<void>;
  openAll(page: Page, name: string): Promise<void>;
  expectAllOf(app: App): void;
}

/** One that has looked at nothing yet. */
export function aJudge(): OpenedJudge {
  let count = 0;
  /** The states that a test has looked at so far. */
  let judged: string[] = [];

  /** Proves that every state of an app was looked at, and begins anew. */
  function expectAllOf(app: App): void {
    expect(judged).toEqual(expect.arrayContaining([...statesOf(app)]));
    judged = [];
  }

  /**
   * Proves that axe finds nothing, that all that is opened lies on the screen, and keeps a picture for who wants to
   * look.
   */
  async function judge(page: Page, name: string): Promise<void> {
    judged.push(name);
    await examine(page);
    const opened = page.locator('dialog[open], [role=listbox], [aria-expanded=true] ~ *, [aria-expanded=true] + *');
    for (const box of await opened.all()) {
      const place = await box.boundingBox();
      if (place === null) continue;
      expect(place.x, `${name}: left edge`).toBeGreaterThanOrEqual(0);
      expect(place.y, `${name}: upper edge`).toBeGreaterThanOrEqual(0);
    }
    const width = page.viewportSize()?.width ?? 0;
    for (const dialog of await page.locator('dialog[open]').all()) {
      const place = await dialog.boundingBox();
      expect((place?.x ?? 0) + (place?.width ?? 0), `${name}: right edge`).toBeLessThanOrEqual(width);
    }
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${width}-${count++}-${name}.png` });
  }

  /** Opens each disclosure of a page, one after the other: menus and folded parts, those of tomorrow too. */
  async function openAll(page: Page, name: string): Promise<void> {
    await atRest(page);
    const closed = page.locator('button[aria-expanded=false]:visible');
    const menus = await closed.count();
    for (let index = 0; index < menus; index++) {
      const button = closed.first();
      if ((await closed.count()) === 0) break;
      const box = await button.boundingBox();
      await button.click();
      const opener = page.locator('button[aria-expanded=true]').first();
      const panel = page.locator(`[id="${await opener.getAttribute('aria-controls')}"]`);
      const place = await panel.boundingBox();
      // A menu leaves the button that opened it in sight.
      if (box !== null && place !== null) expect(place.y + 1, name).toBeGreaterThanOrEqual(box.y + box.height - 8);
      await judge(page, `${name}-menu`);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await judge(page, name);
  }

  return { judge, openAll, expectAllOf };
}
