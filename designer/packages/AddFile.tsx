import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { t } from '../../forms/text/designer.ts';
import { call } from '../queries.ts';
import { fileFault } from './chosen-file.ts';
import { fileAddress, places, type AddedKind } from './file-kinds.ts';
import { Labelled } from './Labelled.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { takenText } from './taken-text.ts';
import { useActs } from './use-acts.ts';

// The keys of a record that is written out in one place.
const kinds = Object.keys(places) as readonly AddedKind[];

/** The path that a file gets in a package; a form of Camunda's editor is a form as well. */
const pathOf = (kind: AddedKind, { name }: File): string => places[kind].folder + name.replace(/\.form$/, '.json');

/** Adds a file from the computer to a package. */
export function AddFile({ detail: { packageId, files } }: { readonly detail: PackageDetail }) {
  const [kind, setKind] = useState<AddedKind>('form');
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const { act, busy, ...told } = useActs();
  const navigate = useNavigate();
  const faultOf = (path: string): string | undefined => {
    const { name, example } = places[kind];
    if (file === undefined || fileFault(file) !== undefined) return fileFault(file);
    if (!name.test(path.slice(places[kind].folder.length))) {
      return t('designer.packages.files.addWrong', { name: file.name, example });
    }
    return files.some((each) => each.path === path) ? t('designer.packages.files.exists', { path }) : undefined;
  };
  const add = async (path: string, chosen: File) => {
    const taken = await takenText(path, chosen);
    if ('refusal' in taken) return { tone: 'danger', text: taken.refusal } as const;
    const { text, notices } = taken;
    await call('writePackageFile', { params: { packageId }, body: { path, revision: 0, text } });
    if (notices.length > 0) void navigate(fileAddress(packageId, path), { state: { notices } });
    return { tone: 'success', text: t('designer.packages.files.added', { path }) } as const;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const path = file === undefined ? '' : pathOf(kind, file);
    const found = faultOf(path);
    setFault(found);
    if (found === undefined && file !== undefined) act('add', () => add(path, file));
  };
  return (
    <details className="fb-add">
      <summary>{t('designer.packages.files.add')}</summary>
      <form noValidate onSubmit={submit}>
        <KindChoice kind={kind} onChoose={setKind} />
        <Labelled
          label={t('designer.packages.files.addFile')}
          hint={t('designer.packages.files.addHint')}
          fault={fault}
        >
          {(links) => (
            <input
              {...links}
              type="file"
              className="form-control"
              accept={places[kind].accept}
              onChange={({ target }) => setFile(target.files?.[0])}
            />
          )}
        </Labelled>
        <Button type="submit" color="primary" outline busy={busy !== undefined}>
          {t('designer.packages.files.addSubmit')}
        </Button>
      </form>
      <OutcomeView {...told} />
    </details>
  );
}

interface KindChoiceProps {
  readonly kind: AddedKind;
  readonly onChoose: (kind: AddedKind) => void;
}

function KindChoice({ kind, onChoose }: KindChoiceProps) {
  return (
    <Labelled label={t('designer.packages.files.addKind')}>
      {(links) => (
        <select
          {...links}
          className="form-control"
          value={kind}
          // The values of the options are the kinds.
          onChange={({ target }) => onChoose(target.value as AddedKind)}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`designer.packages.files.kinds.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
