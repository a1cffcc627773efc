import type { Answers as AnswerValues, FormDocument } from '../schema/document.ts';
import { summarise } from '../schema/summary.ts';
import { t } from '../text/text.ts';
import { Answers } from './Answers.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Settings of a summary. */
export interface SummaryProps {
  readonly form: FormDocument;
  readonly answers: AnswerValues;
  readonly context?: AnswerValues;
  readonly attachmentHref?: (uploadId: string) => string;
  /** Goes back to a page; without it the summary cannot be changed. */
  readonly onEdit?: (pageId: string) => void;
}

/** All visible answers, page by page, each page with its way back. */
export function Summary({ form, answers, context = {}, attachmentHref, onEdit }: SummaryProps) {
  return summarise(form, answers, context).map((page) => {
    const title = page.title === '' ? t('kit.summary.untitled') : page.title;
    return (
      <section key={page.id} className="iter-summary" aria-labelledby={`summary-${page.id}`}>
        <header className="iter-summary-head">
          <h3 id={`summary-${page.id}`} className="h5">
            {title}
          </h3>
          {onEdit && (
            <Button
              color="link"
              size="sm"
              label={t('kit.summary.editNamed', { title })}
              onClick={() => onEdit(page.id)}
            >
              <Icon name="it-pencil" size="sm" className="icon-primary me-1" />
              {t('kit.summary.edit')}
            </Button>
          )}
        </header>
        <Answers rows={page.rows} attachmentHref={attachmentHref} />
      </section>
    );
  });
}
