import { findFurniture } from './furniture.js';

/** What heads the words of a page's readers, whoever wrote them. */
const COMMENTS =
  /^(?:(?:\d+|all|reader|readers['\u2019]?|user|latest|recent|view|show|hide) )*(?:comments?|kommentare?|leserkommentare|comentarios|commentaires|comentários|комментари[ия]|תגובות|التعليقات|تعليقات)(?: \(?\d+\)?)?:?$|^(?:leave|post|write|add) a (?:comment|reply)\b|^join the (?:conversation|discussion)\b|^(?:what do you think|have your say)\??$|^\d+ (?:thoughts? on|responses?(?: to)?|replies(?: to)?)(?!\p{L})/iu;
const HEADING = /^h[2-6]$/iu;
const PARTS = 'section, div, aside, ol, ul, footer';

/** Whether a heading, or what a part is labelled, says that readers' comments follow. */
function headsComments(words: string): boolean {
  return COMMENTS.test(words);
}

/** Whether a part asks for something by its heading, or points to other pages by it and is links for the most part. */
function isBesideBy(label: string, part: Element): boolean {
  const furniture = findFurniture(label, 'en');
  return furniture === 'notice' || (furniture === 'link' && linkedShareOf(part) > MOSTLY);
}

/** Share of letters from which a part is links for the most part. */
const MOSTLY = 0.5;

function linkedShareOf(part: Element): number {
  const links = Array.from(part.querySelectorAll('a'), ({ textContent }) => fold(textContent).length);
  return links.reduce((sum, length) => sum + length, 0) / Math.max(1, fold(part.textContent).length);
}

/**
 * The parts of a page that say by their heading, or by the label that is read out to the blind, that they are not its article:
 * readers' comments, lists of other articles, sign-ups. If a heading of comments has no part of its own, what follows it up to
 * the next heading of its rank. `isArticle` says of a part whether the article would be lost with it.
 */
export function findHeadedBeside(body: Element, isArticle: (part: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (const part of Array.from(body.querySelectorAll(PARTS))) {
    const labels = [headingOf(part), fold(part.getAttribute('aria-label'))];
    if (labels.some(headsComments)) {
      if (part.querySelector('h1') === null) found.push(part);
    } else if (labels.some((label) => label !== '' && isBesideBy(label, part)) && !isArticle(part))
      found.push(part);
  }
  for (const heading of Array.from(body.querySelectorAll('h2, h3, h4'))) {
    if (headsComments(fold(heading.textContent))) found.push(heading, ...followersOf(heading));
  }
  return found;
}

/** The words of the heading that a part begins with; empty if it begins with something else. */
function headingOf(part: Element): string {
  let first: Element | null = part.firstElementChild;
  while (first !== null && /^(?:header|div|span)$/iu.test(first.nodeName)) first = first.firstElementChild;
  return first !== null && HEADING.test(first.nodeName) ? fold(first.textContent) : '';
}

function followersOf(heading: Element): Element[] {
  const found: Element[] = [];
  const rank = Number(heading.nodeName.slice(1));
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (/^h[1-6]$/iu.test(next.nodeName) && Number(next.nodeName.slice(1)) <= rank) break;
    if (next.querySelector('h1') !== null) break;
    found.push(next);
  }
  return found;
}

function fold(words: string | null): string {
  return (words ?? '').replace(/\s+/gu, ' ').trim();
}
