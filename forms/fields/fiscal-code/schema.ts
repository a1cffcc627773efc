import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, printText, readText, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, Reading } from '../types.ts';
import { isElevenDigitCode, personCodeFault } from './control.ts';

const KINDS: readonly string[] = ['person', 'body', 'any'];

const kindOf = (component: FieldComponent): string => component.properties?.['kind'] ?? 'any';

function readCode(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const code = value.replace(/\s/g, '').toUpperCase();
  const given = code.slice(0, 20);
  const kind = kindOf(component);
  if (/^\d+$/.test(code)) {
    if (kind === 'person') return refuse('fiscal-code.not-a-person', { given });
    return isElevenDigitCode(code) ? readText(code, component, 11) : refuse('fiscal-code.eleven-digits', { given });
  }
  if (kind === 'body') return refuse('fiscal-code.not-a-body', { given });
  const fault = personCodeFault(code);
  return fault ? refuse(`fiscal-code.${fault}`, { given }) : readText(code, component, 16);
}

function checkKind(component: FieldComponent): Complaint | undefined {
  const kind = kindOf(component);
  return KINDS.includes(kind)
    ? undefined
    : { code: 'form.bad-property', params: { value: kind, expected: KINDS.join(', ') } };
}

/**
 * A fiscal code in upper case: sixteen characters of a person, omocody included, or eleven digits of a company, a body
 * or a provisional code. `properties.kind` is `person`, `body` or `any` (the default).
 */
export const fiscalCode: FieldSchema = {
  type: 'fiscal-code',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readCode,
  print: printText,
  check: checkKind,
};
