import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formReadability, readability } from '../../../forms/schema/readability.ts';
import { aField, aForm, aPage } from './a-form.ts';

const vectorFile = fileURLToPath(
  new URL('../../../../shared/standards/leggibilita/vettori-gulpease.json', import.meta.url),
);

interface Vector {
  readonly testo: string;
  readonly parole: number;
  readonly lettere: number;
  readonly frasi: number;
  readonly indice: number;
}

const vectors = (): readonly Vector[] => {
  const read: { readonly casi: readonly Vector[] } = JSON.parse(readFileSync(vectorFile, 'utf8'));
  return read.casi;
};

describe.skipIf(!existsSync(vectorFile))('readability (skipped where the shared standards are absent)', () => {
  it('agrees with every vector of the Gulpease index', () => {
    const given = vectors();
    expect(given.length).toBeGreaterThan(0);
    expect(
      given.map(({ testo }) => {
        const { words, letters, sentences, index } = readability(testo);
        return { testo, parole: words, lettere: letters, frasi: sentences, indice: index };
      }),
    ).toEqual(given.map(({ testo, parole, lettere, frasi, indice }) => ({ testo, parole, lettere, frasi, indice })));
  });
});

describe('the readability of a text', () => {
  it('is between 0 and 100', () => {
    expect(readability('Sì. No.').index).toBe(100);
    expect(readability('precipitevolissimevolmente '.repeat(40)).index).toBe(0);
  });

  it('is unknown without words and uncertain below thirty', () => {
    expect(readability('…').index).toBeUndefined();
    expect(readability('parola '.repeat(29)).isTooShort).toBe(true);
    expect(readability('parola '.repeat(30)).isTooShort).toBe(false);
  });
});

describe('the readability of a form', () => {
  const hard = 'Il sottoscritto dichiara di essere legittimamente titolare della disponibilità giuridica dell’immobile';

  it('counts labels, hints, texts and choices as sentences', () => {
    const form = aForm(
      aPage('chi', [
        aField({
          label: 'Il tuo nome',
          description: 'Come sul documento.',
          values: [{ value: 'x', label: 'Una voce' }],
        }),
        {
          type: 'text',
          text: '## Prima di iniziare\n\n- **Leggi** [la guida](https://esempio.it/a-b)\n- Hai {{ giorni }} giorni',
        },
        { type: 'text', text: '= "ciao"' },
      ]),
    );
    expect(formReadability(form)).toMatchObject({ words: 18, sentences: 7 });
  });

  it('reads words without the marks around them', () => {
    const { hardest } = formReadability(
      aForm({ type: 'text', text: '## Una **due** _tre_ `quattro` cinque sei [sette](https://a.it) otto nove dieci' }),
    );
    expect(hardest.map(({ text }) => text)).toEqual(['Una due tre quattro cinque sei sette otto nove dieci']);
  });

  it('names its hardest texts', () => {
    const form = aForm(
      aField({ label: hard }),
      aField({ key: 'b', label: 'Scrivi qui come ti chiami, dove abiti e quanti anni hai' }),
    );
    expect(formReadability(form).hardest.map(({ text }) => text)[0]).toBe(hard);
    expect(formReadability(form).hardest).toHaveLength(2);
  });
});

describe('the hardest texts of a form', () => {
  it('are three at the most, of ten words at least', () => {
    const words = 'una due tre quattro cinque sei sette otto nove';
    const fields = ['a', 'b', 'c', 'd'].map((key) => aField({ key, label: `${key} ${words}` }));
    const { hardest } = formReadability(aForm(...fields, aField({ key: 'e', label: 'precipitevolissimevolmente' })));
    expect(hardest.map(({ text }) => text[0])).toEqual(['a', 'b', 'c']);
  });
});
