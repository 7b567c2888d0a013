import { type Article, holdsAside } from '../article/article.js';
import type { Span } from '../article/span.js';
import { isOverlapping, isWithin } from '../article/span.js';
import { type Excerpt, type ExcerptSpeaker, excerptsOf, type Reply, type Section } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import { isTold } from '../extract/is-told.js';
import { mayBeSaid } from '../extract/may-be-said.js';
import type { Corpus } from '../library/corpus.js';
import { coverWithSentences } from './excerpt.js';
import { rememberOfArticles } from './remember-of-articles.js';

/**
 * The reply with a speaker for every excerpt that is somebody's words and does not itself show whose: a
 * sentence out of the middle of a quotation would otherwise be shown as the article's own statement. Of a reply of which only
 * the first excerpts are `shown` the others stay as they are, as their articles would have to be read for it; but in a language
 * in which nobody is told to say it an excerpt may be widened, by which a reply is known again. No article is read for an excerpt that cannot be
 * somebody's words as a whole.
 *
 * Gets wrong: a quotation whose speaker the article names nowhere near it; that excerpt stays as it is.
 */
export async function keepAttribution(
  corpus: Corpus,
  reply: Reply,
  shown: number | null = null,
): Promise<Reply> {
  if (!('sections' in reply)) return reply;
  const open = excerptsOf(reply).filter(
    (excerpt, place) =>
      isWithoutSpeaker(excerpt) &&
      (shown === null || place < shown || !isTold('speakers', excerpt.article)) &&
      mayBeSaid(excerpt.article, excerpt),
  );
  const isOpen = new Set(open);
  const placesIn = (article: Article): Excerpt[] => open.filter((excerpt) => excerpt.article === article);
  const readAll = (articles: readonly Article[]): Promise<Analysis[]> =>
    Promise.all(articles.map((article) => corpus.readNear(article, placesIn(article))));
  const said = await saidIn({ readAll }, [...new Set(open.map(({ article }) => article))]);
  const attribute = (excerpt: Excerpt): Excerpt =>
    isOpen.has(excerpt) ? giveSpeaker(excerpt, said.get(excerpt.article) ?? []) : excerpt;
  const sections = reply.sections.map(
    (section): Section => ({ ...section, excerpts: section.excerpts.map(attribute) }),
  );
  return { ...reply, sections };
}

function isWithoutSpeaker({ speaker }: Excerpt): boolean {
  return speaker === undefined;
}

/** What somebody says in an article, and who. */
interface Said {
  readonly content: readonly Span[];
  readonly speaker: ExcerptSpeaker | null;
  readonly manner: NonNullable<Excerpt['manner']>;
}

const saidIn = rememberOfArticles(listSaid);

function listSaid({ attributions }: Analysis): Said[] {
  return attributions.map(({ kind, content, speaker }) => ({
    content,
    speaker: speaker && { name: speaker.name, start: speaker.start, end: speaker.end },
    manner: kind === 'reported' ? 'reported' : 'quoted',
  }));
}

function giveSpeaker(excerpt: Excerpt, all: readonly Said[]): Excerpt {
  const said = all.find((one) => isSaidElsewhere(one, excerpt));
  if (said === undefined) return excerpt;
  const { speaker, manner } = said;
  return speaker === null ? showWhole(excerpt, said) : { ...excerpt, speaker, manner };
}

/** Code units that an excerpt is widened to at most: a quotation of some paragraphs would fill the reply. */
const LONGEST_WHOLE = 700;

/** If nobody is told to say it, the whole quotation with its own sentences then shows that it is one, and most often whose. */
function showWhole(excerpt: Excerpt, { content }: Said): Excerpt {
  if (isTold('speakers', excerpt.article)) return excerpt;
  const { start, end } = coverWithSentences(excerpt.article, [excerpt, ...content]);
  return end - start > LONGEST_WHOLE || holdsAside(excerpt.article, { start, end })
    ? excerpt
    : { ...excerpt, start, end };
}

/** Whether the excerpt lies in what is said while the speaker's mention lies outside it. */
function isSaidElsewhere({ content, speaker }: Said, excerpt: Excerpt): boolean {
  if (speaker === null ? isTold('speakers', excerpt.article) : isOverlapping(speaker, excerpt)) return false;
  return content.some((part) => isWithin(excerpt, part));
}
