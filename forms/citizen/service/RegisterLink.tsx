import { useState } from 'react';
import { addressOf } from '../../contract/client.ts';
import { t } from '../../text/text.ts';
import type { Words } from '../../kit/own-language.ts';
import { Said } from '../../kit/Said.tsx';
import { todayOf } from '../today.ts';
import { registerPeriods, type RegisterPeriod } from './register-periods.ts';

interface RegisterLinkProps {
  readonly procedureId: string;
  readonly title: Words;
}

/** The public register of the requests of a service, as a file for the months that are chosen. */
export function RegisterLink({ procedureId, title }: RegisterLinkProps) {
  const periods = registerPeriods(todayOf({}));
  const [chosen, setChosen] = useState('year');
  const { from, to } = periods.find(({ id }) => id === chosen) ?? {};
  return (
    <>
      <p>{t('citizen.service.registerText')}</p>
      <div className="iter-form mb-3">
        <label className="form-label" htmlFor="register-period">
          {t('citizen.service.registerPeriod')}
        </label>
        <select
          id="register-period"
          className="form-select iter-select"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {periods.map((period) => (
            <option key={period.id} value={period.id}>
              {nameOf(period)}
            </option>
          ))}
        </select>
      </div>
      <a
        className="btn btn-outline-primary"
        href={addressOf('readRegister', { params: { procedureId }, query: { from, to } })}
        aria-describedby="register-format"
      >
        {t('citizen.service.registerDownload')}
      </a>
      <p id="register-format" className="form-text">
        <Said words={title} />. {t('citizen.service.registerFormat')}
      </p>
    </>
  );
}

function nameOf({ half, year }: RegisterPeriod): string {
  if (half === undefined) return t('citizen.service.registerYear');
  return t(half === 'first' ? 'citizen.service.registerFirstHalf' : 'citizen.service.registerSecondHalf', { year });
}
