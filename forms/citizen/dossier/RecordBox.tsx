import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DossierDetail, RecordCheck } from '../../contract/dossiers.ts';
import { Button } from '../../kit/Button.tsx';
import { Callout } from '../../kit/Callout.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { problemOf } from '../../kit/failure.ts';
import { call } from '../queries.ts';
import { Section } from './Section.tsx';

interface RecordBoxProps {
  readonly dossierId: string;
  readonly record: DossierDetail['record'];
}

/** The record of the dossier, which the person concerned may verify at any time. */
export function RecordBox({ dossierId, record }: RecordBoxProps) {
  const check = useMutation({
    mutationFn: () => call('checkRecord', { params: { dossierId }, query: { audience: 'citizen' } }),
  });
  return (
    <Section id="registro" title={t('citizen.dossier.recordHeading')}>
      <p>{t('citizen.dossier.recordText')}</p>
      <Button color="primary" outline busy={check.isPending} onClick={() => check.mutate()}>
        {t(check.isPending ? 'citizen.dossier.recordChecking' : 'citizen.dossier.recordCheck')}
      </Button>
      <div role="status" className="mt-3">
        {check.data ? <Verdict check={check.data} /> : null}
      </div>
      {check.isError ? <Problem problem={problemOf(check.error)} /> : null}
      <p className="record-hash">
        {t('citizen.dossier.recordHash')}: <code>{check.data?.headHash ?? record.headHash}</code>
      </p>
      <p>
        <Link to="/giorni">{t('citizen.dossier.recordDays')}</Link>
      </p>
    </Section>
  );
}

function Verdict({ check }: { readonly check: RecordCheck }) {
  const when = t('citizen.dossier.recordChecked', { when: formatDateTime(check.checkedAt) });
  if (check.intact) {
    return (
      <Callout tone="success">
        <strong>{t('citizen.dossier.recordIntact', { count: check.events })}</strong>
        <br />
        {when}
      </Callout>
    );
  }
  return (
    <Callout tone="danger">
      <strong>{t('citizen.dossier.recordBroken', { sequence: check.brokenAt?.sequence ?? '?' })}</strong>
      <br />
      {t('citizen.dossier.recordBrokenText')} {when}
    </Callout>
  );
}
