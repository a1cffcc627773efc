import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ITALIAN_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for a day of the calendar from 1000 to 9999, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (ISO_DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `2026-10-04` as `04/10/2026`; any other text as it stands. */
export const italianDate = (text: string): string => text.replace(ISO_DATE, '$3/$2/$1');

function normalDate(text: string): string {
  const [, day, month, year] = ITALIAN_DATE.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** The day that a limit names: `today` or a date; undefined for anything else. */
export function limitDay(limit: string | undefined, today: string): string | undefined {
  if (limit === 'today') return today;
  return limit !== undefined && isDate(limit) ? limit : undefined;
}

function readDate(value: Json, component: FieldComponent, { today }: ReadContext): Reading {
  if (typeof value !== 'string') return wrongType('date');
  const date = normalDate(value.trim());
  if (!isDate(date)) return refuse('date.unreadable', { given: value.slice(0, 40) });
  const first = limitDay(component.properties?.['notBefore'], today);
  const last = limitDay(component.properties?.['notAfter'], today);
  if (first && date < first) return refuse('date.too-early', { min: italianDate(first), given: italianDate(date) });
  if (last && date > last) return refuse('date.too-late', { max: italianDate(last), given: italianDate(date) });
  return { value: date };
}

function checkDate(component: FieldComponent): Complaint | undefined {
  if (component.subtype !== undefined && component.subtype !== 'date') {
    return { code: 'form.unknown-subtype', params: { value: component.subtype } };
  }
  const limits = [component.properties?.['notBefore'], component.properties?.['notAfter']];
  const wrong = limits.find((limit) => limit !== undefined && limit !== 'today' && !isDate(limit));
  return wrong === undefined ? undefined : { code: 'form.bad-limit', params: { value: wrong } };
}

/**
 * A calendar day; the answer is `YYYY-MM-DD`, and `gg/mm/aaaa` is understood. `properties.notBefore` and
 * `properties.notAfter` are a date or `today`.
 */
export const datetime: FieldSchema = {
  type: 'datetime',
  carriers: ['datetime'],
  emptyValue: '',
  seconds: 12,
  isEmpty: isBlank,
  read: readDate,
  print: (value) => (typeof value === 'string' ? italianDate(value) : ''),
  check: checkDate,
};
