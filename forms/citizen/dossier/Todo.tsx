import { Link } from 'react-router';
import type { DossierDetail } from '../../contract/dossiers.ts';
import { formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';
import { isConcluded } from './standing.ts';

function nothing(dossier: DossierDetail): string {
  if (dossier.closedAt !== undefined) return t('citizen.dossier.todoNoneClosed');
  if (!isConcluded(dossier))
    return t(dossier.term?.state === 'expired' ? 'citizen.dossier.todoNoneLate' : 'citizen.dossier.todoNone');
  if (dossier.outcome?.kind === 'silent-refusal') return t('citizen.dossier.todoNoneSilent');
  return t(dossier.acts.length > 0 ? 'citizen.dossier.todoNoneConcluded' : 'citizen.dossier.todoNoneAnswered');
}

/** What the reader still has to do, which comes before everything else. */
export function Todo({ dossier }: { readonly dossier: DossierDetail }) {
  const { dossierId, tasks } = dossier;
  return (
    <Section
      id="cosa-fare"
      title={t('citizen.dossier.todoHeading')}
      className={tasks.length > 0 ? 'todo-box' : 'todo-box todo-box-empty'}
    >
      {tasks.length === 0 ? <p className="mb-0">{nothing(dossier)}</p> : null}
      <ul className="todo-list">
        {tasks.map(({ taskId, name, nameInEnglish, about, dueOn }) => (
          <li key={taskId}>
            <div>
              <p className="todo-name">
                <Said words={wordsOf(name, nameInEnglish)} />
              </p>
              {about === undefined ? null : <p className="mb-0">{about}</p>}
              {dueOn ? <p className="mb-0">{t('citizen.dossier.taskDue', { date: formatTheDate(dueOn) })}</p> : null}
            </div>
            <Link
              className="btn btn-primary"
              to={`/pratiche/${dossierId}/attivita/${encodeURIComponent(taskId)}`}
              aria-label={[
                `${t('citizen.dossier.taskOpen')}: ${wordsOf(name, nameInEnglish).text}`,
                ...(about === undefined ? [] : [about]),
              ].join(', ')}
            >
              {t('citizen.dossier.taskOpen')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
