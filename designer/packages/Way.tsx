import { useId, type FormEvent, type ReactNode } from 'react';
import type { CallInput } from '../../forms/contract/client.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { t } from '../../forms/text/designer.ts';

/** From what a package begins. */
export type Origin = CallInput<'createPackage'>['body']['from'];

/** What each way to begin needs. */
export interface WayProps {
  readonly isBusy: boolean;
  readonly onBegin: (from: Origin | Promise<Origin>) => void;
}

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** One way to begin a package, as a form in a card. */
export function Way({ title, lead, isBusy, onSubmit, children }: Props) {
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="fb-card fb-way" aria-labelledby={id} noValidate onSubmit={submit}>
      <h2 id={id} className="h4">
        {title}
      </h2>
      <p>{lead}</p>
      {children}
      <Button type="submit" color="primary" disabled={isBusy}>
        {t('designer.packages.begin.submit')}
      </Button>
    </form>
  );
}
