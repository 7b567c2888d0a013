import { messageCreateChecks } from 'local-discord';
import { expect } from 'vitest';
import { excerptsOf, type Reply } from '../../src/bot/reply.js';
import { readQuote } from '../../src/discord/render/read-answer.js';
import { buildReplyMessage } from '../../src/discord/render/reply-message.js';
import { sayIn } from '../../src/messages/say.js';
import { findUnread, readMarkup } from './read-markup.js';
import { rendered } from './rendered.js';

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const QUOTES = /^> .*(?:\n> .*)*/gmu;
const FOOTNOTES = /^-# [¹²³⁴⁵]+ .*, (?:\[paragraph \d+\]\(\S+\)|paragraph \d+)$/gmu;
/** The only markup that Footnote writes itself. */
const OURS = ['blockQuote', 'strong', 'subtext', 'link'];

/** Every page of the reply is a message that Discord's published schema and the limits it leaves out accept. */
export function expectFitting(reply: Reply): void {
  const origin = { command: 'search', options: { words: 'x' }, userId: '1', isRepeatable: true };
  const offers = { opensPassages: true, takesReports: true, isShareable: true, opensThread: true };
  const { embeds } = rendered(reply);
  expect(embeds.length).toBeGreaterThan(0);
  embeds.forEach((_, page) => {
    const message = buildReplyMessage(reply, origin, sayIn('en'), {
      chooseView: () => ({ page, isChanged: true }),
      offers,
    });
    const body = { ...message, allowed_mentions: { parse: [] } };
    expect(messageCreateChecks.flatMap((check) => check.find(body))).toEqual([]);
    const [{ title = '', description = '' } = {}] = message.embeds;
    expect(title + description).not.toMatch(/\p{Surrogate}|^\s*$/u);
  });
}

/** Nothing in the reply is live markup but what Footnote writes itself, and its links lead to pages. */
export function expectOnlyOurMarkup(reply: Reply): void {
  for (const { title = '', description = '' } of rendered(reply).embeds) {
    expect(readMarkup(title).flatMap(({ kinds }) => kinds)).toEqual([]);
    const pieces = readMarkup(description);
    expect(pieces.flatMap(({ kinds }) => kinds).filter((kind) => !OURS.includes(kind))).toEqual([]);
    for (const { target, text } of pieces.filter((piece) => piece.target !== undefined)) {
      expect(target).toMatch(/^https?:\/\/[^\s()<>]+$/u);
      expect(text).toMatch(/^(?:paragraph \d+|link)$/u);
    }
    const unlinked = description.replaceAll(/\[(paragraph \d+|link)\]\([^\s()]+\)/gu, '$1');
    expect(findUnread(`${title}\n${unlinked}`)).toEqual([]);
  }
}

/** Every excerpt is shown, in order, as an exact stretch of its article, with a mark, and cited at the foot of its page. */
export function expectExactQuotes(reply: Reply): void {
  const pages = rendered(reply).embeds.map(({ description = '' }) => description);
  for (const page of pages) {
    expect(page.match(FOOTNOTES) ?? []).toHaveLength((page.match(QUOTES) ?? []).length);
  }
  const quotes = pages.flatMap((page) => page.match(QUOTES) ?? []);
  const excerpts = excerptsOf(reply);
  expect(quotes).toHaveLength(excerpts.length);
  quotes.forEach((quote, i) => {
    const excerpt = excerpts[i];
    const whole = excerpt?.article.text.slice(excerpt.start, excerpt.end).replace(BREAKS, '\n') ?? '';
    expect(quote).toMatch(/ [¹²³⁴⁵]$/u);
    const read = readQuote(quote);
    if (read !== whole) expect(whole).toContain(read.replace(/^…/u, '').replace(/…$/u, ''));
    if (quote.length < 600) expect(read).toBe(whole);
  });
}
