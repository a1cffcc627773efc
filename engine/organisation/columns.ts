import { fieldSchemas } from '../../forms/fields/schemas.ts';
import type { Day } from '../core/dossier.ts';

/** What may stand in a column. */
export interface Column {
  /** In an Italian sentence after "serve": `un giorno, come 2026-03-31`. */
  readonly expected: string;
  /** May the cell be empty, or the whole column missing? */
  readonly isOptional?: true;
  /** The value as it is kept; undefined when it is none. */
  readonly read: (cell: string) => string | undefined;
  /** What a list calls a kept value, where it is not the value itself. */
  readonly word?: (value: string) => string;
}

const matching = (shape: RegExp, expected: string): Column => ({
  expected,
  read: (cell) => (shape.test(cell) ? cell : undefined),
});

/** A column that may be left empty. */
export const optional = (column: Column): Column => ({ ...column, isOptional: true });

/** Anything on one line. */
export const text: Column = matching(/^.{1,200}$/u, 'un testo di 200 caratteri al massimo');

/** Some lines. */
export const paragraphs: Column = matching(/^.{1,1000}$/su, 'un testo di 1000 caratteri al massimo');

/** A code of the index of public administrations, in lower case. */
export const ipaCode: Column = {
  expected: 'un codice IPA, come c_a944',
  read: (cell) => (/^[A-Za-z0-9_-]{2,20}$/.test(cell) ? cell.toLowerCase() : undefined),
};

/** The code of an office or of a procedure. */
export const code: Column = matching(/^[a-z][a-z0-9-]{0,99}$/, 'un codice di minuscole, cifre e trattini');

/** The code of a role of a procedure. */
export const roleCode: Column = matching(
  /^[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?$/,
  'il codice di un ruolo del procedimento, come front-desk',
);

/** The name of a parameter of a procedure. */
export const parameterName: Column = matching(
  /^[A-Za-z][A-Za-z0-9]{0,99}$/,
  'il nome di un parametro del procedimento, come rispostaGiorni',
);

/** An address of mail. */
export const email: Column = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'un indirizzo email');

/** One of some words, kept as another. */
export function oneOf(words: Readonly<Record<string, string>>): Column {
  const known = new Map(Object.entries(words));
  return {
    expected: `uno tra ${[...known.keys()].join(', ')}`,
    read: (cell) => known.get(cell.toLowerCase()),
    word: (value) => wordIn(words, value),
  };
}

/** The word that is kept as a value. */
export function wordIn(words: Readonly<Record<string, string>>, value: string): string {
  return Object.entries(words).find(([, kept]) => kept === value)?.[0] ?? value;
}

/** The day that a text says, `2026-03-31` or `31/03/2026`; undefined when the calendar does not have it. */
export function dayIn(cell: string): Day | undefined {
  const [, italianDay, italianMonth, italianYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const day =
    italianYear === undefined
      ? cell
      : `${italianYear}-${(italianMonth ?? '').padStart(2, '0')}-${(italianDay ?? '').padStart(2, '0')}`;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** A day. */
export const day: Column = { expected: 'un giorno, come 2026-03-31 o 31/03/2026', read: dayIn };

/** The fiscal code of a person, with its control character. */
export const fiscalCode: Column = {
  expected: 'il codice fiscale di una persona',
  read: (cell) => {
    const component = { type: 'textfield', key: 'codiceFiscale', properties: { type: 'fiscal-code', kind: 'person' } };
    const reading = fieldSchemas['fiscal-code'].read(cell, component, { today: '' });
    return 'value' in reading && typeof reading.value === 'string' ? reading.value : undefined;
  },
};
