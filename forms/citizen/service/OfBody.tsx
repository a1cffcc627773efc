import { useSearchParams } from 'react-router';
import type { BodyCard, BodyTextName } from '../../contract/body-layer.ts';
import type { ProcedureDetail } from '../../contract/procedures.ts';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { inItalian } from '../../kit/own-language.ts';

/** The choice of the body whose own card is read, and what that body says. */
export function OfBody({ procedure }: { readonly procedure: ProcedureDetail }) {
  const [search, setSearch] = useSearchParams();
  const { bodies, ofBody } = procedure;
  const chosen = ofBody?.ipaCode ?? '';
  const choices =
    ofBody !== undefined && !bodies.some(({ ipaCode }) => ipaCode === chosen) ? [ofBody, ...bodies] : bodies;
  const choose = (ipaCode: string): void => {
    const next = new URLSearchParams(search);
    if (ipaCode === '') next.delete('ente');
    else next.set('ente', ipaCode);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <div className="service-of-body iter-form">
        <label className="form-label" htmlFor="of-body">
          {t('citizen.service.ofBody.label')}
        </label>
        <select
          id="of-body"
          className="form-select iter-select"
          value={chosen}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('citizen.service.ofBody.none')}</option>
          {choices.map(({ ipaCode, name }) => (
            <option key={ipaCode} value={ipaCode} {...inItalian()}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div aria-live="polite">{ofBody === undefined ? null : <Told card={ofBody} />}</div>
    </>
  );
}

function Told({ card: { name, texts } }: { readonly card: BodyCard }) {
  if (texts.length === 0) return <p>{t('citizen.service.ofBody.nothing', { name })}</p>;
  return (
    <dl className="service-of-body-texts">
      {texts.map(({ name: what, text, source, firstOn, lastOn }) => (
        <div key={what}>
          <dt>{t(titles[what])}</dt>
          <dd>
            <p className="service-of-body-text" {...inItalian()}>
              {text}
            </p>
            <p className="service-of-body-source">
              <span {...inItalian()}>{source}</span>
              {lastOn === undefined
                ? t('citizen.service.ofBody.from', { from: formatDate(firstOn) })
                : t('citizen.service.ofBody.fromTo', { from: formatDate(firstOn), to: formatDate(lastOn) })}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const titles = {
  contacts: 'citizen.service.ofBody.contacts',
  hours: 'citizen.service.ofBody.hours',
  costs: 'citizen.service.ofBody.costs',
  notes: 'citizen.service.ofBody.notes',
} as const satisfies Readonly<Record<BodyTextName, string>>;
