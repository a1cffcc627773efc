import { Link } from 'react-router';
import type { DossierDetail } from '../../contract/dossiers.ts';
import { formatTheDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { Section } from './Section.tsx';

interface OfferedActsProps {
  readonly dossierId: string;
  readonly acts: DossierDetail['acts'];
}

/** What the reader may do now without being asked: withdraw, ask for a review. */
export function OfferedActs({ dossierId, acts }: OfferedActsProps) {
  if (acts.length === 0) return null;
  return (
    <Section id="cosa-puoi-fare" title={t('citizen.dossier.actsHeading')}>
      <ul className="plain-list acts">
        {acts.map(({ elementId, waitId, untilOn, ...act }) => (
          <li key={waitId ?? elementId}>
            <Link
              className="btn btn-outline-primary w-100"
              to={`/pratiche/${dossierId}/atti/${encodeURIComponent(elementId)}${whichOf(waitId)}`}
            >
              <Said words={wordsOf(act.label, act.labelInEnglish)} />
            </Link>
            {act.description ? (
              <p>
                <Said words={wordsOf(act.description, act.descriptionInEnglish)} />
              </p>
            ) : null}
            {untilOn ? <p>{t('citizen.dossier.actUntil', { date: formatTheDate(untilOn) })}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whichOf(waitId: string | undefined): string {
  return waitId === undefined ? '' : `?quale=${encodeURIComponent(waitId)}`;
}
