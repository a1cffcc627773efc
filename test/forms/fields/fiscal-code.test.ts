import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isElevenDigitCode, personCodeFault } from '../../../forms/fields/fiscal-code/control.ts';
import { computeFiscalCode, disagreements, type Person } from '../../../forms/fields/fiscal-code/person-code.ts';
import { placeCodeBook } from '../../../forms/schema/place-codes.ts';
import { fiscalCode } from '../../../forms/fields/fiscal-code/schema.ts';
import type { Municipality, ReadContext } from '../../../forms/fields/types.ts';
import type { Answers } from '../../../forms/schema/document.ts';
import { aField } from '../schema/a-form.ts';

const read = (value: string) => fiscalCode.read(value, aField(), { today: '2026-11-23' });

describe('a fiscal code', () => {
  it.each([
    ['PRVDAA85D43A944G', undefined],
    ['PRVDAAURDQPAVQQV', undefined],
    ['PRVDAA85D43A944A', 'control-character'],
    ['PRVDAA85D43A944', 'shape'],
    ['PRVDAA85F43A944M', 'shape'],
    ['PRVDAA85D00A944W', 'birth-date'],
    ['PRVDAA85D32A944D', 'birth-date'],
    ['PRVDAA85D72A944H', 'birth-date'],
    ['PRVDAA85B30A944S', 'birth-date'],
    ['PRVDAA?5D43A944G', 'shape'],
  ])('%s of a person has the fault %s', (code, fault) => {
    expect(personCodeFault(code)).toBe(fault);
  });

  it('is read in upper case without spaces', () => {
    expect(read(' prvdaa85 d43a944g ')).toEqual({ value: 'PRVDAA85D43A944G' });
  });

  it('of eleven digits has its own control digit', () => {
    expect(isElevenDigitCode('80062590379')).toBe(true);
    expect(isElevenDigitCode('80062590378')).toBe(false);
    expect(read('80062590379')).toEqual({ value: '80062590379' });
  });
});

const ada: Person = {
  familyName: 'Prova',
  givenName: 'Ada',
  bornOn: '1985-04-03',
  sex: 'F',
  placeCode: 'A944',
};

describe('the code of a person', () => {
  it.each<[string, Partial<Person>, string]>([
    ['consonants come first, 40 is added for a woman', {}, 'PRVDAA85D43A944'],
    ['a man has the day as it is', { sex: 'M' }, 'PRVDAA85D03A944'],
    ['vowels fill up what consonants leave', { familyName: 'Aia', givenName: 'Eo' }, 'AIAEOX85D43A944'],
    ['of four consonants the second goes', { givenName: 'Gianfranco' }, 'PRVGFR85D43A944'],
    ['of three consonants all stay', { givenName: 'Carlo' }, 'PRVCRL85D43A944'],
    ['marks and apostrophes go', { familyName: 'D’Àrì', givenName: 'Šime' }, 'DRASMI85D43A944'],
    ['letters that are not taken apart are spelt out', { familyName: 'Ærø', givenName: 'Łucja' }, 'RAELCJ85D43A944'],
  ])('follows the decree: %s', (...[, facts, fifteen]) => {
    expect(computeFiscalCode({ ...ada, ...facts }).slice(0, 15)).toBe(fifteen);
  });

  it('is not computed from a date or place of another form', () => {
    expect(() => computeFiscalCode({ ...ada, bornOn: '03/04/1985' })).toThrow(RangeError);
    expect(() => computeFiscalCode({ ...ada, placeCode: 'Bologna' })).toThrow(RangeError);
  });
});

const bologna: Municipality = {
  ...{ istatCode: '037006', name: 'Bologna', province: 'BO' },
  ...{ cadastralCode: 'A944', validFrom: '1948-01-01' },
};
const modena: Municipality = { ...bologna, istatCode: '036023', name: 'Modena', province: 'MO', cadastralCode: 'F257' };
const sanGiovanni: Municipality = { ...bologna, name: 'San Giovanni d’Asso', cadastralCode: 'H952' };
const valsamoggia: Municipality = { ...bologna, name: 'Valsamoggia', cadastralCode: 'M320', validFrom: '2014-01-01' };
const codeless: Municipality = { istatCode: '1', name: 'Senza Codice', province: 'BO', validFrom: '1948-01-01' };
const placed = ({ istatCode, name, province }: Municipality): Answers => ({ istatCode, name, province });

const asking = aField({
  properties: {
    ...{ type: 'fiscal-code', familyName: 'cognome', givenName: 'nome', bornOn: 'nato' },
    ...{ sex: 'sesso', bornIn: 'luogo' },
  },
});

const beside = (answers: Answers): ReadContext => ({
  today: '2026-11-23',
  municipalities: (istatCode) => [bologna, modena].find((each) => each.istatCode === istatCode),
  placeCodes: placeCodeBook([bologna, modena, sanGiovanni, valsamoggia, codeless]),
  beside: answers,
});

/** Reason, answers beside the code PRVDAA85D43A944G, code of the complaint. */
const neighbours: readonly (readonly [string, Answers, string | undefined])[] = [
  ['nothing is known', {}, undefined],
  [
    'everything agrees',
    { cognome: 'Prova', nome: 'Ada', nato: '1985-04-03', sesso: 'F', luogo: placed(bologna) },
    undefined,
  ],
  ['a day written the Italian way', { nato: '3/4/1985' }, undefined],
  ['a blank name is not compared', { cognome: ' ', nome: '' }, undefined],
  ['a day that is none is not compared', { nato: '31/02/1985' }, undefined],
  ['the municipality as a text', { luogo: 'BOLOGNA (bo)' }, undefined],
  ['a text that names no municipality', { luogo: 'Bologna, frazione Corticella' }, undefined],
  ['a text that names one without a code', { luogo: 'Senza codice' }, undefined],
  ['a text that names one that was not there yet', { luogo: 'Valsamoggia', nato: '1985-04-03' }, undefined],
  ['another municipality as a text', { luogo: ' modena ' }, 'fiscal-code.born-in'],
  ['another one, with its apostrophe', { luogo: "San Giovanni d'Asso (SI)" }, 'fiscal-code.born-in'],
  ['a municipality outside the list is not compared', { luogo: { istatCode: '999999' } }, undefined],
  ['another family name', { cognome: 'Rossi' }, 'fiscal-code.family-name'],
  ['another given name', { nome: 'Eva' }, 'fiscal-code.given-name'],
  ['another year', { nato: '1986-04-03' }, 'fiscal-code.born-on'],
  ['another month', { nato: '1985-05-03' }, 'fiscal-code.born-on'],
  ['another day', { nato: '1985-04-13' }, 'fiscal-code.born-on'],
  ['the other sex', { sesso: 'm' }, 'fiscal-code.sex'],
  ['another municipality', { luogo: placed(modena) }, 'fiscal-code.born-in'],
];

describe('a fiscal code beside other answers', () => {
  it.each(neighbours)('is compared with them: %s', (...[, answers, code]) => {
    const reading = fiscalCode.read('PRVDAA85D43A944G', asking, beside(answers));
    expect('complaint' in reading ? reading.complaint.code : undefined).toBe(code);
  });

  it('of somebody born abroad is not compared with a text', () => {
    const abroad = computeFiscalCode({ ...ada, placeCode: 'Z336' });
    expect(fiscalCode.read(abroad, asking, beside({ luogo: 'Modena' }))).toEqual({ value: abroad });
  });

  it('is compared with the first filled of several fields', () => {
    const either = aField({ properties: { ...asking.properties, bornIn: 'comune, luogo' } });
    const reading = fiscalCode.read('PRVDAA85D43A944G', either, beside({ comune: '', luogo: 'Modena' }));
    expect(reading).toMatchObject({ complaint: { code: 'fiscal-code.born-in' } });
  });

  it('is not compared with fields that it does not name', () => {
    expect(fiscalCode.read('PRVDAA85D43A944G', aField(), beside({ familyName: 'Rossi' }))).toEqual({
      value: 'PRVDAA85D43A944G',
    });
  });

  it('of eleven digits is not compared at all', () => {
    expect(fiscalCode.read('80062590379', asking, beside({ cognome: 'Rossi' }))).toEqual({ value: '80062590379' });
  });
});

interface VectorPerson {
  readonly cognome: string;
  readonly nome: string;
  readonly sesso: 'F' | 'M';
  readonly data_nascita: string;
  readonly codice_catastale: string;
  readonly codice_fiscale: string;
  readonly omocodia: readonly string[];
}

interface Vectors {
  readonly persone: readonly VectorPerson[];
  readonly normalizzazione: readonly { readonly input: string; readonly atteso: string }[];
  readonly non_validi: readonly { readonly valore: string; readonly motivo: string }[];
  readonly undici_cifre: readonly { readonly valore: string; readonly cifra_controllo_ok: boolean }[];
}

// The oracles stand beside the repository, where they are available at all.
const vectorFile = fileURLToPath(new URL('../../../../shared/standards/codice-fiscale/vettori.json', import.meta.url));
const arePresent = existsSync(vectorFile);
if (!arePresent)
  process.stderr.write(`The vectors of the fiscal code are not at ${vectorFile}: their tests are skipped\n`);
const vectors: Vectors = arePresent
  ? (JSON.parse(readFileSync(vectorFile, 'utf8')) as Vectors)
  : { persone: [], normalizzazione: [], non_validi: [], undici_cifre: [] };

const personOf = (vector: VectorPerson): Person => ({
  familyName: vector.cognome,
  givenName: vector.nome,
  bornOn: vector.data_nascita,
  sex: vector.sesso,
  placeCode: vector.codice_catastale,
});

describe.skipIf(!arePresent)('the vectors of the fiscal code', () => {
  it('are there', () => {
    expect(vectors.persone.length).toBeGreaterThan(0);
    expect(vectors.non_validi.length).toBeGreaterThan(0);
  });

  it('give every person their code', () => {
    const computed = vectors.persone.map((vector) => computeFiscalCode(personOf(vector)));
    expect(computed).toEqual(vectors.persone.map(({ codice_fiscale }) => codice_fiscale));
  });

  it('agree with the person in every omocody form', () => {
    const differing = vectors.persone.flatMap((vector) =>
      [vector.codice_fiscale, ...vector.omocodia].filter((code) => disagreements(code, personOf(vector)).length > 0),
    );
    expect(differing).toEqual([]);
  });

  it('do not agree with any other person', () => {
    const confused = vectors.persone.flatMap((vector) =>
      vectors.persone
        .filter((other) => other !== vector && disagreements(vector.codice_fiscale, personOf(other)).length === 0)
        .map((other) => [vector.codice_fiscale, other.cognome]),
    );
    expect(confused).toEqual([]);
  });

  it('are brought into one normal form', () => {
    for (const { input, atteso } of vectors.normalizzazione) expect(read(input)).toEqual({ value: atteso });
  });

  it('accept every code and its omocody forms', () => {
    const codes = vectors.persone.flatMap((person) => [person.codice_fiscale, ...person.omocodia]);
    expect(codes.filter((code) => personCodeFault(code) !== undefined)).toEqual([]);
  });

  it('refuse every code that is not valid', () => {
    expect(vectors.non_validi.filter(({ valore }) => 'value' in read(valore))).toEqual([]);
  });

  it('agree on the codes of eleven digits', () => {
    const differing = vectors.undici_cifre.filter(
      (vector) => isElevenDigitCode(vector.valore) !== vector.cifra_controllo_ok,
    );
    expect(differing).toEqual([]);
  });
});
