import type { z } from 'zod';
import type { ConnectorCall, ConnectorDeclaration, ConnectorReply } from '../../core/connector.ts';
import type { FileStore } from '../files.ts';
import type { Http } from '../http.ts';
import type { PdfContent } from '../pdf.ts';

/** What became of a notice on its way to mailboxes. */
export interface Delivery {
  readonly delivered: boolean;
  /** What the mail server said, or why nothing was sent. */
  readonly detail: string;
  /** Of a mail that went out, or may have: SHA-256 over subject, empty line and text. */
  readonly textHash?: string;
}

/** The outside world, as connectors reach it: handed in, so that a connector itself touches nothing. */
export interface Tools {
  readonly files: Pick<FileStore, 'put'>;
  readonly renderPdf: (content: PdfContent) => Promise<Buffer>;
  /** Sends the courtesy mail of a notice; undefined when the record says already what became of it. */
  readonly deliverNotice: (notice: {
    readonly dossierId: string;
    readonly messageId: string;
  }) => Promise<Delivery | undefined>;
  readonly http: Http;
  /**
   * What the body of the dossier has set for a connector, by key; for one of several services, `http/<api>`.
   */
  readonly settings: (name: string) => Promise<Readonly<Record<string, string>>>;
  /** A new UUID. */
  readonly newId: () => string;
  /** Ends when the time for the attempt is over. */
  readonly signal: AbortSignal;
}

/** A service outside: what is declared of it, and how it is called. */
export interface Connector extends ConnectorDeclaration {
  /**
   * Makes the call. It may be made again after it was answered; its key tells. Undefined: nobody needs the reply any
   * more.
   *
   * @throws anything that may go well another time
   */
  readonly perform: (call: ConnectorCall, tools: Tools) => Promise<ConnectorReply | undefined>;
}

/** A connector as it is written: with the input as its schema has it. */
interface Definition<Input extends z.ZodObject> extends Omit<ConnectorDeclaration, 'input' | 'simulate'> {
  readonly input: Input;
  readonly simulate: (call: ConnectorCall<z.output<Input>>) => ConnectorReply;
  readonly perform: (call: ConnectorCall<z.output<Input>>, tools: Tools) => Promise<ConnectorReply | undefined>;
}

/** A connector from its definition: it reads its input before it is simulated or called. */
export function connector<Input extends z.ZodObject>(definition: Definition<Input>): Connector {
  const read = (call: ConnectorCall) => ({ ...call, input: definition.input.parse(call.input) });
  return {
    ...definition,
    simulate: (call) => definition.simulate(read(call)),
    perform: async (call, tools) => definition.perform(read(call), tools),
  };
}
