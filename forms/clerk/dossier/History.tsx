import type { OfficeDossier } from '../../contract/tasks.ts';
import { ByDay } from '../../kit/ByDay.tsx';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/clerk.ts';

type Entry = OfficeDossier['history'][number];

const hashShown = 12;

/** Every fact of the dossier, the latest first: when, what, who, by which article, and the start of its hash. */
export function History({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <>
      <p className="desk-quiet">{t('clerk.dossier.historyText')}</p>
      <ByDay entries={[...entries].reverse()}>
        {(happened) => (
          <ol className="desk-history" reversed>
            {happened.map((entry) => (
              <Fact key={entry.sequence} entry={entry} />
            ))}
          </ol>
        )}
      </ByDay>
    </>
  );
}

function Fact({ entry }: { readonly entry: Entry }) {
  return (
    <li>
      <p className="desk-history-title">{entry.title}</p>
      {entry.text === undefined ? null : <p className="desk-text">{entry.text}</p>}
      <p className="desk-quiet">
        <time dateTime={entry.at}>{formatDateTime(entry.at)}</time> · {entry.actor}
        {entry.ground === undefined ? '' : ` · ${entry.ground}`}
      </p>
      <details className="desk-history-data">
        <summary>
          {t('clerk.dossier.event', { sequence: entry.sequence })} · {t('clerk.dossier.hash')}{' '}
          <code>{entry.hash.slice(0, hashShown)}</code>
        </summary>
        <p className="desk-code">{entry.hash}</p>
        <p className="desk-quiet">
          {t('clerk.dossier.eventData')}: {entry.type}
        </p>
        <pre>{JSON.stringify(entry.data, undefined, 2)}</pre>
      </details>
    </li>
  );
}
