import { fillingMinutes } from '../../../forms/schema/minutes.ts';
import { formReadability } from '../../../forms/schema/readability.ts';
import { t } from '../../../forms/text/designer.ts';
import { keyOf, type Draft } from '../model/draft.ts';
import { formOf } from '../model/findings.ts';
import { partsOf } from '../model/tree.ts';

/**
 * From here on a text is easy for who has finished the lower, and the upper, secondary school (Lucisano and
 * Piemontese).
 */
const EASY = 60;
const MEDIUM = 40;

const meaning = (index: number): 'easy' | 'medium' | 'hard' =>
  index >= EASY ? 'easy' : index >= MEDIUM ? 'medium' : 'hard';

/** How long the form takes and how hard it is to read. */
export function Figures({ draft }: { readonly draft: Draft }) {
  const form = formOf(draft);
  if (form === undefined) return null;
  const { index, isTooShort, hardest } = formReadability(form);
  const fields = partsOf(draft).filter((part) => keyOf(part) !== undefined).length;
  return (
    <div className="fb-card">
      <h3>{t('designer.builder.checks.figures')}</h3>
      <dl className="fb-figures">
        <dt>{t('designer.builder.checks.minutes')}</dt>
        <dd>{t('designer.builder.checks.minutesValue', { count: fillingMinutes(form) })}</dd>
        <dt>{t('designer.builder.checks.fields')}</dt>
        <dd>{fields}</dd>
        {index !== undefined && (
          <>
            <dt>{t('designer.builder.checks.readability')}</dt>
            <dd>
              {t('designer.builder.checks.readabilityValue', { index })}.{' '}
              {t(isTooShort ? 'designer.builder.checks.readabilityShort' : `designer.builder.checks.${meaning(index)}`)}
            </dd>
          </>
        )}
      </dl>
      {hardest.length > 0 && (
        <>
          <h4>{t('designer.builder.checks.hardest')}</h4>
          <ul>
            {hardest.map((each) => (
              <li key={each.text}>{t('designer.builder.checks.hardestItem', each)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
