import type { Work } from './keeping.ts';

/** The name of each work: that of its form, with a number where several have the same; the oldest is the first. */
export function workNames(works: readonly Work[]): ReadonlyMap<string, string> {
  const ages = works.toSorted((one, other) => startOf(one).localeCompare(startOf(other)));
  return new Map(
    works.map((work) => {
      const { id } = work.draft;
      const same = ages.filter(({ draft }) => draft.id === id);
      return [work.workId, same.length === 1 ? id : `${id} (${same.indexOf(work) + 1})`];
    }),
  );
}

/** Works that were kept before it was noted have the instant of their last change. */
const startOf = ({ startedAt, changedAt }: Work): string => startedAt ?? changedAt;
