import Axe from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumArguments, chromiumPath } from './chromium.ts';

/** True where a Chromium can be driven; journeys are skipped elsewhere. */
export const hasBrowser = chromiumPath !== undefined;

const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Starts a headless Chromium. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [...chromiumArguments],
  });
}

/** One person at one device: their own cookies, and whatever goes wrong on their pages. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console and of scripts so far. */
  readonly errors: readonly string[];
  /** Waits until the page is at rest and proves that axe finds nothing on it. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** Gives a person a device; `width` 390 is a phone. */
export async function aDevice(browser: Browser, baseUrl: string, width = 1280): Promise<Device> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width, height: width < 500 ? 844 : 900 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  watch(page);
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedCall(message.text())) errors.push(`${page.url()}: ${message.text()}`);
  });
  return { context, page, errors, look: () => look(page), close: () => context.close() };
}

/** The same device, for a way whose pages another journey looks at. */
export const hurried = (device: Device): Device => ({
  ...device,
  look: () => atRest(device.page),
});

// Chromium writes a console error for every answer above 399; those are asserted where they are expected.
function isRefusedCall(text: string): boolean {
  return text.startsWith('Failed to load resource');
}

/** The requests of a page without an answer yet, and who waits until there are none. */
interface Traffic {
  readonly open: Set<Request>;
  readonly waiting: (() => void)[];
}

const traffics = new WeakMap<Page, Traffic>();

function watch(page: Page): void {
  const { open, waiting }: Traffic = { open: new Set(), waiting: [] };
  const end = (request: Request): void => {
    open.delete(request);
    if (open.size === 0) for (const go of waiting.splice(0)) go();
  };
  traffics.set(page, { open, waiting });
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** Waits until a page of a device is loaded, shows no wait, and has drawn twice without a request on its way. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(isDrawn);
  const traffic = traffics.get(page);
  if (traffic === undefined || traffic.open.size === 0) return;
  await new Promise<void>((resolve) => traffic.waiting.push(resolve));
  await atRest(page);
}

/** Runs in the page. */
async function isDrawn(): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return document.querySelector('.iter-loading') === null;
}

async function look(page: Page): Promise<void> {
  await atRest(page);
  await examine(page);
}

/** Proves that axe finds nothing on a page as it is now, and that nothing sticks out of it. */
export async function examine(page: Page): Promise<void> {
  // No page here holds a frame of another origin: all is judged where it stands, without a blank page for the result.
  const { violations } = await new Axe({ page }).withTags(accessibilityTags).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `horizontal overflow on ${page.url()}`).toBeLessThanOrEqual(0);
}
