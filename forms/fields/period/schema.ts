import { wholeNumber } from '../../schema/components.ts';
import type { FieldComponent, Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import { datetime, italianDate } from '../datetime/schema.ts';
import { blockSchema, type Block, type Part } from '../parts.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';

const DAY_MS = 86_400_000;

const parts: readonly Part[] = [
  { key: 'from', label: 'fields.period.from', schema: datetime },
  { key: 'to', label: 'fields.period.to', schema: datetime },
];

/** The two days of a period with the limits of its component; also for the field that shows them. */
export function periodParts({ properties = {} }: FieldComponent): readonly Part[] {
  const { notBefore, notAfter } = properties;
  const limits = { ...(notBefore ? { notBefore } : {}), ...(notAfter ? { notAfter } : {}) };
  return parts.map((part) => ({ ...part, settings: { properties: limits } }));
}

const block = (component: FieldComponent): FieldSchema => blockSchema(blockOf(component));

const blockOf = (component: FieldComponent): Block => ({
  type: 'period',
  seconds: 24,
  parts: periodParts(component),
  usual: 'from, to',
  print: (printed) => printed.map(({ text }) => text).join(' – '),
});

/** The days of a period, the first and the last included. */
const daysOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

function lengthComplaint(value: Json, { properties = {} }: FieldComponent): Complaint | undefined {
  const { from, to } = isRecord(value) ? value : {};
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const days = daysOf(from, to);
  if (days < 1) {
    return { code: 'period.backwards', params: { from: italianDate(from), to: italianDate(to) }, part: 'to' };
  }
  const min = wholeNumber(properties['minDays'], 1);
  const max = wholeNumber(properties['maxDays'], Number.MAX_SAFE_INTEGER);
  if (days < min) return { code: 'period.too-short', params: { min, given: days }, part: 'to' };
  return days > max ? { code: 'period.too-long', params: { max, given: days }, part: 'to' } : undefined;
}

function readPeriod(value: Json, component: FieldComponent, context: ReadContext): Reading {
  const reading = block(component).read(value, component, context);
  const complaint = 'value' in reading ? lengthComplaint(reading.value, component) : undefined;
  return complaint ? { complaint } : reading;
}

function checkLimits(component: FieldComponent): Complaint | undefined {
  const { minDays, maxDays } = component.properties ?? {};
  const count = [minDays, maxDays].find((limit) => limit !== undefined && !/^\d{1,9}$/.test(limit));
  if (count !== undefined) return { code: 'form.bad-property', params: { value: count, expected: '1, 2, 3 …' } };
  return datetime.check?.(component);
}

const usual = blockSchema({ type: 'period', seconds: 24, parts, usual: 'from, to', print: () => '' });

/**
 * A period between two days, both included: `{ from, to }`, `YYYY-MM-DD`. `properties.minDays` and `properties.maxDays`
 * limit its length, `properties.notBefore` and `properties.notAfter` (a date or `today`) both days.
 */
export const period: FieldSchema = {
  ...usual,
  read: readPeriod,
  print: (value, component, context) => block(component).print(value, component, context),
  jsonSchema: (component) => block(component).jsonSchema(component),
  check: checkLimits,
};
