import { Link } from 'react-router';
import type { RoleGap } from '../../contract/administration.ts';
import { Callout } from '../../kit/Callout.tsx';
import { t } from '../../text/administration.ts';

/** The roles of published procedures that nobody plays in a body, each with the way to fill it. */
export function Gaps({ gaps, ipaCode }: Props) {
  if (gaps.length === 0) return <Callout tone="success">{t('administration.gaps.none')}</Callout>;
  return (
    <section className="desk-gaps" aria-labelledby="gaps">
      <h2 id="gaps" className="h4">
        {t('administration.gaps.title')}
      </h2>
      <p>{t('administration.gaps.text', { count: gaps.length })}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.procedureId} ${gap.role}`}>
            <div>
              <strong>{gap.label}</strong>
              <span className="desk-quiet">{gap.title}</span>
              <span>{whyOf(gap)}</span>
            </div>
            <Fill gap={gap} ipaCode={ipaCode} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly gaps: readonly RoleGap[];
  /** The body. */
  readonly ipaCode: string;
}

function whyOf({ kind, office }: RoleGap): string {
  if (office === undefined) return t('administration.gaps.noOffice');
  return t(kind === 'no-office' ? 'administration.gaps.noOfficeNamed' : 'administration.gaps.noPeople', {
    office: office.code,
  });
}

function Fill({ gap, ipaCode }: { readonly gap: RoleGap; readonly ipaCode: string }) {
  const { kind, office, procedureId, role } = gap;
  const isForPeople = kind === 'no-people' && office !== undefined;
  const given: Readonly<Record<string, string>> = isForPeople
    ? { ente: office.ipaCode, ufficio: office.code }
    : { ente: ipaCode, procedimento: procedureId, ruolo: role };
  const place = isForPeople ? 'persone' : 'assegnazioni';
  return (
    <Link
      className="btn btn-primary btn-sm"
      to={`/amministrazione/${place}/riga?${new URLSearchParams(given).toString()}`}
      aria-label={
        isForPeople
          ? t('administration.gaps.peopleOf', { office: office.code })
          : t('administration.gaps.assignOf', { role: gap.label, procedure: gap.title })
      }
    >
      {t(isForPeople ? 'administration.gaps.people' : 'administration.gaps.assign')}
    </Link>
  );
}
