import { t } from '../../text/text.ts';

interface StarsProps {
  readonly value: number | undefined;
  readonly onChange: (stars: number) => void;
}

const scale = [1, 2, 3, 4, 5] as const;

/** One to five stars, as a group of radio buttons: arrows move, and every star says its number. */
export function Stars({ value = 0, onChange }: StarsProps) {
  return (
    <fieldset className="rating-stars">
      <legend className="visually-hidden">{t('citizen.rating.question')}</legend>
      {scale.map((stars) => (
        <span key={stars}>
          <input
            type="radio"
            name="stars"
            id={`rating-${stars}`}
            className="visually-hidden"
            checked={value === stars}
            onChange={() => onChange(stars)}
          />
          <label
            htmlFor={`rating-${stars}`}
            className={stars <= value ? 'rating-star rating-star-on' : 'rating-star'}
            data-element={`feedback-rate-${stars}`}
          >
            <span aria-hidden="true">{stars <= value ? '★' : '☆'}</span>
            <span className="visually-hidden">{t('citizen.rating.stars', { count: stars })}</span>
          </label>
        </span>
      ))}
    </fieldset>
  );
}
