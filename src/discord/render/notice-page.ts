import type { NoticeLine, NoticeReply, ReplyAction } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { MEASURES } from '../limits.js';
import { escapeLine } from './markup.js';
import type { Page } from './page.js';
import { linkToPassage } from './passage-link.js';

/** Lines that are being gathered on a page. */
interface OpenPage {
  readonly lines: string[];
  readonly actions: { readonly number: number; readonly action: ReplyAction<string> }[];
  length: number;
}

/** The lines of a notice on pages, those with a button numbered through from 1; at least one page. */
export function layOutLines({ lines }: NoticeReply<string>, say: Say): Page[] {
  const pages: OpenPage[] = [createPage()];
  let numbered = 0;
  for (const line of lines) {
    if (line.action !== undefined) numbered += 1;
    const text = writeLine(line, line.action === undefined ? null : numbered, say);
    const page = chooseLast(pages, line, text);
    page.lines.push(text);
    page.length += text.length + 1;
    if (line.action !== undefined) page.actions.push({ number: numbered, action: line.action });
  }
  return pages.map(({ lines: own, actions }) => ({
    blocks: [{ text: own.join('\n').trim(), excerpt: null }],
    actions,
  }));
}

/** The last page if the line has room there, else a new one. */
function chooseLast(pages: OpenPage[], { action }: NoticeLine<string>, text: string): OpenPage {
  const last = pages.at(-1);
  const hasRoom =
    last !== undefined &&
    last.lines.length < MEASURES.linesOnPage &&
    last.length + text.length <= MEASURES.page &&
    (action === undefined || last.actions.length < MEASURES.actionsOnPage);
  if (hasRoom) return last;
  const page = createPage();
  pages.push(page);
  return page;
}

function createPage(): OpenPage {
  return { lines: [], actions: [], length: 0 };
}

function writeLine({ label, text, url, by }: NoticeLine<string>, number: number | null, say: Say): string {
  const link = url === undefined ? null : linkToPassage(url, '');
  return [
    number === null ? '' : `**${number}.**`,
    label === undefined ? '' : `**${escapeLine(label, MEASURES.title)}**`,
    escapeLine(text, MEASURES.line),
    link === null ? '' : `[${say(phrase('discord.link'))}](${link})`,
    by === undefined ? '' : `· <@${by}>`,
  ]
    .filter((part) => part !== '' && part !== '****')
    .join(' ');
}
