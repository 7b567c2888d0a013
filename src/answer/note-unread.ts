import type { Reply } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import type { LoadProgress } from '../library/load-progress.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase } from '../messages/phrase.js';

/** Articles named that could not be read: as many as fit a note. */
const MOST_NAMED = 3;

/** The reply with a word on the articles that were to be read for it and could not be, or not `left` yet: what it says is said without them. */
export function noteUnread(reply: Reply, analyses: readonly Analysis[], left: LoadProgress | null): Reply {
  if (reply.kind === 'refused' || reply.kind === 'notice') return reply;
  if (analyses.length === 0 && left === null) return reply;
  const more = left === null ? null : phrase('answer.read-so-far', { read: left.read, of: left.of });
  const sentences = analyses
    .slice(0, MOST_NAMED)
    .map(({ article, givenUp }) =>
      phrase('sources.unreadable', { title: article.meta.title, reason: givenUp ?? '' }),
    );
  const note = joinSentences([reply.note ?? null, more, ...sentences]);
  return note === null ? reply : { ...reply, note };
}
