import type { APIEmbed } from 'discord.js';
import { leadOf } from '../../bot/lead.js';
import type { SaidReply } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { LIMITS, MEASURES } from '../limits.js';
import { COLOURS } from './colours.js';
import { escapeLine } from './markup.js';
import { layOutLines } from './notice-page.js';
import { layOutExcerpts, NO_CONTENT, type Page, type PageContent } from './page.js';

/** A reply as it can be sent: one embed a page, at least one. */
export interface RenderedReply {
  readonly embeds: readonly APIEmbed[];
  /** What the buttons under each page can stand for. */
  readonly contents: readonly PageContent[];
}

/** A reply whose words are in the language of `say` as embeds, one for each page, every text that is not ours escaped, within all of Discord's limits. */
export function renderReply(reply: SaidReply, say: Say): RenderedReply {
  const color = COLOURS[reply.kind];
  const toEmbed = (title: string, sentences: readonly string[], page?: Page): APIEmbed =>
    buildEmbed(color, title, sentences, page, say);
  switch (reply.kind) {
    case 'answer':
    case 'open':
    case 'related': {
      const head = leadOf(reply, say);
      const lead = head === null ? '' : `**${escapeLine(head, MEASURES.note)}**`;
      const note = reply.note === undefined ? '' : escapeLine(reply.note, MEASURES.note);
      const pages = layOutExcerpts(reply, say);
      const embeds = pages.map((page) => toEmbed(reply.asked, [lead, note], page));
      return { embeds, contents: pages.map(({ content }) => content) };
    }
    case 'nothing': {
      const suggestions = (reply.suggestions ?? []).join(' · ');
      const offer =
        suggestions === ''
          ? ''
          : `**${say(phrase('answer.try'))}** ${escapeLine(suggestions, MEASURES.suggestions)}`;
      const embed = toEmbed(reply.asked, [escapeLine(reply.note, MEASURES.note), offer]);
      return { embeds: [embed], contents: [NO_CONTENT] };
    }
    case 'refused':
      return { embeds: [toEmbed('', [escapeLine(reply.reason, MEASURES.note)])], contents: [NO_CONTENT] };
    case 'notice': {
      const pages = layOutLines(reply, say);
      const embeds = pages.map((page) => toEmbed(reply.title, [], page));
      return { embeds, contents: pages.map(({ content }) => content) };
    }
  }
}

function buildEmbed(
  color: number,
  title: string,
  sentences: readonly string[],
  page: Page | undefined,
  say: Say,
): APIEmbed {
  const parts = [...sentences, page?.body ?? '', page?.footnotes ?? ''];
  const description = parts.filter((part) => part !== '').join('\n\n');
  const head = escapeLine(title, LIMITS.embedTitle);
  return {
    color,
    ...(head === '' ? {} : { title: head }),
    // Discord refuses an embed without text.
    ...(description === '' && head !== ''
      ? {}
      : { description: description || say(phrase('discord.empty')) }),
  };
}
