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

/** A part of a page: an excerpt with its heading, speaker and citation, a line of names, the lines of a notice. */
export interface Block {
  readonly text: string;
  /** Null if the block shows none. */
  readonly excerpt: Excerpt | null;
}

/** What is on a page below the fixed sentences; it may be empty. */
export interface Page {
  readonly blocks: readonly Block[];
  /** Of the lines with a button, by the number that the line shows. */
  readonly actions: readonly { readonly number: number; readonly action: ReplyAction<string> }[];
}

/** The excerpts of a page, in the order of their footnotes. */
export function excerptsOn({ blocks }: Pick<Page, 'blocks'>): Excerpt[] {
  return blocks.flatMap(({ excerpt }) => excerpt ?? []);
}

/** Something to place on a page: an excerpt, or the line of names that a section begins with. */
interface Item {
  readonly heading: string | null;
  readonly names: string;
  readonly excerpt: Excerpt | null;
}

/** The excerpts of a reply on pages that a reader takes in at a glance; at least one page, empty for no excerpts. */
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
  readonly #blocks: Block[] = [];
  readonly #cited = new Map<string, number>();
  #heading: string | null = null;
  #length = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  /** False, and nothing added, if the page is full; an empty page takes anything. */
  add({ heading, names, excerpt }: Item): boolean {
    const excerpts = excerptsOn({ blocks: this.#blocks });
    const number = excerpts.length + 1;
    const lines = [this.#head(heading, names)];
    if (excerpt !== null) {
      const shown = narrowExcerpt(excerpt, MEASURES.excerpt);
      const above = this.#cited.get(excerpt.article.id) ?? null;
      lines.push(
        this.#lead(excerpt, excerpts.at(-1)),
        quoteExcerpt(excerpt, shown, footnoteMark(number)),
        nameSpeaker(excerpt, this.#say),
        citeExcerpt(excerpt, number, above, this.#say),
      );
    }
    const text = lines.filter((line) => line !== '').join('\n');
    const isFull =
      number > MEASURES.excerptsOnPage ||
      this.#blocks.length >= MEASURES.blocksOnPage ||
      this.#length + text.length > MEASURES.excerptsPage;
    if (isFull && this.#blocks.length > 0) return false;
    if (excerpt !== null && !this.#cited.has(excerpt.article.id)) this.#cited.set(excerpt.article.id, number);
    this.#blocks.push({ text, excerpt });
    this.#heading = heading;
    this.#length += text.length;
    return true;
  }

  close(): Page {
    return { blocks: this.#blocks, actions: [] };
  }

  /** What the excerpt is read under, once if several in a row are read under the same. */
  #lead({ article, lead }: Excerpt, before: Excerpt | undefined): string {
    if (lead === undefined) return '';
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
