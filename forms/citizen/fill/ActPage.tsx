import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { call } from '../queries.ts';
import { randomKey } from '../../kit/random-key.ts';
import { FillPage } from './FillPage.tsx';

/** An act that the citizen may do unasked, such as a withdrawal or a request for review. */
export function ActPage() {
  const { dossierId = '', elementId = '' } = useParams();
  const [search] = useSearchParams();
  const waitId = search.get('quale') ?? undefined;
  const params = { dossierId, elementId };
  // An act may be offered again later: the key lasts as long as the page.
  const [idempotencyKey] = useState(randomKey);
  const query = useQuery({
    queryKey: ['act', dossierId, elementId, waitId],
    queryFn: ({ signal }) => call('readAct', { params, query: { waitId }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <FillPage
      dossierId={dossierId}
      subject={`${elementId}/${waitId ?? ''}`}
      query={query}
      send={(answers) => call('doAct', { params, body: { answers: { ...answers }, waitId }, idempotencyKey })}
    />
  );
}
