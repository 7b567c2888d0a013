import { ok } from './answer.js';
import type { Route } from './route.js';

/** IDENTIFYs a day, as Discord grants a bot in few servers. */
const SESSIONS_A_DAY = 1_000;

/** Where the gateway is. `gatewayUrl` is asked late because the port comes late. */
export function createGatewayRoutes(gatewayUrl: () => string): readonly Route[] {
  return [
    { method: 'GET', path: '/gateway', isPublic: true, handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: ({ settings: { shards, maxConcurrency } }) =>
        ok({
          url: gatewayUrl(),
          shards,
          session_start_limit: {
            total: SESSIONS_A_DAY,
            remaining: SESSIONS_A_DAY,
            reset_after: 86_400_000,
            max_concurrency: maxConcurrency ?? shards,
          },
        }),
    },
  ];
}
