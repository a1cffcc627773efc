import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../forms/schema/document.ts';
import { heldAnswers } from '../../../forms/schema/prefill.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { aField, aForm, aList } from './a-form.ts';

const form = aForm(
  aField({ key: 'chiuso', type: 'checkbox' }),
  aField({ key: 'sede', readonly: '=chiuso', properties: { prefill: 'identity.sede' } }),
  aField({ key: 'numero', readonly: true, defaultValue: 'uno' }),
  aField({ key: 'spento', disabled: true }),
  aList('voci', [aField({ key: 'codice', readonly: true, defaultValue: 'nuovo' }), aField({ key: 'nota' })]),
);
const sources = { identity: { sede: 'Via Po 1' } };

const judged = (answers: Answers, before?: Answers): Answers => {
  const held = heldAnswers(form, sources, before);
  const { values, issues } = validateAnswers(form, answers, { today: '2026-11-23', held });
  expect(issues).toEqual([]);
  expect(validateAnswers(form, values, { today: '2026-11-23', held }).values).toEqual(values);
  return values;
};

describe('what is held of the answers', () => {
  it('is the default, then what a source knows, then what was answered before', () => {
    expect(heldAnswers(form, {})).toEqual({ numero: 'uno' });
    expect(heldAnswers(form, sources)).toEqual({ numero: 'uno', sede: 'Via Po 1' });
    const before = { numero: 'due', sede: 'Via Roma 2', altro: 'x', spento: null };
    expect(heldAnswers(form, sources, before)).toEqual({ numero: 'due', sede: 'Via Roma 2' });
  });

  it('is what a source knows where the field is locked', () => {
    const locked = aForm(aField({ key: 'sede', properties: { prefill: 'identity.sede', locked: 'true' } }));
    expect(heldAnswers(locked, sources, { sede: 'Via Roma 2' })).toEqual({ sede: 'Via Po 1' });
  });
});

describe('the answer to a read-only field', () => {
  it('is what is held, whatever is sent', () => {
    expect(judged({ numero: 'nove', spento: 'acceso' })).toEqual({ chiuso: false, numero: 'uno' });
    expect(judged({ numero: 'nove' }, { numero: 'due' })).toEqual({ chiuso: false, numero: 'due' });
  });

  it('is free as long as its condition is not met', () => {
    expect(judged({ chiuso: false, sede: 'Via Roma 2' })).toMatchObject({ sede: 'Via Roma 2' });
    expect(judged({ chiuso: true, sede: 'Via Roma 2' })).toMatchObject({ sede: 'Via Po 1' });
    expect(judged({ chiuso: true })).toMatchObject({ sede: 'Via Po 1' });
  });

  it('in an item is one that an item held, else the default', () => {
    const before = { voci: [{ codice: 'a' }, { codice: 'b' }] };
    const codes = (voci: readonly Answers[]) => judged({ voci }, before)['voci'];
    expect(codes([{ codice: 'b', nota: 'x' }])).toEqual([{ codice: 'b', nota: 'x' }]);
    expect(codes([{ codice: 'z' }, {}, { codice: 'z' }])).toEqual([
      { codice: 'a' },
      { codice: 'b' },
      { codice: 'nuovo' },
    ]);
  });

  it('is believed where the answers have been judged before', () => {
    const { values } = validateAnswers(form, { numero: 'nove' }, { today: '2026-11-23' });
    expect(values).toEqual({ chiuso: false, numero: 'nove' });
  });
});
