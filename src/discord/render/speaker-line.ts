import { textAt } from '../../article/article.js';
import type { Excerpt } from '../../reply.js';
import { MEASURES } from '../limits.js';
import { escapeLine } from './markup.js';

/**
 * Whose words an excerpt is, and whether in their own or as reported: "— Ada Winter, quoted" with the mention as it
 * stands where the name was worked out from it: "— Ada Winter (in the text: “the mayor”), reported, not quoted".
 * Empty where the excerpt is nobody's.
 */
export function nameSpeaker({ article, speaker, manner }: Excerpt): string {
  const how = manner === undefined ? '' : manner === 'quoted' ? 'quoted' : 'reported, not quoted';
  if (speaker === undefined) return how === '' ? '' : `— speaker not named, ${how}`;
  const mention = textAt(article, speaker).replace(/\s+/gu, ' ').trim();
  const who = escapeLine(speaker.name, MEASURES.speaker);
  const asWritten =
    mention === '' || mention === speaker.name.trim()
      ? ''
      : ` (in the text: “${escapeLine(mention, MEASURES.speaker)}”)`;
  return `— ${who}${asWritten}, ${how === '' ? 'according to the text' : how}`;
}
