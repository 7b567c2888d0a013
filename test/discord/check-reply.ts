import { messageCreateChecks } from 'local-discord';
import { expect } from 'vitest';
import { findPlace } from '../../src/answer/passage.js';
import { excerptsOf, type Reply } from '../../src/bot/reply.js';
import { readCitedPlaces } from '../../src/discord/controls/cited-places.js';
import { findUnread, readMarkup } from './read-markup.js';
import { besideIn, quotesIn, readQuote, shownBy } from './read-message.js';
import { ALL_OFFERS, rendered } from './rendered.js';

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const FOOTNOTE = /^-# ([¹²³⁴⁵])\u00A0.*, paragraph \d+$/u;
/** The only markup that Footnote writes itself. */
const OURS = ['blockQuote', 'strong', 'subtext', 'link'];

/** Every page of the reply is a message that Discord's published schema and the limits it leaves out accept. */
export function expectFitting(reply: Reply): void {
  for (const message of rendered(reply, { offers: ALL_OFFERS, isChanged: true })) {
    const { files: _, ...sent } = message;
    const body = { ...sent, allowed_mentions: { parse: [] } };
    expect(messageCreateChecks.flatMap((check) => check.find(body))).toEqual([]);
    const { title = '', description } = shownBy(message);
    expect(title + description).not.toMatch(/\p{Surrogate}|^\s*$/u);
  }
}

/** Nothing in the reply is live markup but what Footnote writes itself, and its links and buttons lead to pages. */
export function expectOnlyOurMarkup(reply: Reply): void {
  for (const message of rendered(reply)) {
    const { title = '', description } = shownBy(message);
    expect(readMarkup(title).flatMap(({ kinds }) => kinds)).toEqual([]);
    const pieces = readMarkup(description);
    expect(pieces.flatMap(({ kinds }) => kinds).filter((kind) => !OURS.includes(kind))).toEqual([]);
    for (const { target, text } of pieces.filter((piece) => piece.target !== undefined)) {
      expect(target).toMatch(/^https?:\/\/[^\s()<>]+$/u);
      expect(text).toBe('link');
    }
    for (const address of besideIn(message)) expect(address).toMatch(/^https?:\/\/[^\s()<>]+$/u);
    const unlinked = description.replaceAll(/\[link\]\([^\s()]+\)/gu, 'link');
    expect(findUnread(`${title}\n${unlinked}`)).toEqual([]);
  }
}

/**
 * Every excerpt is shown, in order, as an exact stretch of its article, with its mark on the line of its last word, its
 * citation under it, and a control that holds its article and span.
 */
export function expectExactQuotes(reply: Reply): void {
  const excerpts = [...excerptsOf(reply)];
  for (const message of rendered(reply, { offers: ALL_OFFERS })) {
    const { description } = shownBy(message);
    const shown = quotesIn(description).map((quote) => ({ quote, excerpt: excerpts.shift() }));
    const footnotes = description.split('\n').filter((line) => FOOTNOTE.test(line));
    expect(footnotes.map((line) => line.charAt(3))).toEqual(shown.map((_, i) => '¹²³⁴⁵'.charAt(i)));
    const places = readCitedPlaces(message.components);
    expect(places).toHaveLength(shown.length);
    shown.forEach(({ quote, excerpt }, i) => {
      const whole = excerpt?.article.text.slice(excerpt.start, excerpt.end).replace(BREAKS, '\n') ?? '';
      expect(quote.split('\n').at(-1)).toMatch(whole.trim() === '' ? /[¹²³⁴⁵]$/u : /\S\u00A0[¹²³⁴⁵]$/u);
      const trimmed = whole.replace(/[\s\u0085]+$/u, '');
      const read = readQuote(quote);
      if (read !== trimmed) expect(whole).toContain(read.replace(/^…/u, '').replace(/…$/u, ''));
      if (quote.length < 600) expect(read).toBe(trimmed);
      const place = places[i];
      if (place === undefined || excerpt === undefined) throw new Error('An excerpt has no place.');
      const { article, start, end } = excerpt;
      // Nothing is no place; no excerpt of the bot's is that.
      if (start === end) return;
      expect(findPlace({ articles: [article] }, place)).toMatchObject({
        state: 'same',
        article,
        span: { start, end },
      });
    });
  }
  expect(excerpts).toEqual([]);
}
