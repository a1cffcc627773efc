import type { TimelineEntry } from '../../contract/dossiers.ts';
import { ByDay } from '../../kit/ByDay.tsx';
import { formatTime } from '../../text/format.ts';
import { language } from '../../text/language.ts';
import { t } from '../../text/text.ts';
import { inItalian } from '../language.ts';
import { Section } from './Section.tsx';

/** All that has happened to the dossier, by day, the newest first, each with its time and the article behind it. */
export function History({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const newestFirst = [...entries].sort((one, other) => other.sequence - one.sequence);
  return (
    <Section id="cronologia" title={t('citizen.dossier.timelineHeading')}>
      <ByDay entries={newestFirst}>
        {(happened) => (
          <ol className="history" reversed>
            {happened.map(({ sequence, at, title, text, ground }) => (
              <li key={sequence} {...inItalian()}>
                <p className="history-when" lang={language()}>
                  <time dateTime={at}>{formatTime(at)}</time>
                </p>
                <p className="history-title">{title}</p>
                {text ? <p className="history-text">{text}</p> : null}
                {ground ? <p className="term-ground">{ground}</p> : null}
              </li>
            ))}
          </ol>
        )}
      </ByDay>
    </Section>
  );
}
