import type { APIEmbed } from 'discord.js';
import type { SaidReply } from '../../reply.js';
import { LIMITS, MEASURES } from '../limits.js';
import { COLOURS } from './colours.js';
import { escapeLine } from './markup.js';
import { layOutExcerpts, layOutLines, type Page } from './page.js';

/** A reply as it can be sent: one embed a page, at least one. */
export interface RenderedReply {
  readonly embeds: readonly APIEmbed[];
}

/** Says that what follows is no answer, before anything else is read. */
export const RELATED_LEAD = 'The articles do not answer this. They touch on it here:';

/** A reply as embeds, one for each page, every text that is not ours escaped, within all of Discord's limits. */
export function renderReply(reply: SaidReply): RenderedReply {
  const color = COLOURS[reply.kind];
  switch (reply.kind) {
    case 'answer':
    case 'related': {
      const lead = reply.kind === 'related' ? `**${RELATED_LEAD}**` : '';
      const note = reply.note === undefined ? '' : escapeLine(reply.note, MEASURES.note);
      const pages = layOutExcerpts(reply);
      return { embeds: pages.map((page) => toEmbed(color, reply.asked, [lead, note], page)) };
    }
    case 'nothing': {
      const suggestions = (reply.suggestions ?? []).join(' · ');
      const offer = suggestions === '' ? '' : `**Try:** ${escapeLine(suggestions, MEASURES.suggestions)}`;
      return { embeds: [toEmbed(color, reply.asked, [escapeLine(reply.note, MEASURES.note), offer])] };
    }
    case 'refused':
      return { embeds: [toEmbed(color, '', [escapeLine(reply.reason, MEASURES.note)])] };
    case 'notice':
      return { embeds: layOutLines(reply).map((page) => toEmbed(color, reply.title, [], page)) };
  }
}

function toEmbed(color: number, title: string, sentences: readonly string[], page?: Page): APIEmbed {
  const parts = [...sentences, page?.body ?? '', page?.footnotes ?? ''];
  const description = parts.filter((part) => part !== '').join('\n\n');
  const head = escapeLine(title, LIMITS.embedTitle);
  return {
    color,
    ...(head === '' ? {} : { title: head }),
    ...(description === '' && head !== '' ? {} : { description: description === '' ? NO_TEXT : description }),
  };
}

/** Discord refuses an embed without text. */
const NO_TEXT = 'There is nothing to show.';
