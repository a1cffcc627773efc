import { Button } from '../../kit/Button.tsx';
import { t } from '../../text/clerk.ts';

/** What stands in place of the form for a task that asks for no answers. */
export function NoForm({ onComplete }: { readonly onComplete: () => void }) {
  return (
    <>
      <p>{t('clerk.task.noForm')}</p>
      <Button color="primary" onClick={onComplete}>
        {t('clerk.task.complete')}
      </Button>
    </>
  );
}
