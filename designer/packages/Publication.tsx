import { useState } from 'react';
import { addressOf } from '../../forms/contract/client.ts';
import type { Finding, PackageDetail } from '../../forms/contract/packages.ts';
import { Button } from '../../forms/kit/Button.tsx';
import { Callout } from '../../forms/kit/Callout.tsx';
import { formatDateTime } from '../../forms/text/format.ts';
import { t } from '../../forms/text/designer.ts';
import { call } from '../queries.ts';
import { Confirm } from './Confirm.tsx';
import { FindingList } from './FindingList.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { foundBy } from './PackageState.tsx';
import { useActs, type Acts, type Outcome } from './use-acts.ts';

const isError = ({ level }: Finding): boolean => level === 'error';

async function check(packageId: string): Promise<Outcome> {
  const { findings } = await call('checkPackage', { params: { packageId } });
  if (findings.some(isError)) return { tone: 'danger', text: t('designer.packages.page.notSound'), findings };
  return { tone: 'success', text: t('designer.packages.page.sound'), findings };
}

async function publish({ packageId, revision, version: before, state }: PackageDetail): Promise<Outcome> {
  const answer = await call('publishPackage', { params: { packageId }, body: { revision } });
  const { version, findings } = answer;
  if (version === undefined) return { tone: 'danger', text: t('designer.packages.page.refused'), findings };
  if (version === before && state !== 'retired') {
    return { tone: 'info', text: t('designer.packages.page.unchanged', { version }) };
  }
  return { tone: 'success', text: t('designer.packages.page.published', { version }), findings };
}

async function retire(packageId: string): Promise<Outcome> {
  await call('retirePackage', { params: { packageId } });
  return { tone: 'success', text: t('designer.packages.page.retired') };
}

/** Checking, publishing, retiring and taking away a package, with what came of it. */
export function Publication({ detail }: { readonly detail: PackageDetail }) {
  const { packageId, procedureId, checked, needsAnother, heldAt } = detail;
  const acts = useActs();
  const { outcome } = acts;
  return (
    <section className="fb-card" aria-labelledby="fb-publication">
      <h2 id="fb-publication" className="h4">
        {t('designer.packages.page.publishTitle')}
      </h2>
      <p>
        {checked === undefined
          ? t('designer.packages.page.never')
          : t('designer.packages.page.lastCheck', { sentence: foundBy(checked).toLowerCase() })}
      </p>
      {heldAt !== undefined && (
        <Callout tone="info">
          <p className="mb-0">{t('designer.packages.page.held', { at: formatDateTime(heldAt), name: procedureId })}</p>
        </Callout>
      )}
      {needsAnother && <p>{t('designer.packages.page.needsAnother')}</p>}
      <Buttons detail={detail} acts={acts} />
      <OutcomeView {...acts} />
      {outcome?.findings !== undefined && <FindingList packageId={packageId} findings={outcome.findings} />}
    </section>
  );
}

interface ButtonsProps {
  readonly detail: PackageDetail;
  readonly acts: Acts;
}

function Buttons({ detail, acts: { act, busy } }: ButtonsProps) {
  const { packageId, needsAnother, state, version } = detail;
  const [asking, setAsking] = useState<'publish' | 'retire'>();
  const isBusy = busy !== undefined;
  return (
    <div className="fb-acts">
      <Button
        color="primary"
        busy={busy === 'publish'}
        disabled={isBusy || needsAnother}
        onClick={() => setAsking('publish')}
      >
        {t('designer.packages.page.publish')}
      </Button>
      <Button color="primary" outline busy={busy === 'check'} onClick={() => act('check', () => check(packageId))}>
        {t(busy === 'check' ? 'designer.packages.page.checking' : 'designer.packages.page.check')}
      </Button>
      <a className="btn btn-outline-primary" href={addressOf('exportPackage', { params: { packageId } })} download>
        {t('designer.packages.page.export')}
      </a>
      {version !== undefined && state !== 'retired' && (
        <Button color="danger" outline busy={busy === 'retire'} disabled={isBusy} onClick={() => setAsking('retire')}>
          {t('designer.packages.page.retire')}
        </Button>
      )}
      {asking !== undefined && (
        <Asked
          asking={asking}
          detail={detail}
          onClose={() => setAsking(undefined)}
          onConfirm={() => {
            setAsking(undefined);
            act(asking, () => (asking === 'publish' ? publish(detail) : retire(packageId)));
          }}
        />
      )}
    </div>
  );
}

interface AskedProps {
  readonly asking: 'publish' | 'retire';
  readonly detail: PackageDetail;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function Asked({ asking, detail: { title, state }, onClose, onConfirm }: AskedProps) {
  return (
    <Confirm
      title={t(`designer.packages.page.${asking}Ask`, { title })}
      confirm={t(`designer.packages.page.${asking}Confirm`)}
      isDangerous={asking === 'retire'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t(`designer.packages.page.${asking}Text`)}</p>
      {asking === 'publish' && state === 'retired' && <p>{t('designer.packages.page.publishReopen')}</p>}
    </Confirm>
  );
}
