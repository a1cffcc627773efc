import { useEffect } from 'react';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import {
  endUploads,
  leaveWithoutUploads,
  stopWaiting,
  useUploadsInHand,
  type UploadInHand,
} from './uploads-in-hand.ts';

/** A file on its way, how far it is, and the way to give it up. */
export function UploadProgress({ upload: { name, fraction, cancel } }: { readonly upload: UploadInHand }) {
  const percent = Math.round(fraction * 100);
  return (
    <div className="iter-file-loading">
      <span>{t('kit.attachment.loading', { name, percent })}</span>
      <progress value={percent} max={100} aria-label={t('kit.attachment.progress', { name })} />
      <Button color="link" size="sm" label={t('kit.attachment.cancelNamed', { name })} onClick={cancel}>
        {t('kit.attachment.cancel')}
      </Button>
    </div>
  );
}

/** Shown while something waits for files that are on their way, and when some of them did not arrive. */
export function UploadWaiting() {
  const { uploads, failures, isWaiting, isLeaving } = useUploadsInHand();
  // It stands in every form, and goes with it.
  useEffect(() => endUploads, []);
  if (!isWaiting) return null;
  const isOver = uploads.length === 0;
  return (
    <Dialog
      title={t(isOver ? 'kit.uploads.failedTitle' : 'kit.uploads.waitingTitle')}
      onClose={stopWaiting}
      actions={
        <>
          <Button color="primary" outline={!isOver} onClick={stopWaiting}>
            {t('kit.uploads.back')}
          </Button>
          {isLeaving ? (
            <Button color="danger" outline onClick={leaveWithoutUploads}>
              {t('kit.uploads.leave')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t(`kit.uploads.${isOver ? 'failed' : isLeaving ? 'leaving' : 'waiting'}Text`)}</p>
      <ul className="iter-files" aria-live="polite">
        {failures.map((failure) => (
          <li key={failure}>{failure}</li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key} className="d-block">
            <UploadProgress upload={upload} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
