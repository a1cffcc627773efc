import { describe, expect, it } from 'vitest';
import { computeFiscalCode } from '../../../forms/fields/fiscal-code/person-code.ts';
import { demoBodies, demoPeople } from '../../../engine/core/demo.ts';

const citizens = demoPeople.filter(({ audience }) => audience === 'citizen');
const colleagues = demoPeople.filter(({ audience }) => audience === 'office');
const letters = (name: string): string => name.toLowerCase();

describe('the demo people', () => {
  it('are told apart by their names', () => {
    expect(new Set(demoPeople.map(({ username }) => username)).size).toBe(demoPeople.length);
  });

  it('are citizens by their own names, and colleagues by what they do', () => {
    expect(citizens.map(({ username }) => username)).toEqual(['giulia', 'marco', 'luca', 'aino']);
    expect(citizens.map(({ givenName, familyName }) => letters(givenName || familyName))).toEqual([
      ...['giulia', 'marco', 'luca', 'aino'],
    ]);
    expect(colleagues.map(({ username }) => username)).toEqual([
      ...['operatore', 'rpct', 'dirigente', 'auditor', 'analista', 'amministratore'],
    ]);
  });

  it.each(demoPeople.filter(({ fiscalCode }) => fiscalCode !== undefined))(
    '$username has the fiscal code of their name and birth',
    ({ familyName, givenName, birthOn, gender, birthPlace, fiscalCode }) => {
      const sex = gender === 'female' ? 'F' : 'M';
      const person = { familyName, givenName, bornOn: birthOn, sex, placeCode: birthPlace } as const;
      expect(computeFiscalCode(person)).toBe(fiscalCode);
    },
  );

  it('have one among them who has a single name and no fiscal code, as people of other States may', () => {
    const foreign = demoPeople.filter(({ fiscalCode }) => fiscalCode === undefined);
    expect(foreign).toMatchObject([
      { username: 'aino', givenName: '', familyName: 'Aino', birthOn: '1990-05-17', gender: 'female' },
    ]);
    // The places of birth abroad begin with Z.
    expect(foreign[0]?.birthPlace).toMatch(/^Z\d{3}$/);
  });

  it.each(demoPeople)('$username has an address that reaches nobody, by their name', (person) => {
    const names = [person.givenName, person.familyName].filter((name) => name !== '');
    expect(person.email).toBe(`${names.map(letters).join('.')}@example.org`);
  });

  it.each(demoPeople)('$username is described', ({ part }) => {
    expect(part).toMatch(/^[a-z]{6,}/);
  });
});

it('citizens work in no office, and each colleague has their roles', () => {
  expect(citizens.flatMap(({ offices }) => offices)).toEqual([]);
  const roles = colleagues.map(({ username, offices }) => [
    username,
    offices.map(({ officeCode, role }) => `${officeCode}/${role}`).join(' '),
  ]);
  expect(Object.fromEntries(roles)).toEqual({
    operatore: 'urp/clerk urp/officer documenti/clerk documenti/officer',
    rpct: 'rpct/manager',
    dirigente: 'documenti/manager',
    auditor: 'urp/auditor',
    analista: 'urp/analyst',
    amministratore: 'urp/administrator',
  });
});

it('they work in the Region and in the municipality of Bologna', () => {
  expect(demoBodies).toEqual(['r_emiro', 'c_a944']);
});
