import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { call } from '../queries.ts';
import { saveCall } from '../save-call.ts';
import { FillPage } from './FillPage.tsx';

/** A task that waits for the citizen, such as a request to make the application clearer. */
export function TaskPage() {
  const { dossierId = '', taskId = '' } = useParams();
  const params = { dossierId, taskId };
  const query = useQuery({
    queryKey: ['citizen-task', dossierId, taskId],
    queryFn: ({ signal }) => call('readCitizenTask', { params, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <FillPage
      dossierId={dossierId}
      subject={taskId}
      query={query}
      save={async (answers) => {
        const { savedAt } = await saveCall('saveCitizenTask', { params, body: { answers: { ...answers } } });
        return savedAt;
      }}
      send={(answers) =>
        // A task is completed once: its own name is the key, so that trying again never answers twice.
        call('completeCitizenTask', {
          params,
          body: { answers: { ...answers } },
          idempotencyKey: `complete-${dossierId}-${taskId}`,
        })
      }
    />
  );
}
