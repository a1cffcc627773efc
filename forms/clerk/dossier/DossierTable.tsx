import { Link } from 'react-router';
import type { CallOutput } from '../../contract/client.ts';
import { t } from '../../text/clerk.ts';
import { dayInFigures, today } from '../clock.ts';
import { termDue } from '../due.ts';
import { inItalian } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { isConcluded, standingOf } from './standing.ts';
import { CardTable, Cell, Row } from '../layout/CardTable.tsx';
import { DueMark } from '../layout/DueMark.tsx';

type DossierSummary = CallOutput<'listOfficeDossiers'>['items'][number];

const columns = ['subject', 'applicant', 'submitted', 'milestone', 'deadline'] as const;

/** Dossiers, a row each. */
export function DossierTable({ dossiers }: { readonly dossiers: readonly DossierSummary[] }) {
  return (
    <CardTable caption={t('clerk.dossier.caption')} columns={columns.map((column) => t(`clerk.dossier.${column}`))}>
      {dossiers.map((dossier) => (
        <DossierRow key={dossier.dossierId} dossier={dossier} />
      ))}
    </CardTable>
  );
}

function DossierRow({ dossier }: { readonly dossier: DossierSummary }) {
  const outcome = isConcluded(dossier) ? dossier.outcome : undefined;
  const term = outcome === undefined ? termDue({ deadlineOn: dossier.deadlineOn }, today()) : undefined;
  return (
    <Row>
      <Cell>
        <Link className="desk-row-link" to={`/pratiche/${dossier.dossierId}`}>
          {dossier.ownDossier ? t('clerk.dossier.own') : dossier.subject || dossier.title}
        </Link>
        <span className="desk-quiet">
          {dossier.registration} · <span {...inItalian()}>{dossier.title}</span>
        </span>
      </Cell>
      <Cell>
        {dossier.ownDossier ? (
          <span className="desk-quiet">{t('clerk.dossier.ownListed')}</span>
        ) : (
          dossier.applicantName
        )}
      </Cell>
      <Cell>{dayInFigures(dossier.submittedAt)}</Cell>
      <Cell>
        {outcome === undefined ? (
          <Said words={standingOf(dossier.milestone)} />
        ) : (
          <strong>
            <Said words={standingOf(outcome)} />
          </strong>
        )}
      </Cell>
      <Cell>
        {term === undefined ? (
          <span className="desk-quiet">—</span>
        ) : (
          <DueMark label={t('clerk.due.term')} day={dossier.deadlineOn} due={term} />
        )}
      </Cell>
    </Row>
  );
}
