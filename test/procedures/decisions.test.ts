import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { evaluateDecision, readDecisions } from '../../engine/rules/dmn.ts';
import type { Json } from '../../engine/kernel/types.ts';

async function decide(id: string, context: Readonly<Record<string, Json>>) {
  const file = `procedures/accesso-agli-atti/decisions/${id}.dmn`;
  const { decisions, findings } = await readDecisions(await readFile(file, 'utf8'), file);
  expect(findings).toEqual([]);
  const { result, trace } = evaluateDecision(decisions, id, { context });
  return { result, rules: trace.rules };
}

describe('tipo-accesso', () => {
  const answers = { tipo: 'non-so', datoObbligatorio: null, interesse: null, contieneDatiPersonali: null };
  const generalizzato = { procedimento: 'civico-generalizzato', ufficioCompetente: 'documenti' };
  const documentale = { procedimento: 'documentale', ufficioCompetente: 'documenti' };
  const semplice = { procedimento: 'civico-semplice', ufficioCompetente: 'rpct', controinteressati: 'no' };

  it.each([
    { rule: 1, given: { tipo: 'ambientale' }, expected: { procedimento: 'informazione-ambientale' } },
    { rule: 2, given: { tipo: 'civico-semplice' }, expected: semplice },
    { rule: 2, given: { datoObbligatorio: 'si' }, expected: semplice },
    { rule: 3, given: { tipo: 'documentale', interesse: 'Ho fatto il concorso' }, expected: documentale },
    { rule: 4, given: { tipo: 'documentale' }, expected: { procedimento: 'documentale', ufficioCompetente: 'urp' } },
    {
      rule: 5,
      given: { tipo: 'civico-generalizzato', contieneDatiPersonali: 'si' },
      expected: { ...generalizzato, controinteressati: 'si' },
    },
    {
      rule: 5,
      given: { tipo: 'civico-generalizzato', contieneDatiPersonali: 'non-so' },
      expected: { ...generalizzato, controinteressati: 'si' },
    },
    {
      rule: 6,
      given: { tipo: 'civico-generalizzato', contieneDatiPersonali: 'no' },
      expected: { ...generalizzato, controinteressati: 'no' },
    },
    { rule: 7, given: { interesse: 'Sono il vicino' }, expected: documentale },
    { rule: 8, given: { contieneDatiPersonali: 'si' }, expected: { ...generalizzato, controinteressati: 'si' } },
    { rule: 9, given: { contieneDatiPersonali: 'no' }, expected: { ...generalizzato, controinteressati: 'no' } },
  ])('rule $rule decides $given', async ({ rule, given, expected }) => {
    const { result, rules } = await decide('tipo-accesso', { ...answers, ...given });
    expect(result).toMatchObject(expected);
    expect(rules?.[0]).toBe(rule);
  });
});

describe('controinteressati', () => {
  it.each([
    { rule: 1, procedimento: 'civico-semplice', present: null, expected: { avvisare: false, sospende: false } },
    { rule: 2, procedimento: 'documentale', present: 'no', expected: { avvisare: false, sospende: false } },
    { rule: 3, procedimento: 'civico-generalizzato', present: 'si', expected: { avvisare: true, sospende: true } },
    { rule: 4, procedimento: 'documentale', present: 'si', expected: { avvisare: true, sospende: false } },
    { rule: 5, procedimento: 'informazione-ambientale', present: 'si', expected: { avvisare: true, sospende: false } },
  ])('rule $rule decides $procedimento', async ({ rule, procedimento, present, expected }) => {
    const context = { classificazione: { procedimento }, presenzaControinteressati: present };
    const { result, rules } = await decide('controinteressati', context);
    expect(result).toMatchObject(expected);
    expect(rules?.[0]).toBe(rule);
  });
});
