import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { t } from '../../text/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { call } from '../queries.ts';

/** Opens a draft, or takes up the one there is, and goes to its form: where the sign-in lands after the service card. */
export function StartPage() {
  const { procedureId = '' } = useParams();
  const navigate = useNavigate();
  const { mutate, error } = useMutation({
    mutationFn: () => call('createDraft', { body: { procedureId } }),
    onSuccess: ({ draftId }) => navigate(`/servizi/${procedureId}/domanda/${draftId}`, { replace: true }),
  });
  useEffect(() => mutate(), [mutate]);
  return error === null ? (
    <PageLoading label={t('citizen.apply.starting')} />
  ) : (
    <Refusal error={error} onRetry={() => mutate()} />
  );
}
