import { phrase, type Say } from '../messages/phrase.js';
import type { AnswerReply, OpenReply, RelatedReply } from './reply.js';

/** What heads the excerpts of a reply, in the language of `say`: how far they answer; null if they do. */
export function leadOf(
  reply: AnswerReply<string> | OpenReply<string> | RelatedReply<string>,
  say: Say,
): string | null {
  if (reply.kind === 'answer') return null;
  if (reply.kind === 'open') return say(phrase('answer.left-open'));
  return reply.lead ?? say(phrase('answer.related'));
}
