import { z } from 'zod';
import type { Connector, Tools } from '../connect/connectors/connector.ts';
import { connectors as ourConnectors } from '../connect/connectors/connectors.ts';
import { renderPdf } from '../connect/pdf.ts';
import { executionOf, procedureIn, viewFrom } from '../core/called.ts';
import { connectorKey, declaredAt, replyCommand, type ConnectorCall, type ConnectorReply } from '../core/connector.ts';
import { Problem } from '../core/problem.ts';
import { loadDossier, type NamedDossier } from '../store/tables/dossiers.ts';
import { deliverNotice } from './deliver-notice.ts';
import { inTime } from './in-time.ts';
import { runUnlessPast, theWorker, type JobDeps, type JobHandler } from './job.ts';

const common = { dossierId: z.uuid(), connector: z.string(), elementId: z.string() };
const payloadShape = z.union([
  z.object({ ...common, waitId: z.string() }),
  z.object({ ...common, messageId: z.string() }),
]);

type Asked = z.infer<typeof payloadShape>;

/**
 * Calls the connector that an element of the diagram names, and brings its reply to the dossier: an output with which
 * the dossier goes on, a BPMN error, or what became of a notice.
 *
 * @throws ZodError when input or output are not as the connector has them: the same call would give the same again
 */
export const callConnector: JobHandler = async (payload, deps) => {
  const asked = payloadShape.parse(payload);
  const connector = connectorOf(asked, deps);
  const call = await callFor(asked, deps);
  if (call === undefined) return;
  const reply = await replyTo(call, connector, deps);
  if (reply === undefined) return;
  await runUnlessPast(deps, {
    command: replyCommand(asked.dossierId, call.place, reply),
    actor: theWorker,
    key: call.key,
  });
};

/** The connector that a job names. */
function connectorOf({ connector: type, elementId }: Asked, { connectors = ourConnectors }: JobDeps): Connector {
  const found = connectors.find((one) => one.type === type);
  if (found !== undefined) return found;
  throw new Problem('step.failed', {
    elementId,
    jobType: type,
    expected: connectors.map((one) => one.type).join(', '),
  });
}

async function callFor(asked: Asked, deps: JobDeps): Promise<ConnectorCall | undefined> {
  const { dossierId, connector, elementId } = asked;
  const named = await loadDossier(deps.db, dossierId);
  if (named === undefined) return undefined;
  const place = 'waitId' in asked ? { waitId: asked.waitId } : { messageId: asked.messageId };
  const input = inputOf(named, asked);
  if (input === undefined) return undefined;
  const executionId = 'waitId' in asked ? executionOf(asked.waitId) : '';
  return {
    ...{ key: connectorKey(connector, dossierId, place), elementId, place, input },
    dossier: viewFrom(named.dossier, executionId),
    context: await contextFor(named, executionId, deps),
  };
}

/** What the diagram gave; undefined when nobody waits any more. */
function inputOf({ dossier }: NamedDossier, asked: Asked): ConnectorCall['input'] | undefined {
  if (!('waitId' in asked)) return {};
  const open = dossier.waits.find(({ wait }) => wait.id === asked.waitId);
  return open?.wait.type === 'job' ? open.wait.input : undefined;
}

async function contextFor(
  { dossier, bodyName, offices }: NamedDossier,
  executionId: string,
  deps: JobDeps,
): Promise<ConnectorCall['context']> {
  const own = await deps.procedures(dossier.procedureId, dossier.procedureVersion);
  return {
    procedure: await procedureIn(dossier, executionId, { own, load: deps.procedures }),
    now: deps.clock(),
    body: { name: bodyName },
    office: (code) => (offices[code] === undefined ? undefined : { name: offices[code] }),
    baseUrl: deps.baseUrl,
  };
}

async function replyTo(call: ConnectorCall, connector: Connector, deps: JobDeps): Promise<ConnectorReply | undefined> {
  const { input, output } = declaredAt(connector, call.context.procedure, call.elementId);
  input.parse(call.input);
  const isSimulated = deps.outside.simulates.includes(connector.type);
  const reply = isSimulated ? connector.simulate(call) : await performed(call, connector, deps);
  if (reply === undefined || 'error' in reply) return reply;
  return { ...reply, output: z.record(z.string(), z.json()).parse(output.parse(reply.output)) };
}

function performed(call: ConnectorCall, connector: Connector, deps: JobDeps): ReturnType<Connector['perform']> {
  const { outside } = deps;
  const tools: Omit<Tools, 'signal'> = {
    files: deps.files,
    renderPdf,
    deliverNotice: (notice) => deliverNotice(notice, deps),
    http: outside.http,
    settings: (name) => outside.settings(call.dossier.bodyId, name),
    newId: deps.newId,
  };
  return inTime(connector.timeLimitMs, (signal) => connector.perform(call, { ...tools, signal }));
}
