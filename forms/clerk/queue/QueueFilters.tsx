import { useQuery } from '@tanstack/react-query';
import { t } from '../../text/clerk.ts';
import { Search } from '../layout/Search.tsx';
import { Select } from '../layout/Select.tsx';
import { proceduresQuery } from '../queries.ts';
import { officesOf, useDesk } from '../session/session.ts';
import { isFiltered, withFilter, type QueueQuery } from './queue-query.ts';

/** The filters of the queue. Each change goes into the address, so that a filtered queue can be kept as a bookmark. */
export function QueueFilters({ query, address, onChange }: Props) {
  const offices = officesOf(useDesk().person);
  const procedures = useQuery(proceduresQuery).data?.items ?? [];
  const set = (key: keyof QueueQuery) => (value: string) => onChange(withFilter(address, key, value));
  return (
    <section className="desk-filters" aria-label={t('clerk.queue.filters')}>
      <Search label={t('clerk.queue.search')} value={query.q ?? ''} onSearch={set('q')} />
      {offices.length > 1 ? (
        <Select
          label={t('clerk.queue.office')}
          value={query.officeCode ?? ''}
          options={[any('clerk.queue.allOffices'), ...offices.map(({ code, name }) => ({ value: code, label: name }))]}
          onChoose={set('officeCode')}
        />
      ) : null}
      <Select
        label={t('clerk.queue.procedure')}
        value={query.procedureId ?? ''}
        options={[
          any('clerk.queue.allProcedures'),
          ...procedures.map(({ procedureId, title }) => ({ value: procedureId, label: title })),
        ]}
        onChoose={set('procedureId')}
      />
      <Select label={t('clerk.queue.due')} value={query.due ?? ''} options={dues()} onChoose={set('due')} />
      <Select
        label={t('clerk.queue.sort')}
        value={query.sort === 'due' ? '' : query.sort}
        options={[any('clerk.queue.sortDue'), { value: 'opened', label: t('clerk.queue.sortOpened') }]}
        onChoose={set('sort')}
      />
      {isFiltered(query) ? (
        <button type="button" className="btn btn-link btn-sm desk-reset" onClick={() => onChange(unfiltered(address))}>
          {t('clerk.queue.reset')}
        </button>
      ) : null}
    </section>
  );
}

interface Props {
  readonly query: QueueQuery;
  readonly address: URLSearchParams;
  onChange(address: URLSearchParams): void;
}

function any(
  key: 'clerk.queue.allOffices' | 'clerk.queue.allProcedures' | 'clerk.queue.anyDue' | 'clerk.queue.sortDue',
) {
  return { value: '', label: t(key) };
}

function dues() {
  const choices = ['overdue', 'week', 'later'] as const;
  return [any('clerk.queue.anyDue'), ...choices.map((value) => ({ value, label: t(`clerk.queue.${value}`) }))];
}

function unfiltered(address: URLSearchParams): URLSearchParams {
  const filters = ['q', 'officeCode', 'procedureId', 'due'] as const;
  return filters.reduce((left, key) => withFilter(left, key, ''), address);
}
