import type { Sentence } from '../article/article.js';
import { textAt } from '../article/article.js';
import { isOverlapping, isWithin, type Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { Attribution, Speaker } from '../extract/attribution.js';
import type { Question } from '../language/question.js';
import { findKeys } from '../language/word-keys.js';
import { isTold } from './told-statement.js';

/**
 * Whether a sentence can tell what somebody said, for a question that asks for that somebody's words ("What did Ada Quill say?");
 * true for any other question. It cannot if nothing is said in it, nor if others say all of it and the one who is asked
 * about is only spoken of.
 *
 * Gets wrong: words whose speaker is read wrongly, and a speaker whom the question calls by a word that the article has for another.
 */
export function isToldByAsked(
  { saysWho }: Pick<Question, 'saysWho'>,
  analysis: Analysis,
  sentence: Sentence,
): boolean {
  if (saysWho.length === 0) return true;
  const isAsked = (keys: readonly string[]): boolean => keys.some((key) => saysWho.includes(key));
  const { tokens } = analysis.annotation;
  const { text } = analysis.article;
  const isByAsked = ({ speaker }: Attribution): boolean =>
    speaker !== null && isAsked(keysOf(speaker, analysis));
  const hasClause = SAYS_IN_A_CLAUSE.test(textAt(analysis.article, sentence));
  const told = analysis.attributions.filter(
    (quotation) =>
      isToldIn(quotation, sentence) &&
      (isTold(analysis.annotation, quotation) || (hasClause && isByAsked(quotation))),
  );
  if (told.length === 0) return false;
  const isOutside = tokens.some(
    (token) =>
      isWithin(token, sentence) &&
      isAsked(findKeys(text.slice(token.start, token.end))) &&
      !told.some(({ content }) => content.some((part) => isWithin(token, part))),
  );
  return isOutside || told.some((quotation) => quotation.speaker === null || isByAsked(quotation));
}

/** Something that is said in a clause of its own, or in quotation marks ("downplayed it, saying that …"). */
const SAYS_IN_A_CLAUSE = /\bthat\b|[“"]/u;

/** Whether a part of what is said, its cue or its speaker is in a sentence. */
function isToldIn({ content, cue, speaker }: Attribution, sentence: Span): boolean {
  return [...content, ...(cue === null ? [] : [cue]), ...(speaker === null ? [] : [speaker])].some((part) =>
    isOverlapping(part, sentence),
  );
}

/** The keys of all that the article calls a speaker. */
function keysOf({ start, end, name, entity, behalf }: Speaker, { article }: Analysis): string[] {
  const spans: readonly Span[] = [
    { start, end },
    ...(behalf === null ? [] : [behalf]),
    ...(entity?.mentions ?? []),
  ];
  const forms = [name, ...(entity === null ? [] : [entity.name, ...entity.aliases])];
  return [...forms, ...spans.map((span) => textAt(article, span))].flatMap((form) => findKeys(form));
}
