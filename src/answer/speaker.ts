import { type Article, textAt } from '../article/article.js';
import type { Analysis } from '../extract/analysis.js';
import type { Attribution, Speaker } from '../extract/attribution.js';
import { isWritings } from '../extract/attributions/writings.js';
import type { Entity } from '../extract/entity.js';
import { type Annotation, tokenize } from '../language/annotation.js';
import type { Corpus } from '../library/corpus.js';
import { type ComparedWord, matchWord, type WordMatch } from '../search/match-word.js';
import { findProfiles } from './profile.js';
import { rememberOfArticles } from './remember-of-articles.js';
import { isTold } from './told-statement.js';
import { contentWordsOf } from './topic.js';

/** Speakers who fit a name or a description as typed. */
export interface FoundSpeakers {
  /** Articles in which one of them is quoted, in order. */
  readonly articles: readonly Article[];
  readonly speakers: ReadonlySet<Speaker>;
  /** Names of the different people among them; empty if none is known by name. */
  readonly names: readonly string[];
}

/** Articles read to list speakers: reading more takes longer than a reader waits. */
const MOST_READ = 20;

/**
 * The speakers of quotations who fit what was typed: people and organisations of that name or description; unless
 * it names a person, also speakers who are only described so ("an aide"), or speak for whom is named. Slips of
 * the keys are forgiven if nobody fits without. A step after each article.
 */
export function* findSpeakers(
  analyses: readonly Analysis[],
  typed: string,
): Generator<undefined, FoundSpeakers> {
  const profiles = yield* findProfiles(analyses, typed);
  const entities = new Set(profiles.flatMap(({ parts }) => parts.map(({ entity }) => entity)));
  const isPerson = profiles.some(({ kind, fit }) => kind === 'person' && fit === 'same');
  const words = contentWordsOf(typed);
  const found: { article: Article; speaker: Speaker; fit: WordMatch }[] = [];
  for (const { article, annotation, attributions } of analyses) {
    for (const quotation of attributions) {
      const speaker = speakerOf(annotation, quotation);
      if (speaker === null) continue;
      const fit = isOneOf(entities, speaker) ? 'same' : isPerson ? null : fitWords(words, article, speaker);
      if (fit !== null) found.push({ article, speaker, fit });
    }
    yield;
  }
  const best = BEST_FIRST.find((fit) => found.some((one) => one.fit === fit));
  const fitting = found.filter(({ fit }) => fit === best);
  return {
    articles: [...new Set(fitting.map(({ article }) => article))],
    speakers: new Set(fitting.map(({ speaker }) => speaker)),
    names: profiles
      .filter(({ parts }) =>
        parts.some(({ entity }) => fitting.some(({ speaker }) => speaker.entity === entity)),
      )
      .map(({ name }) => name),
  };
}

/** Who says it; null if the text names nobody: for terms, and for bare "reports" and the like, which are nobody. */
export function speakerOf(annotation: Annotation, { speaker }: Attribution): Speaker | null {
  return speaker === null || isWritings(annotation, speaker) ? null : speaker;
}

/** Whether one of the found speakers says it. */
export function isSpokenBy(found: FoundSpeakers, quotation: Attribution): boolean {
  return quotation.speaker !== null && found.speakers.has(quotation.speaker);
}

/** Names of people and organisations of whom a quotation can be listed (see `isTold`), most quoted first. */
export async function listSpeakers(
  corpus: Pick<Corpus, 'readAll'>,
  articles: readonly Article[],
): Promise<string[]> {
  const some = articles.slice(0, MOST_READ);
  const quoted = await quotedOf(corpus, some);
  const counts = new Map<string, number>();
  for (const article of some) {
    for (const name of quoted.get(article) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

const quotedOf = rememberOfArticles(namesQuoted);

/** The name of whoever says each quotation of an article that can be listed. */
function namesQuoted({ annotation, attributions }: Analysis): string[] {
  return attributions.flatMap((quotation) => {
    const speaker = speakerOf(annotation, quotation);
    return speaker === null || speaker.entity === null || !isTold(annotation, quotation)
      ? []
      : [speaker.name];
  });
}

const BEST_FIRST: readonly WordMatch[] = ['same', 'beginning', 'typo'];

function isOneOf(entities: ReadonlySet<Entity>, { entity }: Speaker): boolean {
  return entity !== null && entities.has(entity);
}

/** How the worst fitting of the typed words fits the words a speaker is described by; null if one does not. */
function fitWords(words: readonly ComparedWord[], article: Article, speaker: Speaker): WordMatch | null {
  const behalf = speaker.behalf === null ? '' : textAt(article, speaker.behalf);
  const own = tokenize(`${textAt(article, speaker)} ${behalf}`, article.meta.language).filter(
    (token) => token.isWord,
  );
  const fits = words.map((word) => {
    const kinds = new Set(own.map((candidate) => matchWord(word, candidate)));
    return BEST_FIRST.find((fit) => kinds.has(fit)) ?? null;
  });
  if (fits.length === 0 || fits.includes(null)) return null;
  return BEST_FIRST.findLast((fit) => fits.includes(fit)) ?? null;
}
