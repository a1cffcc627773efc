import type { ReactNode } from 'react';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import type { FieldProps } from './field-props.ts';
import { FieldShell } from './FieldShell.tsx';
import { useChoices } from './use-choices.ts';

/** Settings of a field that chooses from a list. */
export interface WithChoicesProps {
  readonly field: FieldProps;
  /** Shows the field, whose component now has its choices. */
  readonly children: (field: FieldProps) => ReactNode;
}

/** Shows a field once its choices are there; until then it says so, and offers another try when they cannot be had. */
export function WithChoices({ field, children }: WithChoicesProps) {
  const { field: listed, state, retry } = useChoices(field);
  if (state === 'ready') return children(listed);
  return (
    <FieldShell field={field} as="group">
      {() => (
        <div className="iter-choices-wait" role="status">
          {state === 'loading' ? (
            t('fields.choices.loading')
          ) : (
            <>
              {t('fields.choices.failed')}{' '}
              <Button color="link" size="sm" onClick={retry}>
                {t('fields.choices.retry')}
              </Button>
            </>
          )}
        </div>
      )}
    </FieldShell>
  );
}
