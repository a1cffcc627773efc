import Axe from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedCall(message.text())) errors.push(`${page.url()}: ${message.text()}`);
  });
  return { context, page, errors, look: () => look(page), close: () => context.close() };
}

/** The same device, for a way whose pages another journey looks at. */
export const hurried = (device: Device): Device => ({
  ...device,
  look: () => device.page.waitForLoadState('networkidle'),
});

// Chromium writes a console error for every answer above 399; those are asserted where they are expected.
function isRefusedCall(text: string): boolean {
  return text.startsWith('Failed to load resource');
}

async function look(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await examine(page);
}

/** Proves that axe finds nothing on a page as it is now, and that nothing sticks out of it. */
export async function examine(page: Page): Promise<void> {
  const { violations } = await new Axe({ page }).withTags(accessibilityTags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `horizontal overflow on ${page.url()}`).toBeLessThanOrEqual(0);
}
