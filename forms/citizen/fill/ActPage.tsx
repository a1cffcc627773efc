import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { call } from '../queries.ts';
import { randomKey } from '../../kit/random-key.ts';
import { FillPage } from './FillPage.tsx';

/** An act that the citizen may do unasked, such as a withdrawal or a request for review. */
export function ActPage() {
  const { dossierId = '', elementId = '' } = useParams();
  const params = { dossierId, elementId };
  // An act may be offered again later: the key lasts as long as the page.
  const [idempotencyKey] = useState(randomKey);
  const query = useQuery({
    queryKey: ['act', dossierId, elementId],
    queryFn: ({ signal }) => call('readAct', { params, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <FillPage
      dossierId={dossierId}
      query={query}
      send={(answers) => call('doAct', { params, body: { answers: { ...answers } }, idempotencyKey })}
    />
  );
}
