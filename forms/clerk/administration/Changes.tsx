import type { AdministrationEvent } from '../../contract/administration.ts';
import { formatDateTime } from '../../text/format.ts';
import { t } from '../../text/administration.ts';
import { registerViews } from './registers.ts';

/** Who changed what in a body, the newest first. */
export function Changes({ events }: { readonly events: readonly AdministrationEvent[] }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="h4">
        {t('administration.changes.title')}
      </h2>
      {events.length === 0 ? <p>{t('administration.changes.none')}</p> : null}
      <ol className="desk-changes">
        {events.map((event) => (
          <li key={event.eventId}>
            <strong>{t(`administration.register.${event.register}`)}</strong>: {whatOf(event)}{' '}
            {t(`administration.changes.${event.act}`)}
            <span className="desk-quiet">
              {t('administration.changes.line', { author: event.author, time: formatDateTime(event.at) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The cells of the row, in the order of its list. */
function whatOf({ register, cells }: AdministrationEvent): string {
  const columns = registerViews.find(({ name }) => name === register)?.columns ?? [];
  return columns
    .filter((column) => column !== 'dal' && column !== 'al')
    .map((column) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .join(' · ');
}
