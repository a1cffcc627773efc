import { describe, expect, it } from 'vitest';
import {
  changedNames,
  correctableFields,
  correctedVariables,
  demandOpen,
  labelsOf,
  openAnswers,
  toCorrect,
} from '../../../engine/core/correction.ts';
import { Problem } from '../../../engine/core/problem.ts';
import type { Answers, Component, FormDocument } from '../../../forms/schema/document.ts';

const form: FormDocument = {
  type: 'default',
  id: 'richiesta',
  schemaVersion: 16,
  components: [
    { type: 'textfield', key: 'oggetto', label: 'Oggetto' },
    {
      type: 'group',
      label: 'Chi sei',
      components: [
        {
          type: 'textfield',
          key: 'nome',
          label: 'Nome',
          properties: { prefill: 'identity.givenName', locked: 'true' },
        },
        { type: 'textfield', key: 'delegante', label: 'Per chi', conditional: { hide: '= oggetto != "delega"' } },
      ],
    },
    { type: 'textfield', key: 'note', label: 'Note', properties: { requiredWhen: '= oggetto = "delega"' } },
    { type: 'textfield', key: 'telefono', label: 'Telefono' },
    {
      type: 'dynamiclist',
      path: 'persone',
      label: 'Persone',
      components: [{ type: 'textfield', key: 'chi', label: 'Chi' }],
    },
  ],
};
const before = { oggetto: 'verbale', nome: 'Giulia', persone: [{ chi: 'Anna' }] };
const correcting = { fields: [{ field: 'oggetto', remark: 'Quale verbale?' }], before, context: {} };
const opened = toCorrect(form, correcting);

const everything = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((one) => [one, ...('components' in one ? everything(one.components) : [])]);

const refused = (sent: Answers): unknown => {
  try {
    demandOpen(opened, sent, correcting);
    return [];
  } catch (error) {
    return error instanceof Problem ? error.details['issues'] : error;
  }
};

describe('a form that opens again', () => {
  it('says beside each field that is asked for what is wrong with it', () => {
    expect(everything(opened.form.components).flatMap((one) => one.remark ?? [])).toEqual(['Quale verbale?']);
  });

  it('has everything else closed that was shown', () => {
    expect([...opened.closed]).toEqual(['nome', 'note', 'telefono', 'persone']);
  });

  it('keeps the remarks of a field that was named twice', () => {
    const twice = [...correcting.fields, { field: 'oggetto', remark: 'E di quando?' }];
    const { form: asked } = toCorrect(form, { ...correcting, fields: twice });
    expect(asked.components[0]?.remark).toBe('Quale verbale?\n\nE di quando?');
  });

  it('wants an answer where none was given and one is asked for', () => {
    const fields = [...correcting.fields, { field: 'telefono', remark: 'Manca' }];
    const { form: asked } = toCorrect(form, { ...correcting, fields });
    const required = everything(asked.components).filter((one) => 'validate' in one && one.validate !== undefined);
    expect(required).toMatchObject([{ key: 'telefono', validate: { required: true } }]);
  });

  it('never opens what says where the dossier lies', () => {
    expect(toCorrect(form, { ...correcting, fixed: ['oggetto'] }).closed.has('oggetto')).toBe(true);
  });

  it('never opens what the sign-in vouches for', () => {
    const { closed } = toCorrect(form, { ...correcting, fields: [{ field: 'nome', remark: 'È un altro' }] });
    expect(closed.has('nome')).toBe(true);
  });
});

describe('an answer that changes', () => {
  it('is taken in an opened field, and in one that it brings into sight or makes compulsory', () => {
    expect(refused({ ...before, oggetto: 'delega', delegante: 'Marco', note: 'Per mio padre' })).toEqual([]);
  });

  it('is refused in a closed field, by its name', () => {
    expect(refused({ ...before, oggetto: 'delega', telefono: '051 123456' })).toEqual([
      { path: 'telefono', code: 'field.closed', params: { label: 'Telefono' } },
    ]);
  });

  it('is refused in a field that nothing makes compulsory', () => {
    expect(refused({ ...before, oggetto: 'atto', note: 'Altro' })).toMatchObject([{ path: 'note' }]);
  });

  it('is refused in a closed list, also when an item is taken out', () => {
    expect(refused({ ...before, persone: [] })).toMatchObject([{ path: 'persone', code: 'field.closed' }]);
    expect(refused({ ...before, persone: [{ chi: 'Luca' }] })).toMatchObject([{ path: 'persone' }]);
  });

  it('leaves alone what is not sent, or is sent as it was', () => {
    expect([refused({ oggetto: 'atto' }), refused({ ...before, telefono: null })]).toEqual([[], []]);
  });
});

describe('of answers in hand', () => {
  const open = (sent: Answers) => openAnswers(opened, sent, correcting);

  it('those of open fields are kept, also of one that is now in sight or compulsory', () => {
    const written = { oggetto: 'delega', delegante: 'Marco', note: 'Per mio padre' };
    expect(open({ ...before, ...written })).toEqual(written);
  });

  it('those of closed fields, and of none of the form, are left out', () => {
    expect(open({ oggetto: 'atto', nome: 'Luca', telefono: '051', note: 'Altro', persone: [], x: 1 })).toEqual({
      oggetto: 'atto',
    });
  });

  it('one that is taken away is kept as empty', () => {
    expect(open({ nome: 'Giulia' })).toEqual({ oggetto: null });
  });
});

it('what a changed answer hides is empty afterwards', () => {
  const answered = { oggetto: 'delega', delegante: 'Marco', note: 'Sì' };
  const after = correctedVariables(form, { oggetto: 'atto', nome: 'Giulia', note: 'Sì' }, answered);
  expect(after).toMatchObject({ oggetto: 'atto', delegante: null, note: 'Sì', telefono: null });
});

it('only names whose answers differ have changed', () => {
  expect(changedNames({ one: 'a', two: null, three: 'c' }, { one: 'b', two: '', three: 'c', four: ['d'] })).toEqual([
    'one',
    'four',
  ]);
});

it('the office may ask for what is shown and somebody wrote', () => {
  const asked = correctableFields(form, correcting);
  expect(asked.map(({ key, label }) => `${key} ${label}`)).toEqual([
    'oggetto Oggetto',
    'note Note',
    'telefono Telefono',
    'persone Persone',
  ]);
});

describe('what stays closed', () => {
  const components: FormDocument['components'] = [
    { type: 'text', text: 'Spiegazione' },
    { type: 'textfield', key: 'oggetto', label: 'Oggetto' },
    { type: 'textfield', key: 'nota', properties: { requiredWhen: '= oggetto = "x"' } },
    { type: 'textfield', key: 'somma', label: 'Somma', properties: { computed: '= 1' } },
    { type: 'expression', key: 'totale', label: 'Totale', expression: '= 2' } as never,
    {
      type: 'dynamiclist',
      path: 'righe',
      label: 'Righe',
      components: [
        { type: 'text', text: 'Riga' },
        { type: 'textfield', key: 'chi', label: 'Chi' },
        { type: 'group', label: 'Dove', components: [{ type: 'textfield', key: 'via', label: 'Via' }] },
        { type: 'dynamiclist', path: 'figli', label: 'Figli', components: [{ type: 'textfield', key: 'eta' }] },
      ],
    },
  ];
  const mixed: FormDocument = { type: 'default', id: 'f', schemaVersion: 18, components };
  const asking = (fields: readonly string[], answers: Answers) =>
    toCorrect(mixed, {
      fields: fields.map((field) => ({ field, remark: 'Rivedi' })),
      before: answers,
      context: {},
    });
  const component = (of: ReturnType<typeof asking>, key: string) =>
    everything(of.form.components).find(
      (one) => ('key' in one && one.key === key) || ('path' in one && one.path === key),
    );

  it('is read-only, and a text stays a text', () => {
    const { form: asked, closed } = asking(['oggetto'], { nota: 'a', righe: [] });
    expect(asked.components[0]).toEqual({ type: 'text', text: 'Spiegazione' });
    expect(component({ form: asked, closed }, 'nota')).toMatchObject({ readonly: true });
    expect([...closed]).toEqual(['nota', 'somma', 'totale', 'righe']);
  });

  it('opens by itself where it was left empty and an answer that changes makes it compulsory', () => {
    const closed = (nota?: string | null) => component(asking(['oggetto'], nota === undefined ? {} : { nota }), 'nota');
    expect(closed(null)).toMatchObject({ readonly: '= not( oggetto = "x")' });
    expect(closed('')).toMatchObject({ readonly: '= not( oggetto = "x")' });
    expect(closed()).toMatchObject({ readonly: '= not( oggetto = "x")' });
  });

  it('is a list with as many items as it had, and all that is in them', () => {
    const of = asking(['oggetto'], { righe: [{ chi: 'Anna' }, { chi: 'Ugo' }] });
    expect(component(of, 'righe')).toMatchObject({ properties: { minItems: '2', maxItems: '2' } });
    expect(['chi', 'via', 'eta'].map((key) => component(of, key))).toMatchObject([
      ...[{ readonly: true }, { readonly: true }, { readonly: true }],
    ]);
    expect(component(asking(['oggetto'], {}), 'righe')).toMatchObject({ properties: { minItems: '0', maxItems: '0' } });
  });

  it('is what nobody writes: what is computed is not asked for', () => {
    expect([...asking(['somma', 'totale', 'oggetto', 'righe'], {}).closed]).toEqual(['nota', 'somma', 'totale']);
    expect(correctableFields(mixed, { before: {}, context: {} }).map(({ key, label }) => `${key} ${label}`)).toEqual([
      ...['oggetto Oggetto', 'nota nota', 'righe Righe'],
    ]);
    const fixed = correctableFields(mixed, { before: {}, context: {}, fixed: ['oggetto'] });
    expect(fixed.map(({ key }) => key)).toEqual(['nota', 'righe']);
  });

  it('is not made compulsory where it was answered', () => {
    const required = (answers: Answers) => component(asking(['oggetto'], answers), 'oggetto');
    expect(required({ oggetto: 'x' })).not.toHaveProperty('validate');
    expect(required({ oggetto: '' })).toMatchObject({ validate: { required: true } });
    expect(component(asking(['righe'], {}), 'righe')).toMatchObject({ remark: 'Rivedi' });
    expect(component(asking(['righe'], {}), 'righe')).not.toHaveProperty('validate');
  });

  it('is told by its key where it has no label', () => {
    const of = asking(['oggetto'], { oggetto: 'a', nota: 'b' });
    const attempt = () =>
      demandOpen(of, { oggetto: 'a', nota: 'c' }, { before: { oggetto: 'a', nota: 'b' }, context: {} });
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'answers.invalid',
        details: { issues: [{ path: 'nota', code: 'field.closed', params: { label: 'nota' } }] },
      }),
    );
  });
});

it('fields are called by their labels, else by their keys, in the order in which they are named', () => {
  expect(labelsOf(form, ['telefono', 'oggetto', 'ignoto'])).toEqual(['Telefono', 'Oggetto', 'ignoto']);
  const bare: FormDocument = { ...form, components: [{ type: 'textfield', key: 'nuda' }] };
  expect(labelsOf(bare, ['nuda'])).toEqual(['nuda']);
});
