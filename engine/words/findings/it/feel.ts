import type { FeelFaults } from '../../../findings/feel-fault.ts';
import type { Sentences } from '../../sentences.ts';

const meant: Readonly<Record<string, string>> = {
  '==': 'l’uguaglianza si scrive =',
  '===': 'l’uguaglianza si scrive =',
  '====': 'l’uguaglianza si scrive =',
  '<>': '«diverso da» si scrive !=',
  '!==': '«diverso da» si scrive !=',
  '=<': '«minore o uguale» si scrive <=',
  '=>': '«maggiore o uguale» si scrive >=',
};

/** What is wrong with how an expression is written, in Italian. */
export const italianFeel: Sentences<FeelFaults> = {
  'feel.compared-again': ({ expression }) =>
    `In «${expression}» si confronta l’esito di un confronto: due confronti si uniscono con «and», un esito si mette fra parentesi.`,
  'feel.foreign-operator': ({ expression, operator }) =>
    `In «${expression}» l’operatore «${operator}» non è di FEEL: ${meant[operator] ?? 'i confronti sono =, !=, <, <=, > e >='}.`,
  'feel.function-unknown': ({ expression, name, meant: meantName }) =>
    `In «${expression}» la funzione «${name}» non esiste: si scrive «${meantName}».`,
  'feel.juel': ({ expression }) =>
    `«${expression}» è un’espressione di Camunda 7 (JUEL): qui si scrive in FEEL, senza \${…} e con = davanti.`,
  'feel.name-unknown': ({ expression, name }) =>
    `In «${expression}» c’è «${name}», che nessuno definisce: fra due nomi manca un operatore?`,
  'feel.nothing-compared': ({ expression, operator }) =>
    `In «${expression}» davanti a «${operator}» manca che cosa si confronta.`,
  'feel.not-readable': ({ expression, position, found }) =>
    `L’espressione «${expression}» non è FEEL valido ${found === '' ? 'alla fine' : `alla posizione ${position}, davanti a «${found}»`}.`,
  'feel.too-many-digits': ({ number }) =>
    `Il numero ${number} ha più di 15 cifre e verrebbe arrotondato: se è un codice va scritto fra virgolette.`,
};
