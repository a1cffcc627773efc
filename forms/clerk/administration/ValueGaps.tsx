import { Link } from 'react-router';
import type { ValueGap } from '../../contract/administration.ts';
import { t } from '../../text/administration.ts';
import { dayInFigures } from '../clock.ts';
import { cardTextLabel, cardTextWord } from './registers.ts';

/** The values that a body has to give or gives twice, each with the way to put it right; nothing when all are well. */
export function ValueGaps({ gaps, ipaCode }: Props) {
  if (gaps.length === 0) return null;
  return (
    <section className="desk-gaps" aria-labelledby="value-gaps">
      <h2 id="value-gaps" className="h4">
        {t('administration.gaps.values')}
      </h2>
      <p>{t('administration.gaps.valuesText')}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.procedureId} ${gap.kind} ${gap.name} ${gap.fault}`}>
            <div>
              <strong>{nameOf(gap)}</strong>
              <span className="desk-quiet">{gap.title}</span>
              <span>{t(`administration.gaps.${gap.fault}`, { day: dayInFigures(gap.on) })}</span>
            </div>
            <PutRight gap={gap} ipaCode={ipaCode} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly gaps: readonly ValueGap[];
  /** The body. */
  readonly ipaCode: string;
}

const nameOf = ({ kind, name, label }: ValueGap): string => (kind === 'texts' ? cardTextLabel(name) : (label ?? name));

function PutRight({ gap, ipaCode }: { readonly gap: ValueGap; readonly ipaCode: string }) {
  const { kind, name, procedureId, title, fault, on } = gap;
  const place = kind === 'texts' ? 'schede' : 'parametri';
  const what = { what: nameOf(gap), procedure: title };
  if (fault === 'twice') {
    const search = new URLSearchParams({ ente: ipaCode, q: procedureId });
    return (
      <Link
        className="btn btn-outline-primary btn-sm"
        to={`/amministrazione/${place}?${search.toString()}`}
        aria-label={t('administration.gaps.seeValuesOf', what)}
      >
        {t('administration.gaps.seeValues')}
      </Link>
    );
  }
  const column: Readonly<Record<string, string>> =
    kind === 'texts' ? { voce: cardTextWord(name) } : { parametro: name };
  const search = new URLSearchParams({ ente: ipaCode, procedimento: procedureId, ...column, dal: on });
  return (
    <Link
      className="btn btn-primary btn-sm"
      to={`/amministrazione/${place}/riga?${search.toString()}`}
      aria-label={t('administration.gaps.giveValueOf', what)}
    >
      {t('administration.gaps.giveValue')}
    </Link>
  );
}
