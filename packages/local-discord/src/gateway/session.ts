import { randomBytes } from 'node:crypto';
import { type GatewayDispatchPayload, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** How many events are kept for a session to be replayed; a session that missed more starts anew. */
const KEPT_EVENTS = 2_000;

/** What IDENTIFY told of a session. */
export interface SessionTraits {
  intents: number;
  shardId: number;
  shardCount: number;
}

/** A gateway session: it outlives its connection until it is invalidated. */
export interface Session extends SessionTraits {
  readonly id: string;
  readonly sequence: number;
  socket: WebSocket | undefined;
  /** Numbers and sends an event, or keeps it for the resume when there is no connection. */
  send(event: string, data: unknown): void;
  /** True while every event after this sequence number is still kept. */
  canReplay(after: number): boolean;
  /** Sends every event after this sequence number again. */
  replay(after: number): void;
}

/** A session that begins with this socket. */
export function createSession(traits: SessionTraits, socket: WebSocket): Session {
  const kept: { s: number; text: string }[] = [];
  let sequence = 0;
  const session: Session = {
    ...traits,
    id: randomBytes(16).toString('hex'),
    get sequence() {
      return sequence;
    },
    socket,
    send(event, data) {
      sequence += 1;
      const payload: Pick<GatewayDispatchPayload, 'op' | 's'> & { t: string; d: unknown } = {
        op: GatewayOpcodes.Dispatch,
        s: sequence,
        t: event,
        d: data,
      };
      const text = JSON.stringify(payload);
      kept.push({ s: sequence, text });
      if (kept.length > KEPT_EVENTS) kept.shift();
      session.socket?.send(text);
    },
    canReplay(after) {
      const oldest = kept[0]?.s ?? sequence + 1;
      return after <= sequence && after >= oldest - 1;
    },
    replay(after) {
      for (const { s, text } of kept) if (s > after) session.socket?.send(text);
    },
  };
  return session;
}
