import type { Reply } from '../../src/bot/reply.js';
import { sayReply } from '../../src/bot/say-reply.js';
import { type RenderedReply, renderReply } from '../../src/discord/render/render-reply.js';
import type { Say } from '../../src/messages/phrase.js';
import { sayIn } from '../../src/messages/say.js';

/** A reply as it is rendered, in English unless said otherwise. */
export function rendered(reply: Reply, say: Say = sayIn('en')): RenderedReply {
  return renderReply(sayReply(reply, say), say);
}
