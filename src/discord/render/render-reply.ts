import { leadOf } from '../../bot/lead.js';
import type { SaidReply } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { MEASURES } from '../limits.js';
import { escapeLine } from './markup.js';
import { layOutLines } from './notice-page.js';
import { layOutExcerpts, type Page } from './page.js';

/** A reply as it can be sent: all markup of its pages, at least one. */
export interface RenderedReply {
  /** What is above every page: a question, a notice's title; empty for a refusal. */
  readonly head: string;
  /** Whether the head is what somebody asked. */
  readonly isAnswer: boolean;
  /** Of ours, below the head of every page. */
  readonly sentences: readonly string[];
  readonly pages: readonly Page[];
}

/** A reply whose words are in the language of `say` as markup, every text that is not ours escaped, within all of Discord's limits. */
export function renderReply(reply: SaidReply, say: Say): RenderedReply {
  const parts = renderParts(reply, say);
  const sentences = parts.sentences.filter((sentence) => sentence !== '');
  const pages = parts.pages.map(({ blocks, actions }) => ({
    blocks: blocks.filter(({ text }) => text !== ''),
    actions,
  }));
  const isEmpty =
    parts.head === '' && sentences.length === 0 && pages.every(({ blocks }) => blocks.length === 0);
  return { ...parts, sentences: isEmpty ? [say(phrase('discord.empty'))] : sentences, pages };
}

function renderParts(reply: SaidReply, say: Say): RenderedReply {
  switch (reply.kind) {
    case 'answer':
    case 'open':
    case 'related': {
      const lead = leadOf(reply, say);
      const sentences = [
        lead === null ? '' : `**${escapeLine(lead, MEASURES.note)}**`,
        reply.note === undefined ? '' : escapeLine(reply.note, MEASURES.note),
      ];
      return { head: headOf(reply.asked), isAnswer: true, sentences, pages: layOutExcerpts(reply, say) };
    }
    case 'nothing': {
      const suggestions = (reply.suggestions ?? []).join(' · ');
      const offer =
        suggestions === ''
          ? ''
          : `**${say(phrase('answer.try'))}** ${escapeLine(suggestions, MEASURES.suggestions)}`;
      const sentences = [escapeLine(reply.note, MEASURES.note), offer];
      return { head: headOf(reply.asked), isAnswer: true, sentences, pages: [NO_PAGE] };
    }
    case 'refused':
      return {
        head: '',
        isAnswer: false,
        sentences: [escapeLine(reply.reason, MEASURES.note)],
        pages: [NO_PAGE],
      };
    case 'notice':
      return { head: headOf(reply.title), isAnswer: false, sentences: [], pages: layOutLines(reply, say) };
  }
}

const NO_PAGE: Page = { blocks: [], actions: [] };

function headOf(text: string): string {
  return escapeLine(text, MEASURES.head);
}
