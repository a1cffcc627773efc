import { useId, useMemo, type ReactNode } from 'react';
import { visiblePagesOf, type Page } from '../schema/pages.ts';
import { t } from '../text/text.ts';
import { askedIn, type Asked } from './asked.ts';
import { Button } from './Button.tsx';
import { Components } from './Components.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { inputId } from './field-props.ts';
import type { FormView } from './form-view.ts';
import { FormViewProvider } from './FormViewProvider.tsx';
import { UploadWaiting } from './UploadWaiting.tsx';
import type { FormProps } from './form-props.ts';
import { ToCorrect } from './ToCorrect.tsx';
import { useForm } from './use-form.ts';

export type { FormProps } from './form-props.ts';

interface PageFormProps {
  readonly page: Page;
  readonly isAlone: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/**
 * The fields of a page, with its title when it stands among others. Each page is a `form` of its own: browsers read all
 * fields of a `form` at every key, for their own filling in, and in one of two hundred fields that is felt.
 */
function PageForm({ page, isAlone, onSubmit, children }: PageFormProps) {
  const titleId = useId();
  const hasTitle = !isAlone && page.label !== '';
  return (
    <form
      className="iter-page"
      aria-labelledby={hasTitle ? titleId : undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {hasTitle && (
        <h2 id={titleId} className="h4">
          {page.label}
        </h2>
      )}
      {!isAlone && page.description && <p>{page.description}</p>}
      <Components components={page.components} page={page.group} />
      {children}
    </form>
  );
}

/** Stands where every page of a form is hidden or the form asks for nothing: it can be sent all the same. */
const EMPTY_PAGE: Page = { id: 'empty', label: '', components: [] };

/** What the office asks to correct, as it stands with the answers that are being written. */
function useAsked({ form, context, today, host, held }: FormProps, { values, settled }: FormView): readonly Asked[] {
  return useMemo(
    () => askedIn({ form, context, today, host, held, values, settled }),
    [form, context, today, host, held, values, settled],
  );
}

/** A page of a form, or a whole short form, with its error summary and its button. */
export function Form(props: FormProps) {
  const { view, entries, attempt, submit } = useForm(props);
  const asked = useAsked(props, view);
  const pages = visiblePagesOf(props.form, view.settled);
  const found = pages.filter((page) => props.page === undefined || page.id === props.page);
  const shown = found.length > 0 ? found : [EMPTY_PAGE];
  return (
    <FormViewProvider view={view}>
      <div className="iter-form">
        {!props.readOnly && <ToCorrect asked={asked} />}
        <ErrorSummary attempt={attempt} entries={entries.map(({ path, text }) => ({ id: inputId(path), text }))} />
        {!props.readOnly && <p className="iter-required-note">{t('kit.form.requiredNote')}</p>}
        {shown.map((page) => (
          <PageForm key={page.id} page={page} isAlone={props.page !== undefined} onSubmit={submit}>
            {!props.readOnly && page === shown.at(-1) && (
              <div className="iter-form-buttons">
                <Button type="submit" color="primary" busy={props.busy}>
                  {props.submitLabel ?? t('kit.form.continue')}
                </Button>
                {props.secondary}
              </div>
            )}
          </PageForm>
        ))}
        <UploadWaiting />
      </div>
    </FormViewProvider>
  );
}
