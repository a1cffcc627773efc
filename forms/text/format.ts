import { language, perLanguage } from './language.ts';
import { t } from './text.ts';

const ZONE = 'Europe/Rome';

const day = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' }),
);
const minute = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }),
);
const euro = perLanguage((tag) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }));
const short = perLanguage((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));

const dateOf = (text: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00Z` : text);

/**
 * A calendar date (`YYYY-MM-DD`) or an instant (ISO 8601) as `4 ottobre 2026` or `4 October 2026`, in Rome; other text
 * as it stands.
 */
export function formatDate(text: string): string {
  const date = dateOf(text);
  return Number.isNaN(date.getTime()) ? text : day().format(date);
}

/** The same date after `entro`, `iniziato`: in Italian with its article, `il 4 ottobre 2026` or `l’8 ottobre 2026`. */
export function formatTheDate(text: string): string {
  const date = formatDate(text);
  if (language() !== 'it') return date;
  return /^(8|11) /.test(date) ? `l’${date}` : `il ${date}`;
}

/**
 * An instant (ISO 8601) as `4 ottobre 2026, ore 09:30` or `4 October 2026, 09:30`, in Rome; other text as it stands.
 */
export function formatDateTime(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? text
    : t('kit.moment', { date: day().format(date), time: minute().format(date) });
}

/** Cents as `1.234,50 €` or `€1,234.50`. */
export const formatMoney = (cents: number): string => euro().format(cents / 100);

/** An instant (ISO 8601) as `10:42`, in Rome. */
export const formatTime = (instant: string): string => minute().format(new Date(instant));

/** A number with one decimal at most, as the language writes it: `4,2` or `4.2`. */
export function formatNumber(value: number): string {
  return short().format(value);
}

const whole = perLanguage((tag) => new Intl.NumberFormat(tag, { useGrouping: 'always' }));

/** How many there are: `12`, or `più di 1.000` where nobody counted further. */
export function formatCount({ count, orMore }: { readonly count: number; readonly orMore?: true | undefined }): string {
  const figure = whole().format(count);
  return orMore === true ? t('kit.moreThan', { figure }) : figure;
}

/** Bytes as `340 byte`, `1,5 kB`, `20 MB`; the steps are of 1024, as in the limits of attachments. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return t('kit.size.bytes', { value: bytes });
  if (bytes < 1024 * 1024) return t('kit.size.kilobytes', { value: short().format(bytes / 1024) });
  return t('kit.size.megabytes', { value: short().format(bytes / 1024 / 1024) });
}
