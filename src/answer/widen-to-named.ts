import { holdsAside, type Sentence } from '../article/article.js';
import { isWithin, type Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import { tokensWithin } from '../language/annotation.js';

/** Code units of the longest excerpt of two sentences: about seven lines. */
const LONGEST = 600;

/** Sentences looked back on for the name that a pronoun means. */
const FARTHEST_BACK = 3;

/** Words that a sentence begins with whose subject was named before. */
const SUBJECTS = new Set('he she it they his her its their'.split(' '));
/** These may as well begin a phrase of their own ("This magazine"). */
const POINTING = new Set('this that these those'.split(' '));
const DESCRIBED =
  /^(?:The|This|That|These|Those) (?:\p{Ll}+ ){0,2}(?:company|firm|group|club|team|agency|authority|council|ministry|party|union|bank|school|charity|court|maker|studio|museum|hospital|university|couple|pair|man|woman|player|driver|author|singer)\b/u;

/**
 * A stretch of an article to show, with the sentence before that names whom its first words mean ("He", "the company"); as it is
 * if the name is further off than three sentences or in another part of the article.
 *
 * Gets wrong: "It" for the weather, and "That" for what was said in two sentences before.
 */
export function widenToNamed(analysis: Analysis, sentence: Sentence, shown: Span): Span {
  const { article, annotation, entities } = analysis;
  const [first, second] = tokensWithin(annotation, sentence).filter(({ isWord }) => isWord);
  if (first === undefined) return shown;
  const words = article.text.slice(sentence.start, sentence.end);
  const isPronoun =
    SUBJECTS.has(first.norm) || (POINTING.has(first.norm) && /^(?:VERB|AUX)$/u.test(second?.pos ?? ''));
  // In somebody's words it means what the speaker means.
  if (/^[“"‘']/u.test(words) || (!isPronoun && !DESCRIBED.test(words))) return shown;
  const meant = entities.find(({ mentions }) =>
    mentions.some(
      (mention) => mention.kind !== 'name' && mention.start === first.start && isWithin(mention, sentence),
    ),
  );
  const before = article.sentences.slice(Math.max(0, sentence.index - FARTHEST_BACK), sentence.index);
  const naming = before.findLast((one) =>
    meant === undefined
      ? one.index === sentence.index - 1
      : meant.mentions.some((mention) => mention.kind === 'name' && isWithin(mention, one)),
  );
  if (naming === undefined || naming.start >= shown.start || !isSameText(analysis, naming, sentence))
    return shown;
  const widened = { start: naming.start, end: shown.end };
  return widened.end - widened.start > LONGEST || holdsAside(article, widened) ? shown : widened;
}

/** Whether no heading is between, and if nothing tells whom a pronoun means, whether both are of one paragraph. */
function isSameText({ article }: Analysis, before: Sentence, after: Sentence): boolean {
  return article.paragraphs
    .slice(before.paragraph - 1, after.paragraph)
    .every(({ kind }) => kind !== 'heading');
}
