import { describe, expect, it } from 'vitest';
import { Problem } from '../../../engine/core/problem.ts';
import { fillTemplate, placeholdersOf } from '../../../engine/core/template.ts';

const template = (body: string) => ({ templateId: 'esito', subject: 'Pratica {{ numero }}', body });
const context = {
  numero: 'r_emiro/2026/0000001',
  giorno: '2026-04-01',
  ora: '2026-03-01T23:30:00.000Z',
  importo: 1234.5,
  si: true,
  elenco: ['uno', 'due'],
  niente: null,
  persona: { nome: 'Anna' },
};

const filled = (body: string) => fillTemplate(template(body), context).body;

describe('a template', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{{ giorno }}', '1° aprile 2026'],
    ['{{ ora }}', '2 marzo 2026'],
    ['{{importo}}', '1234,5'],
    ['{{ si }}', 'sì'],
    ['{{ elenco }}', 'uno, due'],
    ['«{{ niente }}»', '«»'],
    ['{{ persona.nome }}', 'Anna'],
    ['{{ if si then "accolta" else "respinta" }}', 'accolta'],
    ['senza segnaposto', 'senza segnaposto'],
  ];
  it.each(cases)('fills %s with %s', (body, expected) => {
    expect(filled(body)).toBe(expected);
  });

  it('fills the subject too', () => {
    expect(fillTemplate(template(''), context).subject).toBe('Pratica r_emiro/2026/0000001');
  });

  it.each(['{{ sconosciuto }}', '{{ persona }}', '{{ 1 + }}'])('refuses %s, naming template and expression', (body) => {
    const expression = placeholdersOf(body)[0];
    const attempt = () => filled(body);
    expect(attempt).toThrow(Problem);
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ code: 'step.failed', details: { place: 'templates/esito.md', expression } });
    }
  });

  it('takes the clock that it is given', () => {
    const text = fillTemplate(template('{{ today() }}'), { numero: '1' }, '2026-03-01T23:30:00.000Z').body;
    expect(text).toBe('2 marzo 2026');
  });
});
