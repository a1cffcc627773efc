import type { Executor } from '../../executors/port.ts';
import type { Program } from '../../kernel/program.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Actor } from '../actor.ts';
import { romeDay } from '../calendar.ts';
import { calledAt, executionOf, ownExecution, viewFrom, withProcess } from '../called.ts';
import type { Command } from '../command.ts';
import { competentBodyId, isRegistered } from '../competence.ts';
import { connectorNamed, replyCommand } from '../connector.ts';
import type { Dossier, Task } from '../dossier.ts';
import type { ConnectorJob } from '../effects.ts';
import { offeredActs } from '../offered-acts.ts';
import { tasksFor } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import { step } from '../step.ts';
import type { StepContext } from '../step.ts';
import { deadline } from '../term/deadline.ts';
import { noCast, type Cast } from './cast.ts';
import { bodyIdIn, officeCalled, personNamed, rolesPlayed, stageBody, withBody } from './people.ts';
import type { Stage, StageView } from './stage.ts';

/** What is played, and what runs its diagram. */
export interface Production {
  readonly procedure: Procedure;
  readonly executor: Executor<Program>;
}

/**
 * A stage without a database: the pure core and an executor under a virtual clock. Connectors are simulated, at
 * once; timers fire when they are due. It serves one scenario; for the next one make another.
 */
export function memoryStage(production: Production): Stage {
  const memory: Memory = {
    ...production,
    cast: noCast,
    now: '2026-01-01T00:00:00.000Z',
    dossier: undefined,
    registrations: 0,
    messages: [],
    documents: [],
  };
  return {
    seat: async (cast) => {
      memory.cast = cast;
    },
    advanceTo: (at) => advanceTo(memory, new Date(at).toISOString()),
    submit: async (person, given) => {
      const answers = withBody(given, stageBody.bodyId);
      const { procedureId, version: procedureVersion } = memory.procedure;
      competentBodyId(memory.procedure, answers);
      const asked = { dossierId, procedureId, procedureVersion, draftId: 'draft', answers };
      await run(memory, { type: 'submit', ...asked }, personNamed(person, memory.cast));
    },
    claim: async (person, elementId) => {
      const { taskId } = taskAt(memory, elementId, personNamed(person, memory.cast));
      await run(memory, { type: 'claim', dossierId, taskId }, personNamed(person, memory.cast));
    },
    complete: async (person, elementId, answers) => {
      const actor = personNamed(person, memory.cast);
      const { taskId, audience, claimedBy } = taskAt(memory, elementId, actor);
      const mustClaim = audience.type === 'office' && claimedBy === undefined && actor.audience === 'office';
      if (mustClaim) await run(memory, { type: 'claim', dossierId, taskId }, actor);
      await run(memory, { type: 'complete', dossierId, taskId, answers }, actor);
    },
    act: async (person, elementId, answers) => {
      opened(memory);
      await run(memory, { type: 'act', dossierId, elementId, answers }, personNamed(person, memory.cast));
    },
    view: async () => memory.dossier && viewOf(memory, memory.dossier),
  };
}

interface Memory extends Production {
  cast: Cast;
  now: Instant;
  /** Absent before the submission. */
  dossier: Dossier | undefined;
  registrations: number;
  readonly messages: string[];
  readonly documents: string[];
}

const dossierId = '01900000-0000-7000-8000-000000000001';

function contextFor({ procedure, executor, now, cast }: Memory, registration: string | undefined): StepContext {
  return {
    procedure,
    executor,
    now,
    uploads: [],
    body: stageBody,
    office: (code) => officeCalled(code, cast),
    assigned: rolesPlayed(cast),
    baseUrl: 'http://localhost',
    ...(registration !== undefined && { registration }),
  };
}

async function run(memory: Memory, command: Command, actor: Actor): Promise<void> {
  const audience = actor.type === 'system' ? 'system' : actor.audience;
  const registration = isRegistered(command, audience) ? nextNumber(memory) : undefined;
  const moved = await step({ dossier: memory.dossier, command, actor, context: contextFor(memory, registration) });
  if (registration !== undefined) memory.registrations += 1;
  const dossier = { ...moved.dossier, eventCount: moved.dossier.eventCount + moved.events.length };
  // It has to survive what a database does to it.
  memory.dossier = JSON.parse(JSON.stringify(dossier));
  memory.messages.push(...moved.messages.map(({ templateId }) => templateId));
  memory.documents.push(...drawnUp(command));
  for (const job of moved.jobs) if (job.type === 'call-connector') await call(memory, job);
}

function nextNumber({ now, registrations }: Memory): string {
  return `${stageBody.ipaCode}/${romeDay(now).slice(0, 4)}/${String(registrations + 1).padStart(7, '0')}`;
}

const drawnUp = (command: Command): readonly string[] =>
  command.type === 'finish-job' ? command.documents.map(({ title }) => title) : [];

/** A connector is simulated at once. */
async function call(memory: Memory, { connector: type, elementId, key, place }: ConnectorJob): Promise<void> {
  const dossier = opened(memory);
  const open = dossier.waits.find(({ wait }) => 'waitId' in place && wait.id === place.waitId);
  const input = open?.wait.type === 'job' ? open.wait.input : {};
  const connector = connectorNamed(memory.procedure, type, elementId);
  // What a part asks for is drawn in its own diagram, and sees its own variables.
  const executionId = 'waitId' in place ? executionOf(place.waitId) : ownExecution;
  const procedure = withProcess(memory.procedure, calledAt(dossier, executionId)?.processId);
  const context = { ...contextFor(memory, undefined), procedure };
  const seen = viewFrom(dossier, executionId);
  const reply = connector.simulate({ key, dossier: seen, elementId, place, input, context });
  await run(memory, replyCommand(dossierId, place, reply), { type: 'system', component: 'worker' });
}

async function advanceTo(memory: Memory, until: Instant): Promise<void> {
  for (let due = nextTimer(memory, until); due !== undefined; due = nextTimer(memory, until)) {
    if (due.dueAt > memory.now) memory.now = due.dueAt;
    const command: Command = { type: 'fire-timer', dossierId, waitId: due.waitId };
    await run(memory, command, { type: 'system', component: 'timer' });
  }
  memory.now = until;
}

function nextTimer({ dossier }: Memory, until: Instant) {
  const armed = (dossier?.waits ?? []).flatMap(({ wait, dueAt }) =>
    wait.type === 'timer' && dueAt !== null && new Date(dueAt).toISOString() <= until
      ? [{ waitId: wait.id, dueAt }]
      : [],
  );
  return armed.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}

function opened({ dossier }: Memory): Dossier {
  if (dossier === undefined) throw new Problem('dossier.not-found');
  return dossier;
}

/** The open task of an element; of several the one that the person may work on. */
function taskAt(memory: Memory, elementId: string, actor: Actor): Task {
  const dossier = opened(memory);
  const { tasks } = dossier;
  const isOf = (one: Task): boolean => one.elementId === elementId;
  const task = tasksFor(actor, dossier, romeDay(memory.now)).find(isOf) ?? tasks.find(isOf);
  if (task === undefined) {
    throw new Problem('task.not-found', { elementId, open: tasks.map((one) => one.elementId) });
  }
  return task;
}

function viewOf({ procedure, now, cast, messages, documents }: Memory, dossier: Dossier): StageView {
  const party = dossier.parties.find(({ role }) => role === 'applicant');
  const applicant = party?.personId ?? party?.through?.personId ?? '';
  const today = romeDay(now);
  return {
    dossier,
    messages: [...messages],
    documents: [...documents],
    deadlines: Object.fromEntries(
      Object.values(dossier.terms).map((term) => [term.termId, deadline(term, today) ?? null]),
    ),
    bodies: Object.fromEntries(Object.keys(cast.bodies).map((ipaCode) => [bodyIdIn(ipaCode), ipaCode])),
    acts: offeredActs(personNamed(applicant, cast), { dossier, procedure, today }).map(({ elementId }) => elementId),
  };
}
