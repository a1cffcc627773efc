import { ratingAspects, type Rating } from '../../contract/ratings.ts';
import { t } from '../../text/text.ts';

type Aspect = NonNullable<Rating['aspect']>;

interface AspectsProps {
  /** Four stars or five: what was liked is asked; otherwise what was difficult. */
  readonly good: boolean;
  readonly value: Aspect | undefined;
  readonly onChange: (aspect: Aspect) => void;
}

/** Why the stars are as many as they are. */
export function Aspects({ good, value, onChange }: AspectsProps) {
  const side = good ? 'good' : 'bad';
  return (
    <fieldset className="mb-4" data-element={good ? 'feedback-rating-positive' : 'feedback-rating-negative'}>
      <legend className="h6" data-element="feedback-rating-question">
        {t(`citizen.rating.${side}.question`)}
      </legend>
      {ratingAspects.map((aspect) => (
        <div key={aspect} className="form-check" data-element="feedback-rating-answer">
          <input
            type="radio"
            name="aspect"
            id={`rating-${aspect}`}
            checked={value === aspect}
            onChange={() => onChange(aspect)}
          />
          <label htmlFor={`rating-${aspect}`}>{t(`citizen.rating.${side}.${aspect}`)}</label>
        </div>
      ))}
    </fieldset>
  );
}
