import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintReply } from '../../src/discord/fingerprint-reply.js';
import { buildPageRow } from '../../src/discord/page-row.js';
import { readQuote } from '../../src/discord/read-answer.js';
import { renderReply } from '../../src/discord/render-reply.js';
import { excerptsOf } from '../../src/reply.js';
import { arbitraryReply } from './arbitrary-reply.js';
import { findUnread, readMarkup } from './read-markup.js';

const RUNS = { numRuns: 300 };
const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const QUOTES = /^> .*(?:\n> .*)*/gmu;
/** The only markup that Footnote writes itself. */
const OURS = ['blockQuote', 'strong', 'subtext', 'link'];

describe('any reply', () => {
  it('fits what Discord accepts', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const { embeds } = renderReply(reply);
        expect(embeds.length).toBeGreaterThan(0);
        embeds.forEach((embed, page) => {
          const options = { words: 'x' };
          const state = { command: 'ask', options, page, userId: '1', fingerprint: fingerprintReply(reply) };
          const row = buildPageRow(state, embeds.length);
          const body = {
            embeds: [embed],
            components: row === null ? [] : [row],
            allowed_mentions: { parse: [] },
          };
          expect(MessageCreateRequestSchema.safeParse(body)).toMatchObject({ success: true });
          expect((embed.title ?? '') + (embed.description ?? '')).not.toMatch(/\p{Surrogate}|^\s*$/u);
          expect((embed.title ?? '').length).toBeLessThanOrEqual(256);
          expect((embed.description ?? '').length).toBeLessThanOrEqual(4_096);
          expect((embed.title ?? '').length + (embed.description ?? '').length).toBeLessThanOrEqual(6_000);
        });
      }),
      RUNS,
    );
  });

  it('has no live markup but ours', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        for (const { title = '', description = '' } of renderReply(reply).embeds) {
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
      }),
      RUNS,
    );
  });

  it('quotes exact stretches of the articles, in the order of the reply, each with its footnote', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const quotes = renderReply(reply).embeds.flatMap(
          ({ description = '' }) => description.match(QUOTES) ?? [],
        );
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
      }),
      RUNS,
    );
  });

  it('cites every excerpt of a page at its foot', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        for (const { description = '' } of renderReply(reply).embeds) {
          const quotes = description.match(QUOTES) ?? [];
          const notes =
            description.match(/^-# [¹²³⁴⁵]+ .*, (?:\[paragraph \d+\]\(\S+\)|paragraph \d+)$/gmu) ?? [];
          expect(notes).toHaveLength(quotes.length);
        }
      }),
      RUNS,
    );
  });
});
