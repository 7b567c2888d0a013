import { textAt } from '../../article/article.js';
import type { Excerpt } from '../../bot/reply.js';
import { phrase, type Say } from '../../messages/phrase.js';
import { MEASURES } from '../limits.js';
import { escapeLine } from './markup.js';

/**
 * Whose words an excerpt is, and whether in their own or as reported: "— Ada Winter, quoted" with the mention as it
 * stands if the name was worked out from it: "— Ada Winter (in the text: “the mayor”), reported, not quoted".
 * Empty if the excerpt is nobody's.
 */
export function nameSpeaker({ article, speaker, manner: stated }: Excerpt, say: Say): string {
  const manner = stated ?? 'other';
  if (speaker === undefined) {
    return manner === 'other' ? '' : say(phrase('discord.speaker-unnamed', { manner }));
  }
  const mention = textAt(article, speaker).replace(/\s+/gu, ' ').trim();
  const who = escapeLine(speaker.name, MEASURES.speaker);
  if (mention === '' || mention === speaker.name.trim())
    return say(phrase('discord.speaker', { who, manner }));
  const described = { who, mention: escapeLine(mention, MEASURES.speaker), manner };
  return say(phrase('discord.speaker-described', described));
}
