import type { CompetentBodyView } from '../../contract/procedures.ts';
import { Callout } from '../../kit/Callout.tsx';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian } from '../../kit/own-language.ts';

/** To which body the application goes, and why; or that nobody here takes it for that place. */
export function CompetentBody({ found }: { readonly found: CompetentBodyView }) {
  const { body, place, level, delegated } = found;
  if (place === undefined) return null;
  if (body === undefined) {
    return <Callout tone="warning">{t('citizen.apply.competent.none', { place })}</Callout>;
  }
  return (
    <Callout tone="info">
      <p className="fw-semibold mb-1">
        {t('citizen.apply.competent.goesTo')} <span {...inItalian()}>{body.name}</span>
      </p>
      <p className="mb-0">
        {t(`citizen.apply.competent.${level}`, { place })}
        {delegated === undefined
          ? null
          : ` ${t('citizen.apply.competent.delegated', { by: delegated.by, from: formatDate(delegated.from) })}`}
      </p>
    </Callout>
  );
}
