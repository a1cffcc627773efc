import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { PackageDetail } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { t } from '../../forms/text/designer.ts';
import { emptyForm, formText } from '../forms/work/open-form.ts';
import { call } from '../queries.ts';
import { fileAddress, places } from './file-kinds.ts';
import { OutcomeView } from './OutcomeView.tsx';
import { TextField } from './TextField.tsx';
import { useActs } from './use-acts.ts';

/** Adds a form with one empty page to a package, and opens it. */
export function NewForm({ detail: { packageId, files } }: { readonly detail: PackageDetail }) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const { act, busy, ...told } = useActs();
  const navigate = useNavigate();
  const path = `${places.form.folder}${name}.json`;
  const faultOf = (): string | undefined => {
    if (!places.form.name.test(`${name}.json`)) return t('designer.packages.files.newFormWrong');
    return files.some((each) => each.path === path) ? t('designer.packages.files.exists', { path }) : undefined;
  };
  const add = async (): Promise<undefined> => {
    const body = { path, revision: 0, text: formText(emptyForm(name)) };
    await call('writePackageFile', { params: { packageId }, body });
    void navigate(fileAddress(packageId, path));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultOf();
    setFault(found);
    if (found === undefined) act('add', add);
  };
  return (
    <details className="fb-add">
      <summary>{t('designer.packages.files.newForm')}</summary>
      <form noValidate onSubmit={submit}>
        <TextField
          label={t('designer.packages.files.newFormName')}
          hint={t('designer.packages.files.newFormHint')}
          fault={fault}
          value={name}
          onChange={setName}
        />
        <Button type="submit" color="primary" outline busy={busy !== undefined}>
          {t('designer.packages.files.newFormSubmit')}
        </Button>
      </form>
      <OutcomeView {...told} />
    </details>
  );
}
