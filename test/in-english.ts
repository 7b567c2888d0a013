import type { Reply, SaidReply } from '../src/bot/reply.js';
import { sayReply } from '../src/bot/say-reply.js';
import type { Wording } from '../src/messages/phrase.js';
import { sayIn } from '../src/messages/say.js';

/** A reply as an English reader sees it. */
export function inEnglish(reply: Reply): SaidReply {
  return sayReply(reply, sayIn('en'));
}

/** Words as an English reader sees them. */
export function inEnglishWords(words: Wording): string {
  return sayIn('en')(words);
}
