import type { ClosedDay } from '../contract/closed-days.ts';
import { formatDate } from '../text/format.ts';
import { t } from '../text/text.ts';

/** Closed days, each with how many events it had and the fingerprint to keep. */
export const ClosedDays = ({ days }: { readonly days: readonly ClosedDay[] }) => (
  <ol className="iter-closed-days">
    {days.map(({ day, eventCount, hash }) => (
      <li key={day}>
        <h2 className="h6">{formatDate(day)}</h2>
        <p>{t('kit.closedDays.events', { count: eventCount })}</p>
        <p className="iter-closed-days-hash">
          {t('kit.closedDays.hash')}: <code>{hash}</code>
        </p>
      </li>
    ))}
  </ol>
);
