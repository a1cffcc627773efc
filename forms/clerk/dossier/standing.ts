/** The milestone of a dossier that has had its answer; one under review has left it, though an outcome is on record. */
const concluded = 'conclusa';

/** Whether a dossier has had its last answer so far. */
export const isConcluded = ({
  milestone,
  closedAt,
}: {
  readonly milestone: { readonly code: string };
  readonly closedAt?: string | undefined;
}): boolean => closedAt !== undefined || milestone.code === concluded;
