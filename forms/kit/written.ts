import { language } from '../text/language.ts';

/** Signs for private use, of which no text of people is made: they stand around what somebody wrote. */
const [BEGIN, END] = ['\uE000', '\uE001'];

/**
 * A value inside a text of a procedure, marked as what somebody wrote: people and offices write Italian, whatever the
 * language of the page. It is left as it is on an Italian page, and without letters it is in no language.
 */
export const markWritten = (value: string): string =>
  language() === 'it' || !/\p{L}/u.test(value) ? value : `${BEGIN}${value.replace(/[\uE000\uE001]/g, '')}${END}`;

/** The parts of a text: those of the page, and what somebody wrote. */
export const writtenParts = (text: string): readonly { readonly text: string; readonly isWritten: boolean }[] =>
  text
    .split(/(\uE000[^\uE001]*\uE001?)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace(/[\uE000\uE001]/g, ''), isWritten: part.startsWith(BEGIN) }));
