import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Administration, RegisterRow } from '../../contract/administration.ts';
import { t } from '../../text/administration.ts';
import { dayInFigures, today } from '../clock.ts';
import { useAnnounce } from '../layout/announcer.tsx';
import { call } from '../queries.ts';
import { EndDialog } from './EndDialog.tsx';
import { consequencesQuery } from './queries.ts';
import { wordOf, type RegisterView } from './registers.ts';

/** Ends a row, after its consequences have been told. */
export function EndRow({ view, known, row, onDone }: Props) {
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const { data: figures } = useQuery(consequencesQuery(view.name, row.cells));
  const ending = useMutation({
    mutationFn: (lastOn: string) =>
      call('endRegisterRow', { params: { register: view.name }, body: { cells: row.cells, lastOn } }),
    onSuccess: async ({ ended }, lastOn) => {
      if (!ended) return;
      announce(t('administration.list.closed', { day: dayInFigures(lastOn) }));
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['administration'] });
    },
  });
  const { cells, names } = row;
  const what = view.columns
    .filter((column) => column !== 'dal' && column !== 'al')
    .map((column) => wordOf({ register: view.name, column, value: cells[column] ?? '' }, { cells, names, known }))
    .filter((word) => word !== '');
  return (
    <EndDialog
      register={view.name}
      what={what.join(' · ')}
      figures={figures}
      against={ending.data?.against ?? ending.error?.message}
      busy={ending.isPending}
      today={today()}
      onEnd={(lastOn) => ending.mutate(lastOn)}
      onCancel={onDone}
    />
  );
}

interface Props {
  readonly view: RegisterView;
  readonly known: Administration;
  readonly row: RegisterRow;
  /** It was ended, or its reader thought better of it. */
  onDone(): void;
}
