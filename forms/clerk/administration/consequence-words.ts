import type { Consequences, RegisterName } from '../../contract/administration.ts';
import { t } from '../../text/administration.ts';

/** What is about to happen to a row. */
export interface ComingChange {
  readonly register: RegisterName;
  readonly act: 'keep' | 'end';
  /** In figures: `01/03/2026`; the first day of what is kept. */
  readonly day: string;
}

/** What a change does to what runs, a sentence each, with the figures of the server. */
export function consequenceWords(coming: ComingChange, figures: Consequences): readonly string[] {
  return words[coming.register](coming, figures);
}

type Words = (coming: ComingChange, figures: Consequences) => readonly string[];

const running = ({ openDossiers }: Consequences): string =>
  t('administration.confirm.dossiers', { count: openDossiers });

const words: Readonly<Record<RegisterName, Words>> = {
  assign: ({ act, day }, figures) => {
    const { openDossiers, openTasks, officeName } = figures;
    const stay =
      officeName === undefined || openTasks === 0
        ? []
        : [t('administration.confirm.stay', { count: openTasks, office: officeName })];
    const next = act === 'end' ? t('administration.confirm.back') : t('administration.confirm.next', { day });
    return [running(figures), ...stay, ...(openDossiers === 0 && act === 'keep' ? [] : [next])];
  },
  delegations: ({ act, day }, figures) => [
    running(figures),
    act === 'end' ? t('administration.confirm.undelegated') : t('administration.confirm.delegated', { day }),
  ],
  parameters: ({ act, day }, figures) => {
    const stay = figures.openDossiers === 0 ? [] : [t('administration.confirm.keepValue')];
    const next = act === 'end' ? t('administration.confirm.usual') : t('administration.confirm.valued', { day });
    return [running(figures), ...stay, next];
  },
  texts: ({ act, day }) => [
    act === 'end' ? t('administration.confirm.unsaid') : t('administration.confirm.said', { day }),
  ],
  offices: (_, { openDossiers, openTasks }) => [
    ...(openTasks === 0 ? [] : [t('administration.confirm.officeOpen', { count: openTasks })]),
    ...(openDossiers === 0 ? [] : [t('administration.confirm.officeAnswers')]),
    ...(openTasks + openDossiers === 0 ? [t('administration.confirm.office')] : []),
  ],
  people: (_, { openTasks }) => [t('administration.confirm.claimed', { count: openTasks })],
  bodies: (_, figures) => [running(figures), t('administration.confirm.bodyEnds')],
};
