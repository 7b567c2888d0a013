import { sayIn } from '../src/messages/say.js';
import { sayReply } from '../src/messages/say-reply.js';
import type { Reply, SaidReply } from '../src/reply.js';

/** A reply as an English reader sees it. */
export function inEnglish(reply: Reply): SaidReply {
  return sayReply(reply, sayIn('en'));
}
