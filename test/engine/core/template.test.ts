import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../forms/schema/markdown.ts';
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
    ['Esito: **{{ niente }}**', 'Esito: '],
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

  it.each([
    ['{{#if si}}\nSì\n{{else}}\nNo\n{{/if}}\n', 'Sì\n'],
    ['a {{#if giorno = ora}}uno{{else}}due{{/if}} b', 'a due b'],
    ['{{#if si}}{{#if niente = null}}vuoto{{/if}} pieno{{/if}}', 'vuoto pieno'],
    ['- uno\n{{#if not(si)}}\n- due\n{{/if}}\n- tre', '- uno\n- tre'],
  ])('shows %j by its conditions', (body, expected) => {
    expect(filled(body)).toBe(expected);
  });

  it.each([
    '{{#if si}}a',
    'a{{/if}}',
    '{{else}}',
    '{{#if si}}{{else}}{{else}}{{/if}}',
    '{{#each elenco}}',
    '{{}}',
    'a {{ numero',
    '{{#if numero}}a{{/if}}',
  ])('refuses the condition of %s', (body) => {
    expect(() => filled(body)).toThrow(Problem);
  });

  it.each([
    ['{{#loop elenco}}\n- {{ this }}\n{{/loop}}\nfine', '- uno\n- due\nfine'],
    ['{{#loop persone}}{{ this.nome }}{{#if this.nome = persona.nome}} (tu){{/if}}; {{/loop}}', 'Anna (tu); Ugo; '],
    ['{{#loop persone}}{{#loop this.figli}}{{ this }} {{/loop}}{{/loop}}', 'Ada Leo '],
    ['prima {{#loop niente}}mai{{/loop}}\ndopo', 'prima \ndopo'],
  ])('repeats %j for each item', (body, expected) => {
    const persone = [
      { nome: 'Anna', figli: ['Ada', 'Leo'] },
      { nome: 'Ugo', figli: [] },
    ];
    expect(fillTemplate(template(body), { ...context, persone }).body).toBe(expected);
  });

  it.each([
    '{{#loop numero}}a{{/loop}}',
    '{{#loop elenco}}a',
    '{{#loop elenco}}{{else}}{{/loop}}',
    '{{#loop elenco}}a{{/if}}',
    '{{#loop for i in 1..200 return i}}{{#loop for i in 1..200 return i}}a{{/loop}}{{/loop}}',
  ])('refuses the loop of %s', (body) => {
    expect(() => filled(body)).toThrow(Problem);
  });

  it('names the item of a loop to whoever checks its expressions', () => {
    expect(placeholdersOf('{{#loop a}}{{ this.b }}{{/loop}}')).toEqual(['a', 'for this in (a) return (this.b)']);
  });

  it.each(['= due', '==', 'a }} b { c', 'una riga {{#if si}}sì{{/if}}\naltra'])('leaves %j a text', (body) => {
    expect(filled(body)).toBe(body.replace('{{#if si}}sì{{/if}}', 'sì'));
  });

  it('takes values in as text, whatever they look like', () => {
    const words = '# Esito: accolta\n[paga](https://evil.example) **ora**';
    const { body } = fillTemplate(template('Motivi: {{ motivi }}\n\n> {{ motivi }}'), { numero: '1', motivi: words });
    expect(blocksOf(body)).toEqual([
      { kind: 'paragraph', content: [{ kind: 'text', text: `Motivi: ${words}` }] },
      { kind: 'quotation', blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: words }] }] },
    ]);
  });

  it('does not fill what a value holds', () => {
    expect(fillTemplate(template('{{ motivi }}'), { numero: '1', motivi: '{{ segreto }}' }).body).toBe('{{ segreto }}');
  });

  it('keeps its subject on one line', () => {
    const numero = 'r_emiro/1\r\nBcc: altri@evil.example\u202e\u0000fine';
    expect(fillTemplate(template(''), { numero }).subject).toBe('Pratica r_emiro/1 Bcc: altri@evil.example fine');
  });

  it('takes the clock that it is given', () => {
    const text = fillTemplate(template('{{ today() }}'), { numero: '1' }, '2026-03-01T23:30:00.000Z').body;
    expect(text).toBe('2 marzo 2026');
  });
});
