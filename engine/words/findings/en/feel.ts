import type { FeelFaults } from '../../../findings/feel-fault.ts';
import type { Sentences } from '../../sentences.ts';

const meant: Readonly<Record<string, string>> = {
  '==': 'equality is written =',
  '===': 'equality is written =',
  '====': 'equality is written =',
  '<>': '“not equal” is written !=',
  '!==': '“not equal” is written !=',
  '=<': '“less or equal” is written <=',
  '=>': '“greater or equal” is written >=',
};

/** What is wrong with how an expression is written, in English. */
export const englishFeel: Sentences<FeelFaults> = {
  'feel.compared-again': ({ expression }) =>
    `In “${expression}” the outcome of a comparison is compared: two comparisons are joined with “and”, an outcome goes into brackets.`,
  'feel.foreign-operator': ({ expression, operator }) =>
    `In “${expression}” the operator “${operator}” is not one of FEEL: ${meant[operator] ?? 'the comparisons are =, !=, <, <=, > and >='}.`,
  'feel.function-unknown': ({ expression, name, meant: meantName }) =>
    `In “${expression}” the function “${name}” does not exist: it is written “${meantName}”.`,
  'feel.juel': ({ expression }) =>
    `“${expression}” is an expression of Camunda 7 (JUEL): here it is written in FEEL, without \${…} and with = in front.`,
  'feel.name-unknown': ({ expression, name }) =>
    `In “${expression}” there is “${name}”, which nothing defines: is an operator missing between two names?`,
  'feel.nothing-compared': ({ expression, operator }) =>
    `In “${expression}” what is compared is missing in front of “${operator}”.`,
  'feel.not-readable': ({ expression, position, found }) =>
    `The expression “${expression}” is not valid FEEL ${found === '' ? 'at its end' : `at position ${position}, in front of “${found}”`}.`,
  'feel.too-many-digits': ({ number }) =>
    `The number ${number} has more than 15 digits and would be rounded: if it is a code, it goes between quotation marks.`,
};
