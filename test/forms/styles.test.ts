import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folders = ['forms/clerk/styles', 'forms/citizen/styles', 'forms/kit/styles'];

/** The classes that a sheet styles by themselves, in a rule of its own. */
const classesIn = (sheet: string): readonly string[] => [
  ...new Set([...sheet.matchAll(/(?<!,\n)^(\.[a-z][\w-]*) \{/gm)].map(([, name = '']) => name)),
];

// The later of two sheets would change what the other one has laid out.
it.each(folders)('no class of %s is styled by two sheets', (folder) => {
  const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'));
  const styled = sheets.flatMap((file) => classesIn(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(styled.filter((name, index) => styled.indexOf(name) !== index)).toEqual([]);
});
