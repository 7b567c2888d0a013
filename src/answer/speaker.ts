import { type Article, textAt } from '../article/article.js';
import type { Quotation, Speaker } from '../extract/quotation.js';
import { tokenize } from '../language/annotation.js';
import type { Corpus } from '../library/corpus.js';
import { type ComparedWord, matchWord, type WordMatch } from '../search/match-word.js';
import { contentWordsOf } from './topic.js';

/** Speakers who fit a name or a description as typed. */
export interface FoundSpeakers {
  /** Articles in which one of them is quoted, in order. */
  readonly articles: readonly Article[];
  readonly speakers: ReadonlySet<Speaker>;
}

/** Speakers suggested at most where one was not found. */
const MOST_SUGGESTED = 8;
/** Articles read to suggest speakers: reading more takes longer than a reader waits. */
const MOST_READ = 20;

/**
 * The speakers of quotations who fit what was typed: each word of it is in their name, in another
 * name of theirs, in the words that describe them, or in whom they speak for. Slips of the keys are
 * forgiven where nobody fits without.
 */
export function findSpeakers(corpus: Corpus, articles: readonly Article[], typed: string): FoundSpeakers {
  const words = contentWordsOf(typed);
  const fits = new Map<WordMatch, { article: Article; speaker: Speaker }[]>();
  for (const article of articles) {
    for (const { kind, speaker } of corpus.readingOf(article).quotations) {
      if (kind === 'term' || speaker === null) continue;
      const fit = fitSpeaker(words, article, speaker);
      if (fit === null) continue;
      const found = fits.get(fit);
      if (found === undefined) fits.set(fit, [{ article, speaker }]);
      else found.push({ article, speaker });
    }
  }
  const best = fits.get('same') ?? fits.get('beginning') ?? fits.get('typo') ?? [];
  return {
    articles: [...new Set(best.map(({ article }) => article))],
    speakers: new Set(best.map(({ speaker }) => speaker)),
  };
}

/** Whether one of the found speakers says it. */
export function isSpokenBy(found: FoundSpeakers, quotation: Quotation): boolean {
  return quotation.speaker !== null && found.speakers.has(quotation.speaker);
}

/** Names of people and organisations that are quoted in the articles, most quoted first. */
export function listSpeakers(corpus: Corpus, articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const article of articles.slice(0, MOST_READ)) {
    for (const { kind, speaker } of corpus.readingOf(article).quotations) {
      if (kind === 'term' || speaker === null || speaker.entity === null) continue;
      counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** A handful of names of people who are quoted, those close to what was typed before the others. */
export function nearSpeakers(corpus: Corpus, articles: readonly Article[], typed: string): string[] {
  const words = contentWordsOf(typed);
  const isNear = (name: string): boolean =>
    tokenize(name, 'en').some((own) => words.some((word) => matchWord(word, own) !== null));
  const names = listSpeakers(corpus, articles);
  return [...names.filter(isNear), ...names.filter((name) => !isNear(name))].slice(0, MOST_SUGGESTED);
}

const WORST_FIRST: readonly WordMatch[] = ['typo', 'beginning', 'same'];

/** How the worst fitting of the typed words fits the speaker; null where one does not. */
function fitSpeaker(words: readonly ComparedWord[], article: Article, speaker: Speaker): WordMatch | null {
  const phrases = [
    speaker.name,
    textAt(article, speaker),
    ...(speaker.behalf === null ? [] : [textAt(article, speaker.behalf)]),
    ...(speaker.entity === null ? [] : [speaker.entity.name, ...speaker.entity.aliases]),
    ...(speaker.entity?.descriptions ?? []).map((span) => textAt(article, span)),
  ];
  const own = tokenize(phrases.join(' \n '), article.meta.language).filter((token) => token.isWord);
  const fits = words.map((word) => {
    const found = new Set(own.map((candidate) => matchWord(word, candidate)));
    return WORST_FIRST.findLast((match) => found.has(match)) ?? null;
  });
  if (fits.length === 0 || fits.includes(null)) return null;
  return WORST_FIRST.find((match) => fits.includes(match)) ?? null;
}
