import { commandRoutes } from './command-routes.js';
import { interactionRoutes } from './interaction-routes.js';
import { messageRoutes } from './message-routes.js';
import { placeRoutes } from './place-routes.js';
import type { Route } from './route.js';
import { webhookRoutes } from './webhook-routes.js';

/** Every path of the REST API but the gateway's address, the more special before the more general. */
export const apiRoutes: readonly Route[] = [
  ...placeRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...messageRoutes,
];
