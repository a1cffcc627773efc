import { createServer, STATUS_CODES, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { ListenOptions } from 'node:net';
import type { Duplex } from 'node:stream';

/** An open port. Until {@link Listening.serve} is called it answers that the service is starting. */
export interface Listening {
  /** The port that was opened; what was asked for, or a free one for 0. */
  readonly port: number;
  /** Hands all further requests to the application. */
  serve(application: RequestListener): void;
  /** Takes no more requests, lets those in hand end, and cuts off what is still open after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

const starting = JSON.stringify({
  type: 'urn:iter:problem:service.unavailable',
  title: 'Il servizio si sta avviando: riprova fra poco',
  status: 503,
  code: 'service.unavailable',
});

/**
 * Connections that the system keeps for us until we take them, as far as it allows (`net.core.somaxconn`). When there
 * are more it says nothing, and they try again after 1, 3, 7, 15 seconds: of a thousand at once some waited for half a
 * minute.
 */
const BACKLOG = 4096;

/**
 * Opens the port before anything else starts, so that a port that is taken is found at once.
 * @param host the address to listen at; every address of the machine without it
 */
export async function listen(port: number, host?: string): Promise<Listening> {
  let application: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end(starting);
  };
  let isClosing = false;
  const inHand = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (isClosing) endsHere(response);
    inHand.add(response);
    response.once('close', () => inHand.delete(response));
    application(request, response);
  });
  server.on('clientError', refuseUnreadable);
  await opened(server, { port, backlog: BACKLOG, ...(host === undefined ? {} : { host }) });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => {
      application = next;
    },
    close: (graceMs) => {
      isClosing = true;
      inHand.forEach(endsHere);
      return closed(server, graceMs);
    },
  };
}

/** Tells whoever keeps the connection for further requests that it ends with this answer. */
function endsHere(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** Answers what is no HTTP request as far as it can be read: Node would answer without a body. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code, title] = refusals[error.code ?? ''] ?? unreadable;
  const body = JSON.stringify({ type: `urn:iter:problem:${code}`, title, status, code });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

type Refusal = readonly [status: number, code: string, title: string];

const unreadable: Refusal = [400, 'request.invalid', 'La richiesta non è scritta come previsto'];

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [431, 'request.too-large', 'Le intestazioni della richiesta sono troppo grandi'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.invalid', 'La richiesta non è arrivata per intero in tempo'],
};

function opened(server: Server, at: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
