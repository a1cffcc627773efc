import { useRef, useState } from 'react';
import type { OfficeDossier, TaskDetail } from '../../contract/tasks.ts';
import { Button } from '../../kit/Button.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { afterUploads } from '../../kit/uploads-in-hand.ts';
import { t } from '../../text/clerk.ts';
import { useAnnounce } from '../layout/announcer.tsx';
import { problemOf } from '../../kit/failure.ts';
import { TaskForm } from './TaskForm.tsx';
import { useClaiming } from './use-task-acts.ts';

/**
 * The middle of the task page. Three states: nobody has the task (take it), I have it (the form), I cannot have it
 * (why).
 */
export function TaskWork({ detail, onDone }: Props) {
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const claiming = useClaiming(detail.task.taskId, (act) => {
    announce(t(act === 'claimTask' ? 'clerk.task.claimedNow' : 'clerk.task.released'));
    // The button that was pressed goes away.
    heading.current?.focus();
  });
  const { may, task, toFill } = detail;
  const unsavedRef = useRef<(() => Promise<boolean>) | undefined>(undefined);
  const [isHeld, setHeld] = useState(false);
  const release = async (): Promise<void> => {
    const isSaved = (await unsavedRef.current?.()) ?? true;
    setHeld(!isSaved);
    if (isSaved) claiming.mutate('releaseTask');
  };
  return (
    <section className="desk-card desk-work" aria-labelledby="task-work">
      <div className="desk-card-head">
        <h2 ref={heading} id="task-work" tabIndex={-1} className="h4">
          {toFill.title === '' ? t('clerk.task.form') : toFill.title}
        </h2>
        {task.mine ? <span className="desk-mine">{t('clerk.task.mine')}</span> : null}
        {task.mine && may.release ? (
          <Button
            outline
            color="primary"
            size="xs"
            busy={claiming.isPending}
            onClick={() => afterUploads(() => void release())}
          >
            {t('clerk.task.release')}
          </Button>
        ) : null}
      </div>
      {isHeld ? <Problem problem={{ title: t('clerk.task.heldTitle'), detail: t('clerk.task.heldText') }} /> : null}
      {claiming.error === null ? null : <Problem problem={problemOf(claiming.error)} />}
      {task.mine && may.complete ? (
        <TaskForm detail={detail} unsavedRef={unsavedRef} onDone={onDone} />
      ) : (
        <ToClaim detail={detail} busy={claiming.isPending} onClaim={() => claiming.mutate('claimTask')} />
      )}
    </section>
  );
}

interface Props {
  readonly detail: TaskDetail;
  readonly onDone: (dossier: OfficeDossier) => void;
}

function ToClaim({ detail, busy, onClaim }: ToClaimProps) {
  if (detail.may.claim) {
    return (
      <div className="desk-claim">
        <p className="desk-claim-title">{t('clerk.task.claimTitle')}</p>
        <p>{t('clerk.task.claimText')}</p>
        <Button color="primary" size="lg" busy={busy} onClick={onClaim}>
          {t('clerk.task.claim')}
        </Button>
      </div>
    );
  }
  const name = detail.task.claimedBy?.name;
  if (detail.task.declaredConflict) {
    return (
      <div className="desk-claim">
        <p className="desk-claim-title">{t('clerk.task.conflict')}</p>
        <p className="mb-0">{t('clerk.task.conflictText')}</p>
      </div>
    );
  }
  return (
    <div className="desk-claim">
      <p className="desk-claim-title">
        {name === undefined ? t('clerk.task.notAllowed') : t('clerk.task.claimedByOther', { name })}
      </p>
      <p className="mb-0">{t(name === undefined ? 'clerk.task.notAllowedText' : 'clerk.task.claimedByOtherText')}</p>
    </div>
  );
}

interface ToClaimProps {
  readonly detail: TaskDetail;
  readonly busy: boolean;
  readonly onClaim: () => void;
}
