import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { APIMessage } from 'discord-api-types/v10';
import type { Server } from '../world/world.js';

/** Where an event happened, which decides the shards and intents that get it. */
export interface EventPlace {
  guildId: string | undefined;
}

/** The gateway: sessions of the bot and what they are sent. */
export interface Gateway {
  /** Hands over an HTTP upgrade of `/gateway`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an event to every session whose shard and intents cover it. */
  dispatch(event: string, data: unknown, place: EventPlace): void;
  /** Sends a message event, its content emptied if the session may not read it; nothing when the bot is not there. */
  dispatchMessage(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: APIMessage, place: EventPlace): void;
  /** Tells the sessions that the bot is now in a guild. */
  announceGuild(server: Server): void;
  isOnline(): boolean;
  /** True while there is a session, connected or waiting for its resume. */
  hasSession(): boolean;
  dropConnections(): void;
  askToReconnect(): void;
  invalidateSessions(isResumable: boolean): void;
  /** Sends a frame as it is written, well-formed or not, to every connection. */
  sendFrame(text: string): void;
  close(): void;
}
