import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { toSeen } from '../messages/seen-message.js';
import type { Platform } from '../platform.js';
import type { SandboxEvent } from '../sandbox-events.js';
import { canSee } from '../world/world.js';
import { withCitations } from './cited.js';
import type { ReadableTexts } from './readable-texts.js';

/** A comment is sent this often, so that a browser that has gone is noticed. */
const PULSE_MS = 15_000;

/** GET /sandbox/events?as=mira: what that person sees happen, as server-sent events. */
export function createPageEvents(platform: Platform, texts: ReadableTexts): Hono {
  const events = new Hono();
  events.get('/events', (context) => {
    const person = platform.world.person(context.req.query('as') ?? '');
    return streamSSE(context, async (stream) => {
      const stop = platform.events.listen((event) => {
        const shown = toPageEvent(platform, texts, event, person.user.id);
        if (shown !== undefined) void stream.writeSSE({ data: JSON.stringify(shown) });
      });
      const pulse = setInterval(() => void stream.write(': here\n\n'), PULSE_MS);
      pulse.unref();
      await stream.writeSSE({ data: JSON.stringify({ kind: 'bot', isOnline: platform.gateway.isOnline() }) });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(pulse);
      stop();
    });
  });
  return events;
}

/** An event as one person is shown it; undefined when it is not for their eyes. */
function toPageEvent(platform: Platform, texts: ReadableTexts, event: SandboxEvent, userId: string): unknown {
  switch (event.kind) {
    case 'message':
    case 'message-changed': {
      const { message, visibleTo } = event;
      const isForThem = visibleTo === undefined || visibleTo === userId;
      const stored = platform.messages.find(message.id);
      if (
        !isForThem ||
        stored === undefined ||
        !canSee(platform.world, platform.world.place(message.channel_id), userId)
      ) {
        return undefined;
      }
      return { kind: event.kind, seen: withCitations(texts, toSeen(platform, stored)) };
    }
    case 'typing':
    case 'message-deleted':
      return canSee(platform.world, platform.world.place(event.channelId), userId) ? event : undefined;
    case 'acknowledged':
      return event.userId === userId ? event : undefined;
    case 'request':
      return undefined;
    default:
      return event;
  }
}
