import { describe, expect, it } from 'vitest';
import { evaluate, inPlainWords, interpolate, isTrue, syntaxFault } from '../../../forms/schema/feel.ts';

describe('an expression of a form', () => {
  it.each([
    ['=importo > 100', { importo: 150 }, true],
    ['=importo * 2', { importo: 1.5 }, 3],
    ['=a.b', { a: { b: 'x' } }, 'x'],
    ['=date(nascita) < date(today)', { nascita: '2000-01-01', today: '2026-11-23' }, true],
    ['=date("2026-10-04")', {}, '2026-10-04'],
    ['=sconosciuto', {}, null],
    ['=importo + "x"', { importo: 1 }, null],
    ['=importo >', { importo: 1 }, null],
  ])('%s gives what can be computed, else null', (expression, context, value) => {
    expect(evaluate(expression, context)).toEqual(value);
  });

  it.each(['=now()', '=today()'])('%s does not reach the clock', (expression) => {
    expect(evaluate(expression, { today: '2026-11-23' })).toBeNull();
  });

  it('is true only when it gives true', () => {
    expect(isTrue('=x', { x: true })).toBe(true);
    expect(isTrue('=x', { x: 'true' })).toBe(false);
    expect(isTrue('=x', {})).toBe(false);
    expect(isTrue(undefined, {})).toBe(false);
  });

  it('that does not parse is told with its place', () => {
    expect(syntaxFault('=a >')).toEqual({
      code: 'feel.not-readable',
      params: { expression: 'a >', position: 4, found: '' },
    });
    expect(syntaxFault('=a > 1')).toBeUndefined();
  });

  it('inside a text is replaced by its value', () => {
    expect(interpolate('Entro {{giorni}} giorni, {{ente}}', { giorni: 1030, ente: 'Bologna' })).toBe(
      'Entro 1030 giorni, Bologna',
    );
    expect(interpolate('="Ciao " + nome', { nome: 'Ada' })).toBe('Ciao Ada');
  });

  it('decides conditions and goes through lists inside a text', () => {
    const text =
      'Scrive:\n{{#loop chi[opponi = true]}}\n> {{ this.nome }}{{#if this.nome = firma}} (firma){{/if}}\n{{/loop}}';
    const chi = [
      { nome: 'Ada', opponi: true },
      { nome: 'Leo', opponi: false },
      { nome: 'Ugo #', opponi: true },
    ];
    expect(interpolate(text, { chi, firma: 'Ada' })).toBe(String.raw`Scrive:
> Ada (firma)
> Ugo \#
`);
    expect(interpolate('{{#if firma}}a{{else}}b{{/if}}{{#loop firma}}c{{/loop}}', { firma: 'Ada' })).toBe('b');
  });

  it('is read by whoever reads plain words, a label or a hint', () => {
    expect(inPlainWords('Entro {{ giorni }} giorni *', { giorni: 1030 })).toBe('Entro 1030 giorni *');
    expect(inPlainWords('{{#if a}} {{ a }}', { a: true })).toBe('{{#if a}} {{ a }}');
  });

  it('leaves a text whose blocks are not closed as it stands', () => {
    expect(interpolate('{{#if a}} {{ a }}', { a: true })).toBe('{{#if a}} {{ a }}');
  });

  it('leaves no marks of emphasis around an empty value', () => {
    expect(interpolate('Richiesta: **{{oggetto}}**, **{{ente}}**', { oggetto: null, ente: '****' })).toBe(
      String.raw`Richiesta: , **\*\*\*\***`,
    );
  });

  it('brings no marks of Markdown into the text', () => {
    expect(interpolate('Scrive: **{{motivi}}**', { motivi: '[qui](//a) # **ora**' })).toBe(
      String.raw`Scrive: **\[qui\]\(\//a\) \# \*\*ora\*\***`,
    );
    expect(interpolate('=motivi', { motivi: '*ora*' })).toBe(String.raw`\*ora\*`);
  });
});
