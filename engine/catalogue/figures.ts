import type { Parts } from './expressions.ts';

/** What a figure counts. */
export type Unit = 'day' | 'month' | 'year' | 'hour' | 'euro';

/** A figure that a package has in one place. */
export interface Figure {
  /** `parameters.rispostaGiorni`, or the id of a term. */
  readonly name: string;
  readonly value: number;
  /** Absent where nothing says what it counts. */
  readonly unit?: Unit;
}

const words: Readonly<Record<Unit, RegExp>> = {
  day: /giorn[oi]|days?/i,
  month: /mes[ei]|months?/i,
  year: /ann[oi]|years?/i,
  hour: /or[ae]|hours?/i,
  euro: /euros?|€/i,
};

const units = Object.keys(words) as readonly Unit[];

const anyWord = units.map((unit) => words[unit].source).join('|');

/** `30 giorni`, `30 working days`, `16 euro`, `€ 16`; figures written in words are not looked for. */
const written = new RegExp(
  `(?<![\\d.,])(\\d+(?:[.,]\\d+)?)\\s*(?:(?:working|lavorativi|calendar)\\s+)?(${anyWord})(?!\\p{L})|€\\s*(\\d+(?:[.,]\\d+)?)`,
  'giu',
);

/** The figures that a text types, with what they count. Placeholders hold none. */
export function figuresIn(text: string): readonly (Required<Omit<Figure, 'name'>> & { readonly written: string })[] {
  const plain = text.replace(/\{\{.*?\}\}/gs, ' ');
  return [...plain.matchAll(written)].flatMap(([whole, figure = '', word = '€', sum]) => {
    const unit = units.find((each) => new RegExp(`^(?:${words[each].source})$`, 'i').test(word));
    const value = Number((sum ?? figure).replace(',', '.'));
    return unit === undefined ? [] : [{ written: whole, value, unit }];
  });
}

/** The figures that a package has: numbers among its parameters, and terms of a fixed length. */
export function figuresOf({ parameters, terms }: Pick<Parts, 'parameters' | 'terms'>): readonly Figure[] {
  const ofParameters = Object.entries(parameters).flatMap(([name, values]) =>
    values.flatMap(({ value }) =>
      typeof value === 'number' ? [{ name: `parameters.${name}`, value, ...counted(name) }] : [],
    ),
  );
  const ofTerms = Object.values(terms).flatMap(({ id, days }) =>
    /^\d+$/.test(days) ? [{ name: id, value: Number(days), unit: 'day' as const }] : [],
  );
  return [...ofParameters, ...ofTerms];
}

/** What a parameter counts, as the last word of its name says: `rispostaGiorni`. */
function counted(name: string): Pick<Figure, 'unit'> {
  const unit = units.find((each) => new RegExp(`(?:${words[each].source})$`, 'i').test(name));
  return unit === undefined ? {} : { unit };
}
