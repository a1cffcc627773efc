import type { FieldComponent, Json } from '../../schema/document.ts';
import { oneLine } from '../../schema/clean.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const LONGEST_URL = 2000;

function readUrl(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const written = oneLine(value);
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb = url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.');
  if (!isWeb || url.username !== '' || url.password !== '')
    return refuse('url.unreadable', { given: written.slice(0, 80) });
  return readText(url.href, component, LONGEST_URL);
}

/** The address of a web page; only `http` and `https`, without credentials. */
export const url: FieldSchema = {
  type: 'url',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readUrl,
  print: printText,
  jsonSchema: (component) => ({ format: 'uri', ...textSchema(component, LONGEST_URL, 'https?://.+') }),
};
