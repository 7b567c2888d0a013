import type { APIMessage } from 'discord-api-types/v10';
import type { Breach } from './checks/breach.js';
import type { RecordedRequest } from './request-log.js';

/** Something that happened in the local Discord. */
export type SandboxEvent =
  | { kind: 'message'; message: APIMessage; visibleTo: string | undefined; isThinking: boolean }
  | { kind: 'message-changed'; message: APIMessage; visibleTo: string | undefined; isThinking: boolean }
  | { kind: 'message-deleted'; channelId: string; messageId: string }
  | { kind: 'typing'; channelId: string; userId: string }
  | { kind: 'commands-changed' }
  /** Servers, channels or roles have come or gone, or what one sees of them. */
  | { kind: 'world-changed' }
  | { kind: 'acknowledged'; interactionId: string; userId: string }
  | { kind: 'request'; request: RecordedRequest }
  | { kind: 'breach'; breach: Breach }
  | { kind: 'bot'; isOnline: boolean };

/** Told of every event, in order. */
export type SandboxListener = (event: SandboxEvent) => void;
