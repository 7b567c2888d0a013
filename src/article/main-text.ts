import { Readability } from '@mozilla/readability';
import { cleanPage, countProse, isCalledBeside } from './clean-page.js';
import { type LaidOut, layOut } from './lay-out.js';
import { findParagraphs } from './paragraphs.js';
import { countWords } from './word-count.js';

/** The main text of a page, and whether those who looked for it agree. */
export interface MainText extends LaidOut {
  readonly isSure: boolean;
}

/** Words from which an element that is called the article, or a text that the page's data give, is one and no placeholder. */
const FEWEST_WORDS = 12;
/** Share of words that two texts have in common (F1) from which they are the same one, and below which they share little. */
const SAME = 0.6;
const LITTLE = 0.35;
/** Share of a landmark's words that Readability has to keep, and of its own words that have to be in there, for its choice to be the better one. */
const KEPT = 0.75;
const WITHIN = 0.9;

/** The main text of a page as it is, by Readability alone: for one whose article is called what cleaning takes away. Changes the document. */
export function findUncleaned(document: Document): LaidOut {
  const shown = layOut(document.body?.cloneNode(true));
  const parsed = new Readability<Node>(document, { charThreshold: 0, serializer: (node) => node }).parse();
  const found = layOut(parsed?.content);
  return found.text === '' ? shown : found;
}

/**
 * The main text of a page. It is cleaned first (`cleanPage`); then its `<article>`, `<main>` or `articleBody` is compared with what Mozilla's
 * Readability finds and with the text in the page's JSON-LD, by this rule:
 *
 * 1. if JSON-LD gives the text, that of both which has most words in common with it, or itself if neither has enough;
 * 2. else what the landmark holds, but for what Readability leaves out of it if that is the smaller part;
 * 3. without a landmark, what Readability finds, and else all that the page shows.
 *
 * Unsure if the chosen text shares little with what the others found. Changes the document.
 *
 * Gets wrong: an index of many articles, of which it takes the longest.
 */
export function findMainText(document: Document, linkedBody: string | null): MainText {
  const landmark = findLandmark(document);
  cleanPage(document, landmark);
  const own = landmark === null ? null : layOut(landmark);
  const shown = layOut(document.body?.cloneNode(true));
  // Readability changes the document that it reads, hence the texts first.
  const parsed = new Readability<Node>(document, { charThreshold: 0, serializer: (node) => node }).parse();
  const found = layOut(parsed?.content);
  const linked = linkedBody === null ? '' : toPlainText(linkedBody);
  if (countWords(linked) >= FEWEST_WORDS) return chooseByData(linked, [own, found, shown]);
  if (own !== null && countWords(own.text) >= FEWEST_WORDS) {
    const shared = share(own.text, found.text);
    const isTrimmed = shared.ofFirst >= KEPT && shared.ofSecond >= WITHIN;
    return { ...(isTrimmed ? found : own), isSure: found.text === '' || f1(shared) >= LITTLE };
  }
  if (countWords(found.text) === 0) return { ...shown, isSure: true };
  return { ...found, isSure: true };
}

/** Of the texts that were found the one that is most like the text that the page's data give; that text itself if none is like it. */
function chooseByData(linked: string, found: readonly (LaidOut | null)[]): MainText {
  const scored = found
    .flatMap((text) => (text === null ? [] : [{ text, likeness: f1(share(linked, text.text)) }]))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best] = scored;
  if (best !== undefined && best.likeness >= SAME) return { ...best.text, isSure: true };
  const isSure = best === undefined || best.likeness >= LITTLE || countWords(best.text.text) < FEWEST_WORDS;
  return { text: linked, blocks: findParagraphs(linked), isSure };
}

/** The element that a page says holds its article: `articleBody`, the `<article>` that says most, `<main>`; null if none says anything. */
function findLandmark(document: Document): Element | null {
  const body = pick(document, '[itemprop~="articleBody"]');
  if (body !== null) return body;
  const main = pick(document, 'main, [role="main"]');
  const article = pick(document, 'article, [role="article"]');
  if (article !== null && holdsOnlyHeading(article, document)) return article;
  // An index of teasers, or a page whose articles are comments: none of them is the article.
  if (article === null || (main?.contains(article) === true && countProse(article) < countProse(main) / 3))
    return main;
  return article;
}

/** Of the elements that say something the one with the page's only main heading, else the one that says most. */
function pick(document: Document, selector: string): Element | null {
  const sorted = Array.from(document.querySelectorAll(selector))
    .filter((element) => !isBeside(element))
    .map((element) => ({ element, words: countWords(layOut(element).text) }))
    .filter(({ words }) => words >= FEWEST_WORDS)
    .toSorted((a, b) => b.words - a.words);
  const headed = sorted.find(({ element }) => holdsOnlyHeading(element, document));
  return (headed ?? sorted[0])?.element ?? null;
}

/** Whether an element has the page's only main heading and prose with it. */
function holdsOnlyHeading(element: Element, document: Document): boolean {
  return (
    document.querySelectorAll('h1').length === 1 &&
    element.querySelector('h1') !== null &&
    countProse(element) >= FEWEST_WORDS
  );
}

/** Whether an element is, or is in, what is not the article: an aside, a dialog, comments, teasers. */
function isBeside(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (
      /^(?:aside|nav|dialog|footer)$/iu.test(at.nodeName) ||
      /^(?:dialog|complementary)$/iu.test(at.getAttribute('role') ?? '')
    )
      return true;
    if (at.nodeName.toLowerCase() !== 'body' && isCalledBeside(at)) return true;
  }
  return false;
}

interface Shared {
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** The shares of two texts' words that both have, each as often as both have it. */
function share(first: string, second: string): Shared {
  const counts = new Map<string, number>();
  const firstWords = wordsOf(first);
  const secondWords = wordsOf(second);
  for (const word of firstWords) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of secondWords) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(word, left - 1);
    }
  }
  return {
    ofFirst: common / Math.max(1, firstWords.length),
    ofSecond: common / Math.max(1, secondWords.length),
  };
}

function f1({ ofFirst, ofSecond }: Shared): number {
  return ofFirst + ofSecond === 0 ? 0 : (2 * ofFirst * ofSecond) / (ofFirst + ofSecond);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Some pages give their text with its tags. */
function toPlainText(body: string): string {
  if (!/<\/?(?:p|br|div)\b/iu.test(body)) return body.trim();
  return body
    .replace(/<(?:\/p|br\s*\/?|\/div)>/giu, '\n\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}
