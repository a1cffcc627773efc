import { useQuery } from '@tanstack/react-query';
import type { CompetentBodyView, ServiceCard } from '../../contract/procedures.ts';
import type { Answers } from '../../schema/document.ts';
import { call } from '../queries.ts';

/** The body that is competent for the place in the answers; undefined where the procedure asks for the body itself. */
export function useCompetentBody(
  procedureId: string,
  { competence: { from } }: ServiceCard,
  answers: Answers,
): CompetentBodyView | undefined {
  const place = (from && answers[from.place]) ?? null;
  const { data } = useQuery({
    queryKey: ['competent-body', procedureId, place],
    queryFn: ({ signal }) => call('findCompetentBody', { params: { procedureId }, body: { place }, signal }),
    enabled: from !== undefined && place !== null,
    staleTime: 0,
  });
  return data;
}
