import type { Meeting, VectoredQuestion } from '../compare-words.js';

/** Names of the values of `matchFeatures`, in its order. */
export const MATCH_FEATURES = [
  'coverage',
  'coverage-stump',
  'coverage-soft',
  'coverage-english',
  'coverage-english-soft',
  'soft-mean',
  'soft-least',
  'names',
  'names-missing',
  'numbers-missing',
  'verb-soft',
  'focus-soft',
  'rarest-missing',
  'rarest-missing-english',
  'rarest-met',
  'missing',
  'coverage-related',
  'coverage-english-related',
  'verb-related',
  'focus-related',
  'missing-related',
] as const;

/** What a word that may stand for a term counts beside the term itself. */
const RELATED = 0.8;
/** A term met less than this counts as missing. */
const MISSING = 0.36;

/**
 * How much of the question a sentence has: shares 0 to 1 of its terms' weights (rarity in the article,
 * and in English), by exact words and by vectors; and what is missing. -1 where the question has no such term.
 */
export function matchFeatures(asked: VectoredQuestion, weights: Float64Array, meeting: Meeting): number[] {
  const { terms, tokens } = asked.question;
  const { exact, soft, related } = meeting;
  let whole = 0;
  let english = 0;
  const sum = {
    exact: 0,
    stump: 0,
    soft: 0,
    english: 0,
    englishSoft: 0,

    softMean: 0,
    related: 0,
    englishRelated: 0,
    missing: 0,
  };
  let least = 1;
  let rarestMissing = 0;
  let rarestMissingEnglish = 0;
  let rarestMet = 0;
  let met = 0;
  const names = { met: 0, all: 0 };
  let numbersMissing = 0;
  const verb = { soft: -1, related: -1 };
  const focus = { soft: -1, related: -1 };
  terms.forEach((term, i) => {
    const weight = weights[i] ?? 0;
    const rare = (asked.rarity[i] ?? 1) * weight;
    const has = exact[i] ?? 0;
    const near = soft[i] ?? 0;
    const isMet = has === 1;
    whole += weight;
    english += rare;
    sum.exact += isMet ? weight : 0;
    sum.stump += weight * has;
    sum.soft += weight * Math.max(has, near * near);
    sum.english += rare * has;
    sum.englishSoft += rare * Math.max(has, near * near);
    sum.softMean += near;
    const said = Math.max(has, (related[i] ?? 0) * RELATED, near * near);
    sum.related += weight * said;
    sum.englishRelated += rare * said;
    if (said < MISSING) sum.missing += 1;
    least = Math.min(least, Math.max(has, near));
    if (isMet) {
      met += 1;
      rarestMet = Math.max(rarestMet, weight);
    } else {
      rarestMissing = Math.max(rarestMissing, weight * (1 - Math.max(has, near)));
      rarestMissingEnglish = Math.max(
        rarestMissingEnglish,
        (asked.rarity[i] ?? 1) * (1 - Math.max(has, near)),
      );
    }
    if (term.isName) {
      names.all += weight;
      names.met += weight * has;
    }
    if (/^\d/u.test(term.key) && !isMet) numbersMissing += 1;
    if (tokens[term.token]?.pos === 'VERB') {
      verb.related = said;
      verb.soft = Math.max(has, near);
    }
    if (term.isFocus) {
      focus.related = said;
      focus.soft = Math.max(has, near);
    }
  });
  const count = terms.length || 1;
  whole ||= 1;
  english ||= 1;
  return [
    sum.exact / whole,
    sum.stump / whole,
    sum.soft / whole,
    sum.english / english,
    sum.englishSoft / english,
    sum.softMean / count,
    least,
    names.all === 0 ? -1 : names.met / names.all,
    names.all === 0 ? -1 : (names.all - names.met) / whole,
    numbersMissing,
    verb.soft,
    focus.soft,
    rarestMissing,
    rarestMissingEnglish,
    rarestMet,
    terms.length - met,
    sum.related / whole,
    sum.englishRelated / english,
    verb.related,
    focus.related,
    sum.missing,
  ];
}
