import { competentBodyId, isRegistered } from '../../engine/core/competence.ts';
import { demoPeople } from '../../engine/core/demo.ts';
import { romeDay } from '../../engine/core/calendar.ts';
import type { Actor, PersonActor } from '../../engine/core/actor.ts';
import type { Command } from '../../engine/core/command.ts';
import type { Dossier, DossierDocument } from '../../engine/core/dossier.ts';
import type { Step } from '../../engine/core/effects.ts';
import { offeredActs } from '../../engine/core/policy.ts';
import { Problem } from '../../engine/core/problem.ts';
import type { Procedure } from '../../engine/core/procedure.ts';
import { step } from '../../engine/core/step.ts';
import type { StepContext } from '../../engine/core/step.ts';
import { deadline } from '../../engine/core/term.ts';
import { draftDocument } from '../../engine/core/texts.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import type { Answers, World, WorldView } from './scenario.ts';

const body = { bodyId: '00000000-0000-8000-8000-000000000001', name: 'Regione Emilia-Romagna', ipaCode: 'r_emiro' };

const offices: Readonly<Record<string, string>> = {
  urp: 'Ufficio relazioni con il pubblico',
  documenti: 'Ufficio che detiene i documenti',
  rpct: 'Responsabile prevenzione corruzione e trasparenza',
};

const dossierId = '01900000-0000-7000-8000-000000000001';

/** A demo person as they come out of the sign-in. */
export function personNamed(username: string): PersonActor {
  const person = demoPeople.find((one) => one.username === username);
  if (!person) throw new Error(`There is no demo person ${username}`);
  const { givenName, familyName, fiscalCode, email, audience } = person;
  const memberships = person.offices.map((office) => ({ bodyId: body.bodyId, ...office }));
  return {
    type: 'person',
    personId: username,
    givenName,
    familyName,
    fiscalCode,
    email,
    audience,
    level: 2,
    memberships,
  };
}

/** The answers with `@r_emiro` replaced by the id of that body. */
export function withBody(answers: Answers, bodyId: string): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, value === '@r_emiro' ? bodyId : value]),
  );
}

/** A world without a database: the pure core and the kernel, jobs done at once, timers fired when they are due. */
export function pureWorld(procedure: Procedure): World {
  const messages: string[] = [];
  const documents: string[] = [];
  let now = '2026-01-01T00:00:00.000Z';
  let dossier: Dossier | undefined;
  let registrations = 0;

  const contextFor = (registration: string | undefined): StepContext => ({
    procedure,
    executor: kernelExecutor,
    now,
    uploads: [],
    body,
    office: (code) => (code in offices ? { name: offices[code] ?? code } : undefined),
    baseUrl: 'http://localhost',
    ...(registration !== undefined && { registration }),
  });

  async function run(command: Command, actor: Actor): Promise<void> {
    const audience = actor.type === 'system' ? 'system' : actor.audience;
    const number = isRegistered(command, audience)
      ? `r_emiro/2026/${String(registrations + 1).padStart(7, '0')}`
      : undefined;
    const moved = await step({ dossier, command, actor, context: contextFor(number) });
    if (number !== undefined) registrations += 1;
    // The state has to survive what a database does to it.
    dossier = parse({ ...moved.dossier, eventCount: moved.dossier.eventCount + moved.events.length });
    messages.push(...moved.messages.map(({ templateId }) => templateId));
    await drawUp(moved);
  }

  async function drawUp({ jobs }: Step): Promise<void> {
    for (const job of jobs) {
      if (job.type !== 'create-document' || !dossier) continue;
      const open = dossier.waits.find(({ wait }) => wait.id === job.waitId);
      if (!open) continue;
      const draft = draftDocument(dossier, open.wait.elementId, contextFor(undefined));
      documents.push(draft.title);
      const document: DossierDocument = {
        documentId: `document-${documents.length}`,
        kind: draft.kind,
        title: draft.title,
        fileName: 'atto.pdf',
        mediaType: 'application/pdf',
        size: draft.body.length,
        sha256: '0'.repeat(64),
        addedAt: now,
        addedBy: 'Sistema',
        readableBy: draft.readableBy,
      };
      const command: Command = { type: 'finish-job', dossierId, waitId: job.waitId, output: {}, documents: [document] };
      await run(command, { type: 'system', component: 'worker' });
    }
  }

  const open = (): Dossier => {
    if (!dossier) throw new Problem('dossier.not-found');
    return dossier;
  };

  const taskAt = (elementId: string) => {
    const task = open().tasks.find((one) => one.elementId === elementId);
    if (!task) throw new Problem('task.not-found', { elementId, open: open().tasks.map((one) => one.elementId) });
    return task;
  };

  return {
    async advanceTo(at) {
      const until = new Date(at).toISOString();
      for (let due = nextTimer(dossier, until); due; due = nextTimer(dossier, until)) {
        now = due.dueAt > now ? due.dueAt : now;
        await run({ type: 'fire-timer', dossierId, waitId: due.waitId }, { type: 'system', component: 'timer' });
      }
      now = until;
    },
    async submit(person, given) {
      const answers = withBody(given, body.bodyId);
      competentBodyId(procedure, answers);
      const { procedureId, version: procedureVersion } = procedure;
      await run(
        { type: 'submit', dossierId, procedureId, procedureVersion, draftId: 'draft', answers },
        personNamed(person),
      );
    },
    async claim(person, elementId) {
      await run({ type: 'claim', dossierId, taskId: taskAt(elementId).taskId }, personNamed(person));
    },
    async complete(person, elementId, answers) {
      const task = taskAt(elementId);
      const actor = personNamed(person);
      const mustClaim = task.audience.type === 'office' && task.claimedBy === undefined && actor.audience === 'office';
      if (mustClaim) await run({ type: 'claim', dossierId, taskId: task.taskId }, actor);
      await run({ type: 'complete', dossierId, taskId: task.taskId, answers }, actor);
    },
    async act(person, elementId, answers) {
      await run({ type: 'act', dossierId: open().dossierId, elementId, answers }, personNamed(person));
    },
    async view(): Promise<WorldView | undefined> {
      if (!dossier) return undefined;
      const applicant = dossier.parties.find(({ role }) => role === 'applicant')?.personId ?? '';
      const today = romeDay(now);
      return {
        dossier,
        messages: [...messages],
        documents: [...documents],
        deadlines: Object.fromEntries(
          Object.values(dossier.terms).map((term) => [term.termId, deadline(term, today) ?? null]),
        ),
        acts: offeredActs(personNamed(applicant), dossier, procedure).map(({ elementId }) => elementId),
      };
    },
  };
}

function nextTimer(dossier: Dossier | undefined, until: string) {
  const armed = (dossier?.waits ?? []).flatMap(({ wait, dueAt }) =>
    wait.type === 'timer' && dueAt !== null && new Date(dueAt).toISOString() <= until
      ? [{ waitId: wait.id, dueAt }]
      : [],
  );
  return armed.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}

function parse(dossier: Dossier): Dossier {
  return JSON.parse(JSON.stringify(dossier)) as Dossier;
}
