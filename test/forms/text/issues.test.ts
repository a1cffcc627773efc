import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textIfAny } from '../../../forms/text/text.ts';

const sources = ['forms/schema', 'forms/fields'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

const AREAS =
  'field|text|number|choice|date|email|telephone|url|body|fiscal-code|amount|iban|certified-mail|vat-number|cup|cig|ateco|address|company|attachment|list|form';
const CODE = new RegExp(`'((?:${AREAS})\\.[a-z-]+)'`, 'g');

const codes = new Set(sources.flatMap((text) => [...text.matchAll(CODE)].map((match) => match[1] ?? '')));

describe('every issue code of the forms', () => {
  it('is found in the sources', () => {
    expect(codes.size).toBeGreaterThan(30);
  });

  it('has an Italian sentence', () => {
    expect([...codes].filter((code) => textIfAny(`issues.${code}`) === undefined)).toEqual([]);
  });
});
