import react from '@vitejs/plugin-react';
import { build, preview, type InlineConfig } from 'vite';
import { launchBrowser } from './support/browser.ts';
const root = '/work/main/test/bench/typing', outDir = '/tmp/prof-out';
const shared: InlineConfig = { configFile: false, root, logLevel: 'error', plugins: [react()] };
await build({ ...shared, build: { outDir, emptyOutDir: true } });
const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(server.resolvedUrls!.local[0]!);
await page.waitForSelector('#field-nome_3');
for (const domain of ['threadTicks', 'timeTicks'] as const) {
const s = await page.context().newCDPSession(page);
await s.send('Performance.enable', { timeDomain: domain });
const busy = async () => ((await s.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration')!.value) * 1000;
const show = (n: string, v: number[]) => console.log(domain, n, v.map((x) => x.toFixed(0)).join(' '));
for (const id of ['outside', 'field-nome_3', 'outside']) {
  await page.fill(`#${id}`, ''); await page.keyboard.type('abc'); await page.waitForTimeout(500);
  let v: number[] = [];
  for (let i = 0; i < 20; i++) { const b = await busy(); await page.waitForTimeout(80); v.push((await busy()) - b); }
  show(id + ' idle', v); v = [];
  for (let i = 0; i < 20; i++) { const b = await busy(); await page.keyboard.type('a'); await page.waitForTimeout(80); v.push((await busy()) - b); }
  show(id + ' keys', v);
  const b = await busy(); for (let i = 0; i < 20; i++) { await page.keyboard.type('a'); await page.waitForTimeout(80); } 
  console.log(domain, id, 'mean without getMetrics', (((await busy()) - b) / 20).toFixed(1));
}
await s.detach();
}
await browser.close(); await server.close(); process.exit(0);
