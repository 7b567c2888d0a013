import type { Article } from '../article/article.js';
import { isOverlapping, type Span } from '../article/span.js';
import type { Entity, Mention } from '../extract/entity.js';
import type { Annotation } from '../language/annotation.js';
import { tokensOfSentence } from '../language/annotation.js';
import type { Corpus } from '../library/corpus.js';
import type { Excerpt, Section } from '../reply.js';
import { createExcerpt, sentenceAt, showSentences } from './excerpt.js';
import type { Profile } from './profile.js';
import { showQuotations } from './quote.js';

/** Excerpts shown in a section: what a reader takes in before turning a page. */
const MOST_SHOWN = 5;
/** Names shown on the line of those somebody is mentioned with. */
const MOST_NAMES = 10;

/** The sentences that say who somebody is, the describing words highlighted; the first mention where none does. */
export function describeProfile(profile: Profile, confidence: number): Section {
  const excerpts = profile.parts.flatMap(({ article, entity }) =>
    showSentences(article, entity.descriptions, confidence),
  );
  if (excerpts.length > 0) return { heading: null, excerpts: excerpts.slice(0, MOST_SHOWN) };
  const first = profile.parts.flatMap(({ article, entity }) => {
    const mention = entity.mentions.find(({ kind }) => kind === 'name');
    const sentence = mention === undefined ? undefined : sentenceAt(article, mention.start);
    if (mention === undefined || sentence === undefined) return [];
    return [createExcerpt(article, sentence, { highlights: [mention], confidence: null })];
  });
  return { heading: null, excerpts: first.slice(0, 1) };
}

/** What somebody said, quoted or as reported; null where nothing. */
export function listSayings(corpus: Corpus, profile: Profile): Section | null {
  const excerpts = profile.parts.flatMap(({ article, entity }) =>
    showQuotations(
      article,
      corpus.readingOf(article).quotations.filter((q) => q.speaker?.entity === entity),
    ),
  );
  return excerpts.length === 0
    ? null
    : { heading: 'What they said', excerpts: excerpts.slice(0, MOST_SHOWN) };
}

/** Sentences in which somebody acts, apart from those already shown; null where there are none. */
export function listDeeds(corpus: Corpus, profile: Profile, shown: Section): Section | null {
  const excerpts = profile.parts.flatMap(({ article, entity }) => {
    const { annotation, quotations } = corpus.readingOf(article);
    const said = quotations.filter((q) => q.speaker?.entity === entity && q.kind !== 'term');
    const acting = entity.mentions.filter((mention) => isActing(annotation, mention));
    return showSentences(article, acting).filter(
      (sentence) =>
        !isShown(shown, sentence) &&
        !said.some(({ content }) => content.some((span) => isOverlapping(span, sentence))),
    );
  });
  return excerpts.length === 0 ? null : { heading: 'What they do', excerpts: excerpts.slice(0, MOST_SHOWN) };
}

/** People and organisations named in the same sentences, most often first; null where there are none. */
export function listTogether(corpus: Corpus, profile: Profile): Section | null {
  const counts = new Map<Entity, { article: Article; span: Span; times: number }>();
  for (const { article, entity } of profile.parts) {
    const own = new Set(entity.mentions.map((mention) => sentenceAt(article, mention.start)?.index));
    for (const other of corpus.readingOf(article).entities) {
      if (other === entity || other.kind === 'place') continue;
      const names = other.mentions.filter(({ kind }) => kind === 'name');
      const together = names.filter((mention) => own.has(sentenceAt(article, mention.start)?.index));
      const longest = names.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
      if (together.length === 0 || longest === undefined) continue;
      counts.set(other, {
        article,
        span: { start: longest.start, end: longest.end },
        times: together.length,
      });
    }
  }
  const names = [...counts.values()].toSorted((a, b) => b.times - a.times).slice(0, MOST_NAMES);
  if (names.length === 0) return null;
  return {
    heading: null,
    excerpts: [],
    names: names.map(({ article, span }) => ({ article, span })),
    namesLabel: 'Mentioned with',
  };
}

function isShown(section: Section, sentence: Excerpt): boolean {
  return section.excerpts.some(
    (excerpt) => excerpt.article === sentence.article && isOverlapping(excerpt, sentence),
  );
}

/** Words that may stand between who acts and the verb. */
const BETWEEN = new Set(['ADV', 'AUX', 'PART']);

/**
 * Whether a mention is followed by what it does: a verb, after adverbs and auxiliaries, and no
 * preposition before it.
 *
 * Gets wrong: a subject parted from its verb by a clause ("Smith, who is ill, left").
 */
function isActing(annotation: Annotation, mention: Mention): boolean {
  const sentence = sentenceAt(annotation.article, mention.start);
  if (sentence === undefined) return false;
  const tokens = tokensOfSentence(annotation, sentence.index);
  const before = tokens.findLast((token) => token.end <= mention.start);
  if (before?.pos === 'ADP') return false;
  for (const token of tokens.filter(({ start }) => start >= mention.end)) {
    if (token.pos === 'VERB') return true;
    if (!BETWEEN.has(token.pos)) return false;
  }
  return false;
}
