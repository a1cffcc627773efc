import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatMoney, formatNumber, formatSize } from '../../../forms/text/format.ts';
import { issueText } from '../../../forms/text/issue-text.ts';
import { t } from '../../../forms/text/text.ts';

describe('sentences', () => {
  it('follow the count', () => {
    expect(t('kit.errors.title', { count: 1 })).toBe('C’è 1 cosa da correggere');
    expect(t('kit.errors.title', { count: 2 })).toBe('Ci sono 2 cose da correggere');
  });

  it('of an issue name place, value and what was expected', () => {
    const params = { label: 'Importo', min: 1000, given: 99 };
    expect(issueText({ path: 'importo', code: 'number.too-small', params })).toBe(
      'Scrivi un numero non inferiore a 1000 in «Importo»: hai scritto 99',
    );
  });

  it('of a missing answer follow the type of the field', () => {
    const issue = { path: 'ok', code: 'field.required', params: { label: 'Dichiaro', type: 'checkbox' } };
    expect(issueText(issue)).toBe('Per andare avanti spunta «Dichiaro»');
  });

  it('exist even for an unknown code', () => {
    expect(issueText({ path: 'x', code: 'altro', params: {} })).toContain('«x»');
  });
});

describe('figures', () => {
  it('are written the Italian way, in Rome', () => {
    expect(formatDate('2026-10-04')).toBe('4 ottobre 2026');
    expect(formatDateTime('2026-10-04T22:30:00Z')).toBe('5 ottobre 2026, ore 00:30');
    expect(formatMoney(123450)).toMatch(/^1\.?234,50\s€$/);
    expect(formatNumber(4.2)).toBe('4,2');
    expect(formatSize(1536)).toBe('1,5 kB');
    expect(formatSize(20 * 1024 * 1024)).toBe('20 MB');
  });
});
