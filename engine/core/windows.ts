import type { Day } from './dossier.ts';

/** Days that the law takes out of every administrative term, both ends included. */
export interface Window {
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly ground: string;
}

/** The general suspensions so far. */
export const generalWindows: readonly Window[] = [
  { fromOn: '2020-02-23', toOn: '2020-05-15', ground: 'DL 18/2020, art. 103; DL 23/2020, art. 37' },
];
