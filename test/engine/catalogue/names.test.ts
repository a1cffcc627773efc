import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../engine/catalogue/names.ts';

describe('the names in an expression', () => {
  it.each([
    ['= tipo = "documentale"', ['tipo']],
    ['some o in opposizioni satisfies o.opponi = "si"', ['opposizioni']],
    ['for x in elenco return x + y', ['elenco', 'y']],
    ['duration("P" + string(parameters.giorni) + "D")', ['parameters.giorni']],
    ['append(lista, { nome: persona.nome })', ['lista', 'persona']],
    ['elenco[item.a = b]', ['elenco']],
    ['function(a) a + b', ['b']],
    ['if a then "x" else c.d.e', ['a', 'c']],
    ['"solo testo"', []],
  ])('of %s are found', (expression, names) => {
    expect(namesIn(expression)).toEqual(names);
  });
});
