import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage } from '../src/article/html.js';
import { layOut } from '../src/article/lay-out.js';
import { PAGE_ARTICLES, type PageArticle } from './pages/page-articles.js';
import { STRUCTURES } from './pages/structures.js';

/** Articles put into each way of building a page: 100 pages in all. */
const EACH = 4;

/** How much of an article's words a reader of its page kept, and how much of what it gave was not the article's. */
interface Kept {
  readonly words: number;
  readonly kept: number;
  readonly given: number;
  readonly wrong: number;
}

const NOTHING: Kept = { words: 0, kept: 0, given: 0, wrong: 0 };

/**
 * Words kept and words wrongly kept on 100 pages in the manner of Readability's tests, beside Readability alone. The title counts for neither, as
 * some readers leave it out of the text. `--errors` prints the pages on which words are lost or wrongly kept.
 */
export function evaluatePages(options: readonly string[]): void {
  const isTelling = options.includes('--errors');
  let ours = NOTHING;
  let alone = NOTHING;
  let count = 0;
  for (const [place, { name, build }] of STRUCTURES.entries()) {
    for (let i = 0; i < EACH; i += 1) {
      const article = PAGE_ARTICLES[(place * EACH + i) % PAGE_ARTICLES.length];
      if (article === undefined) continue;
      const html = build(article);
      const own = compare(article, readPage(html)?.text ?? '');
      ours = add(ours, own);
      alone = add(alone, compare(article, readAlone(html)));
      count += 1;
      if (isTelling && (own.kept < own.words || own.wrong > 0))
        console.log(`${name}: ${describe(own)} “${article.title}”`);
    }
  }
  console.log(`${count} pages`);
  console.log(`Footnote           ${describe(ours)}`);
  console.log(`Readability alone  ${describe(alone)}`);
}

/** Readability on the page as it is; what it throws at counts as a page without a text. */
function readAlone(html: string): string {
  try {
    const { document } = parseHTML(html);
    return layOut(
      new Readability<Node>(document, { charThreshold: 0, serializer: (node) => node }).parse()?.content,
    ).text;
  } catch {
    return '';
  }
}

function compare({ title, paragraphs }: PageArticle, text: string): Kept {
  const wanted = wordsOf(paragraphs.join(' '));
  const given = wordsOf(text.startsWith(title) ? text.slice(title.length) : text);
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let kept = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    kept += 1;
    left.set(word, count - 1);
  }
  return { words: wanted.length, kept, given: given.length, wrong: given.length - kept };
}

function add(a: Kept, b: Kept): Kept {
  return {
    words: a.words + b.words,
    kept: a.kept + b.kept,
    given: a.given + b.given,
    wrong: a.wrong + b.wrong,
  };
}

function describe({ words, kept, given, wrong }: Kept): string {
  const percent = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
  return `words kept ${percent(kept, words)}, wrongly kept ${percent(wrong, given)}`;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
