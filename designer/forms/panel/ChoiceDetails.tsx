import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { ENGLISH_CHOICES, englishOf, withEnglish, type ChoiceRow, type EnglishWords } from '../model/choices.ts';
import type { Part } from '../model/draft.ts';

/** Settings of what a choice has besides its label. */
export interface ChoiceDetailsProps {
  readonly part: Part;
  readonly row: ChoiceRow;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly onChange: (row: ChoiceRow) => void;
}

/** What a choice has besides its label: value, explanation, and its words in English. */
export function ChoiceDetails({ part, row, number, onChange }: ChoiceDetailsProps) {
  const { bench } = useBuilder();
  const { description: _before, ...bare } = row;
  const english = englishOf(part, row.value);
  const translate = (words: Partial<EnglishWords>): void => {
    const value = withEnglish(part, row.value, { ...english, ...words });
    bench.change({ type: 'set', id: part.id, at: ENGLISH_CHOICES, value });
  };
  return (
    <details className="fb-choice-details">
      <summary>{t('designer.builder.choices.details')}</summary>
      <label className="fb-line">
        {t('designer.builder.choices.value', { number })}
        <input
          value={row.value}
          spellCheck={false}
          onChange={({ target }) => onChange({ ...row, value: target.value })}
        />
      </label>
      <label className="fb-line">
        {t('designer.builder.choices.description', { number })}
        <input
          value={String(row['description'] ?? '')}
          // Without its description the row keeps its two texts.
          onChange={({ target }) =>
            onChange(
              target.value === ''
                ? { ...bare, value: row.value, label: row.label }
                : { ...row, description: target.value },
            )
          }
        />
      </label>
      <label className="fb-line">
        {t('designer.builder.choices.english', { number })}
        <input value={english.label} lang="en" onChange={({ target }) => translate({ label: target.value })} />
      </label>
      <label className="fb-line">
        {t('designer.builder.choices.englishDescription', { number })}
        <input
          value={english.description}
          lang="en"
          onChange={({ target }) => translate({ description: target.value })}
        />
      </label>
    </details>
  );
}
