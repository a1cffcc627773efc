import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeDossier } from '../../contract/tasks.ts';
import { Button } from '../../kit/Button.tsx';
import { problemOf } from '../../kit/failure.ts';
import { randomKey } from '../../kit/random-key.ts';
import { t } from '../../text/clerk.ts';
import { dayInFigures } from '../clock.ts';
import { useAnnounce } from '../layout/announcer.tsx';
import { call, dossierQuery } from '../queries.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

type Dossier = Pick<OfficeDossier, 'dossierId' | 'conflicts' | 'mayDeclareConflict'>;
type Conflict = OfficeDossier['conflicts'][number];

/** Who has declared a conflict of interest, what a manager has decided, and the way to declare one. */
export function Conflicts({ dossier: { dossierId, conflicts, mayDeclareConflict } }: { readonly dossier: Dossier }) {
  return (
    <>
      {conflicts.length === 0 ? (
        <p>{t('clerk.dossier.conflict.none')}</p>
      ) : (
        <ul className="desk-plain">
          {conflicts.map((conflict) => (
            <li key={conflict.personId} className="desk-party">
              <Declared conflict={conflict} />
              {conflict.mayAssess ? <Assess dossierId={dossierId} conflict={conflict} /> : null}
            </li>
          ))}
        </ul>
      )}
      {mayDeclareConflict ? <Declare dossierId={dossierId} /> : null}
    </>
  );
}

function Declared({ conflict: { name, mine, reason, declaredAt, confirmed } }: { readonly conflict: Conflict }) {
  return (
    <>
      <strong>{mine ? t('clerk.dossier.conflict.mine') : name}</strong>
      <span className="desk-quiet">
        {t('clerk.dossier.conflict.declaredOn', { date: dayInFigures(declaredAt), reason })}
      </span>
      <span>
        {confirmed === undefined
          ? t('clerk.dossier.conflict.waiting')
          : t('clerk.dossier.conflict.confirmedBy', {
              name: confirmed.name,
              date: dayInFigures(confirmed.at),
              reason: confirmed.reason,
            })}
      </span>
    </>
  );
}

/** The button to declare one, and the dialog that asks why. */
function Declare({ dossierId }: { readonly dossierId: string }) {
  const [isOpen, setOpen] = useState(false);
  const taking = useTaking(dossierId, () => setOpen(false));
  return (
    <div className="mt-4">
      <Button outline color="primary" size="sm" onClick={() => setOpen(true)}>
        {t('clerk.dossier.conflict.declare')}
      </Button>
      {isOpen ? (
        <ReasonDialog
          title={t('clerk.dossier.conflict.declareTitle')}
          text={t('clerk.dossier.conflict.declareText')}
          label={t('clerk.dossier.conflict.reason')}
          confirm={t('clerk.dossier.conflict.declareYes')}
          busy={taking.isPending}
          problem={taking.isError ? problemOf(taking.error) : undefined}
          onConfirm={(reason) =>
            taking.mutate({
              said: t('clerk.dossier.conflict.declared'),
              ask: () =>
                call('declareConflict', { params: { dossierId }, body: { reason }, idempotencyKey: randomKey() }),
            })
          }
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

/** What a manager can decide on the conflict of a colleague. */
function Assess({ dossierId, conflict }: { readonly dossierId: string; readonly conflict: Conflict }) {
  const [decision, setDecision] = useState<'confirmed' | 'lifted'>();
  const taking = useTaking(dossierId, () => setDecision(undefined));
  const { personId, name } = conflict;
  const params = { dossierId, personId };
  const decisions = conflict.confirmed === undefined ? (['confirmed', 'lifted'] as const) : (['lifted'] as const);
  return (
    <>
      <div className="d-flex flex-wrap gap-3 mt-3">
        {decisions.map((each) => (
          <Button key={each} outline color="primary" size="xs" onClick={() => setDecision(each)}>
            {t(`clerk.dossier.conflict.${each}`)}
          </Button>
        ))}
      </div>
      {decision === undefined ? null : (
        <ReasonDialog
          title={t(`clerk.dossier.conflict.${decision}Title`, { name })}
          text={t(`clerk.dossier.conflict.${decision}Text`)}
          label={t('clerk.dossier.conflict.reason')}
          confirm={t(`clerk.dossier.conflict.${decision}`)}
          busy={taking.isPending}
          problem={taking.isError ? problemOf(taking.error) : undefined}
          onConfirm={(reason) =>
            taking.mutate({
              said: t(`clerk.dossier.conflict.${decision}Said`, { name }),
              ask: () => call('assessConflict', { params, body: { decision, reason }, idempotencyKey: randomKey() }),
            })
          }
          onCancel={() => setDecision(undefined)}
        />
      )}
    </>
  );
}

interface Taking {
  readonly said: string;
  ask(): Promise<OfficeDossier>;
}

/** Asks the server; the dossier is then as it gave it back, and its tasks are asked for again. */
function useTaking(dossierId: string, onTaken: () => void) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ ask }: Taking) => ask(),
    onSuccess: (dossier, { said }) => {
      cache.setQueryData(dossierQuery(dossierId).queryKey, dossier);
      void cache.invalidateQueries({ queryKey: ['task'] });
      void cache.invalidateQueries({ queryKey: ['queue'] });
      onTaken();
      announce(said);
    },
  });
}
