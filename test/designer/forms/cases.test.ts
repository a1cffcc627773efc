import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standingNotices } from '../../../designer/forms/form-js/standing.ts';
import { findingsOf } from '../../../designer/forms/model/findings.ts';
import { partsOf } from '../../../designer/forms/model/tree.ts';
import { memberAt } from '../../../designer/forms/model/draft.ts';
import { openForm, type Opening } from '../../../designer/forms/work/open-form.ts';

const folder = new URL('../../forms/cases/', import.meta.url);
const files = readdirSync(folder);
const started = (name: string) => openForm(readFileSync(new URL(name, folder), 'utf8'), name);

type Opened = Exclude<Opening, { readonly refusal: string }>;

function opened(start: string): Opened {
  const result = started(files.find((name) => name.startsWith(start)) ?? '');
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

/** What Controlli counts. */
const counted = ({ draft, notices }: Opened): readonly string[] => [
  ...findingsOf(draft, new Set()).map(({ issue, part }) => `${issue.code} ${part?.id ?? ''}`),
  ...standingNotices(draft, notices).map(({ code, partId }) => `${code} ${partId ?? ''}`),
];

const fields = ({ draft }: Opened): readonly string[] =>
  partsOf(draft).flatMap((part) => (part.type === 'group' ? [] : [part.type]));

describe('a file of public bug reports', () => {
  it.each(files.filter((name) => !/^1[89]/.test(name)))('%s opens with all of its questions', (name) => {
    const work = opened(name);
    expect(fields(work).length).toBeGreaterThan(0);
    expect(
      partsOf(work.draft).filter(({ type, ...part }) => type === 'text' && typeof part['formJs'] === 'object'),
    ).toEqual([]);
  });

  it.each([
    ['01', ['words-expression f1']],
    ['02', ['words-expression f1']],
    ['09', ['key-changed a', 'key-changed b', 'key-changed c', 'key-changed d']],
    ['11', ['empty-choice s', 'choice-texts s']],
    ['12', ['form.choice-twice s']],
    ['13', ['empty-choice s']],
    ['15', ['schema-version ']],
    ['16', ['schema-version ']],
    ['20', ['key-changed a2']],
    ['23', ['member-ignored a']],
    ['21', ['form.too-deep g4']],
    ['24', ['formula-ignored a']],
    ['27', ['key-changed n2']],
    ['28', ['no-label e']],
    ['30', ['template-logic t']],
  ])('%s has its fault named at its field', (start, expected) => {
    expect(counted(opened(start))).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    ['04', 'properties', { minItems: '3', maxItems: '3' }],
    ['05', 'multiple', true],
    ['06', 'type', 'datetime'],
    ['22', 'properties', { requiredWhen: '=b' }],
    ['31', 'validate', { maxLength: 10 }],
    ['32', 'properties', { ordine: '3', visibile: 'true' }],
    ['33', 'description', undefined],
  ])('%s keeps its meaning', (start, member, value) => {
    const part = partsOf(opened(start).draft).find(({ type }) => type !== 'group');
    expect(part && memberAt(part, member)).toEqual(value);
  });

  it.each([
    ['18-formio.json', 'Form.io'],
    ['19-flowable.json', 'Flowable'],
  ])('%s is named for what it is', (name, maker) => {
    expect(started(name)).toEqual({ refusal: expect.stringContaining(maker) as string });
  });

  it.each([
    ['{\n "a": 1,\n}', 'riga 3, colonna 1'],
    ['', 'è vuoto'],
    ['<?xml version="1.0"?>', 'è XML'],
  ])('%j is refused in Italian', (text, words) => {
    expect(openForm(text, 'x.json')).toEqual({ refusal: expect.stringContaining(words) as string });
  });
});

describe('a form beyond the bounds', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const withParts = (count: number) =>
    JSON.stringify({ components: Array.from({ length: count }, () => ({ type: 'text', text: 'x' })) });

  it.each([
    [`{"components": [], "more": ${nested(100_000)}}`, 'uno dentro l’altro troppe volte'],
    [`{"components": [], "more": ${nested(200)}}`, 'uno dentro l’altro troppe volte'],
    [withParts(2001), 'ha più di 2000 elementi'],
  ])('is refused with its reason (%#)', (text, words) => {
    expect(openForm(text, 'x.json')).toEqual({ refusal: expect.stringContaining(words) as string });
  });

  it.each([`{"components": [], "more": ${nested(199)}}`, withParts(2000)])('is opened just within (%#)', (text) => {
    expect(openForm(text, 'x.json')).toHaveProperty('draft');
  });
});
