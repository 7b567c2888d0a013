import type { CommandContext } from '../bot/command.js';
import type { Choice, CompletionContext } from '../bot/option.js';
import type { NoticeLine, RefusedReply, Reply } from '../bot/reply.js';
import { hasWords } from '../language/has-words.js';
import { phrase, type Wording } from '../messages/phrase.js';
import type { FeedDesk, Following } from '../server/feeds/feed-desk.js';
import type { FollowedFeed } from '../store/feeds.js';
import { joinParts } from './sources.js';

/** Choices a list holds at most, and the characters of one: Discord's limits. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** The option that says what becomes of articles of a feed, but for its description. */
export const KEEP_OR_DROP = {
  maxLength: 4,
  choices: [
    { name: 'keep', value: 'keep' },
    { name: 'drop', value: 'drop' },
  ],
} as const;

/** What a moderator would follow, with buttons to do so or to leave it. */
export function previewFeed(address: string, how: Following, context: CommandContext): Promise<Reply> {
  return withFeeds(context, async (feeds, userId) => {
    context.showProgress(phrase('sources.preparing'));
    const found = await feeds.prepare(address, how, userId);
    if (!found.ok) return { kind: 'refused', reason: found.reason };
    const { draftId: draft, title, url, count, newest, isFollowed } = found.value;
    return {
      kind: 'notice',
      title: phrase('sources.feed-preview', { title, isFollowed: isFollowed ? 'yes' : 'no' }),
      lines: [
        { label: phrase('sources.address'), text: url, url },
        {
          label: phrase('sources.feed-label'),
          text: joinParts([phrase('sources.feed-count', { count }), describeKeeping(how)]),
        },
        ...(newest.length === 0 ? [] : [{ label: phrase('sources.feed-newest'), text: joinParts(newest) }]),
        { text: phrase('sources.feed-waits') },
      ],
      actions: [
        {
          label: phrase('sources.follow-it'),
          style: 'primary',
          command: 'source subscribe',
          options: { draft },
        },
        {
          label: phrase('sources.leave-it'),
          style: 'plain',
          command: 'source discard',
          options: { draft },
        },
      ],
    };
  });
}

/** Follows a feed that was previewed. */
export function followFeed(draft: string, context: CommandContext): Promise<Reply> {
  return withFeeds(context, async (feeds, userId) => {
    const followed = await feeds.confirm(draft, userId);
    if (!followed.ok) return { kind: 'refused', reason: followed.reason };
    return {
      kind: 'notice',
      title: phrase('sources.followed', { title: followed.value.title }),
      lines: [{ text: describeKeeping(followed.value) }, { text: phrase('sources.feed-comes') }],
    };
  });
}

/** Follows a feed no more. */
export function unfollowFeed(
  typed: string,
  articles: 'keep' | 'drop',
  context: CommandContext,
): Promise<Reply> {
  return withFeeds(context, async (feeds) => {
    const feed = await feeds.find(typed);
    const removed = feed === null ? null : await feeds.unfollow(feed.url, articles);
    if (feed === null || removed === null)
      return { kind: 'refused', reason: phrase('sources.unknown-feed', { typed }) };
    return {
      kind: 'notice',
      title: phrase('sources.unfollowed', { title: feed.title }),
      lines: [
        {
          text:
            articles === 'keep'
              ? phrase('sources.unfollowed-kept')
              : phrase('sources.unfollowed-dropped', { count: removed }),
        },
      ],
    };
  });
}

/** The feeds of a server whose title or address has the words typed. */
export async function completeFeed(typed: string, { server }: CompletionContext): Promise<Choice[]> {
  const feeds = (await server?.feeds.list()) ?? [];
  return feeds
    .filter(({ title, url }) => hasWords(`${title} ${url}`, typed))
    .filter(({ url }) => url.length <= LONGEST_CHOICE)
    .slice(0, MOST_CHOICES)
    .map(({ title, url }) => ({ name: title.slice(0, LONGEST_CHOICE), value: url }));
}

/** A feed as a line of a list: what is kept of it, when it was read, what is wrong with it. */
export function describeFeed(feed: FollowedFeed): NoticeLine {
  const { title, url, addedBy } = feed;
  const text = joinParts([phrase('sources.feed-label'), describeKeeping(feed), describeState(feed)]);
  return { label: title, text, url, ...(addedBy === null ? {} : { by: addedBy }) };
}

function describeKeeping({ most, whenGone }: Following): Wording {
  return phrase('sources.feed-keeps', { most, whenGone });
}

function describeState({ failingSince, problem, readAt }: FollowedFeed): Wording {
  if (failingSince !== null)
    return phrase('sources.feed-failing', { at: failingSince, reason: problem ?? '' });
  if (problem !== null) return phrase('sources.feed-problem', { reason: problem });
  return readAt === null ? phrase('sources.feed-not-yet') : phrase('sources.feed-read', { at: readAt });
}

async function withFeeds(
  { server, place }: Pick<CommandContext, 'server' | 'place'>,
  work: (feeds: FeedDesk, userId: string) => Promise<Reply>,
): Promise<Reply | RefusedReply> {
  if (server === null || place.userId === null)
    return { kind: 'refused', reason: phrase('sources.no-server') };
  return work(server.feeds, place.userId);
}
