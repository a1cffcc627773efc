import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build, preview, type InlineConfig } from 'vite';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import type {} from './typing/watch-keys.ts';

/** A field on which nothing depends, one from which others are computed and hidden, a long text. */
const FIELDS = ['nome', 'importo', 'motivi'];
const TEXT = '1250 1250 1250 1250 1250 1250 1250 ';

/**
 * Where it is typed: on one of the twenty pages of the form, and with all of them below each other. Without pages the
 * browser reads two hundred fields at a key, for its own filling in: a figure to know, and no bound.
 */
const places = [
  { what: 'in un modulo di 200 campi, su una pagina di dieci', query: '?page=pagina-3', boundMs: 16 },
  { what: 'con le venti pagine una sotto l’altra', query: '', boundMs: 16 },
  { what: 'con 200 campi senza pagine (nessun limite)', query: '?flat', boundMs: Infinity },
] as const;

/**
 * Measures typing in a form of 200 fields in Chromium, with the scripts as they are shipped; whether the bound is held.
 * A key costs the time from its event until listeners and React are done, and that of the frame that shows it: style,
 * layout and painting. The wait for the screen in between is left out.
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
    const results: boolean[] = [];
    for (const { what, query, boundMs } of places) {
      await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${query}`);
      await page.waitForSelector('#field-nome_3');
      results.push(report(what, await measure(page), boundMs));
    }
    return results.every(Boolean);
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  }
}

/** What keys cost, in milliseconds. */
async function measure(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const name of FIELDS) {
    const field = page.locator(`#field-${name}_3`);
    await field.fill('');
    // The browser compiles what runs often while it runs.
    await typeIn(page, TEXT);
    await page.evaluate('window.keyTimes = []');
    await typeIn(page, TEXT);
    times.push(...(await page.evaluate(() => window.keyTimes)));
    await field.blur();
    // Leaving a field is judged after a pause; that is no key.
    await page.waitForTimeout(600);
  }
  return times;
}

// The pause is that of a fast typist; what the page puts off until after the key falls into it.
const typeIn = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 80 });

function report(what: string, times: readonly number[], boundMs: number): boolean {
  const isHeld = share(times, 0.95) <= boundMs;
  const lines = [
    [`un tasto ${what}, mediana`, share(times, 0.5), true],
    [`un tasto ${what}, 95° percentile`, share(times, 0.95), isHeld],
  ] as const;
  for (const [label, figure, isFine] of lines) {
    process.stdout.write(`${isFine ? ' ' : '!'} ${label.padEnd(78)}${figure.toFixed(1)} ms\n`);
  }
  return isHeld;
}

const share = (times: readonly number[], part: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? 0;
