import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { addressOf } from '../../forms/contract/client.ts';
import { signIn } from '../support/sign-in.ts';
import type { Dice } from './dice.ts';
import type { DraftStore } from './drafts.ts';

/** A command whose key the server has acknowledged. */
export interface Acknowledged {
  readonly key: string;
  readonly type: 'submit' | 'claim' | 'complete';
  /** Who asked, in the portal or at the desk. */
  readonly audience: Audience;
  readonly dossierId: string;
  readonly draftId?: string;
  readonly taskId?: string;
}

/** A file that the server said it has. */
export interface AcknowledgedFile {
  readonly uploadId: string;
  readonly sha256: string;
}

/** People at work, who ask again with the same key until they are told that it is done. */
export interface Load {
  /** In the order in which the server acknowledged them. */
  readonly acknowledged: readonly Acknowledged[];
  readonly files: readonly AcknowledgedFile[];
  /** How often which status came; 0 where the connection broke or nothing came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers that no fault explains, such as 500, 409, or another dossier for the same key. */
  readonly strange: readonly string[];
  /** Lets everybody end what they have begun. */
  stop(): Promise<void>;
  /** Sends everybody away in the midst of what they do, where the run has failed. */
  abandon(): void;
}

type Audience = 'citizen' | 'office';

/** What they work with. */
export interface LoadSettings {
  readonly baseUrl: string;
  readonly drafts: DraftStore;
  readonly people: number;
  readonly dice: Dice;
}

interface Scene extends LoadSettings {
  readonly acknowledged: Acknowledged[];
  readonly files: AcknowledgedFile[];
  readonly statuses: Map<number, number>;
  readonly strange: string[];
  readonly cookies: Record<Audience, string>;
  readonly abandoned: AbortController;
}

/** A person may have so many files that were not sent. */
const mostFiles = 250;
const patienceMs = 10_000;
/** What a fault may be answered with; 0 when nothing is. */
const faultStatuses = new Set([0, 502, 503, 504, 507]);

/** Sets as many people to work as told, each with one dossier after the other. */
export async function startLoad(settings: LoadSettings): Promise<Load> {
  const cookies = { citizen: '', office: '' };
  const abandoned = new AbortController();
  const scene = { ...settings, acknowledged: [], files: [], statuses: new Map(), strange: [], cookies, abandoned };
  await letIn(scene, 'citizen');
  await letIn(scene, 'office');
  let isStopping = false;
  const working = Array.from({ length: settings.people }, async () => {
    while (!isStopping && !abandoned.signal.aborted) await oneDossier(scene);
  });
  // Who is sent away tells nobody.
  void Promise.allSettled(working);
  return {
    ...scene,
    stop: async () => {
      isStopping = true;
      await Promise.all(working);
    },
    abandon: () => abandoned.abort(),
  };
}

async function letIn({ baseUrl, cookies }: Scene, audience: Audience): Promise<void> {
  const jar = await signIn(baseUrl, audience === 'citizen' ? 'giulia' : 'operatore', audience);
  cookies[audience] = jar.header(`${baseUrl}/api`);
}

/** Giulia applies; of a request for documents the office takes the first task and completes it. */
async function oneDossier(scene: Scene): Promise<void> {
  const { draftId, revision, waits } = await scene.drafts.next();
  const address = addressOf('createApplication');
  const submitted = { type: 'submit', audience: 'citizen', address, body: { draftId, revision }, draftId } as const;
  const dossierId = await acknowledge(scene, submitted);
  if (scene.dice(8) === 0 && scene.files.length < mostFiles) await putUp(scene);
  if (waits) return;
  const read = await until(scene, {
    audience: 'office',
    address: addressOf('readOfficeDossier', { params: { dossierId } }),
  });
  const taskId = /"openTasks":\[\{"taskId":"([^"]+)"/.exec(read)?.[1];
  if (taskId === undefined) {
    scene.strange.push(`nessuna attività aperta nella pratica ${dossierId}`);
    return;
  }
  const task = { audience: 'office', dossierId, taskId } as const;
  const params = { taskId };
  await acknowledge(scene, { ...task, type: 'claim', address: addressOf('claimTask', { params }), body: {} });
  const body = { answers: { esitoVerifica: 'regolare' } };
  await acknowledge(scene, { ...task, type: 'complete', address: addressOf('completeTask', { params }), body });
}

interface Asked extends Omit<Acknowledged, 'key' | 'dossierId'> {
  readonly dossierId?: string;
  readonly address: string;
  readonly body: unknown;
}

/** Asks until it is done, now and then once more with the same key; gives the dossier. */
async function acknowledge(scene: Scene, { address, body, ...asked }: Asked): Promise<string> {
  const key = v7();
  const request = { audience: asked.audience, address, key, body: JSON.stringify(body) };
  const answer = await until(scene, request);
  const dossierId = asked.dossierId ?? /"dossierId":"([^"]+)"/.exec(answer)?.[1] ?? '';
  scene.acknowledged.push({ ...asked, key, dossierId });
  if (scene.dice(5) === 0) {
    const again = await until(scene, request);
    if (!again.includes(dossierId)) scene.strange.push(`${asked.type} ${key}: ripetuta, dà un’altra pratica`);
  }
  return dossierId;
}

async function putUp(scene: Scene): Promise<void> {
  const bytes = Buffer.from(`%PDF-1.7\n%${randomUUID()}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`);
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'prova.pdf');
  const answer = await until(scene, { audience: 'citizen', address: addressOf('createUpload'), body: form });
  const uploadId = /"uploadId":"([^"]+)"/.exec(answer)?.[1] ?? '';
  scene.files.push({ uploadId, sha256: createHash('sha256').update(bytes).digest('hex') });
}

interface Request {
  readonly audience: Audience;
  readonly address: string;
  readonly key?: string;
  /** Absent: it is only read. */
  readonly body?: string | FormData;
}

/** Asks again and again while a fault is the answer; gives the body of the first other one. */
async function until(scene: Scene, request: Request): Promise<string> {
  for (;;) {
    scene.abandoned.signal.throwIfAborted();
    const { status, text } = await send(scene, request);
    scene.statuses.set(status, (scene.statuses.get(status) ?? 0) + 1);
    if (status >= 200 && status < 300) return text;
    if (status === 401) await letIn(scene, request.audience).catch(() => undefined);
    else if (!faultStatuses.has(status)) scene.strange.push(`${request.address}: ${status} ${text.slice(0, 300)}`);
    await pause(100 + scene.dice(200));
  }
}

async function send({ baseUrl, cookies }: Scene, { audience, address, key, body }: Request) {
  const headers = {
    cookie: cookies[audience],
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
  };
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const method = body === undefined ? 'GET' : 'POST';
    const response = await fetch(baseUrl + address, { method, headers, signal, ...(body !== undefined && { body }) });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
