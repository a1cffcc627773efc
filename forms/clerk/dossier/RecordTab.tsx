import { useMutation } from '@tanstack/react-query';
import type { RecordCheck } from '../../contract/dossiers.ts';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { timeOf } from '../clock.ts';
import { problemOf } from '../../kit/failure.ts';
import { call } from '../queries.ts';

/** The chained record of a dossier, and its check on demand: the server computes every hash anew. */
export function RecordTab({ dossier }: { readonly dossier: OfficeDossier }) {
  const { dossierId, record } = dossier;
  const check = useMutation({
    mutationFn: () => call('checkRecord', { params: { dossierId }, query: { audience: 'office' } }),
  });
  return (
    <>
      <p>{t('clerk.dossier.recordText', { count: record.events })}</p>
      <p>
        {t('clerk.dossier.headHash')}
        <span className="desk-code desk-block">{record.headHash}</span>
      </p>
      <Button outline color="primary" size="sm" busy={check.isPending} onClick={() => check.mutate()}>
        {t(check.isPending ? 'clerk.dossier.checking' : 'clerk.dossier.check')}
      </Button>
      <div aria-live="polite" className="mt-3">
        {check.data === undefined ? null : <Result check={check.data} />}
      </div>
      {check.error === null ? null : <Problem problem={problemOf(check.error)} />}
    </>
  );
}

const faults = ['sequence-gap', 'previous-hash-differs', 'hash-differs', 'head-differs'] as const;

function faultInWords(reason: string | undefined): string {
  return t(`clerk.dossier.brokenBy.${faults.find((fault) => fault === reason) ?? 'other'}`);
}

function Result({ check }: { readonly check: RecordCheck }) {
  const { intact, events, brokenAt, checkedAt, headHash } = check;
  return (
    <div className={`desk-check ${intact ? 'desk-check-intact' : 'desk-check-broken'}`}>
      <Icon name={intact ? 'it-check-circle' : 'it-error'} size="md" />
      <div>
        <p className="desk-check-words">
          {intact
            ? t('clerk.dossier.intact', { count: events })
            : t('clerk.dossier.broken', {
                sequence: brokenAt?.sequence ?? '?',
                reason: faultInWords(brokenAt?.reason),
              })}
        </p>
        <p className="desk-quiet">
          {t('clerk.dossier.checkedAt', { time: timeOf(checkedAt), hash: headHash.slice(0, 12) })}
        </p>
      </div>
    </div>
  );
}
