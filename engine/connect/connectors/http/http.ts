import { z } from 'zod';
import type { ConnectorReply } from '../../../core/connector.ts';
import { Problem } from '../../../core/problem.ts';
import { httpJob } from '../../../language/operation.ts';
import type { HttpAnswer } from '../../http.ts';
import { connector } from '../connector.ts';
import { authorize, settings } from './authorize.ts';
import { askedAt, declaredFor, errorCode, type Asked } from './declared.ts';
import { exampleOf } from './example.ts';
import type { Operation } from './operation.ts';
import { requestFor } from './request.ts';

/** An operation of an HTTP service, called as its OpenAPI document says; the analyst writes no code. */
export const http = connector({
  type: httpJob,
  label: 'Chiedi a un servizio esterno',
  waits: true,
  byHand: true,
  settings,
  // What is exchanged depends on the operation.
  input: z.looseObject({}),
  output: z.looseObject({}),
  errors: [],
  at: declaredFor,
  attempts: 8,
  pauseSeconds: 30,
  timeLimitMs: 30_000,
  simulate: ({ context, elementId }) => {
    const { answer } = asked(context.procedure, elementId).operation;
    return { output: { status: 200, body: answer ? (answer.example ?? exampleOf(answer.schema)) : null } };
  },
  perform: async (call, tools) => {
    const { api, operation } = asked(call.context.procedure, call.elementId);
    const set = settings.parse(await tools.settings(`${httpJob}/${api}`));
    const request = requestFor(operation, {
      input: z.record(z.string(), z.json()).parse(call.input),
      server: set.server,
    });
    const authorization = await authorize(set, { ...tools, now: call.context.now });
    const headers = { ...request.headers, ...authorization, 'idempotency-key': call.key };
    return replyOf(await tools.http({ ...request, headers, signal: tools.signal }), operation);
  },
});

function asked(procedure: Parameters<typeof askedAt>[0], elementId: string): Asked {
  const found = askedAt(procedure, elementId);
  if ('fault' in found) throw new Problem('step.failed', { elementId, found: found.fault.code });
  return found;
}

/** May go well another time although it is a 4xx: too slow, too early, too many. */
const passing: readonly number[] = [408, 425, 429];

// What an answer says is personal, and may hold what was asked: errors name the status and nothing else.
function replyOf({ status, text }: HttpAnswer, { answer, refusals }: Operation): ConnectorReply {
  if (status >= 200 && status < 300) return { output: { status, body: answer ? parsed(text) : null } };
  const refusal = refusals.find((each) => each.status === String(status));
  if (refusal !== undefined) return { error: { code: errorCode(status), message: refusal.description } };
  if (status >= 500 || passing.includes(status)) throw new Error(`The service answers ${status}`);
  throw new Problem('step.failed', { status, expected: 'an answer that the OpenAPI document tells of' });
}

function parsed(text: string): z.core.util.JSONType {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    // The reason would quote the answer.
    throw new Error('The answer of the service is not JSON');
  }
}
