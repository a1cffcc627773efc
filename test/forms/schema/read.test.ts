import { describe, expect, it } from 'vitest';
import { readForm } from '../../../forms/schema/read.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const codes = (document: unknown): readonly string[] =>
  readForm(document).issues.map(({ path, code }) => `${path} ${code}`);

describe('reading a form document', () => {
  it('gives the form when nothing is wrong', () => {
    const document = aForm(
      aPage('uno', [aField(), aField({ key: 'tipo', type: 'radio', values: choices('a', 'b') })]),
      aPage('due', [aList('persone', [aField()])], { conditional: { hide: '=tipo = "a"' } }),
      { type: 'text', text: '# Fine' },
    );
    expect(readForm(document)).toEqual({ form: document, issues: [] });
  });

  it.each([
    ['no object', 'x', [' form.bad-member']],
    ['another kind of document', { ...aForm(), type: 'altro' }, ['type form.bad-member']],
    ['an unknown type', aForm(aField({ type: 'lavagna' })), ['components[0].type form.unknown-type']],
    [
      'an unknown type of ours',
      aForm(aField({ properties: { type: 'iban2' } })),
      ['components[0].type form.unknown-type'],
    ],
    [
      'our type on another carrier',
      aForm(aField({ type: 'number', properties: { type: 'email' } })),
      ['components[0].type form.wrong-carrier'],
    ],
    [
      'no key',
      aForm(aPage('a', [{ type: 'textfield' } as never])),
      ['components[0].components[0].key form.bad-member'],
    ],
    ['a key with a dot', aForm(aField({ key: 'a.b' })), ['components[0].key form.bad-key']],
    ['a key of every object', aForm(aField({ key: 'constructor' })), ['components[0].key form.bad-key']],
    ['a key that stands twice', aForm(aPage('a', [aField()]), aField()), ['components[1].key form.key-twice']],
    ['a page that stands twice', aForm(aPage('a', [aField()]), aPage('a', [])), ['components[1].id form.page-twice']],
    [
      'a condition that does not parse',
      aForm(aField({ conditional: { hide: '=a >' } })),
      ['components[0].conditional.hide form.bad-expression'],
    ],
    [
      'a condition without equals sign',
      aForm(aField({ conditional: { hide: 'a' } })),
      ['components[0].conditional.hide form.no-expression'],
    ],
    [
      'a computation that does not parse',
      aForm(aField({ properties: { computed: '=(' } })),
      ['components[0].properties.computed form.bad-expression'],
    ],
    [
      'a pattern that does not parse',
      aForm(aField({ validate: { pattern: '(' } })),
      ['components[0].validate.pattern form.bad-pattern'],
    ],
    ['a list without choices', aForm(aField({ type: 'select' })), ['components[0] form.no-choices']],
    [
      'a choice that stands twice',
      aForm(aField({ type: 'radio', values: choices('a', 'a') })),
      ['components[0] form.choice-twice'],
    ],
    [
      'a time where a day belongs',
      aForm(aField({ type: 'datetime', subtype: 'time' })),
      ['components[0] form.unknown-subtype'],
    ],
    [
      'a limit that is no day',
      aForm(aField({ type: 'datetime', properties: { notBefore: 'ieri' } })),
      ['components[0] form.bad-limit'],
    ],
    [
      'a group that nests its answers',
      aForm({ ...aPage('a', []), path: 'x' } as never),
      ['components[0].path form.group-path'],
    ],
    ['a text without text', aForm({ type: 'text' } as never), ['components[0].text form.bad-member']],
    [
      'a limit written as text',
      aForm(aField({ validate: { min: '3' } as never })),
      ['components[0].validate.min form.bad-member'],
    ],
  ])('refuses %s and says where', (_what, document, expected) => {
    expect(codes(document)).toEqual(expected);
    expect(readForm(document).form).toBeUndefined();
  });

  it('allows the same key in two items of different lists', () => {
    expect(codes(aForm(aField(), aList('a', [aField()]), aList('b', [aField()])))).toEqual([]);
  });
});
