import { describe, expect, it } from 'vitest';
import { isFiltered, readQueueQuery, withFilter } from '../../../forms/clerk/queue/queue-query.ts';

describe('the filters of the queue in the address', () => {
  it('an empty address shows everything, most urgent first', () => {
    expect(readQueueQuery(new URLSearchParams())).toEqual({ show: 'all', sort: 'due' });
  });

  it('every filter is read back as it was written', () => {
    const address = withFilter(withFilter(new URLSearchParams('show=mine'), 'due', 'overdue'), 'q', 'aria');
    expect(readQueueQuery(address)).toEqual({ show: 'mine', sort: 'due', due: 'overdue', q: 'aria' });
  });

  it('a value outside its list counts as not set', () => {
    expect(readQueueQuery(new URLSearchParams('show=secret&due=never&q=aria'))).toEqual({
      show: 'all',
      sort: 'due',
      q: 'aria',
    });
  });

  it('parameters of others are left out of the query', () => {
    expect(readQueueQuery(new URLSearchParams('sezione=registro&cursor=abc'))).toEqual({ show: 'all', sort: 'due' });
  });

  it('an empty value takes a filter away', () => {
    expect(withFilter(new URLSearchParams('q=aria&due=week'), 'q', '').toString()).toBe('due=week');
  });

  it('neither the order nor whose tasks count as filter', () => {
    expect(isFiltered(readQueueQuery(new URLSearchParams('show=mine&sort=opened')))).toBe(false);
  });
});
