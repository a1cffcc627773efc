import { Button } from '../../kit/Button.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { problemOf } from '../../kit/failure.ts';
import type { Sending } from './use-sending.ts';

/** The last question: what the declarations are worth (D.P.R. 445/2000, artt. 46, 47, 75 and 76). */
export const SendDialog = ({ sending }: { readonly sending: Sending }) => (
  <Dialog
    title={t('citizen.apply.dialogTitle')}
    onClose={sending.isSending ? undefined : sending.cancel}
    actions={
      <>
        <Button color="primary" busy={sending.isSending} onClick={sending.confirm}>
          {t(sending.isSending ? 'citizen.apply.sending' : 'citizen.apply.dialogConfirm')}
        </Button>
        <Button color="primary" outline disabled={sending.isSending} onClick={sending.cancel}>
          {t('citizen.apply.dialogCancel')}
        </Button>
      </>
    }
  >
    <p>{t('citizen.apply.dialogTerms')}</p>
    <p>{t('citizen.apply.dialogPenalty')}</p>
    <p>{t('citizen.apply.dialogSignature')}</p>
    {sending.error === null ? null : <Problem problem={problemOf(sending.error)} />}
  </Dialog>
);
