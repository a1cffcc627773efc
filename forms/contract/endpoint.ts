import type { z } from 'zod';

/** Who may call: anyone, a signed-in citizen, a signed-in member of an office, or a development machine. */
export type EndpointAudience = 'public' | 'citizen' | 'office' | 'signed-in';

/** What is counted, so that nobody has too much of it: sign-ins, what is written, what is costly to read. */
export type LimitName =
  'sign-in' | 'draft' | 'upload' | 'application' | 'search' | 'register' | 'mail-link' | 'package' | 'administration';

/** One operation of the Engine API. `path` is below `/api/v1`, parameters as `:name`. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly audience: EndpointAudience;
  /** One line for the API documentation, in Italian. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent when the answer has no JSON body. */
  readonly response?: Response;
  /** The success status; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The media type of an answer that is not JSON. */
  readonly produces?: string;
  /** The call changes a dossier and must carry `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** As what it is counted; one that is not is not limited. */
  readonly limit?: LimitName;
}

/** Gives an endpoint back with its types inferred from its schemas. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return definition;
}
