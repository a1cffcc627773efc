import type { Readable } from 'node:stream';
import type { Context } from 'koa';
import type { z } from 'zod';
import type { EndpointName, endpoints } from '../../forms/contract/endpoints.ts';
import type { PersonActor } from '../core/actor.ts';
import type { Services } from './services.ts';

type Of<Name extends EndpointName> = (typeof endpoints)[Name];
type Schema<Name extends EndpointName, Part extends string> =
  Of<Name> extends { readonly [K in Part]?: infer S } ? (S extends z.ZodType ? z.output<S> : undefined) : undefined;

/** A file that goes out as an attachment, never shown inside our own pages. */
export interface FileAnswer {
  readonly content: Readable | Buffer;
  readonly mediaType: string;
  readonly fileName: string;
  /** In bytes; absent where it is not known before the end. */
  readonly size?: number;
}

/** A request that was found to fit its contract. */
export interface Call<Name extends EndpointName> {
  readonly params: Schema<Name, 'params'>;
  readonly query: Schema<Name, 'query'>;
  readonly body: Schema<Name, 'body'>;
  /**
   * Who asks, in the session that belongs to the operation.
   * @throws Problem `session.required` when read where nobody has signed in
   */
  readonly actor: PersonActor;
  /** The `Idempotency-Key`; empty for operations that need none. */
  readonly key: string;
  readonly services: Services;
  /** The request itself, for the few that read a stream or a cookie. */
  readonly ctx: Context;
}

/** What an operation gives back: the shape of its contract, a file, or nothing. */
export type Answer<Name extends EndpointName> =
  Of<Name> extends { readonly response?: infer R }
    ? R extends z.ZodType
      ? unknown extends z.output<R>
        ? FileAnswer | undefined
        : z.output<R>
      : undefined
    : undefined;

/** Does one operation of the contract. */
export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<Answer<Name>>;

/** A handler for every operation; the compiler checks that none is missing. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Name> };
