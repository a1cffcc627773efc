/**
 * The arithmetic of the Italian fiscal code (D.M. 23 December 1976) and of the eleven digits that companies, bodies and
 * provisional codes have. What a code says of a person is compared in `person-code.ts`.
 */

const ODD: Readonly<Record<string, number>> = {
  ...{ A: 1, B: 0, C: 5, D: 7, E: 9, F: 13, G: 15, H: 17, I: 19, J: 21, K: 2, L: 4, M: 18 },
  ...{ N: 20, O: 11, P: 3, Q: 6, R: 8, S: 12, T: 14, U: 16, V: 10, W: 22, X: 25, Y: 24, Z: 23 },
  ...{ 0: 1, 1: 0, 2: 5, 3: 7, 4: 9, 5: 13, 6: 15, 7: 17, 8: 19, 9: 21 },
};

/** The letters that stand for the digits 0 to 9 when two people would have the same code (omocodia, art. 6). */
const STAND_INS = 'LMNPQRSTUV';

/** The letters of the months, January first. */
export const MONTHS = 'ABCDEHLMPRST';
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DIGIT = `[0-9${STAND_INS}]`;
const SHAPE = new RegExp(`^[A-Z]{6}${DIGIT}{2}[${MONTHS}]${DIGIT}{2}[A-Z]${DIGIT}{3}[A-Z]$`);

const evenValue = (character: string): number =>
  /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 'A'.charCodeAt(0);

/** The control letter of the first fifteen characters, letters in upper case. */
export function controlLetter(fifteen: string): string {
  const sum = [...fifteen].reduce(
    (total, character, index) => total + (index % 2 === 0 ? (ODD[character] ?? 0) : evenValue(character)),
    0,
  );
  return String.fromCharCode('A'.charCodeAt(0) + (sum % 26));
}

/** Digits for the letters that stand in for them: `QP` gives `43`. */
export const plainDigits = (text: string): string =>
  [...text].map((character) => (/\d/.test(character) ? character : STAND_INS.indexOf(character))).join('');

/** True when the day, written with 40 added for women, exists in the month; 29 February is taken as possible. */
function dayExists(monthLetter: string, day: number): boolean {
  const longest = DAYS_IN_MONTH[MONTHS.indexOf(monthLetter)] ?? 0;
  return (day >= 1 && day <= longest) || (day >= 41 && day <= 40 + longest);
}

/** What is wrong with the sixteen characters of a person, or undefined when they are right. */
export function personCodeFault(code: string): 'shape' | 'birth-date' | 'control-character' | undefined {
  if (!SHAPE.test(code)) return 'shape';
  if (!dayExists(code.charAt(8), Number(plainDigits(code.slice(9, 11))))) return 'birth-date';
  return controlLetter(code.slice(0, 15)) === code.charAt(15) ? undefined : 'control-character';
}

/** True when the last of eleven digits is right (Luhn; D.M. 23 December 1976, as for VAT numbers). */
export function isElevenDigitCode(code: string): boolean {
  if (!/^\d{11}$/.test(code)) return false;
  const sum = [...code].reduce((total, character, index) => {
    const figure = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (figure > 9 ? figure - 9 : figure);
  }, 0);
  return sum % 10 === 0;
}
