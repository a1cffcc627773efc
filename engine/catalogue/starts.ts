import { subscriptionsOf } from '../kernel/running/subscriptions.ts';
import type { Subscription } from '../kernel/running/subscriptions.ts';
import type { Program } from '../kernel/program.ts';
import { ExecutionProblem } from '../kernel/types.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { programsOf } from './expressions.ts';
import type { Parts } from './expressions.ts';
import { given } from './known-names.ts';
import { namesIn } from './names.ts';

/** Any instant will do to see whether what the start events say can be understood. */
const someInstant = '2026-01-01T00:00:00.000Z';

/**
 * What keeps a procedure from opening dossiers without an application: the body and the office that answer for them
 * have to be known without any answers (L. 241/1990, artt. 4 and 5). Of a message or a signal the body is that of its
 * thrower.
 */
export function checkStarts(parts: Parts): readonly Finding[] {
  const listened = programsOf(parts).map(listenedFor);
  const subscriptions = listened.flatMap((each) => each.subscriptions);
  if (subscriptions.length === 0) return listened.flatMap((each) => each.findings);
  return [...listened.flatMap((each) => each.findings), ...checkBody(parts, subscriptions), ...checkOffice(parts)];
}

interface Listened {
  readonly subscriptions: readonly Subscription[];
  readonly findings: readonly Finding[];
}

function listenedFor(program: Program): Listened {
  try {
    return { subscriptions: subscriptionsOf(program, someInstant), findings: [] };
  } catch (problem) {
    if (!(problem instanceof ExecutionProblem)) throw problem;
    const { failure, elementId } = problem;
    const found = errorIn('procedure.bpmn', 'start.expression', { process: program.processId, failure });
    return { subscriptions: [], findings: [{ ...found, ...(elementId !== undefined && { elementId }) }] };
  }
}

function checkBody({ service, parameters }: Parts, subscriptions: readonly Subscription[]): readonly Finding[] {
  const { bodies, bodyKey } = service.competence;
  if (bodies !== undefined || bodyKey in parameters) return [];
  const own = subscriptions.filter(({ type }) => type === 'timer' || type === 'condition');
  return own.map(({ elementId }) => ({
    ...errorIn('procedure.bpmn', 'start.body-unknown', { key: bodyKey }),
    elementId,
  }));
}

function checkOffice({ service }: Parts): readonly Finding[] {
  const { officeCode } = service.competence;
  if (!officeCode.startsWith('=')) return [];
  const unknown = namesIn(officeCode).filter((name) => !given.includes(name.split('.')[0] ?? name));
  return unknown.length === 0 ? [] : [errorIn('service.json', 'start.office-unknown', { names: unknown })];
}
