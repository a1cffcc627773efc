import { isContext, isDate, isDateTime, isList, isMonths, isRange, isSeconds, isTime } from './value.ts';
import type { FeelDate, FeelDuration, FeelRange, FeelTemporal, FeelTime, FeelValue } from './value.ts';

/** The text of a value, as `string()` gives it (DMN 1.5, 10.3.4.1). */
export function textOfValue(value: FeelValue): string {
  return typeof value === 'string' ? value : nestedText(value);
}

/** The ISO 8601 text of a date, time or duration; a zone with a name follows an `@`. */
export function isoOf(value: FeelTemporal | FeelDuration): string {
  if (isDate(value)) return dateText(value);
  if (isTime(value)) return timeText(value);
  if (isDateTime(value)) return `${dateText(value.date)}T${timeText(value.time)}`;
  return durationText(value);
}

/** A number in decimal digits, without an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

function nestedText(value: FeelValue): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(nestedText).join(', ')}]`;
  if (isRange(value)) return rangeText(value);
  if (isContext(value)) return contextText(Object.entries(value));
  if (isDate(value) || isTime(value) || isDateTime(value) || isMonths(value) || isSeconds(value)) return isoOf(value);
  return `function(${value.parameters.join(', ')})`;
}

function contextText(entries: readonly (readonly [string, FeelValue])[]): string {
  const key = (name: string) => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : nestedText(name));
  return `{${entries.map(([name, value]) => `${key(name)}: ${nestedText(value)}`).join(', ')}}`;
}

function rangeText({ start, end, startIncluded, endIncluded, excepts }: FeelRange): string {
  const text = (value: FeelValue) => (value === null ? '' : nestedText(value));
  if (excepts === true) return `!=${text(start)}`;
  return `${startIncluded ? '[' : '('}${text(start)}..${text(end)}${endIncluded ? ']' : ')'}`;
}

function dateText({ year, month, day }: FeelDate): string {
  const years = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${years}-${two(month)}-${two(day)}`;
}

function timeText({ hour, minute, second, zone }: FeelTime): string {
  return `${two(hour)}:${two(minute)}:${secondText(second)}${zoneText(zone)}`;
}

function zoneText(zone: string | null): string {
  if (zone === null) return '';
  if (zone === 'UTC') return 'Z';
  return /^[+-]/.test(zone) ? zone : `@${zone}`;
}

function secondText(second: number): string {
  const [whole = '0', fraction] = decimals(second).split('.');
  return fraction === undefined ? two(Number(whole)) : `${two(Number(whole))}.${fraction}`;
}

function decimals(seconds: number): string {
  return Number.isInteger(seconds) ? numberText(seconds) : seconds.toFixed(9).replace(/0+$/, '');
}

function durationText(value: FeelDuration): string {
  if (isMonths(value)) {
    const size = Math.abs(value.months);
    const parts = [part(Math.floor(size / 12), 'Y'), part(size % 12, 'M')].join('');
    return `${value.months < 0 ? '-' : ''}P${parts === '' ? '0M' : parts}`;
  }
  const size = Math.abs(value.seconds);
  const days = part(Math.floor(size / 86_400), 'D');
  const rest = size % 86_400;
  const seconds = rest % 60 === 0 ? '' : `${decimals(rest % 60)}S`;
  const time = [part(Math.floor(rest / 3600), 'H'), part(Math.floor((rest % 3600) / 60), 'M'), seconds].join('');
  if (days === '' && time === '') return 'PT0S';
  return `${value.seconds < 0 ? '-' : ''}P${days}${time === '' ? '' : `T${time}`}`;
}

const part = (count: number, unit: string) => (count === 0 ? '' : `${numberText(count)}${unit}`);
const two = (count: number) => String(count).padStart(2, '0');
