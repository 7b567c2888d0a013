import { type Article, textAt } from '../article/article.js';
import { lastBegunAt } from '../article/binary-search.js';
import { isWithin, type Span } from '../article/span.js';
import { beginsWithDash } from './attributions/dash-dialogue.js';
import { beginsWithLabel } from './attributions/interview.js';
import { findMarkedIn } from './attributions/quotation-marks.js';

/**
 * Whether all of a stretch of an article may be somebody's words, as far as its paragraph alone tells: only then it is worth reading who says it. Never
 * false for what an attribution covers, since what is reported in the article's own words leaves out of its sentence at least the verb that reports it.
 *
 * Gets wrong: a stretch that a block quotation, a label or marks around it make look said and that nobody says.
 */
export function mayBeSaid(article: Article, stretch: Span): boolean {
  const at = lastBegunAt(article.paragraphs, stretch.start);
  const paragraph = article.paragraphs[at];
  if (paragraph === undefined || !isWithin(stretch, paragraph)) return false;
  const { firstSentence, endSentence } = paragraph;
  const sentences = article.sentences.slice(firstSentence, endSentence);
  if (paragraph.isQuote === true || !sentences.some((sentence) => isWithin(sentence, stretch))) return true;
  const text = textAt(article, paragraph);
  if (beginsWithDash(text) || (stretch.start > paragraph.start && beginsWithLabel(text))) return true;
  return findMarkedIn(article, at).some((marked) => isWithin(stretch, marked));
}
