import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const texts = ['forms', 'designer'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx?|html)$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') })),
);

it('no style or script of ours touches the mark of bpmn.io', () => {
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(({ text }) => /bjs-powered-by|bjs-breadcrumbs ~ a/.test(text)).map(({ file }) => file)).toEqual(
    [],
  );
});

it('what carries the condition of the mark in the tests is in no page', () => {
  const importing = texts.filter(({ text }) => /from '@bpmn-io\/form-js-/.test(text)).map(({ file }) => file);
  expect(importing).toEqual([]);
});
