import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CallProblem } from '../../contract/client.ts';
import type { Answers, Issue } from '../../schema/document.ts';
import { codeOf } from '../../kit/failure.ts';
import { call, draftQuery, draftsQuery, dossiersKey, receiptKey } from '../queries.ts';
import type { Autosave } from './autosave.ts';

/** The sending of an application, from "Conferma e invia" to the confirmation page. */
export interface Sending {
  /** The person is being asked to confirm. */
  readonly isAsking: boolean;
  readonly isSending: boolean;
  /** Why the last attempt failed, besides answers that are not right. */
  readonly error: unknown;
  /** What the server has refused. */
  readonly issues: readonly Issue[];
  readonly ask: (answers: Answers) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

interface SendingSettings {
  readonly draftId: string;
  /** The body that the person is shown, where it follows from the place. */
  readonly bodyId: string | undefined;
  /** Shows the page with the answer under this path. */
  readonly openPageOf: (path: string) => void;
  /** Told that the form has changed, and nothing was sent. */
  readonly onHeldBack: () => void;
}

const NO_ISSUES: readonly Issue[] = [];

/** The answers that a call was refused for; none when it was refused for something else. */
export const issuesOf = (error: unknown): readonly Issue[] =>
  error instanceof CallProblem && error.problem.issues ? (error.problem.issues as readonly Issue[]) : NO_ISSUES;

/**
 * Sends a draft. All that was written is saved first; the key of the command is the draft's own id, so that trying
 * again after a lost connection never applies twice.
 */
export function useSending(autosave: Autosave, { draftId, bodyId, openPageOf, onHeldBack }: SendingSettings): Sending {
  const [isAsking, setAsking] = useState(false);
  const [issues, setIssues] = useState(NO_ISSUES);
  const navigate = useNavigate();
  const queries = useQueryClient();

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async () => {
      if (!(await autosave.flush())) throw autosaveError(autosave);
      const body = { draftId, revision: autosave.revision(), ...(bodyId !== undefined && { bodyId }) };
      return call('createApplication', { body, idempotencyKey: draftId });
    },
    onSuccess: async (receipt) => {
      queries.setQueryData(receiptKey(receipt.dossierId), receipt);
      queries.removeQueries({ queryKey: draftQuery(draftId).queryKey });
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: dossiersKey });
      await navigate(`/pratiche/${receipt.dossierId}/inviata`, { replace: true });
    },
    onError: async (failure) => {
      const refused = issuesOf(failure);
      const [first] = refused;
      if (first) {
        setIssues(refused);
        setAsking(false);
        openPageOf(first.path);
      } else if (codeOf(failure) === 'draft.changed-elsewhere') {
        setAsking(false);
        await autosave.refresh();
      } else if (codeOf(failure) === 'draft.form-changed') {
        setAsking(false);
        onHeldBack();
        await queries.invalidateQueries({ queryKey: draftQuery(draftId).queryKey });
      }
    },
  });

  return {
    isAsking,
    isSending: isPending,
    error,
    issues,
    ask: () => {
      reset();
      setIssues(NO_ISSUES);
      setAsking(true);
    },
    confirm: () => mutate(),
    cancel: () => setAsking(false),
  };
}

function autosaveError(autosave: Autosave): unknown {
  const { state } = autosave.view();
  return state.type === 'refused' ? state.error : new Error('The draft could not be saved before it was sent');
}
