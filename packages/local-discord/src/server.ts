import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Gateway } from './gateway/gateway.js';

/** The only address that the local Discord listens on. */
export const LOCAL_ADDRESS = '127.0.0.1';

/** A listening server. */
export interface LocalServer {
  port: number;
  close(): Promise<void>;
}

/** The parts that a server serves. */
export interface ServedParts {
  api: Hono;
  page: Hono;
  gateway: Gateway;
}

/**
 * Serves the API below `/api/v10`, the gateway at `/gateway` and the page on 127.0.0.1; rejects when the port is taken.
 * Requests for another host or from another site are refused, so that no web page can reach the local Discord.
 */
export async function serveLocally(port: number, { api, page, gateway }: ServedParts): Promise<LocalServer> {
  const app = new Hono();
  app.use(async (context, next) => {
    if (!isLocal(context.req.header('host'), context.req.header('origin'))) {
      return context.text(
        'The local Discord answers only to this machine, by the name of 127.0.0.1 or localhost.',
        403,
      );
    }
    return next();
  });
  app.route('/api/v10', api);
  app.route('/', page);
  const server: ServerType = createAdaptorServer({ fetch: app.fetch });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    if (!isLocal(request.headers.host, request.headers.origin) || !isForGateway(request.url))
      return void socket.destroy();
    gateway.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOCAL_ADDRESS, () => resolve());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        gateway.close();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Whether a path is that of the gateway, in the encoding that it speaks; any page in a browser may send one that is no path at all. */
function isForGateway(path = '/'): boolean {
  const base = `http://${LOCAL_ADDRESS}`;
  if (!URL.canParse(path, base)) return false;
  const { pathname, searchParams } = new URL(path, base);
  return pathname === '/gateway' && (searchParams.get('encoding') ?? 'json') === 'json';
}

/** True for this machine's own names, and for an Origin (sent by browsers alone) of the same host as the request. */
function isLocal(host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
