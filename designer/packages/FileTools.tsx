import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CallOutput } from '../../forms/contract/client.ts';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { t } from '../../forms/text/designer.ts';
import type { Notice } from '../forms/form-js/notices.ts';
import { call } from '../queries.ts';
import { fileFault } from './chosen-file.ts';
import { Confirm } from './Confirm.tsx';
import { fileAddress, nameOf, saveAs } from './file-kinds.ts';
import { OutcomeView } from './OutcomeView.tsx';
import { takenText } from './taken-text.ts';
import { TextField } from './TextField.tsx';
import { useActs, type Outcome } from './use-acts.ts';

interface Props {
  readonly detail: PackageDetail;
  readonly file: CallOutput<'readPackageFile'>;
  /** Another text has taken its place. */
  readonly onReplaced: (notices: readonly Notice[]) => void;
  /** The ways to take it away. */
  readonly downloads?: readonly Download[];
  /** What more can be done with it. */
  readonly children?: ReactNode;
}

/** A way to take a file away: what its button says, and what it does. */
export interface Download {
  readonly label: string;
  readonly give: () => void;
}

/** What can be done with a whole file: taking it away, putting another in its place, renaming, deleting. */
export function FileTools({ detail: { packageId, files }, file, onReplaced, ...more }: Props) {
  const { downloads = [plainly(file)], children } = more;
  const { path, revision: read } = file;
  const { act, ...told } = useActs();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'rename' | 'remove'>();
  const params = { packageId };
  // As it is now: it may have been saved since the page was opened.
  const revision = files.find((each) => each.path === path)?.revision ?? read;
  const replace = async (chosen: File): Promise<Outcome> => {
    const fault = fileFault(chosen);
    if (fault !== undefined) return { tone: 'danger', text: fault };
    const taken = await takenText(path, chosen);
    if ('refusal' in taken) return { tone: 'danger', text: taken.refusal };
    await call('writePackageFile', { params, body: { path, revision, text: taken.text } });
    onReplaced(taken.notices);
    return { tone: 'success', text: t('designer.packages.file.replaced') };
  };
  const rename = async (to: string): Promise<undefined> => {
    await call('renamePackageFile', { params, body: { path, revision, to } });
    void navigate(fileAddress(packageId, to), { replace: true });
  };
  const remove = async (): Promise<undefined> => {
    await call('deletePackageFile', { params, query: { path, revision } });
    void navigate(`/procedimenti/${packageId}`);
  };
  return (
    <>
      <div className="fb-acts fb-file-tools">
        {downloads.map(({ label, give }) => (
          <Button key={label} color="primary" outline size="sm" onClick={give}>
            {label}
          </Button>
        ))}
        <Replace onFile={(chosen) => act('replace', () => replace(chosen))} />
        <Button color="primary" outline size="sm" onClick={() => setAsking('rename')}>
          {t('designer.packages.file.rename')}
        </Button>
        <Button color="danger" outline size="sm" onClick={() => setAsking('remove')}>
          {t('designer.packages.file.remove')}
        </Button>
        {children}
      </div>
      <OutcomeView {...told} />
      {asking !== undefined && (
        <Asked
          asking={asking}
          path={path}
          onClose={() => setAsking(undefined)}
          onConfirm={(to) => {
            setAsking(undefined);
            act(asking, () => (asking === 'rename' ? rename(to) : remove()));
          }}
        />
      )}
    </>
  );
}

const plainly = ({ path, text }: Props['file']): Download => ({
  label: t('designer.packages.file.download'),
  give: () => saveAs(nameOf(path), text),
});

const Replace = ({ onFile }: { readonly onFile: (file: File) => void }) => (
  <label className="btn btn-outline-primary btn-sm fb-upload">
    {t('designer.packages.file.replace')}
    <input
      type="file"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) onFile(file);
        // The same file may be chosen again after it was changed.
        target.value = '';
      }}
    />
  </label>
);

interface AskedProps {
  readonly asking: 'rename' | 'remove';
  readonly path: string;
  readonly onClose: () => void;
  readonly onConfirm: (to: string) => void;
}

function Asked({ asking, path, onClose, onConfirm }: AskedProps) {
  const [to, setTo] = useState(path);
  return (
    <Confirm
      title={t(`designer.packages.file.${asking}Ask`, { path })}
      confirm={t(`designer.packages.file.${asking}Confirm`)}
      isDangerous={asking === 'remove'}
      onClose={onClose}
      onConfirm={() => onConfirm(to)}
    >
      {asking === 'rename' ? (
        <TextField label={t('designer.packages.file.renameLabel')} value={to} onChange={setTo} />
      ) : (
        <p>{t('designer.packages.file.removeText')}</p>
      )}
    </Confirm>
  );
}
