import type { Article, Sentence } from '../../article/article.js';
import type { Analysis } from '../../extract/analysis.js';
import { analysePlainQuestion, type PlainQuestion } from '../../language/plain-question.js';
import { languageOf } from '../../lexicon/language.js';
import { type FoundTerm, findTerms, MEETS } from './find-terms.js';
import { type WordProfile, type WordSentence, wordProfileOf } from './word-profile.js';

/** What a term counts for a sentence that does not have it: in the sentence before, earlier in the paragraph, or in the title. */
const NEARNESS = { previous: 0.7, title: 0.6, paragraph: 0.5 };

/** Sentences of the paragraph that are looked back on: what was named longer ago is no longer meant. */
const FARTHEST_BACK = 8;

/** Sentences from which a word is one that the article uses again and again, so that a pronoun may mean it. */
const RECURS_FROM = 2;
/** What a word that the article uses only once counts beside where it is: the sentence speaks of something else. */
const ONCE = 0.3;

/** What a number or a date in a sentence adds if one is asked for, so that of two sentences with the same words the one that has it leads. */
const KIND_ADDS = 0.1;
/** What words close together and in the question's order add at most: they decide between equals only. */
const CLOSE_ADDS = 0.05;
const ORDER_ADDS = 0.03;

/**
 * The log odds that the first sentence is what was asked for: with all words of the question near it their share, less if one is nowhere near; by how far the next
 * sentence is behind; less if it has no figure or no word of reason and one is asked for, and less if the question is put in another language. Fitted on the questions of
 * seven written articles and, counting half, of the fixtures (`npm run eval -- languages`); the last is set so that half of what is called an answer across languages is not wrong.
 */
const SIGNS = {
  bias: -0.79,
  present: 1.65,
  absent: -0.09,
  ahead: 1.8,
  withoutKind: -1.87,
  fromElsewhere: -0.7,
};

/** No sentence counts as farther ahead. */
const FARTHEST_AHEAD = 0.4;

/** Sentences handed on, as many as the learned ranking looks at. */
const MOST_RANKED = 24;

interface Candidate {
  readonly profile: WordProfile;
  readonly index: number;
  /** Share of the question's weight that the sentence and what is before it hold, 0 to 1. */
  readonly coverage: number;
  readonly hasAbsent: boolean;
  readonly isOfKind: boolean;
  readonly score: number;
}

/** What ranking found: sentences best first, and how likely the first one answers. */
export interface Ranking {
  readonly sentences: readonly { readonly article: Article; readonly sentence: Sentence }[];
  /** Calibrated: that the first sentence is what was asked for; 0 if there is none. */
  readonly confidence: number;
  /** Whether the articles speak of what the question is about: they have a word of it. */
  readonly isMentioned: boolean;
}

/**
 * The sentences of articles of one language other than English that may answer a question, best first, by rules that hold for any language:
 * the share of the question's words that a sentence has, rare words counting more; the sentence before and the title in part; a
 * figure if one is asked for. The question is analysed in the articles' language. No answering words are told.
 *
 * Gets wrong: a sentence with all the words of a question in other parts ("Who beat Norwick?", "Norwick beat Solberg").
 */
export function rankByWords(analyses: readonly Analysis[], text: string, language: string): Ranking {
  const question = analysePlainQuestion(text, language);
  const profiles = analyses.map(wordProfileOf);
  const terms = findTerms(profiles, question);
  const candidates = profiles
    .flatMap((profile) => findCandidates(profile, terms, question))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RANKED);
  return {
    sentences: candidates.flatMap(({ profile: { article }, index }) => {
      const sentence: Sentence | undefined = article.sentences[index];
      return sentence === undefined ? [] : [{ article, sentence }];
    }),
    confidence: judge(candidates, question),
    isMentioned: terms.some(({ count }) => count > 0),
  };
}

function findCandidates(
  profile: WordProfile,
  terms: readonly FoundTerm[],
  question: PlainQuestion,
): Candidate[] {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return profile.sentences.flatMap((sentence, index): Candidate[] => {
    if (sentence.isHeading) return [];
    let covered = 0;
    let hasAny = false;
    let hasAbsent = false;
    for (const [place, term] of terms.entries()) {
      const here = term.sentences.get(profile)?.get(index) ?? 0;
      // What is counted is beside its figure: no pronoun means it there.
      const level =
        place === question.counted ? here : Math.max(here, nearness(term, profile, sentence, index));
      covered += term.weight * level;
      if (here > 0) hasAny = true;
      if (level === 0) hasAbsent = true;
    }
    if (!hasAny) return [];
    const coverage = covered / whole;
    const isOfKind = hasKind(sentence, question);
    const places = terms.flatMap((term) => term.placeIn(profile, index) ?? []);
    const kind = question.kind !== 'other' && isOfKind ? KIND_ADDS : 0;
    const score = coverage + kind + CLOSE_ADDS * closenessOf(places) + ORDER_ADDS * orderOf(places);
    return [{ profile, index, coverage, hasAbsent, isOfKind, score }];
  });
}

/** What a term counts by standing before a sentence: a word used again and again may be meant by a pronoun there. */
function nearness(
  term: FoundTerm,
  profile: WordProfile,
  { paragraphStart }: WordSentence,
  index: number,
): number {
  const sentences = term.sentences.get(profile);
  const isExact = (at: number): boolean => (sentences?.get(at) ?? 0) >= MEETS.slip;
  const title = term.isInTitle(profile) ? NEARNESS.title : 0;
  let before = 0;
  if (index > paragraphStart && isExact(index - 1)) before = NEARNESS.previous;
  else {
    const from = Math.max(paragraphStart, index - FARTHEST_BACK);
    for (let at = from; at < index - 1; at += 1) if (isExact(at)) before = NEARNESS.paragraph;
  }
  const previous = profile.sentences[index - 1];
  // A paragraph of news has a sentence or two: its first one goes on from the last.
  if (before === 0 && index === paragraphStart && previous !== undefined && isExact(index - 1)) {
    before = NEARNESS.paragraph;
  }
  return Math.max(title, term.count < RECURS_FROM ? Math.min(before, ONCE) : before);
}

/** A year, or a day in figures ("12.3.2031", "18:30"). */
const TELLS_TIME = /^(?:1\d{3}|20\d{2})$|^\d{1,4}[.:/-]\d/u;

/** Whether a sentence has a figure that the question does not, if one is asked for; for a date a year, a day, a month's name or another word for a time; for a reason a word that gives one. */
function hasKind(
  { digits, hasTime, hasReason }: WordSentence,
  { kind, terms, language }: PlainQuestion,
): boolean {
  if (kind === 'other') return true;
  if (kind === 'reason') return hasReason;
  const own = digits.filter((digit) => !terms.some(({ folded }) => folded === digit));
  if (kind === 'number') return own.length > 0;
  // There months and days are figures followed by their signs.
  return (
    hasTime || own.some((digit) => languageOf(language).writing.isRunOn === true || TELLS_TIME.test(digit))
  );
}

/** 1 if the found words are side by side, less the wider they are strewn. */
function closenessOf(places: readonly number[]): number {
  if (places.length < 2) return 0;
  return places.length / (Math.max(...places) - Math.min(...places) + 1);
}

/** The share of neighbouring words of the question that are in its order. */
function orderOf(places: readonly number[]): number {
  if (places.length < 2) return 0;
  const kept = places.filter((place, i) => i > 0 && place > (places[i - 1] ?? place)).length;
  return kept / (places.length - 1);
}

function judge([best, next]: readonly Candidate[], { isFromElsewhere }: PlainQuestion): number {
  if (best === undefined) return 0;
  const ahead = Math.min(FARTHEST_AHEAD, best.score - (next?.score ?? 0));
  let odds = SIGNS.bias + SIGNS.ahead * ahead;
  odds += best.hasAbsent ? SIGNS.absent : SIGNS.present * best.coverage;
  if (!best.isOfKind) odds += SIGNS.withoutKind;
  if (isFromElsewhere) odds += SIGNS.fromElsewhere;
  return 1 / (1 + Math.exp(-odds));
}
