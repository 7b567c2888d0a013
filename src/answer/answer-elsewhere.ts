import type { Article } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import { languageOf } from '../lexicon/language.js';
import type { Corpus } from '../library/corpus.js';
import { isReadable } from '../search/is-readable.js';
import { type Ranking, rankByWords } from '../search/other-languages/rank-by-words.js';
import { prepareWordProfile } from '../search/other-languages/word-profile.js';
import type { Verdict } from '../search/verdict.js';

/** Articles that are read closely when no source is named, and passages looked at to choose them. */
const CLOSE_READ = 6;
const PASSAGES_TO_CHOOSE = 30;

/**
 * From these probabilities on a sentence is called the answer, or is said to be one perhaps. From the first on 0.75 of what was called an answer was right on the written articles
 * that the signs were fitted on, and 0.95 on the fixtures (`npm run eval -- languages`): words tell a near miss so badly that it is set higher than for the reader.
 */
const ANSWERS_FROM = 0.72;
const MAY_ANSWER_FROM = 0.3;

/** A verdict on a question as it was understood. */
export interface JudgedElsewhere {
  readonly text: string;
  readonly verdict: Verdict;
  readonly probability: number;
}

/**
 * The verdict on what articles that the reader cannot read have for a question, each language by its own words; the language whose first sentence is surest
 * leads. Null if there are no such articles, or none has a word of it.
 */
export async function answerElsewhere(
  corpus: Corpus,
  texts: readonly string[],
  source: string | undefined,
): Promise<JudgedElsewhere | null> {
  let best: JudgedElsewhere | null = null;
  for (const text of texts) {
    const byLanguage = new Map<string, Analysis[]>();
    for (const analysis of await corpus.readAll(chooseArticles(corpus, text, source))) {
      await prepareWordProfile(analysis);
      const language = languageOf(analysis.article.meta.language).code;
      byLanguage.set(language, [...(byLanguage.get(language) ?? []), analysis]);
    }
    for (const [language, analyses] of byLanguage) {
      const ranking = rankByWords(analyses, text, language);
      const { confidence } = ranking;
      if (ranking.isMentioned && (best === null || confidence > best.probability))
        best = { text, verdict: toVerdict(ranking), probability: confidence };
    }
  }
  return best;
}

function chooseArticles(corpus: Corpus, text: string, source: string | undefined): readonly Article[] {
  const isOther = (article: Article): boolean => !isReadable(article);
  const named = source === undefined ? undefined : corpus.findArticle(source);
  if (named !== undefined) return isOther(named) ? [named] : [];
  const others = corpus.articles.filter(isOther);
  if (others.length <= CLOSE_READ) return others;
  const found = corpus.index.findPassages(text, { limit: PASSAGES_TO_CHOOSE });
  return [...new Set(found.map(({ article }) => article))].filter(isOther).slice(0, CLOSE_READ);
}

function toVerdict({ sentences, confidence }: Ranking): Verdict {
  const kind =
    confidence >= ANSWERS_FROM ? 'answer' : confidence >= MAY_ANSWER_FROM ? 'may-answer' : 'shared';
  return {
    kind,
    sentences: sentences.map(({ article, sentence }, place) => ({
      article,
      sentence,
      spans: [],
      probability: place === 0 ? confidence : 0,
      share: place === 0 ? confidence : 0,
    })),
    probability: confidence,
  };
}
