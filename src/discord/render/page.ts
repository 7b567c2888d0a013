import { textAt } from '../../article/article.js';
import { isOverlapping } from '../../article/span.js';
import type { AnswerReply, Excerpt, OpenReply, RelatedReply, ReplyAction, Section } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { MEASURES } from '../limits.js';
import { citeExcerpt } from './citation.js';
import { footnoteMark } from './footnote-mark.js';
import { escapeLine } from './markup.js';
import { narrowExcerpt } from './narrow-excerpt.js';
import { quoteExcerpt } from './quote-excerpt.js';
import { nameSpeaker } from './speaker-line.js';

/** What stands on a page below the fixed sentences: either part may be empty, not both. */
export interface Page {
  readonly body: string;
  /** The footnotes, one a line. */
  readonly footnotes: string;
  readonly content: PageContent;
}

/** What the buttons under a page can stand for. */
export interface PageContent {
  /** In the order of their footnotes. */
  readonly excerpts: readonly Excerpt[];
  /** Of the lines with one, by the number that the line shows. */
  readonly actions: readonly { readonly number: number; readonly action: ReplyAction<string> }[];
}

/** Of a page with nothing to press for. */
export const NO_CONTENT: PageContent = { excerpts: [], actions: [] };

/** Something to place on a page: an excerpt, or the line of names that a section begins with. */
interface Item {
  readonly heading: string | null;
  readonly names: string;
  readonly excerpt: Excerpt | null;
}

/** The excerpts of a reply on pages that a reader takes in at a glance; at least one page, its parts empty for no excerpts. */
export function layOutExcerpts(
  reply: AnswerReply<string> | OpenReply<string> | RelatedReply<string>,
  say: Say,
): Page[] {
  const pages: Page[] = [];
  let page = new OpenPage(say);
  for (const item of reply.sections.flatMap((section) => listItems(section, say))) {
    if (!page.add(item)) {
      pages.push(page.close());
      page = new OpenPage(say);
      page.add(item);
    }
  }
  return [...pages, page.close()];
}

function listItems({ heading, excerpts, names = [] }: Section<string>, say: Say): Item[] {
  const items: Item[] = excerpts.map((excerpt) => ({ heading, names: '', excerpt }));
  if (names.length === 0) return items;
  const quoted = names.map(({ article, span }) => phrase('discord.name', { name: textAt(article, span) }));
  const line = say(phrase('discord.name-list', { names: quoted }));
  return [{ heading, names: escapeLine(line, MEASURES.names), excerpt: null }, ...items];
}

class OpenPage {
  readonly #say: Say;
  readonly #blocks: string[] = [];
  readonly #footnotes: string[] = [];
  readonly #excerpts: Excerpt[] = [];
  readonly #cited = new Map<string, number>();
  #heading: string | null = null;
  #length = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  /** False, and nothing added, where the page is full; an empty page takes anything. */
  add({ heading, names, excerpt }: Item): boolean {
    const number = this.#footnotes.length + 1;
    const lines = [this.#head(heading, names)];
    const footnotes: string[] = [];
    if (excerpt !== null) {
      const shown = narrowExcerpt(excerpt, MEASURES.excerpt);
      lines.push(this.#lead(excerpt));
      lines.push(quoteExcerpt(excerpt, shown, footnoteMark(number)), nameSpeaker(excerpt, this.#say));
      const above = this.#cited.get(excerpt.article.id) ?? null;
      footnotes.push(citeExcerpt(excerpt, shown, number, above, this.#say));
    }
    const block = lines.filter((line) => line !== '').join('\n');
    const length = block.length + (footnotes[0]?.length ?? 0) + 3;
    const isFull = number > MEASURES.excerptsOnPage || this.#length + length > MEASURES.page;
    if (isFull && this.#blocks.length > 0) return false;
    if (excerpt !== null && !this.#cited.has(excerpt.article.id)) this.#cited.set(excerpt.article.id, number);
    this.#blocks.push(block);
    this.#footnotes.push(...footnotes);
    if (excerpt !== null) this.#excerpts.push(excerpt);
    this.#heading = heading;
    this.#length += length;
    return true;
  }

  close(): Page {
    return {
      body: this.#blocks.join('\n\n'),
      footnotes: this.#footnotes.join('\n'),
      content: { excerpts: this.#excerpts, actions: [] },
    };
  }

  /** What the excerpt is read under, once where several in a row are read under the same. */
  #lead({ article, lead }: Excerpt): string {
    if (lead === undefined) return '';
    const before = this.#excerpts.at(-1);
    const isShown =
      before?.article === article && (before.lead?.start === lead.start || isOverlapping(before, lead));
    return isShown ? '' : `-# ${escapeLine(textAt(article, lead), MEASURES.lead)}`;
  }

  #head(heading: string | null, names: string): string {
    const own = heading === this.#heading ? '' : (heading?.trim() ?? '');
    if (names !== '') {
      const head = own === '' ? phrase('discord.names') : own;
      const shown = escapeLine(this.#say(phrase('discord.names-head', { head })), MEASURES.heading);
      return `**${shown}** ${names}`;
    }
    return own === '' ? '' : `**${escapeLine(own, MEASURES.heading)}**`;
  }
}
