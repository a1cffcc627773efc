import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build, preview, type InlineConfig } from 'vite';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import type {} from './typing/watch-keys.ts';

const bounds = { keyMs: 16 };

/** What is typed into: a field on which nothing depends, one that others are computed and hidden from, a long text. */
const FIELDS = ['field-nome_3', 'field-importo_9', 'field-motivi_17'];
const TEXT = '1250 1250 1250 1250 1250 1250 1250 ';

/**
 * Measures typing in a form of 200 fields, all of them on one page, in Chromium and with the scripts as they are shipped;
 * whether the bound is held. A key costs the time from its event until listeners and React are done, and that of the frame
 * that shows it: style, layout and painting. The wait for the screen in between is left out.
 */
export async function benchTyping(): Promise<boolean> {
  if (!hasBrowser) {
    process.stdout.write('  Nessun Chromium trovato: la misura non è stata fatta.\n');
    return true;
  }
  const outDir = await mkdtemp(join(tmpdir(), 'iter-bench-typing-'));
  const root = join(import.meta.dirname, 'typing');
  const shared: InlineConfig = { configFile: false, root, logLevel: 'error', plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForSelector('#field-nome_3');
    return report(await measure(page));
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  }
}

/** What keys cost, in milliseconds, in the form and in an input that belongs to none: what the browser itself takes. */
interface Times {
  readonly inForm: readonly number[];
  readonly outside: readonly number[];
}

async function measure(page: Page): Promise<Times> {
  const timed = async (id: string): Promise<readonly number[]> => {
    await page.fill(`#${id}`, '');
    await typeIn(page, TEXT.slice(0, 5));
    await page.evaluate('window.keyTimes = []');
    await typeIn(page, TEXT);
    const times = await page.evaluate(() => window.keyTimes);
    await page.locator(`#${id}`).blur();
    // Leaving a field is judged after a pause; that is no key.
    await page.waitForTimeout(600);
    return times;
  };
  const inForm: number[] = [];
  for (const id of FIELDS) inForm.push(...(await timed(id)));
  return { inForm, outside: await timed('outside') };
}

// The pause is that of a fast typist; what the page puts off until after the key falls into it.
const typeIn = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 80 });

function report({ inForm, outside }: Times): boolean {
  const isHeld = share(inForm, 0.95) <= bounds.keyMs;
  const lines = [
    ['un tasto in 200 campi, mediana', share(inForm, 0.5), true],
    ['un tasto in 200 campi, 95° percentile', share(inForm, 0.95), isHeld],
    ['un tasto fuori dal modulo, 95° percentile', share(outside, 0.95), true],
  ] as const;
  for (const [what, figure, isFine] of lines) {
    process.stdout.write(`${isFine ? ' ' : '!'} ${what.padEnd(56)}${figure.toFixed(1)} ms\n`);
  }
  return isHeld;
}

const share = (times: readonly number[], part: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? 0;
