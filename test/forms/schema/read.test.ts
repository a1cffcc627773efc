import { describe, expect, it } from 'vitest';
import type { GroupComponent } from '../../../forms/schema/document.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const codes = (document: unknown): readonly string[] =>
  readForm(document).issues.map(({ path, code }) => `${path} ${code}`);

const rule = (expression: string) => aForm(aField({ validate: { rules: [{ expression, message: 'No' }] } }));

const nested = (depth: number): GroupComponent => ({
  type: 'group',
  components: depth === 0 ? [] : [nested(depth - 1)],
});

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
      'a kind of moment that there is not',
      aForm(aField({ type: 'datetime', subtype: 'week' })),
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
    ['a rule that does not parse', rule('=a >'), ['components[0].validate.rules[0].expression form.bad-expression']],
    ['a rule that is no expression', rule('a > 1'), ['components[0].validate.rules[0].expression form.no-expression']],
    [
      'a rule without a sentence',
      aForm(aField({ validate: { rules: [{ expression: '=a' }] } as never })),
      ['components[0].validate.rules[0].message form.bad-member'],
    ],
    [
      'conditions that do not parse',
      aForm(aField({ readonly: '=a >', valuesExpression: '=[', properties: { requiredWhen: '=if' } })),
      [
        'components[0].properties.requiredWhen form.bad-expression',
        'components[0].readonly form.bad-expression',
        'components[0].valuesExpression form.bad-expression',
      ],
    ],
    [
      'a list that is kept nowhere',
      aForm(aField({ type: 'select', properties: { choicesFrom: 'https://esempio.it' } })),
      ['components[0].properties.choicesFrom form.bad-property'],
    ],
    [
      'a flag that is neither true nor false',
      aForm(aField({ properties: { correctable: 'sì' } })),
      ['components[0].properties.correctable form.bad-property'],
    ],
    [
      'a translation that is no text',
      aForm(aField({ translations: { en: { label: 3 } } as never })),
      ['components[0].translations.en.label form.bad-member'],
    ],
    ['groups in groups without end', aForm(nested(30)), [`components[0]${'.components[0]'.repeat(20)} form.too-deep`]],
    [
      'a text whose parts do not parse',
      aForm({ type: 'text', text: '{{ a > }}', conditional: { hide: '=a >' } }),
      ['components[0].conditional.hide form.bad-expression', 'components[0].text form.bad-expression'],
    ],
    [
      'a text that is computed by what does not parse',
      aForm({ type: 'text', text: '=a >' }),
      ['components[0].text form.bad-expression'],
    ],
    [
      'a text with a condition left open',
      aForm({ type: 'text', text: '{{#if a}} x' }),
      ['components[0].text form.open-block'],
    ],
    [
      'a group whose condition does not parse, and what is in it',
      aForm(aPage('a', [aField({ key: 'a.b' })], { conditional: { hide: '=a >' } })),
      ['components[0].conditional.hide form.bad-expression', 'components[0].components[0].key form.bad-key'],
    ],
    [
      'a list whose parts do not parse',
      aForm(
        aList('voci', [aField({ key: 'a.b' })], {
          conditional: { hide: '=a >' },
          validate: { rules: [{ expression: 'x', message: 'No' }] },
        }),
      ),
      [
        'components[0].conditional.hide form.bad-expression',
        'components[0].validate.rules[0].expression form.no-expression',
        'components[0].components[0].key form.bad-key',
      ],
    ],
    ['a group without components', aForm({ type: 'group' } as never), ['components[0].components form.bad-member']],
    [
      'a list without components',
      aForm({ type: 'dynamiclist', path: 'a' } as never),
      ['components[0].components form.bad-member'],
    ],
    [
      'a lock that is neither true nor false',
      aForm(aField({ properties: { locked: 'sì' } })),
      ['components[0].properties.locked form.bad-property'],
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

  it.each(['vocabulary:none', 'api:people', 'api:constructor', 'regions'])(
    'the list %s, which there is not, is refused with those that there are',
    (choicesFrom) => {
      const [issue, ...others] = readForm(aForm(aField({ type: 'select', properties: { choicesFrom } }))).issues;
      expect(others).toEqual([]);
      expect(issue).toMatchObject({ path: 'components[0].properties.choicesFrom', code: 'form.bad-property' });
      expect(issue?.params).toMatchObject({ value: choicesFrom, expected: expect.stringContaining('api:offices') });
    },
  );

  it.each(['vocabulary:legal-status', 'api:bodies'])('the list %s is known', (choicesFrom) => {
    expect(readForm(aForm(aField({ type: 'select', properties: { choicesFrom } }))).issues).toEqual([]);
  });
});
