import { findConsentBoxes } from './consent-boxes.js';
import { findHeadedBeside } from './headed-beside.js';
import { findOfferBoxes } from './offer-boxes.js';
import { countWords } from './word-count.js';

/** What no reader sees or nobody wrote as part of an article, by the names and roles of the HTML standard and WAI-ARIA. */
const NEVER =
  'script, style, noscript, template, svg, iframe, object, button, input, select, textarea, link, meta[itemprop]';
const BESIDE =
  'nav, aside, dialog, menu, body > footer, footer, [role="dialog"], [role="alertdialog"], [role="navigation"], [role="complementary"], ' +
  '[role="contentinfo"], [role="search"], [role="menu"], [role="alert"], [aria-modal="true"]';
const HIDDEN =
  '[hidden], [aria-hidden="true"], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], [style*="visibility: hidden" i]';

/** What classes and ids call the parts of a page that are not its article. */
const CALLED =
  /(?:^|[\s-])(?:cookies?|consent|gdpr|cmp|onetrust|didomi|usercentrics|truste|trustarc|borlabs|cookiebot|cybot|qc-cmp\d?|cc-window|sp-message|privacy|paywall|regwall|metered|piano|newsletter|sign-?up|subscribe|subscription|share|sharing|sharebar|social|comments?|commentlist|disqus|respond|related|recommend(?:ed|ations?)?|more-stories|more-news|read-next|up-next|most-read|most-popular|popular|trending|promos?|promoted|sponsor(?:ed)?|advert(?:isements?|ising)?|ads?|adsbox|banner|pop-?up|modal|overlay|lightbox|breadcrumbs?|side-?bar|widgets?|pagination|pager|toc|site-header|site-footer|skip-link|masthead|top-?bar|nav-?bar|navigation|menu|(?:about-(?:the-)?)?author-(?:bio|box|info|card)|about-(?:the-)?author|tag-list|tags|toolbar|jump-links|teasers?|hatnote|navbox|editsection|mw-editsection|noprint|catlinks|printfooter)(?:$|[\s-])/iu;
/** Those that no article is called, however much is in them. */
const UNMISTAKABLE =
  /(?:^|[\s-])(?:cookies?|consent|gdpr|cmp|onetrust|didomi|usercentrics|truste|trustarc|borlabs|cookiebot|cybot|qc-cmp\d?|cc-window|sp-message|comments?|commentlist|disqus|newsletter|sign-?up|related|recommend(?:ed|ations?)?|advert(?:isements?|ising)?|promos?|breadcrumbs?|share|sharing)(?:$|[\s-])/iu;
/** Names that frameworks give to the whole page as well ("has-sidebar", "no-comments", "with-ads"). */
const STATES = /(?:^|\s)(?:has|no|with|without|is|layout)-[\w-]*/giu;

const NEVER_BY_NAME = new Set([
  'html',
  'body',
  'main',
  'article',
  'p',
  'h1',
  'h2',
  'h3',
  'figure',
  'table',
  'tbody',
  'tr',
  'td',
]);

/** Share of what its surroundings say in which a part is the article itself, whatever it is called. */
const MOST_OF_IT = 0.5;

/** Words of an article at least, as against a caption or a button's. */
const FEWEST_BELOW = 12;

/**
 * Takes from a page what is no part of its article: navigation, asides, dialogs and cookie boxes, hidden elements, comments, share and newsletter
 * boxes. A part that holds `landmark`, or most of what the landmark says, stays whatever it is called, and is shown even if it was hidden.
 */
export function cleanPage(document: Document, landmark: Element | null): void {
  const { body } = document;
  // By their buttons, which go next.
  for (const find of [findConsentBoxes, findOfferBoxes])
    if (body) for (const element of find(body, landmark)) element.remove();
  for (const element of Array.from(document.querySelectorAll(NEVER))) element.remove();
  if (!body) return;
  for (const element of Array.from(body.querySelectorAll(BESIDE))) {
    // The footer of a block quotation names who is cited.
    if (element.nodeName.toLowerCase() === 'footer' && element.closest('blockquote') !== null) {
      const line = document.createElement('div');
      line.append(...Array.from(element.childNodes));
      element.replaceWith(line);
    } else if (!holds(element, landmark) && !hasOnlyHeading(element, document)) element.remove();
  }
  // Behind the dialogs: the page below an open one is hidden.
  for (const element of Array.from(document.querySelectorAll(HIDDEN))) {
    if (isRoot(element) || isEssential(element, landmark, body) || isAllThereIs(element, body))
      reveal(element);
    else element.remove();
  }
  const isArticle = (part: Element): boolean =>
    holds(part, landmark) || part.querySelector('h1') !== null || isAllThereIs(part, landmark ?? body);
  for (const element of findHeadedBeside(body, isArticle)) element.remove();
  for (const element of Array.from(body.querySelectorAll('[class], [id]'))) {
    if (isCalledBeside(element) && !isEssential(element, landmark, body)) element.remove();
  }
  if (landmark === null) cutBeforeHeading(document, body);
}

/**
 * Takes away what is before the page's heading if it says more than what is below it: a notice above a short article. The heading
 * is the only one of its rank, and the page's title has it if there is one.
 */
function cutBeforeHeading(document: Document, body: Element): void {
  const headings = Array.from(body.querySelectorAll('h1'));
  const [heading] = headings;
  const words = fold(heading?.textContent ?? '');
  const title = fold(document.title);
  if (heading === undefined || headings.length > 1 || words === '') return;
  if (title !== '' && !title.includes(words)) return;
  const before: Element[] = [];
  let below = 0;
  for (let at: Element = heading; at !== body && at.parentElement !== null; at = at.parentElement) {
    for (let one = at.previousElementSibling; one !== null; one = one.previousElementSibling)
      before.push(one);
    for (let one = at.nextElementSibling; one !== null; one = one.nextElementSibling)
      below += countWords(one.textContent ?? '');
  }
  const above = before.reduce((sum, { textContent }) => sum + countWords(textContent ?? ''), 0);
  if (below >= FEWEST_BELOW && above > below) for (const element of before) element.remove();
}

function fold(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** What classes and ids call an element, without the states of the whole page that they name. */
export function isCalledBeside(element: Element): boolean {
  if (
    NEVER_BY_NAME.has(element.nodeName.toLowerCase()) &&
    !/comment/iu.test(element.getAttribute('class') ?? '')
  )
    return false;
  return CALLED.test(nameOf(element));
}

/** Classes and id of an element, without the states of the whole page among them; "cookieBanner" is read as "cookie-Banner". */
function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .replace(/_/gu, '-')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .replace(STATES, ' ');
}

function isRoot({ nodeName }: Element): boolean {
  return /^(?:html|body)$/iu.test(nodeName);
}

/** Whether the article is lost with an element: it holds the landmark, most of what is in it, or the page's only heading with text below it. */
function isEssential(element: Element, landmark: Element | null, body: Element): boolean {
  if (holds(element, landmark)) return true;
  if (landmark !== null && UNMISTAKABLE.test(nameOf(element))) return false;
  if (landmark !== null && !landmark.contains(element)) return false;
  const scope = landmark ?? body;
  const whole = countProse(scope);
  if (landmark === null && countHeadings(element) > 0) return countProse(element) > 0;
  return landmark !== null && whole > 0 && countProse(element) / whole > MOST_OF_IT;
}

/** Whether hardly a word of the page's prose is elsewhere. */
function isAllThereIs(element: Element, body: Element): boolean {
  const own = countProse(element);
  return own >= FEWEST_BELOW && countProse(body) - own < FEWEST_BELOW;
}

function holds(element: Element, landmark: Element | null): boolean {
  return landmark !== null && (element === landmark || element.contains(landmark));
}

function hasOnlyHeading(element: Element, document: Document): boolean {
  return (
    countHeadings(element) > 0 &&
    countHeadings(element) === document.querySelectorAll('h1').length &&
    countProse(element) > 0 &&
    !/^(?:nav|dialog|menu)$/iu.test(element.nodeName) &&
    element.getAttribute('role') === null
  );
}

function countHeadings(element: Element): number {
  return element.querySelectorAll('h1').length;
}

/** Words in the paragraphs of an element, those aside in parts of it that are called something else. */
export function countProse(element: Element): number {
  const isOwn = (paragraph: Element): boolean => {
    for (let at = paragraph.parentElement; at !== null && at !== element; at = at.parentElement)
      if (UNMISTAKABLE.test(nameOf(at))) return false;
    return true;
  };
  return Array.from(element.querySelectorAll('p'))
    .filter(isOwn)
    .reduce((sum, { textContent }) => sum + countWords(textContent ?? ''), 0);
}

function reveal(element: Element): void {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
}
