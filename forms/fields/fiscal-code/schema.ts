import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn } from '../../schema/clean.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';
import { besideComplaint } from './beside.ts';
import { isElevenDigitCode, personCodeFault } from './control.ts';

const KINDS: readonly string[] = ['person', 'body', 'any'];

/** What JSON Schema can say of a code; control characters are left to the reading. */
const PERSON = '[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPR-T][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]';
const BODY = '[0-9]{11}';
const EITHER = `${PERSON}|${BODY}`;
const SHAPES: Readonly<Record<string, string>> = { person: EITHER, body: BODY, any: EITHER };

/** What people paste before a code, and the prefix that SPID gives it. */
const BEFORE = /^(?:CODICEFISCALE|TINIT|CF)(?=(?:[A-Z0-9]{16}|\d{11})$)/;

const kindOf = (component: FieldComponent): string => component.properties?.['kind'] ?? 'any';

function readPersonCode(code: string, component: FieldComponent, context: ReadContext): Reading {
  const fault = personCodeFault(code);
  if (fault) return refuse(`fiscal-code.${fault}`, { given: code.slice(0, 20) });
  const complaint = besideComplaint(code, component, context);
  return complaint ? { complaint } : readText(code, component, 16);
}

function readCode(value: Json, component: FieldComponent, context: ReadContext): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const code = codeIn(value, /[^\p{L}\p{N}]/gu).replace(BEFORE, '');
  const given = code.slice(0, 20);
  const kind = kindOf(component);
  if (/^\d+$/.test(code)) {
    return isElevenDigitCode(code) ? readText(code, component, 11) : refuse('fiscal-code.eleven-digits', { given });
  }
  if (kind === 'body') return refuse('fiscal-code.not-a-body', { given });
  return readPersonCode(code, component, context);
}

function checkKind(component: FieldComponent): Complaint | undefined {
  const kind = kindOf(component);
  return KINDS.includes(kind)
    ? undefined
    : { code: 'form.bad-property', params: { value: kind, expected: KINDS.join(', ') } };
}

/**
 * A fiscal code in upper case: sixteen characters of a person, omocody included, or eleven digits of a company, a body
 * or a provisional code, which people have too. `properties.kind` is `person`, `body` or `any` (the default). The
 * properties `familyName`, `givenName`, `bornOn`, `sex` and `bornIn` name fields beside it that sixteen characters have
 * to agree with.
 */
export const fiscalCode: FieldSchema = {
  type: 'fiscal-code',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readCode,
  print: printText,
  jsonSchema: (component) => textSchema(component, 16, SHAPES[kindOf(component)]),
  check: checkKind,
};
