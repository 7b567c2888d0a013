import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { FetchOptions } from '../../src/fetch/fetch-options.js';
import type { Network } from '../../src/fetch/network.js';
import { IN_PLACE } from '../in-place.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Web sites on 127.0.0.1 with a certificate for `site.example` and `other.example`, and the network that they are on. */
export interface TestSites {
  /** By host and path: `site.example/pier`. What has no handler is answered with 404. */
  readonly pages: Map<string, Handler>;
  /** Every request so far: `site.example/pier`. */
  readonly asked: string[];
  readonly options: FetchOptions;
  readonly network: Network;
  close(): Promise<void>;
}

/** Starts the sites. */
export async function startSites(): Promise<TestSites> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'site.example' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: ['site.example', 'other.example'].map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  const pages = new Map<string, Handler>();
  const asked: string[] = [];
  const server = createTlsServer({ cert, key }, (request, response) => {
    const address = `${request.headers.host}${request.url}`;
    asked.push(address);
    const handle = pages.get(address);
    if (handle !== undefined) handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    resolve: () => Promise.resolve(['127.0.0.1']),
    isAllowed: (address) => address === '127.0.0.1',
    port,
    authority: cert,
  };
  return {
    pages,
    asked,
    network,
    options: {
      version: '0.1.0',
      contact: 'https://keeper.example/bot',
      network,
      readRules: IN_PLACE.readRules,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a body of a type. */
export function serve(
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Handler {
  return (_, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);
}

/** Sends elsewhere. */
export function redirect(location: string, status = 302): Handler {
  return (_, response) => response.writeHead(status, { location }).end('Moved.');
}

/** A port of 127.0.0.1 that speaks plain HTTP. */
export async function startPlainServer(): Promise<{ port: number; close(): void }> {
  const server = createServer((_, response) => response.end('plain'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
