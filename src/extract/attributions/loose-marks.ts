import type { Article } from '../../article/article.js';
import { lastBegunAt, spanAt } from '../../article/binary-search.js';
import type { Span } from '../../article/span.js';

const NAME = "\\p{Lu}[\\p{L}.'\\u2019-]+(?:\\s\\p{Lu}[\\p{L}.'\\u2019-]+){0,3}";
const SAID = '(?:said|says|told|added|asked|wrote|replied|answered|insisted|recalled|explained)';
/** The comma before who says it, if the mark that should be behind it is missing. */
const BEFORE_CUE = new RegExp(
  `,(?=\\s(?:${SAID}\\s(?:the\\s|his\\s|her\\s)?\\p{L}|(?:he|she|they|${NAME})\\s${SAID}\\b))`,
  'u',
);
/** How a sentence in marks ends before a closing mark. */
const ENDS_SAID = /[,.?!\u2026]$/u;

/** Where words end that a mark opens and none closes: before who says them, else with their sentence, at `limit` at the latest. */
export function endOfUnclosed(article: Article, from: number, limit: number): number {
  const cue = BEFORE_CUE.exec(article.text.slice(from, limit));
  return cue === null ? endOfSentence(article, from, limit) : from + cue.index + 1;
}

/** What is before a mark that closes what none has opened: its sentence, behind `floor`; null if that is no sentence in somebody's words. */
export function beforeUnopened({ text, sentences }: Article, mark: number, floor: number): Span | null {
  if (!ENDS_SAID.test(text.slice(0, mark).slice(-1))) return null;
  const index = lastBegunAt(sentences, mark - 1);
  let start = Math.max(sentences[index]?.start ?? floor, floor);
  while (start < mark && /\s/u.test(text[start] ?? '')) start += 1;
  const words = text.slice(start, mark);
  return /^\p{Lu}/u.test(words) && /\s/u.test(words) ? { start, end: mark } : null;
}

function endOfSentence({ text, sentences, paragraphs }: Article, from: number, limit: number): number {
  const sentence = spanAt(sentences, from);
  const paragraph = spanAt(paragraphs, from);
  let end = Math.min(sentence?.end ?? paragraph?.end ?? limit, limit);
  while (end > from && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return end;
}
