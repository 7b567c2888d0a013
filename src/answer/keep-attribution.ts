import { holdsAside } from '../article/article.js';
import { isEnglish } from '../article/language-tag.js';
import { isOverlapping, isWithin } from '../article/span.js';
import type { Excerpt, Reply, Section } from '../bot/reply.js';
import type { Attribution } from '../extract/attribution.js';
import type { Corpus } from '../library/corpus.js';
import { coverWithSentences } from './excerpt.js';

/**
 * The reply with a speaker for every excerpt that is somebody's words and does not itself show whose: a
 * sentence out of the middle of a quotation would otherwise stand there as the article's own statement.
 *
 * Gets wrong: a quotation whose speaker the article names nowhere near it; that excerpt stays as it is.
 */
export async function keepAttribution(corpus: Corpus, reply: Reply): Promise<Reply> {
  if (!('sections' in reply)) return reply;
  const sections: Section[] = [];
  for (const section of reply.sections) {
    const excerpts: Excerpt[] = [];
    for (const excerpt of section.excerpts) excerpts.push(await attribute(corpus, excerpt));
    sections.push({ ...section, excerpts });
  }
  return { ...reply, sections };
}

async function attribute(corpus: Corpus, excerpt: Excerpt): Promise<Excerpt> {
  if (excerpt.speaker !== undefined) return excerpt;
  const { attributions } = await corpus.read(excerpt.article);
  const said = attributions.find((quotation) => isSaidElsewhere(quotation, excerpt));
  if (said === undefined) return excerpt;
  if (said.speaker === null) return showWhole(excerpt, said);
  const { name, start, end } = said.speaker;
  return {
    ...excerpt,
    speaker: { name, start, end },
    manner: said.kind === 'reported' ? 'reported' : 'quoted',
  };
}

/** Code units that an excerpt is widened to at most: a quotation of some paragraphs would fill the reply. */
const LONGEST_WHOLE = 700;

/** In other languages nobody is told to say it: the whole quotation with its own sentences then shows that it is one, and most often whose. */
function showWhole(excerpt: Excerpt, { content }: Attribution): Excerpt {
  if (isEnglish(excerpt.article.meta.language)) return excerpt;
  const { start, end } = coverWithSentences(excerpt.article, [excerpt, ...content]);
  return end - start > LONGEST_WHOLE || holdsAside(excerpt.article, { start, end })
    ? excerpt
    : { ...excerpt, start, end };
}

/** Whether the excerpt lies in what is said while the speaker's mention lies outside it. */
function isSaidElsewhere({ content, speaker }: Attribution, excerpt: Excerpt): boolean {
  if (speaker === null ? isEnglish(excerpt.article.meta.language) : isOverlapping(speaker, excerpt))
    return false;
  return content.some((part) => isWithin(excerpt, part));
}
