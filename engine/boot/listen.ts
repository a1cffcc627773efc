import { createServer, type RequestListener, type Server } from 'node:http';

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

/** Opens the port before anything else starts, so that a port that is taken is found at once. */
export async function listen(port: number): Promise<Listening> {
  let application: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end(starting);
  };
  const server = createServer((request, response) => application(request, response));
  await opened(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => {
      application = next;
    },
    close: (graceMs) => closed(server, graceMs),
  };
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
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
