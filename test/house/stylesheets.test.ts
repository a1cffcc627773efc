import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { expect, it } from 'vitest';

/** The folders whose stylesheets an app loads together. */
const apps = [
  { app: 'the desk', folders: ['forms/kit/styles', 'forms/clerk/styles'] },
  { app: 'the portal', folders: ['forms/kit/styles', 'forms/citizen/styles'] },
  { app: 'the designer', folders: ['forms/kit/styles', 'designer/styles'] },
];

// Stylesheets of one width or one contrast say again on purpose what the others say.
const again = ['narrow.css', 'wide.css', 'contrast.css'];

const stylesheetsOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css') && !again.includes(name))
    .map((name) => join(folder, name));

/** `.class property` for each property that a rule gives to one class alone, outside media queries. */
function settingsOf(file: string): ReadonlySet<string> {
  const settings = new Set<string>();
  postcss.parse(readFileSync(file, 'utf8')).each((rule) => {
    if (rule.type !== 'rule') return;
    const lone = rule.selectors.filter((selector) => /^\.[\w-]+$/.test(selector));
    rule.each((line) => {
      if (line.type === 'decl') lone.forEach((selector) => settings.add(`${selector} ${line.prop}`));
    });
  });
  return settings;
}

it.each(apps)('no two stylesheets of $app give one class the same property', ({ folders }) => {
  const settings = folders
    .flatMap(stylesheetsOf)
    .flatMap((file) => [...settingsOf(file)].map((setting) => ({ setting, file })));
  const twice = settings.filter(({ setting }) => settings.filter((other) => other.setting === setting).length > 1);
  expect(twice).toEqual([]);
});
