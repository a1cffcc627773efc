import { controlLetter, MONTHS, plainDigits } from './control.ts';

/**
 * What a fiscal code says of a person (D.M. 23 December 1976, artt. 2-6): three letters each for family name and given
 * name, the year, the month and the day of birth, 40 added for women, and the cadastral code of the place.
 */

/** A person, as far as the fiscal code goes. */
export interface Person {
  readonly familyName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`. */
  readonly bornOn: string;
  readonly sex: 'F' | 'M';
  /** The cadastral code of the municipality of birth, or the code with Z of the foreign state. */
  readonly placeCode: string;
}

/** What of a person does not agree with a code; the names are those of the complaints. */
export type Disagreement = 'family-name' | 'given-name' | 'born-on' | 'sex' | 'born-in';

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', Œ: 'OE', Ø: 'O', Đ: 'D', Ð: 'D', Ł: 'L', Þ: 'TH' },
};

/** The letters A to Z of a name: accents, apostrophes, hyphens and spaces go. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, (character) => WHOLE_LETTERS[character] ?? '');

const consonantsOf = (letters: string): string => letters.replace(/[AEIOU]/g, '');
const vowelsOf = (letters: string): string => letters.replace(/[^AEIOU]/g, '');

/** Three letters: consonants first, then vowels, then X. */
const threeLetters = (letters: string): string => `${consonantsOf(letters)}${vowelsOf(letters)}XXX`.slice(0, 3);

/** The three letters of a family name. */
const familyNameCode = (familyName: string): string => threeLetters(lettersOf(familyName));

/** The three letters of the given names: of four consonants or more the second is left out. */
function givenNameCode(givenName: string): string {
  const letters = lettersOf(givenName);
  const [first = '', , third = '', fourth = ''] = consonantsOf(letters);
  return fourth === '' ? threeLetters(letters) : `${first}${third}${fourth}`;
}

const FEMALE_DAYS = 40;

interface Birth {
  readonly year: string;
  readonly month: string;
  readonly day: number;
}

function birthOf(bornOn: string): Birth {
  const [, year = '', month = '', day = ''] = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(bornOn) ?? [];
  return { year, month: MONTHS.charAt(Number(month) - 1), day: Number(day) };
}

/**
 * The fiscal code of a person, as it is before any stand-in letters are put in (omocodia). Only the Agenzia delle
 * Entrate gives out codes: this one is for comparison.
 * @throws RangeError when the date or the code of the place has another form.
 */
export function computeFiscalCode(person: Person): string {
  const { year, month, day } = birthOf(person.bornOn);
  if (month === '') throw new RangeError(`The birth date ${person.bornOn} is not written as YYYY-MM-DD`);
  if (!/^[A-Z]\d{3}$/.test(person.placeCode)) {
    throw new RangeError(`The code ${person.placeCode} of a place is not a letter and three digits`);
  }
  const figures = String(person.sex === 'F' ? day + FEMALE_DAYS : day).padStart(2, '0');
  const names = `${familyNameCode(person.familyName)}${givenNameCode(person.givenName)}`;
  const fifteen = `${names}${year}${month}${figures}${person.placeCode}`;
  return `${fifteen}${controlLetter(fifteen)}`;
}

/** The cadastral code of the place of birth in a code of sixteen characters. */
export const placeIn = (code: string): string => `${code.charAt(11)}${plainDigits(code.slice(12, 15))}`;

/**
 * What of the known facts about a person does not agree with a code of sixteen characters, omocody forms included; in
 * the order in which the code has it. Facts that are not given are not compared.
 */
export function disagreements(code: string, facts: Partial<Person>): readonly Disagreement[] {
  const { familyName, givenName, bornOn, sex, placeCode } = facts;
  const birth = bornOn === undefined ? undefined : birthOf(bornOn);
  const figure = Number(plainDigits(code.slice(9, 11)));
  const found = { year: plainDigits(code.slice(6, 8)), month: code.charAt(8), day: figure % FEMALE_DAYS };
  const isOther: Readonly<Record<Disagreement, boolean>> = {
    'family-name': familyName !== undefined && familyNameCode(familyName) !== code.slice(0, 3),
    'given-name': givenName !== undefined && givenNameCode(givenName) !== code.slice(3, 6),
    'born-on':
      birth !== undefined && (birth.year !== found.year || birth.month !== found.month || birth.day !== found.day),
    sex: sex !== undefined && (sex === 'F') !== figure > FEMALE_DAYS,
    'born-in': placeCode !== undefined && placeCode !== placeIn(code),
  };
  return ORDER.filter((fact) => isOther[fact]);
}

const ORDER: readonly Disagreement[] = ['family-name', 'given-name', 'born-on', 'sex', 'born-in'];
