import type { Answers, FieldComponent, Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { isDate, italianDate } from '../datetime/schema.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, Municipality, ReadContext, Reading } from '../types.ts';

const ISTAT_CODE = /^\d{6}$/;
const KEY = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The JSON Schema of a municipality in an answer. */
export const municipalitySchema: JsonSchema = {
  type: 'object',
  properties: {
    istatCode: { type: 'string', pattern: '^[0-9]{6}$' },
    name: { type: 'string', minLength: 1 },
    province: { type: 'string', pattern: '^[A-Z]{2}$' },
  },
  required: ['istatCode', 'name', 'province'],
  additionalProperties: false,
};

/** `Bologna (BO)`; nothing for what is no municipality. */
export function printMunicipality(value: Json | undefined): string {
  if (!isRecord(value)) return '';
  const { name, province } = value;
  return typeof name === 'string' && typeof province === 'string' ? `${name} (${province})` : '';
}

/**
 * The day on which the municipality of a field has to exist, from `properties.validOn`: `today`, or the answer to the
 * date field with that key beside it. Undefined when any day will do, or when that date is not known yet.
 */
export function dayOfValidity(component: FieldComponent, today: string, beside: Answers = {}): string | undefined {
  const validOn = component.properties?.['validOn'] ?? '';
  if (validOn === 'today') return today;
  const day = Object.hasOwn(beside, validOn) ? beside[validOn] : undefined;
  return typeof day === 'string' && isDate(day.slice(0, 10)) ? day.slice(0, 10) : undefined;
}

/** A municipality that was named, looked up, or what is wrong with it; `on` is the day on which it has to exist. */
export function findMunicipality(
  value: Json | undefined,
  { municipalities }: ReadContext,
  on?: string,
): Municipality | Complaint {
  const istatCode = isRecord(value) ? value['istatCode'] : undefined;
  if (typeof istatCode !== 'string') return { code: 'field.wrong-type', params: { expected: 'municipality' } };
  if (!ISTAT_CODE.test(istatCode))
    return { code: 'municipality.unreadable', params: { given: istatCode.slice(0, 40) } };
  if (!municipalities) return { code: 'municipality.unverified' };
  const found = municipalities(istatCode, on);
  if (!found) return { code: 'municipality.unknown', params: { given: istatCode } };
  const { name, validFrom, validTo } = found;
  if (on === undefined || (validFrom <= on && (validTo === undefined || on <= validTo))) return found;
  return on < validFrom
    ? { code: 'municipality.not-yet', params: { name, on: italianDate(on), from: italianDate(validFrom) } }
    : { code: 'municipality.no-longer', params: { name, on: italianDate(on), to: italianDate(validTo ?? '') } };
}

/** What an answer keeps of a municipality. */
export const municipalityAnswer = ({ istatCode, name, province }: Municipality): Answers => ({
  istatCode,
  name,
  province,
});

function readMunicipality(value: Json, component: FieldComponent, context: ReadContext): Reading {
  if (!isRecord(value)) return wrongType('municipality');
  const found = findMunicipality(value, context, dayOfValidity(component, context.today, context.beside));
  return 'code' in found ? refuse(found.code, found.params) : { value: municipalityAnswer(found) };
}

function checkValidOn(component: FieldComponent): Complaint | undefined {
  const validOn = component.properties?.['validOn'];
  if (validOn === undefined || KEY.test(validOn)) return undefined;
  return { code: 'form.bad-property', params: { value: validOn, expected: 'today, chiave di un campo data' } };
}

/** True when no municipality was named. */
export const isNoMunicipality = (value: Json): boolean =>
  isBlank(value) || (isRecord(value) && (value['istatCode'] ?? '') === '');

/**
 * A municipality of Italy, chosen by name; the answer is `{ istatCode, name, province }`, name and province as the list
 * of ISTAT has them. `properties.validOn` is the day on which it has to exist: `today`, or the key of a date field that
 * stands beside (a person is born in a municipality that was there on that day, suppressed since or not).
 */
export const municipality: FieldSchema = {
  type: 'municipality',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 12,
  isEmpty: isNoMunicipality,
  read: readMunicipality,
  print: printMunicipality,
  jsonSchema: () => municipalitySchema,
  check: checkValidOn,
};
