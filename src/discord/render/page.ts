import { textAt } from '../../article/article.js';
import type { AnswerReply, Excerpt, NoticeReply, RelatedReply, Section } from '../../reply.js';
import { MEASURES } from '../limits.js';
import { citeExcerpt } from './citation.js';
import { footnoteMark } from './footnote-mark.js';
import { escapeLine } from './markup.js';
import { narrowExcerpt } from './narrow-excerpt.js';
import { linkToPassage } from './passage-link.js';
import { quoteExcerpt } from './quote-excerpt.js';
import { nameSpeaker } from './speaker-line.js';

/** What stands on a page below the fixed sentences: either part may be empty, not both. */
export interface Page {
  readonly body: string;
  /** The footnotes, one a line. */
  readonly footnotes: string;
}

/** Something to place on a page: an excerpt, or the line of names that a section begins with. */
interface Item {
  readonly heading: string | null;
  readonly names: string;
  readonly excerpt: Excerpt | null;
}

/** The excerpts of a reply on pages that a reader takes in at a glance; at least one page, its parts empty for no excerpts. */
export function layOutExcerpts(reply: AnswerReply<string> | RelatedReply<string>): Page[] {
  const pages: Page[] = [];
  let page = new OpenPage();
  for (const item of reply.sections.flatMap(listItems)) {
    if (!page.add(item)) {
      pages.push(page.close());
      page = new OpenPage();
      page.add(item);
    }
  }
  return [...pages, page.close()];
}

/** The lines of a notice on pages; at least one. */
export function layOutLines({ lines }: NoticeReply<string>): Page[] {
  const pages: string[][] = [[]];
  let length = 0;
  for (const { label, text, url } of lines) {
    const link = url === undefined ? null : linkToPassage(url, '');
    const line = [
      label === undefined ? '' : `**${escapeLine(label, MEASURES.title)}**`,
      escapeLine(text, MEASURES.line),
      link === null ? '' : `[link](${link})`,
    ]
      .filter((part) => part !== '' && part !== '****')
      .join(' ');
    const last = pages.at(-1);
    if (last === undefined || last.length === MEASURES.linesOnPage || length + line.length > MEASURES.page) {
      pages.push([line]);
      length = line.length;
    } else {
      last.push(line);
      length += line.length + 1;
    }
  }
  return pages.map((page) => ({ body: page.join('\n').trim(), footnotes: '' }));
}

function listItems({ heading, excerpts, names = [] }: Section<string>): Item[] {
  const items: Item[] = excerpts.map((excerpt) => ({ heading, names: '', excerpt }));
  if (names.length === 0) return items;
  const line = names.map(({ article, span }) => `“${textAt(article, span)}”`).join(', ');
  return [{ heading, names: escapeLine(line, MEASURES.names), excerpt: null }, ...items];
}

/** What a line of names without a heading is called. */
const NAMES = 'In the text';

class OpenPage {
  readonly #blocks: string[] = [];
  readonly #footnotes: string[] = [];
  readonly #cited = new Map<string, number>();
  #heading: string | null = null;
  #length = 0;

  /** False, and nothing added, where the page is full; an empty page takes anything. */
  add({ heading, names, excerpt }: Item): boolean {
    const number = this.#footnotes.length + 1;
    const lines = [this.#head(heading, names)];
    const footnotes: string[] = [];
    if (excerpt !== null) {
      const shown = narrowExcerpt(excerpt, MEASURES.excerpt);
      lines.push(quoteExcerpt(excerpt, shown, footnoteMark(number)), nameSpeaker(excerpt));
      footnotes.push(citeExcerpt(excerpt, shown, number, this.#cited.get(excerpt.article.id) ?? null));
    }
    const block = lines.filter((line) => line !== '').join('\n');
    const length = block.length + (footnotes[0]?.length ?? 0) + 3;
    const isFull = number > MEASURES.excerptsOnPage || this.#length + length > MEASURES.page;
    if (isFull && this.#blocks.length > 0) return false;
    if (excerpt !== null && !this.#cited.has(excerpt.article.id)) this.#cited.set(excerpt.article.id, number);
    this.#blocks.push(block);
    this.#footnotes.push(...footnotes);
    this.#heading = heading;
    this.#length += length;
    return true;
  }

  close(): Page {
    return { body: this.#blocks.join('\n\n'), footnotes: this.#footnotes.join('\n') };
  }

  #head(heading: string | null, names: string): string {
    const shown = heading === null || heading === this.#heading ? '' : escapeLine(heading, MEASURES.heading);
    if (names !== '') return `**${shown === '' ? NAMES : shown}:** ${names}`;
    return shown === '' ? '' : `**${shown}**`;
  }
}
