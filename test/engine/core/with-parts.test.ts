import { expect, it } from 'vitest';
import { cardWith } from '../../../engine/core/card.ts';
import { termName, withParts, wordsFor } from '../../../engine/core/with-parts.ts';
import { aServiceCard } from '../../support/builders.ts';

const rule = (label: string) => ({ id: 'x', label, days: '30', ground: 'L. 241/1990', main: 'false' }) as never;
const form = (id: string) => ({ type: 'default', id, schemaVersion: 18, components: [] }) as const;
const part = {
  forms: { integrazione: form('integrazione'), nota: form('della parte') },
  facts: { ask: {} },
  terms: { integrazione: rule('Integrazione'), risposta: rule('Della parte') },
  english: { terms: { integrazione: 'Completion' }, elements: { ask: 'Ask' }, letters: { invito: 'Invitation' } },
} as never;
const whole = {
  forms: { nota: form('nota') },
  facts: { look: {} },
  terms: { risposta: rule('Risposta entro {{ giorni }} giorni') },
  english: { terms: { risposta: 'Answer' }, elements: {}, letters: {} },
  parts: { completion: part },
} as never as Parameters<typeof withParts>[0];

it('a procedure knows by name what its parts bring, and its own names prevail', () => {
  const known = withParts(whole);
  expect(Object.keys(known.forms)).toEqual(['integrazione', 'nota']);
  expect(known.forms['nota']?.id).toBe('nota');
  expect(Object.keys(known.facts)).toEqual(['ask', 'look']);
  expect(Object.values(known.terms).map(({ label }) => label)).toEqual([
    'Integrazione',
    'Risposta entro {{ giorni }} giorni',
  ]);
  expect(known.english).toEqual({
    terms: { integrazione: 'Completion', risposta: 'Answer' },
    elements: { ask: 'Ask' },
    letters: { invito: 'Invitation' },
  });
});

it('has no English where neither it nor a part has', () => {
  const { english: _, parts: __, ...plain } = whole;
  expect(withParts(plain)).not.toHaveProperty('english');
  expect(wordsFor(plain, {})).not.toHaveProperty('english');
});

it('names in words are filled in with what the dossier knows', () => {
  expect(wordsFor(whole, { giorni: 30 }).terms['risposta']?.label).toBe('Risposta entro 30 giorni');
  expect(wordsFor(whole, { giorni: 30 }).english?.terms).toEqual({ integrazione: 'Completion', risposta: 'Answer' });
});

it('the card names the value of a parameter', () => {
  const card = aServiceCard({ shortDescription: 'Entro {{ parameters.giorni }} giorni.' });
  expect(cardWith(card, { giorni: 45 }).shortDescription).toBe('Entro 45 giorni.');
});

it('a term of a call has the name under which the part declares it', () => {
  expect([termName('risposta'), termName('w7:integrazione'), termName('w7.w2:parere')]).toEqual([
    'risposta',
    'integrazione',
    'parere',
  ]);
});
