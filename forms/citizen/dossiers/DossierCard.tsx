import { Link } from 'react-router';
import type { DossierSummary } from '../../contract/dossiers.ts';
import { Icon } from '../../kit/Icon.tsx';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, titleOf, wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { MilestoneBadge } from '../dossier/MilestoneBadge.tsx';
import { isConcluded } from '../dossier/standing.ts';
import { termSentence } from '../dossier/term-sentence.ts';

/** One dossier in a list: what it is about, where it stands, what is to be done. */
export function DossierCard({ dossier }: { readonly dossier: DossierSummary }) {
  const { dossierId, subject, registration, submittedAt, bodyName, term, todo } = dossier;
  const { text: title, ...ofTitle } = titleOf(dossier);
  return (
    <li className="card-row">
      <div className="card-row-main">
        <p className="card-row-over" {...ofTitle}>
          {title}
        </p>
        <h3 className="h5">
          <Link to={`/pratiche/${dossierId}`} className="tile-link">
            <span {...inItalian()}>{subject}</span>
          </Link>
        </h3>
        <p className="card-row-meta">
          <span {...inItalian()}>{bodyName}</span> · {t('citizen.dossiers.registration')} {registration} ·{' '}
          {t('citizen.dossiers.sentOn')} {formatDate(submittedAt)}
        </p>
        {todo > 0 ? (
          <p className="card-row-todo">
            <Icon name="it-info-circle" className="icon-warning" /> {t('citizen.dossiers.todo', { count: todo })}
          </p>
        ) : null}
      </div>
      <div className="card-row-side">
        <MilestoneBadge dossier={dossier} />
        {term && term.state !== 'ended' && !isConcluded(dossier) ? (
          <p className="card-row-meta">
            {term.state === 'running' ? <Said words={wordsOf(term.label, term.labelInEnglish)} /> : null}{' '}
            {termSentence(term)}
          </p>
        ) : null}
      </div>
    </li>
  );
}
