import type { Answers, Issue, Json } from '../schema/document.ts';
import { isSame } from '../schema/json.ts';
import type { Settled } from '../schema/settle.ts';
import { keyOfAnswer, shownAnswered } from '../schema/shown.ts';
import { judge, type Judged } from './judge.ts';

/** An answer that the office asks to correct. */
export interface Asked {
  readonly path: string;
  readonly label: string;
  /** What is wrong, in the words of the office. */
  readonly remark: string;
  /** The answer is another one than was sent, and nothing is wrong with it. */
  readonly isDone: boolean;
}

interface Asking extends Judged {
  /** The answers as they are being written. */
  readonly values: Answers;
  readonly settled: Settled;
}

/** What the office asks to correct in a form, in the order of reading; `held` are the answers as they were sent. */
export function askedIn({ values, settled, ...judged }: Asking): readonly Asked[] {
  const { form, held = {} } = judged;
  const asked = shownAnswered(form.components, settled).filter(({ remark }) => remark !== undefined);
  if (asked.length === 0) return [];
  const written = judge(values, judged);
  return asked.map((component) => {
    const path = keyOfAnswer(component);
    const isChanged = !isAlike(written.values[path], held[path]);
    const isDone = isChanged && !written.issues.some((issue) => isAt(issue, path));
    return { path, label: component.label ?? path, remark: component.remark ?? '', isDone };
  });
}

const isAt = ({ path }: Issue, at: string): boolean =>
  path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`);

const isAlike = (one: Json | undefined, other: Json | undefined): boolean =>
  isSame(one ?? null, other ?? null) || (isEmpty(one) && isEmpty(other));

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
