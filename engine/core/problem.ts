/**
 * Every reason for which a request is refused: code, HTTP status. The list is closed; each has its sentences in
 * `engine/words/problems`.
 */
export const problems = {
  'request.invalid': 400,
  'request.idempotency-key-missing': 400,
  'request.idempotency-key-reused': 409,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.method-not-allowed': 405,
  'request.cross-site': 403,
  'request.too-many': 429,
  'session.required': 401,
  'session.level-too-low': 403,
  'sign-in.failed': 400,
  'permission.denied': 403,
  'resource.not-found': 404,
  'procedure.not-found': 404,
  'procedure.invalid': 422,
  'procedure.retired': 409,
  'package.not-found': 404,
  'package.exists': 409,
  'package.of-another-body': 409,
  'package.changed-elsewhere': 409,
  'package.path-not-accepted': 400,
  'package.too-large': 413,
  'package.unsafe-archive': 422,
  'package.four-eyes': 403,
  'draft.not-found': 404,
  'draft.too-many': 409,
  'draft.changed-elsewhere': 409,
  'draft.already-submitted': 409,
  'draft.form-changed': 409,
  'mail-address.link-not-valid': 404,
  'mail-address.unchanged': 409,
  'upload.not-found': 404,
  'upload.too-large': 413,
  'upload.kind-not-accepted': 415,
  'upload.empty': 400,
  'upload.too-many-unsent': 429,
  'upload.heic': 415,
  'upload.macros': 415,
  'upload.encrypted': 422,
  'upload.unsafe-archive': 422,
  'upload.unsafe-xml': 422,
  'upload.too-deep': 422,
  'upload.too-many-pixels': 422,
  'upload.too-many-signers': 422,
  'upload.signed-too-large': 413,
  'upload.too-complex': 422,
  'answers.invalid': 422,
  'body.not-ready': 409,
  'competence.no-body': 409,
  'competence.other-body': 409,
  'dossier.not-found': 404,
  'dossier.own': 403,
  'dossier.closed': 409,
  'task.not-found': 404,
  'task.already-completed': 409,
  'task.claimed-by-another': 409,
  'task.not-claimed': 409,
  'task.own-dossier': 403,
  'applicant.kind-not-admitted': 422,
  'task.conflict': 403,
  'conflict.not-found': 404,
  'mandate.ended': 403,
  'mandate.not-to-follow': 403,
  'act.not-offered': 409,
  'act.too-late': 409,
  'term.once': 409,
  'term.not-changed': 409,
  'outcome.without-effect': 409,
  'wait.not-open': 409,
  'step.failed': 422,
  'record.broken': 500,
  'service.unavailable': 503,
  'service.busy': 503,
  'service.out-of-space': 507,
} as const;

/** The stable name of a problem. */
export type ProblemCode = keyof typeof problems;

/** A request that cannot be granted now. Thrown; ends in one middleware as problem+json (RFC 9457). */
export class Problem extends Error {
  /**
   * @param code from the closed list
   * @param details safe to show to whoever asked: the value, the place, what was expected
   */
  constructor(
    readonly code: ProblemCode,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Problem';
  }

  /** The HTTP status that belongs to the code. */
  get status(): number {
    return problems[this.code];
  }
}
