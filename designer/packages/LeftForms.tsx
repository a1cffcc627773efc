import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PackageSummary } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { freeName } from '../forms/model/keys.ts';
import type { Draft } from '../forms/model/draft.ts';
import { formText } from '../forms/work/open-form.ts';
import { call } from '../queries.ts';
import { Confirm } from './Confirm.tsx';
import { fileAddress, formIdOf, places, saveAs } from './file-kinds.ts';
import { Labelled } from './Labelled.tsx';
import { leftWorks, type LeftWork } from './left-works.ts';
import { nameFrom } from './names.ts';
import { OutcomeView } from './OutcomeView.tsx';
import { useActs } from './use-acts.ts';

interface Props {
  /** The packages into which a form can go. */
  readonly packages: readonly PackageSummary[];
}

/** The forms that an earlier designer kept in this browser alone: into a package, away as a file, or gone. */
export function LeftForms({ packages }: Props) {
  const [store] = useState(() => leftWorks(window.localStorage));
  const [works, setWorks] = useState(() => store.list());
  const [asked, setAsked] = useState<{ readonly act: 'put' | 'remove'; readonly work: LeftWork }>();
  const { act, ...told } = useActs();
  const navigate = useNavigate();
  const forget = ({ name }: LeftWork): void => {
    store.forget(name);
    setWorks(store.list());
  };
  const put = async (packageId: string, work: LeftWork): Promise<undefined> => {
    if (work.form === undefined) return;
    const path = await addForm(packageId, work.form);
    forget(work);
    void navigate(fileAddress(packageId, path), { state: { notices: work.notices } });
  };
  if (works.length === 0) return null;
  return (
    <section className="fb-card" aria-labelledby="fb-left">
      <h2 id="fb-left" className="h4">
        {t('designer.packages.left.title')}
      </h2>
      <p>{t('designer.packages.left.lead')}</p>
      {packages.length === 0 && <p>{t('designer.packages.left.putNone')}</p>}
      <OutcomeView {...told} />
      <ul className="fb-left">
        {works.map((work) => (
          <Row
            key={work.name}
            work={work}
            canPut={work.form !== undefined && packages.length > 0}
            onAsk={(what) => setAsked({ act: what, work })}
          />
        ))}
      </ul>
      {asked?.act === 'remove' && (
        <Remove work={asked.work} onClose={() => setAsked(undefined)} onConfirm={() => forget(asked.work)} />
      )}
      {asked?.act === 'put' && (
        <Put
          work={asked.work}
          packages={packages}
          onClose={() => setAsked(undefined)}
          onConfirm={(packageId) => act('put', () => put(packageId, asked.work))}
        />
      )}
    </section>
  );
}

/** Writes a form into a package under a name that is free there, and gives its path. */
async function addForm(packageId: string, form: Draft): Promise<string> {
  const { files } = await call('readPackage', { params: { packageId } });
  const taken = new Set(files.map(({ path }) => formIdOf(path)));
  const id = freeName(nameFrom(form.id) || 'modulo', taken);
  const path = `${places.form.folder}${id}.json`;
  const body = { path, revision: 0, text: formText({ ...form, id }) };
  await call('writePackageFile', { params: { packageId }, body });
  return path;
}

const nameOf = ({ form, name }: LeftWork): string => form?.id ?? name;

interface RowProps {
  readonly work: LeftWork;
  /** It is a form, and there is a package for it. */
  readonly canPut: boolean;
  readonly onAsk: (act: 'put' | 'remove') => void;
}

function Row({ work, canPut, onAsk }: RowProps) {
  const { form, text, changedAt } = work;
  const name = nameOf(work);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className="fb-quiet mb-0">
          {form === undefined && t('designer.packages.left.unreadable')}
          {changedAt !== undefined && t('designer.packages.left.changed', { at: formatDateTime(changedAt) })}
        </p>
      </div>
      <div className="fb-acts mb-0">
        {canPut && (
          <Button
            color="primary"
            size="sm"
            label={t('designer.packages.left.putOf', { name })}
            onClick={() => onAsk('put')}
          >
            {t('designer.packages.left.put')}
          </Button>
        )}
        <Button
          color="primary"
          outline
          size="sm"
          label={t('designer.packages.left.downloadOf', { name })}
          onClick={() => saveAs(`${name}.json`, form === undefined ? text : formText(form))}
        >
          {t('designer.packages.file.download')}
        </Button>
        <Button
          color="danger"
          outline
          size="sm"
          label={t('designer.packages.left.removeOf', { name })}
          onClick={() => onAsk('remove')}
        >
          {t('designer.packages.file.remove')}
        </Button>
      </div>
    </li>
  );
}

interface RemoveProps {
  readonly work: LeftWork;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

const Remove = ({ work, onClose, onConfirm }: RemoveProps) => (
  <Confirm
    title={t('designer.packages.left.removeAsk', { name: nameOf(work) })}
    confirm={t('designer.packages.left.removeConfirm')}
    isDangerous
    onClose={onClose}
    onConfirm={() => {
      onClose();
      onConfirm();
    }}
  >
    <p>{t('designer.packages.left.removeText')}</p>
  </Confirm>
);

interface PutProps extends Props {
  readonly work: LeftWork;
  readonly onClose: () => void;
  readonly onConfirm: (packageId: string) => void;
}

function Put({ work, packages, onClose, onConfirm }: PutProps) {
  const [chosen, setChosen] = useState(packages[0]?.packageId ?? '');
  return (
    <Confirm
      title={t('designer.packages.left.putAsk', { name: nameOf(work) })}
      confirm={t('designer.packages.left.putConfirm')}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        onConfirm(chosen);
      }}
    >
      <Labelled label={t('designer.packages.left.putLabel')}>
        {(links) => (
          <select {...links} className="form-control" value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {packages.map(({ packageId, title }) => (
              <option key={packageId} value={packageId}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    </Confirm>
  );
}
