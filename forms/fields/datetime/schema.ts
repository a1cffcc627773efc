import { oneLine } from '../../schema/clean.ts';
import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const PARTED = /^(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4})$/;
/** As it is quickly written on the keys of a telephone. */
const EIGHT_DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const SHORT_YEAR = /^\d{1,2}[/. -]+\d{1,2}[/. -]+\d{1,3}$/;
const HALF = /^(?:\d{1,2}[/. -]+(?:\d{1,2}|\d{4})?[/. -]*|\d{1,2}|\d{4}-\d{1,2})$/;
const TIME = /^(?:ore|h)?[ .]*([01]?\d|2[0-3])[:.,]?([0-5]\d)(?::00(?:\.0+)?)?$/i;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Every month has them: for most days the calendar need not be asked, which a form with many dates would feel. */
const DAYS_OF_EVERY_MONTH = 28;

/** True for a day of the calendar from 1000 to 9999, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= DAYS_OF_EVERY_MONTH || day <= daysIn(year, month);
}

/** `2026-10-04` as `04/10/2026`; any other text as it stands. */
export const italianDate = (text: string): string => text.replace(ISO_DATE, '$3/$2/$1');

/** `4/10/2026` as `2026-10-04`; any other text as it stands. */
export function normalDate(text: string): string {
  const [, day, month, year] = PARTED.exec(text) ?? EIGHT_DIGITS.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** Why a text in which no day can be read is none: a year of two digits, a part that lacks, a day that no month has. */
function dayFault(text: string): string {
  const date = normalDate(text);
  if (SHORT_YEAR.test(text) || (ISO_DATE.test(date) && date < '1000')) return 'date.short-year';
  if (ISO_DATE.test(date)) return 'date.no-such-day';
  return HALF.test(text) ? 'date.half' : 'date.unreadable';
}

/** `9.30`, `930` and `9:30:00` as `09:30`; undefined for what is no time of day. */
function normalTime(text: string): string | undefined {
  const [, hour, minute] = TIME.exec(text) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** The day that a limit names: `today` or a date; undefined for anything else. */
export function limitDay(limit: string | undefined, today: string): string | undefined {
  if (limit === 'today') return today;
  return limit !== undefined && isDate(limit) ? limit : undefined;
}

/** What a field asks for: a day, a time of day, or both. */
export type Moment = 'date' | 'time' | 'datetime';

const MOMENTS: readonly string[] = ['date', 'time', 'datetime'];

/** What a field asks for, from form-js' `subtype`; a day unless it says so. */
export const momentOf = ({ subtype }: FieldComponent): Moment =>
  subtype === 'time' || subtype === 'datetime' ? subtype : 'date';

/** Day and time of a value as it is being written, such as `2026-10-04T` while the time is missing. */
export function halvesOf(value: Json): { readonly day: string; readonly time: string } {
  const text = typeof value === 'string' ? value : '';
  const at = text.lastIndexOf('T');
  return at < 0 ? { day: text.trim(), time: '' } : { day: text.slice(0, at).trim(), time: text.slice(at + 1).trim() };
}

/** The value that holds both as they are being written; empty when both are. */
export const momentFrom = (day: string, time: string): string =>
  day.trim() === '' && time.trim() === '' ? '' : `${day}T${time.replaceAll('T', 't')}`;

function dayComplaint(day: string, component: FieldComponent, today: string): Complaint | undefined {
  const first = limitDay(component.properties?.['notBefore'], today);
  const last = limitDay(component.properties?.['notAfter'], today);
  const isEarly = first !== undefined && day < first;
  if (isEarly) return { code: 'date.too-early', params: { min: italianDate(first), given: italianDate(day) } };
  const isLate = last !== undefined && day > last;
  return isLate ? { code: 'date.too-late', params: { max: italianDate(last), given: italianDate(day) } } : undefined;
}

function readDate(text: string, component: FieldComponent, { today }: ReadContext): Reading {
  const written = oneLine(text);
  const date = normalDate(written);
  if (!isDate(date)) return refuse(dayFault(written), { given: italianDate(written).slice(0, 40) });
  const complaint = dayComplaint(date, component, today);
  return complaint ? { complaint } : { value: date };
}

function readTime(text: string, { properties = {} }: FieldComponent): Reading {
  const time = normalTime(oneLine(text));
  if (time === undefined) return refuse('time.unreadable', { given: oneLine(text).slice(0, 40) });
  const { notBefore: first, notAfter: last } = properties;
  if (first && time < first) return refuse('time.too-early', { min: first, given: time });
  return last && time > last ? refuse('time.too-late', { max: last, given: time }) : { value: time };
}

function readBoth(text: string, component: FieldComponent, context: ReadContext): Reading {
  const { day, time } = halvesOf(text);
  if (day === '') return refuse('date.missing');
  const date = readDate(day, component, context);
  if (!('value' in date)) return date;
  if (time === '') return refuse('time.missing');
  const read = normalTime(oneLine(time));
  return read === undefined
    ? refuse('time.unreadable', { given: oneLine(time).slice(0, 40) })
    : { value: `${String(date.value)}T${read}` };
}

function readMoment(value: Json, component: FieldComponent, context: ReadContext): Reading {
  const moment = momentOf(component);
  if (typeof value !== 'string') return wrongType(moment);
  if (moment === 'time') return readTime(value, component);
  return moment === 'date' ? readDate(value, component, context) : readBoth(value, component, context);
}

function printMoment(value: Json): string {
  const { day, time } = halvesOf(value);
  return time === '' ? italianDate(day) : `${italianDate(day)}, ${time}`;
}

function checkMoment(component: FieldComponent): Complaint | undefined {
  const { subtype, properties = {} } = component;
  if (subtype !== undefined && !MOMENTS.includes(subtype)) {
    return { code: 'form.unknown-subtype', params: { value: subtype, expected: MOMENTS.join(', ') } };
  }
  const isLimit = (limit: string): boolean =>
    subtype === 'time' ? normalTime(limit) === limit : limit === 'today' || isDate(limit);
  const wrong = [properties['notBefore'], properties['notAfter']].find(
    (limit) => limit !== undefined && !isLimit(limit),
  );
  return wrong === undefined ? undefined : { code: 'form.bad-limit', params: { value: wrong } };
}

const SCHEMAS = {
  date: { type: 'string', format: 'date' },
  time: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
  datetime: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$' },
} as const;

/**
 * A calendar day (`YYYY-MM-DD`), a time of day (`HH:mm`) or both (`YYYY-MM-DDTHH:mm`), as `subtype` says; local in
 * Europe/Rome, without offset. `gg/mm/aaaa`, `ggmmaaaa` and `9.30` are understood. `properties.notBefore` and
 * `properties.notAfter` are a date or `today`; of a time they are `HH:mm`.
 */
export const datetime: FieldSchema = {
  type: 'datetime',
  carriers: ['datetime'],
  emptyValue: '',
  seconds: 12,
  isEmpty: (value) => isBlank(value) || value === 'T',
  read: readMoment,
  print: printMoment,
  check: checkMoment,
  jsonSchema: (component) => SCHEMAS[momentOf(component)],
};
