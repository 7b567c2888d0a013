import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.js';

/** Where it is served, and what is told. */
export interface HealthOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** What is not there yet, or not any more, a sentence each; none if all is well. */
  readonly troubles: () => Promise<readonly string[]>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
}

/** What tells of the program's health, or why it cannot, as a sentence for the operator. */
export type HealthOpening =
  | { readonly ok: true; readonly address: string; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly reason: string };

/** Connections at the same time: a probe and a few scrapers. */
const MOST_CONNECTIONS = 32;

/** Milliseconds that a request may take to arrive. */
const TIMEOUT = 5_000;

/**
 * Serves `/livez` (the program runs), `/readyz` (it answers people: 503 with the reasons if it does not) and `/metrics`
 * (for Prometheus). Nothing else, nothing that changes anything, and nothing of any server's.
 */
export async function serveHealth({ host, port, troubles, metrics }: HealthOptions): Promise<HealthOpening> {
  const server = createServer({ requestTimeout: TIMEOUT, headersTimeout: TIMEOUT }, (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'Only GET is answered here.\n');
    const give = answers[path];
    if (give === undefined) return answer(response, 404, 'There are /livez, /readyz and /metrics.\n');
    void give(response).catch((error: unknown) =>
      answer(response, 500, `${error instanceof Error ? error.message : String(error)}\n`),
    );
  });
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/livez': async (response) => answer(response, 200, 'live\n'),
    async '/readyz'(response) {
      const found = await troubles();
      answer(response, found.length === 0 ? 200 : 503, `${found.join('\n') || 'ready'}\n`);
    },
    '/metrics': async (response) => answer(response, 200, await metrics.text(), metrics.contentType),
  };
  server.maxConnections = MOST_CONNECTIONS;
  const reason = await listen(server, host, port);
  if (reason !== null) return { ok: false, reason };
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    ok: true,
    address: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** Why it cannot listen there, as a sentence; null if it does. */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(explain('code' in error ? String(error.code) : '', host, port)));
    server.listen({ host, port }, () => {
      // What fails later befalls one connection.
      server.on('error', () => undefined);
      resolve(null);
    });
  });
}

function explain(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken on ${host}: set HEALTH_PORT to another one, or to 0 for any that is free.`;
    case 'EACCES':
      return `Port ${port} is not for the bot’s user to open: set HEALTH_PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HEALTH_HOST is no address of this machine (${host}): 127.0.0.1 is for itself alone, 0.0.0.0 for all that reach it.`;
    default:
      return `The health port ${port} on ${host} cannot be opened (${code}): check HEALTH_PORT and HEALTH_HOST.`;
  }
}
