import { fullName } from '../../../forms/schema/full-name.ts';
import type { Actor } from '../actor.ts';
import { romeDay } from '../calendar.ts';
import type { Day, Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import type { EventActor, EventDraft } from '../event.ts';
import type { LentTermRule } from '../../language/term-rule.ts';
import type { StepContext } from './context.ts';

/** What stays the same while a step goes on. */
export interface Scene {
  readonly context: StepContext;
  readonly acting: EventActor;
  /**
   * The day on which the acts of law of this step take effect: a timer's is the day it was due, however late it runs.
   */
  readonly day: Day;
  /** Of a part: the rules of the terms that it is lent, by the names that it has for them. */
  readonly lentTerms?: Readonly<Record<string, LentTermRule>>;
}

/** The scene of a command. */
export function sceneOf(
  actor: Actor,
  context: StepContext,
  options: { readonly role?: string; readonly day?: Day; readonly onBehalfOf?: string | undefined } = {},
): Scene {
  const { role, day = romeDay(context.now), onBehalfOf } = options;
  const acting = eventActor(actor, role);
  return { context, acting: onBehalfOf === undefined ? acting : { ...acting, onBehalfOf }, day };
}

/** The scene of what follows from an act: the system does it, in consequence of who acted. */
export function consequenceOf(scene: Scene): Scene {
  const { type, id, name } = scene.acting;
  if (type === 'system') return scene;
  const acting: EventActor = { type: 'system', id: 'engine', name: systemNames.worker, following: { type, id, name } };
  return { ...scene, acting };
}

/** A step in which nothing has happened yet. */
export function unmoved(dossier: Dossier): Step {
  return {
    dossier,
    events: [],
    submissions: [],
    tasksClosed: [],
    jobs: [],
    jobsDropped: [],
    messages: [],
    messagesThrown: [],
    documents: [],
    uploadsBound: [],
  };
}

/** The step with a further event. */
export function record(step: Step, scene: Scene, happened: Pick<EventDraft, 'type' | 'data'>): Step {
  const { type, data } = happened;
  const event = { type, at: scene.context.now, actor: scene.acting, data };
  return { ...step, events: [...step.events, event] };
}

/** The step with its dossier changed. */
export function change(step: Step, changes: Partial<Dossier>): Step {
  return { ...step, dossier: { ...step.dossier, ...changes } };
}

/** The number that the next event of the step will have in the record. */
export function nextSequence(step: Step): number {
  return step.dossier.eventCount + step.events.length + 1;
}

/** An actor as the record keeps it. */
export function eventActor(actor: Actor, role?: string): EventActor {
  const extra = role === undefined ? {} : { role };
  if (actor.type === 'system')
    return { type: 'system', id: actor.component, name: systemNames[actor.component], ...extra };
  return { type: 'person', id: actor.personId, name: fullName(actor), ...extra };
}

const systemNames = { timer: 'Scadenzario', worker: 'Sistema' } as const;
