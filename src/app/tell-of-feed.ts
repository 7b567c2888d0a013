import type { Telling } from '../discord/tell-member.js';
import { phrase } from '../messages/phrase.js';
import type { FeedTurn } from '../server/feeds/read-due-feeds.js';

/** What whoever follows a feed is told when it begins to fail, and when it is well again; null if it is not known who that is. */
export function tellOfFeed({ feed, state, turn }: FeedTurn): Telling | null {
  const { guildId, addedBy: userId } = feed;
  if (userId === null) return null;
  const { title, problem } = state;
  return {
    guildId,
    userId,
    words: (server) =>
      turn === 'well'
        ? phrase('sources.feed-told-well', { title, server })
        : phrase('sources.feed-told-failing', { title, server, reason: problem ?? '' }),
  };
}
