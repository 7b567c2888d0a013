import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';

/** What a client may send, as far as the local Discord listens. */
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({}).loose(),
  shard: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });
const membersSchema = z.object({
  guild_id: z.string(),
  query: z.string().optional(),
  limit: z.number().int().optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
  nonce: z.string().optional(),
});
const frameSchema = z.object({ op: z.number().int(), d: z.unknown() });

/** What a client identifies itself by, resumes its session by, and asks for members with. */
export type Identify = z.infer<typeof identifySchema>;
export type Resume = z.infer<typeof resumeSchema>;
export type MembersRequest = z.infer<typeof membersSchema>;

/** Why a connection is closed, as Discord says it. */
export interface Closing {
  code: GatewayCloseCodes;
  reason: string;
}

/** What the gateway does with what a connection says; a closing ends the connection. */
export interface ConnectionHandlers {
  identify(identify: Identify): Closing | undefined;
  resume(resume: Resume): Closing | undefined;
  requestMembers(request: MembersRequest): void;
  isIdentified(): boolean;
  /** The connection is gone; `isOver` when the client left for good (1000 or 1001), so that its session ends. */
  closed(isOver: boolean): void;
}

/** Discord closes with 4008 a client that sends more than 120 frames a minute. */
const FRAMES_PER_MINUTE = 120;

/** Greets a new gateway connection and hands on what it sends; closes it with Discord's code when it breaks the protocol. */
export function serveConnection(socket: WebSocket, heartbeatMs: number, handlers: ConnectionHandlers): void {
  let frames = 0;
  let minute = Date.now();
  // A client that misses two heartbeats is gone, whatever its socket says.
  let zombie: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(zombie);
    zombie = setTimeout(
      () => socket.close(GatewayCloseCodes.SessionTimedOut),
      heartbeatMs * 2 + 5_000,
    ).unref();
  };
  const receiveLimited = (data: RawData): Closing | undefined => {
    if (Date.now() - minute > 60_000) {
      minute = Date.now();
      frames = 0;
    }
    frames += 1;
    if (frames > FRAMES_PER_MINUTE)
      return { code: GatewayCloseCodes.RateLimited, reason: 'You are being rate limited.' };
    const frame = parseFrame(data);
    return frame === undefined ? UNREADABLE : receive(socket, frame, handlers, watch);
  };
  socket.on('message', (data) => {
    const closing = receiveLimited(data);
    if (closing !== undefined) socket.close(closing.code, closing.reason);
  });
  socket.on('close', (code) => {
    clearTimeout(zombie);
    handlers.closed(code === 1000 || code === 1001);
  });
  socket.on('error', () => socket.terminate());
  watch();
  sendOp(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatMs, _trace: [] });
}

/** Sends a frame that is no event. */
export function sendOp(socket: WebSocket, op: GatewayOpcodes, data: unknown): void {
  socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
}

const UNREADABLE: Closing = { code: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
const UNIDENTIFIED: Closing = { code: GatewayCloseCodes.NotAuthenticated, reason: 'Not authenticated.' };

function receive(
  socket: WebSocket,
  { op, d }: z.infer<typeof frameSchema>,
  handlers: ConnectionHandlers,
  watch: () => void,
): Closing | undefined {
  switch (op) {
    case GatewayOpcodes.Heartbeat:
      watch();
      sendOp(socket, GatewayOpcodes.HeartbeatAck, null);
      return undefined;
    case GatewayOpcodes.Identify: {
      if (handlers.isIdentified()) {
        return { code: GatewayCloseCodes.AlreadyAuthenticated, reason: 'Already authenticated.' };
      }
      const identify = identifySchema.safeParse(d);
      return identify.success ? handlers.identify(identify.data) : UNREADABLE;
    }
    case GatewayOpcodes.Resume: {
      const resume = resumeSchema.safeParse(d);
      return resume.success ? handlers.resume(resume.data) : UNREADABLE;
    }
    case GatewayOpcodes.PresenceUpdate:
    case GatewayOpcodes.VoiceStateUpdate:
      return handlers.isIdentified() ? undefined : UNIDENTIFIED;
    case GatewayOpcodes.RequestGuildMembers: {
      if (!handlers.isIdentified()) return UNIDENTIFIED;
      const request = membersSchema.safeParse(d);
      if (!request.success) return UNREADABLE;
      handlers.requestMembers(request.data);
      return undefined;
    }
    default:
      return { code: GatewayCloseCodes.UnknownOpcode, reason: 'Unknown opcode.' };
  }
}

function parseFrame(data: RawData): z.infer<typeof frameSchema> | undefined {
  try {
    const text = new TextDecoder().decode(Array.isArray(data) ? Buffer.concat(data) : data);
    return frameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
