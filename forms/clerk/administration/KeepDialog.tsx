import type { Consequences, RegisterName } from '../../contract/administration.ts';
import { Loading } from '../../kit/Loading.tsx';
import { t } from '../../text/administration.ts';
import { dayInFigures } from '../clock.ts';
import { ConfirmDialog } from '../layout/ConfirmDialog.tsx';
import { consequenceWords } from './consequence-words.ts';

/** Says what an assignment or a delegation does to what runs, before it is kept. */
export const KeepDialog = ({ register, firstOn, figures, busy, onKeep, onCancel }: Props) => (
  <ConfirmDialog
    title={t(titleOf(register))}
    confirm={t('administration.confirm.yes')}
    cancel={t('administration.confirm.no')}
    busy={busy || figures === undefined}
    onConfirm={onKeep}
    onCancel={onCancel}
  >
    {figures === undefined ? (
      <Loading />
    ) : (
      consequenceWords({ register, act: 'keep', day: dayOf(firstOn) }, figures).map((words) => (
        <p key={words}>{words}</p>
      ))
    )}
  </ConfirmDialog>
);

function titleOf(register: RegisterName) {
  if (register === 'parameters') return 'administration.confirm.valueTitle';
  return register === 'delegations' ? 'administration.confirm.delegateTitle' : 'administration.confirm.assignTitle';
}

// What was written may be no day: the server says so.
const dayOf = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayInFigures(text) : text);

interface Props {
  readonly register: RegisterName;
  readonly firstOn: string;
  /** What runs; undefined while it is being counted. */
  readonly figures: Consequences | undefined;
  readonly busy: boolean;
  onKeep(): void;
  onCancel(): void;
}
