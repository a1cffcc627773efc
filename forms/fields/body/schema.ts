import type { FieldComponent, Json } from '../../schema/document.ts';
import { oneLine } from '../../schema/clean.ts';
import { isBlank, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const BODY_ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/;

function readBody(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const bodyId = oneLine(value);
  return BODY_ID.test(bodyId)
    ? readText(bodyId, component, 100)
    : refuse('body.unreadable', { given: bodyId.slice(0, 80) });
}

/** A public body, chosen by name; the answer is its id. Whether the body exists is for the server to check. */
export const body: FieldSchema = {
  type: 'body',
  carriers: ['textfield', 'select'],
  emptyValue: '',
  seconds: 12,
  isEmpty: isBlank,
  read: readBody,
  jsonSchema: (component) => textSchema(component, 100, '[A-Za-z0-9][A-Za-z0-9_.:-]*'),
  print: (value, _component, { bodyName }) => (typeof value === 'string' ? (bodyName?.(value) ?? value) : ''),
};
