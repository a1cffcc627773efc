import { Button } from '../../forms/kit/Button.tsx';
import { isSignedOut, problemOf } from '../../forms/kit/failure.ts';
import { Problem } from '../../forms/kit/Problem.tsx';
import { formatTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { ConflictView } from './ConflictView.tsx';
import { SignedOut } from './SignedOut.tsx';
import type { OpenFile, Saving } from './use-saving.ts';

/** Where the changes are, in a sentence. */
export function savingSentence({ isDirty, isKept, savedAt, revision }: Saving): string {
  if (isDirty) return t(isKept ? 'designer.packages.file.unsaved' : 'designer.packages.file.unkept');
  if (savedAt === undefined) return t('designer.packages.file.asSaved');
  return t('designer.packages.file.saved', { at: formatTime(savedAt), revision });
}

/** The button that saves; where another version stands on the server, the choice between the two is asked first. */
export const SaveButton = ({ saving, onSave }: { readonly saving: Saving; readonly onSave: () => void }) => (
  <Button
    color="primary"
    size="sm"
    busy={saving.isSaving}
    disabled={!saving.isDirty || saving.conflict !== undefined}
    onClick={onSave}
  >
    {t(saving.isSaving ? 'designer.packages.file.saving' : 'designer.packages.file.save')}
  </Button>
);

interface TroubleProps {
  readonly file: OpenFile;
  readonly saving: Saving;
  readonly text: string;
  readonly onOverwrite: () => void;
  /** The version of the server takes the place of what is written here. */
  readonly onTake: () => void;
  readonly onRetry: () => void;
}

/** What keeps a file from being saved, and what can be done: nothing that was written is lost. */
export function SavingTrouble({ file, saving, text, onOverwrite, onTake, onRetry }: TroubleProps) {
  const { refusal, conflict } = saving;
  if (isSignedOut(refusal)) return <SignedOut text={t('designer.packages.file.signedOutText')} />;
  if (conflict !== undefined) {
    return <ConflictView path={file.path} mine={text} conflict={conflict} onOverwrite={onOverwrite} onTake={onTake} />;
  }
  if (refusal === undefined) return null;
  return (
    <>
      <Problem problem={problemOf(refusal)} onRetry={onRetry} />
      <p>{t('designer.packages.file.failed')}</p>
    </>
  );
}
