import { Callout } from '../../kit/Callout.tsx';
import type { FormDocument } from '../../schema/document.ts';
import { fieldsOf } from '../../schema/pages.ts';
import { t } from '../../text/text.ts';

interface MergeNoticeProps {
  readonly form: FormDocument;
  /** The keys of the answers that came from the other version. */
  readonly keys: readonly string[];
}

/** Says that the draft was changed elsewhere too, and which answers came from there. */
export function MergeNotice({ form, keys }: MergeNoticeProps) {
  const labels = fieldsOf(form).flatMap(({ path, component }) =>
    keys.includes(path) && component.label ? [component.label] : [],
  );
  return (
    <Callout tone="warning" role="alert">
      <p className="mb-0">{t('citizen.apply.merged')}</p>
      {labels.length > 0 ? (
        <p className="mt-2 mb-0">{t('citizen.apply.mergedFields', { fields: labels.join('; ') })}</p>
      ) : null}
    </Callout>
  );
}
