import { Link } from 'react-router';
import { t } from '../../text/clerk.ts';
import { withFilter, type QueueQuery } from './queue-query.ts';

const choices = ['all', 'mine', 'free'] as const;

/** Whose tasks are shown: everybody's, one's own, nobody's yet. */
export function ShowChoice({
  address,
  show,
}: {
  readonly address: URLSearchParams;
  readonly show: QueueQuery['show'];
}) {
  return (
    <nav aria-label={t('clerk.queue.show')}>
      <ul className="desk-tabs">
        {choices.map((choice) => (
          <li key={choice}>
            <Link
              className={`desk-tab ${choice === show ? 'active' : ''}`}
              aria-current={choice === show ? 'page' : undefined}
              to={{ search: withFilter(address, 'show', choice === 'all' ? '' : choice).toString() }}
            >
              {t(`clerk.queue.${choice}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
