import type { TaskSummary } from '../../contract/tasks.ts';
import { t } from '../../text/clerk.ts';
import { CardTable } from '../layout/CardTable.tsx';
import { QueueRow } from './QueueRow.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import type { QueueActs } from './use-queue-acts.ts';

const columns = ['name', 'subject', 'officeColumn', 'dueColumn', 'claimColumn'] as const;

/** The tasks of the queue, a row each. */
export function QueueTable({ tasks, acts }: { readonly tasks: readonly TaskSummary[]; readonly acts: QueueActs }) {
  const box = useKeptFocus(tasks);
  return (
    <CardTable
      caption={t('clerk.queue.caption')}
      columns={columns.map((column) => t(`clerk.queue.${column}`))}
      box={box}
    >
      {tasks.map((task) => (
        <QueueRow key={task.taskId} task={task} acts={acts} />
      ))}
    </CardTable>
  );
}
