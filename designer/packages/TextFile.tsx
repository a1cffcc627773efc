import { useState } from 'react';
import { Button } from '../../forms/kit/Button.tsx';
import { Callout } from '../../forms/kit/Callout.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { Confirm } from './Confirm.tsx';
import { CheckedView, useFileCheck } from './FileCheck.tsx';
import { Labelled } from './Labelled.tsx';
import { SaveButton, savingSentence, SavingTrouble } from './SavingView.tsx';
import { useSaving, type OpenFile } from './use-saving.ts';

interface Props {
  readonly file: OpenFile;
  readonly isReadOnly: boolean;
  /** What the server has takes the place of what is written here. */
  readonly onReload: () => void;
}

/** A file as plain text: a letter, the service card, parameters … It is checked whenever it is saved. */
export function TextFile({ file, isReadOnly, onReload }: Props) {
  const { packageId, path, saved, restored } = file;
  const [text, setText] = useState(restored?.text ?? saved.text);
  const { checked, check } = useFileCheck(file);
  const saving = useSaving(file, text);
  const save = (): void => void saving.save(text).then(check);
  return (
    <section className="fb-card">
      {restored !== undefined && saving.isDirty && file.conflict === undefined && <Restored at={restored.keptAt} />}
      <SavingTrouble
        file={file}
        saving={saving}
        text={text}
        onRetry={save}
        onOverwrite={() => void saving.overwrite(text).then(check)}
        onTake={onReload}
      />
      <Labelled label={t('designer.packages.file.text')}>
        {(links) => (
          <textarea
            {...links}
            className="form-control fb-text"
            spellCheck={path.endsWith('.md')}
            readOnly={isReadOnly}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
      {!isReadOnly && (
        <div className="fb-save">
          <SaveButton saving={saving} onSave={save} />
          {saving.isDirty && <Discard onDiscard={onReload} />}
          <p className="fb-quiet mb-0" role="status">
            {savingSentence(saving)}
          </p>
        </div>
      )}
      {checked !== undefined && <CheckedView packageId={packageId} checked={checked} />}
    </section>
  );
}

/** Tells that unsaved changes of an earlier visit stand here again. */
export const Restored = ({ at }: { readonly at: string }) => (
  <Callout tone="info" role="status">
    <p className="mb-0">{t('designer.packages.file.restored', { at: formatDateTime(at) })}</p>
  </Callout>
);

/** Drops what is not saved, after asking. */
export function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button color="primary" outline size="sm" onClick={() => setAsking(true)}>
        {t('designer.packages.file.discard')}
      </Button>
      {isAsking && (
        <Confirm
          title={t('designer.packages.file.discardAsk')}
          confirm={t('designer.packages.file.discardConfirm')}
          isDangerous
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onDiscard();
          }}
        >
          <p>{t('designer.packages.file.discardText')}</p>
        </Confirm>
      )}
    </>
  );
}
