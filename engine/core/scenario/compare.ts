import type { Dossier, Task } from '../dossier.ts';
import type { ProblemCode } from '../problem.ts';
import type { Expectation } from './scenario.ts';
import type { StageView } from './stage.ts';

/** How many notices and documents earlier expectations have listed. */
export interface Seen {
  readonly messages: number;
  readonly documents: number;
}

interface Sight {
  /** Absent before the submission. */
  readonly view: StageView | undefined;
  readonly seen: Seen;
  /** The problem of the step before. */
  readonly refusal: ProblemCode | undefined;
}

/** What is found where an expectation looks, in its own form; a problem also where it expects none. */
export function foundFor(expected: Expectation, { view, seen, refusal }: Sight): Expectation {
  const problem = refusal === undefined ? {} : { problem: refusal };
  if (view === undefined) return problem;
  const { dossier, messages, documents, deadlines, acts } = view;
  return {
    ...problem,
    ...(expected.milestone !== undefined && { milestone: dossier.milestone }),
    ...(expected.outcome !== undefined && { outcome: dossier.outcome?.code ?? null }),
    ...(expected.tasks !== undefined && { tasks: tasksLike(expected.tasks, view) }),
    ...(expected.terms !== undefined && { terms: termsLike(expected.terms, dossier, deadlines) }),
    ...(expected.messages !== undefined && { messages: messages.slice(seen.messages) }),
    ...(expected.documents !== undefined && { documents: documents.slice(seen.documents) }),
    ...(expected.acts !== undefined && { acts: [...acts] }),
    ...(expected.closed !== undefined && { closed: dossier.closedAt !== undefined }),
  };
}

type Tasks = NonNullable<Expectation['tasks']>;

function tasksLike(expected: Tasks, { dossier, bodies }: StageView): Tasks {
  return dossier.tasks.map((task, index) => ({
    element: task.elementId,
    audience: audienceOf(task, bodies),
    ...(expected[index]?.about !== undefined && { about: task.about ?? 'none' }),
    ...(expected[index]?.dueOn !== undefined && { dueOn: task.dueOn ?? 'none' }),
  }));
}

function audienceOf({ audience }: Task, bodies: StageView['bodies']): string {
  if (audience.type === 'party') return audience.role;
  const { officeCode, bodyId, role } = audience;
  const office = bodyId === undefined ? officeCode : `${officeCode}@${bodies[bodyId] ?? bodyId}`;
  return role === 'clerk' ? office : `${office}/${role}`;
}

type Terms = NonNullable<Expectation['terms']>;

/** A term by its name: of the procedure, or the newest of a part that has a term of that name. */
const keyOf = (terms: Readonly<Record<string, unknown>>, name: string): string =>
  name in terms ? name : (Object.keys(terms).findLast((id) => id.endsWith(`:${name}`)) ?? name);

function termsLike(expected: Terms, dossier: Dossier, deadlines: StageView['deadlines']): Terms {
  const entries = Object.entries(expected).map(([termId, wanted]) => [
    termId,
    {
      ...(wanted.state !== undefined && { state: dossier.terms[keyOf(dossier.terms, termId)]?.state ?? 'not started' }),
      ...(wanted.deadlineOn !== undefined && { deadlineOn: deadlines[keyOf(deadlines, termId)] ?? null }),
    },
  ]);
  return Object.fromEntries(entries);
}
