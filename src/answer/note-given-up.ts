import type { Reply } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase } from '../messages/phrase.js';

/** Articles named that could not be read: as many as fit a note. */
const MOST_NAMED = 3;

/** The reply with a word on the articles that were to be read for it and could not be: what it says is said without them. */
export function noteGivenUp(reply: Reply, analyses: readonly Analysis[]): Reply {
  if (reply.kind === 'refused' || reply.kind === 'notice' || analyses.length === 0) return reply;
  const sentences = analyses
    .slice(0, MOST_NAMED)
    .map(({ article, givenUp }) =>
      phrase('sources.unreadable', { title: article.meta.title, reason: givenUp ?? '' }),
    );
  const note = joinSentences([reply.note ?? null, ...sentences]);
  return note === null ? reply : { ...reply, note };
}
