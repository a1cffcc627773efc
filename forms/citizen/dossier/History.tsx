import type { TimelineEntry } from '../../contract/dossiers.ts';
import { ByDay } from '../../kit/ByDay.tsx';
import { formatTime } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian, wordsOf } from '../../kit/own-language.ts';
import { Section } from './Section.tsx';

/** All that has happened to the dossier, by day, the newest first, each with its time and the article behind it. */
export function History({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const newestFirst = [...entries].sort((one, other) => other.sequence - one.sequence);
  return (
    <Section id="cronologia" title={t('citizen.dossier.timelineHeading')}>
      <ByDay entries={newestFirst}>
        {(happened) => (
          <ol className="history" reversed>
            {happened.map((entry) => (
              <Entry key={entry.sequence} entry={entry} />
            ))}
          </ol>
        )}
      </ByDay>
    </Section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { at, title, text, ground } = entry;
  const { text: name, ...inLanguage } = wordsOf(entry.name ?? '', entry.nameInEnglish);
  return (
    <li>
      <p className="history-when">
        <time dateTime={at}>{formatTime(at)}</time>
      </p>
      <p className="history-title">{title}</p>
      {name === '' ? null : (
        <p className="history-text" {...inLanguage}>
          {name}
        </p>
      )}
      {text ? <p className="history-text">{text}</p> : null}
      {ground ? (
        <p className="term-ground" {...inItalian()}>
          {ground}
        </p>
      ) : null}
    </li>
  );
}
