import { connectors } from '../../engine/connect/connectors/connectors.ts';
import { extensions } from '../../engine/language/extensions.ts';
import type { Membership, PersonActor, SystemActor } from '../../engine/core/actor.ts';
import type { Command } from '../../engine/core/command.ts';
import type { Dossier, OpenWait, Party, Task, Term, Upload } from '../../engine/core/dossier.ts';
import type { Step } from '../../engine/core/effects.ts';
import type { DossierEvent } from '../../engine/core/event.ts';
import type { Procedure } from '../../engine/core/procedure.ts';
import { zeroHash } from '../../engine/core/record.ts';
import { chain } from './chain.ts';
import { step } from '../../engine/core/step.ts';
import type { StepContext } from '../../engine/core/step.ts';
import { startTerm } from '../../engine/core/term.ts';
import { kernelExecutor } from '../../engine/executors/kernel.ts';
import { compile } from '../../engine/kernel/reading/compile.ts';
import { sha256 } from '../../engine/store/sha256.ts';
import { accessDiagram, accessFacts, accessForms, accessTemplates, accessTerms } from './access-procedure.ts';

export { sha256 };

export const bodyId = 'b0000000-0000-8000-8000-000000000001';
export const dossierId = 'd0000000-0000-7000-8000-000000000001';

/** A running term of 30 days started on 2 March 2026. */
export function aTerm(changes: Partial<Term> = {}): Term {
  const rule = { termId: 'risposta', label: 'Risposta', days: 30, ground: 'L. 241/1990, art. 2', main: true };
  return { ...startTerm(rule, '2026-03-02'), ...changes };
}

/** Giulia, signed in to the portal. */
export function aCitizen(changes: Partial<PersonActor> = {}): PersonActor {
  return {
    type: 'person',
    personId: 'giulia',
    givenName: 'Giulia',
    familyName: 'Bianchi',
    fiscalCode: 'BNCGLI85D50A944D',
    email: 'giulia@example.org',
    audience: 'citizen',
    level: 2,
    memberships: [],
    ...changes,
  };
}

/** Paola, signed in at the desk; clerk of the office `urp` unless told. */
export function aClerk(
  roles: readonly Omit<Membership, 'bodyId'>[] = [{ officeCode: 'urp', role: 'clerk' }],
  changes: Partial<PersonActor> = {},
): PersonActor {
  const memberships = roles.map((role) => ({ bodyId, ...role }));
  return {
    type: 'person',
    personId: 'paola',
    givenName: 'Paola',
    familyName: 'Conti',
    audience: 'office',
    level: 2,
    memberships,
    ...changes,
  };
}

export const theTimer: SystemActor = { type: 'system', component: 'timer' };
export const theWorker: SystemActor = { type: 'system', component: 'worker' };

/** Giulia as party. */
export function anApplicant(changes: Partial<Party> = {}): Party {
  const { givenName, familyName, fiscalCode = '', email = '', personId } = aCitizen();
  return { role: 'applicant', givenName, familyName, fiscalCode, email, personId, ...changes };
}

/** An open task of the clerks of `urp`. */
export function aTask(changes: Partial<Task> = {}): Task {
  return {
    taskId: `${dossierId}.w1`,
    waitId: 'w1',
    elementId: 'check-request',
    name: 'Verifica la richiesta',
    audience: { type: 'office', officeCode: 'urp', role: 'clerk' },
    openedAt: '2026-03-02T09:00:00.000Z',
    ...changes,
  };
}

/** Giulia's dossier at `urp`, with nothing open. */
export function aDossier(changes: Partial<Dossier> = {}): Dossier {
  return {
    dossierId,
    procedureId: 'accesso',
    procedureVersion: 1,
    bodyId,
    officeCode: 'urp',
    officeCodes: ['urp'],
    registration: 'r_emiro/2026/0000001',
    subject: 'Copia del verbale',
    submittedAt: '2026-03-02T09:00:00.000Z',
    milestone: 'ricevuta',
    parties: [anApplicant()],
    variables: {},
    state: {},
    terms: {},
    tasks: [],
    waits: [],
    eventCount: 0,
    headHash: zeroHash,
    ...changes,
  };
}

/** A message that waits at an element. */
export function aMessageWait(elementId: string): OpenWait {
  return { wait: { type: 'message', id: `wait-${elementId}`, elementId, name: '', message: elementId }, dueAt: null };
}

/** An upload of Giulia's. */
export function anUpload(changes: Partial<Upload> = {}): Upload {
  return {
    uploadId: 'u1',
    name: 'delega.pdf',
    size: 1000,
    mediaType: 'application/pdf',
    sha256: sha256('delega'),
    ...changes,
  };
}

/** A small procedure of access to documents; see `access-procedure.ts`. Its diagram may be another. */
export async function aProcedure(changes: Partial<Omit<Procedure, 'program'>> = {}): Promise<Procedure> {
  const diagram = changes.diagram ?? accessDiagram;
  const { program, findings } = await compile(diagram, { decisions: [] });
  if (!program) throw new Error(JSON.stringify(findings));
  return {
    procedureId: 'accesso',
    version: 1,
    diagram,
    service: aServiceCard(),
    forms: accessForms,
    facts: accessFacts,
    lanes: {},
    dialect: extensions,
    connectors,
    terms: accessTerms,
    templates: accessTemplates,
    parameters: { rispostaGiorni: [{ value: 30, validFrom: '2000-01-01', source: 'L. 241/1990, art. 25 c. 4' }] },
    startFormId: 'richiesta',
    ...changes,
    program,
  };
}

/** The card of that procedure. */
export function aServiceCard(changes: Partial<Procedure['service']> = {}): Procedure['service'] {
  return {
    category: 'Trasparenza',
    title: 'Accesso agli atti',
    status: 'active',
    shortDescription: 'Chiedi un documento.',
    audience: ['Tutti'],
    howTo: ['In linea'],
    needed: [],
    achieved: ['Il documento'],
    times: [{ label: 'Risposta', text: 'Entro il termine' }],
    costs: ['Nessuno'],
    access: { label: 'Richiedi', level: 2 },
    conditions: [],
    contacts: [],
    legalBasis: [],
    topics: [],
    keywords: [],
    privacyNotice: ['Trattiamo i dati per rispondere.'],
    maximumDaysParameter: 'rispostaGiorni',
    competence: { bodyKey: 'ente', officeCode: 'urp' },
    subject: 'oggetto',
    executor: 'kernel',
    ...changes,
  };
}

const offices: Readonly<Record<string, string>> = {
  urp: 'Ufficio relazioni con il pubblico',
  documenti: 'Ufficio documenti',
  rpct: 'Responsabile della trasparenza',
};

/** The world of a step on 2 March 2026 at ten in Italy, in a body with the offices urp, documenti and rpct. */
export async function aContext(changes: Partial<StepContext> = {}): Promise<StepContext> {
  return {
    procedure: changes.procedure ?? (await aProcedure()),
    executor: kernelExecutor,
    now: '2026-03-02T09:00:00.000Z',
    registration: 'r_emiro/2026/0000001',
    uploads: [],
    body: { bodyId, name: 'Regione Emilia-Romagna', ipaCode: 'r_emiro' },
    office: (code) => (code in offices ? { name: offices[code] ?? code } : undefined),
    baseUrl: 'https://iter.example.org',
    ...changes,
  };
}

/** What a play remembers: the dossier, its whole record, and the last step. */
export interface Play {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  readonly last: Step;
}

/** One command, and what differs from the usual world. */
export interface Scene {
  readonly by: Parameters<typeof step>[0]['actor'];
  readonly command: Command;
  readonly context?: Partial<StepContext>;
}

/** Does one command after another as the door would, through JSON in between. */
export async function play(before: Play | undefined, { by, command, context }: Scene): Promise<Play> {
  const last = await step({ dossier: before?.dossier, command, actor: by, context: await aContext(context) });
  const events = chain(last.events, last.dossier, sha256);
  const end = events.at(-1);
  const moved = {
    ...last.dossier,
    eventCount: end?.sequence ?? last.dossier.eventCount,
    headHash: end?.hash ?? last.dossier.headHash,
  };
  const dossier = JSON.parse(JSON.stringify(moved)) as Dossier;
  return { dossier, events: [...(before?.events ?? []), ...events], last };
}
