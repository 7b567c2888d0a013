import { countWords } from './word-count.js';

const BUTTONS = 'button, a, input[type="button" i], input[type="submit" i], [role="button"]';
/** Words from which a part of a page is the box, and no row of its buttons. */
const FEWEST_WORDS = 10;

/**
 * The smallest parts of a page around a button of that name that say something and are such a box. None that holds the landmark or a main heading,
 * as the article would go with it.
 */
export function findBoxesAround(
  body: Element,
  landmark: Element | null,
  called: RegExp,
  isBox: (box: Element) => boolean,
): Element[] {
  const boxes = new Set<Element>();
  for (const button of Array.from(body.querySelectorAll(BUTTONS))) {
    const name = (button.textContent || button.getAttribute('value') || '').replace(/\s+/gu, ' ').trim();
    if (!called.test(name)) continue;
    let box = button.parentElement;
    while (box !== null && box !== body && countWords(box.textContent ?? '') < FEWEST_WORDS)
      box = box.parentElement;
    if (box === null || box === body || !isBox(box)) continue;
    const isArticle = landmark !== null && (box === landmark || box.contains(landmark));
    if (!isArticle && box.querySelector('h1') === null) boxes.add(box);
  }
  return [...boxes];
}
