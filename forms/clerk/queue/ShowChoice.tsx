import { Link } from 'react-router';
import type { CallOutput } from '../../contract/client.ts';
import { t } from '../../text/clerk.ts';
import { formatCount } from '../../text/format.ts';
import { withFilter, type QueueQuery } from './queue-query.ts';

const choices = ['all', 'mine', 'free'] as const;

/** Whose tasks are shown: everybody's, one's own, nobody's yet; each with how many it would show. */
export function ShowChoice({ address, show, totals }: Props) {
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
              {words(choice, totals)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Props {
  readonly address: URLSearchParams;
  readonly show: QueueQuery['show'];
  readonly totals: CallOutput<'listTasks'>['totals'];
}

function words(choice: (typeof choices)[number], totals: Props['totals']): string {
  const name = t(`clerk.queue.${choice}`);
  return totals === undefined ? name : t('clerk.queue.counted', { choice: name, figure: formatCount(totals[choice]) });
}
