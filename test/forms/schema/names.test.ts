import { describe, expect, it } from 'vitest';
import { fittingNames } from '../../../forms/schema/names.ts';

const bodies = [
  'Azienda USL di Modena',
  'Comune di Bologna',
  'Comune di Casola Valsenio',
  'Comune di Forlì',
  'Comune di Forlimpopoli',
  "Comune di Reggio nell'Emilia",
  'Comune di Modena',
  'Provincia di Forlì-Cesena',
  'Provincia di Modena',
  'Regione Emilia-Romagna',
  'Unione Terre d’Argine',
] as const;

const find = (typed: string, names: readonly string[] = bodies) => fittingNames(names, typed, (name) => name);

describe('a search by name', () => {
  it.each([
    // Who types on a keyboard without accents, with an apostrophe in their place, or with the accent.
    ['forli', 'Comune di Forlì'],
    ["forli'", 'Comune di Forlì'],
    ['FORLÌ', 'Comune di Forlì'],
    ['forlì', 'Comune di Forlì'],
    // The body that everybody means stands before those that have the name in theirs.
    ['modena', 'Comune di Modena'],
    ['provincia di modena', 'Provincia di Modena'],
    ['ausl modena', 'Azienda USL di Modena'],
    ['usl modena', 'Azienda USL di Modena'],
    // Apostrophes of either kind, or none.
    ["reggio nell'emilia", "Comune di Reggio nell'Emilia"],
    ['reggio nell’emilia', "Comune di Reggio nell'Emilia"],
    ['reggio nell emilia', "Comune di Reggio nell'Emilia"],
    ['reggio nellemilia', "Comune di Reggio nell'Emilia"],
    ["terre d'argine", 'Unione Terre d’Argine'],
    ['argine terre', 'Unione Terre d’Argine'],
    // Inside a word, when nothing better is there.
    ['impopoli', 'Comune di Forlimpopoli'],
    ['emilia romagna', 'Regione Emilia-Romagna'],
  ])('for %j gives %j first', (typed, first) => {
    expect(find(typed)[0]).toBe(first);
  });

  it('puts the whole name before its beginning, and that before a word inside', () => {
    const names = ['San Cesario', 'Casola', 'Cesa', 'Cesena', 'Montecesa', 'Alta Cesa'];
    expect(find('cesa', names)).toEqual(['Cesa', 'Alta Cesa', 'San Cesario', 'Montecesa']);
    expect(find('ces', names)).toEqual(['Cesa', 'Cesena', 'Alta Cesa', 'San Cesario', 'Montecesa']);
  });

  it('leaves everything as it is when nothing was typed', () => {
    expect(find(' ’ ')).toEqual(bodies);
  });

  it('leaves out what has another word', () => {
    expect(find('comune di milano')).toEqual([]);
  });
});
