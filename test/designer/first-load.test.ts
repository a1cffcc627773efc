import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builder } from '../../forms/text/it/builder.ts';
import { citizen } from '../../forms/text/it/citizen.ts';
import { clerk } from '../../forms/text/it/clerk.ts';
import { builtApps } from './built-pages.ts';

it('the first load of the portal has no sentence of the builder or the desk', async () => {
  const pagesFolder = await builtApps();
  const html = readFileSync(join(pagesFolder, 'forms/citizen/index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  const texts = scripts.map((file) => readFileSync(join(pagesFolder, file), 'utf8')).join();
  expect(texts).toContain(citizen.layout.mainNavigation);
  expect(texts).not.toContain(builder.palette.filter);
  expect(texts).not.toContain(clerk.session.intro);
});
