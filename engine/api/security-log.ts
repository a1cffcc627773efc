import type { Context } from 'koa';
import type { Logger } from '../connect/log.ts';
import type { Problem, ProblemCode } from '../core/problem.ts';

/** What whoever watches over the service wants to hear of, besides refusals. */
type SecurityEvent = 'sign-in' | 'sign-out' | 'session-ended' | 'administration';

interface SecurityFacts {
  readonly event: SecurityEvent;
  readonly audience: string;
  readonly assurance?: number;
  /** Which list of the organisation was changed, and how; who changed which row is recorded beside it. */
  readonly register?: string;
  readonly act?: string;
}

/**
 * Writes a security event at `info` (OWASP ASVS 5.0, V16.3): what happened, at which door, under which request. Nobody
 * is named: no person, no address, no device.
 */
export function noteSecurityEvent(log: Logger, ctx: Context, { event, ...facts }: SecurityFacts): void {
  log.info({ requestId: ctx.state['requestId'], security: event, ...facts }, 'security');
}

/** Refusals that may be the trace of an attempt. */
const noted: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'sign-in.failed',
  'session.level-too-low',
  'permission.denied',
  'request.cross-site',
  'request.too-many',
  'upload.too-many-unsent',
]);

/** Writes a refusal as a security event, when it is one: its code, and the reason that is a word of ours. */
export function noteRefusal(log: Logger, ctx: Context, { code, details: { reason } }: Problem): void {
  if (!noted.has(code)) return;
  const said = typeof reason === 'string' ? { reason } : {};
  log.info({ requestId: ctx.state['requestId'], security: 'refused', method: ctx.method, code, ...said }, 'security');
}
