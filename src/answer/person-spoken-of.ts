import type { PreviousAnswer } from '../bot/command.js';
import type { Analysis } from '../extract/analysis.js';
import type { Entity } from '../extract/entity.js';
import { normalise } from '../language/normalise.js';

/**
 * The person whom an exchange is about: one whom its question names or, if it names none, the first whom its excerpt
 * names. Null if neither does, or the excerpt is not of this article.
 *
 * Gets wrong: an excerpt about two people, of whom "he" may be the second.
 */
export function findPersonSpokenOf({ question, excerpt }: PreviousAnswer, analysis: Analysis): string | null {
  const people = analysis.entities.filter(({ kind }) => kind === 'person');
  const asked = ` ${normalise(question).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isAsked = ({ name, aliases }: Entity): boolean =>
    [name, ...aliases].some((form) => asked.includes(` ${normalise(form)} `));
  const inQuestion = people.find(isAsked);
  if (inQuestion !== undefined) return inQuestion.name;
  const shown = excerpt.replace(/^…|…$/gu, '').trim();
  const start = shown === '' ? -1 : analysis.article.text.indexOf(shown);
  if (start === -1) return null;
  const end = start + shown.length;
  const placeOf = ({ mentions }: Entity): number =>
    mentions.find((mention) => mention.kind === 'name' && mention.start >= start && mention.end <= end)
      ?.start ?? Number.POSITIVE_INFINITY;
  const [first] = people.filter((entity) => placeOf(entity) < end).sort((a, b) => placeOf(a) - placeOf(b));
  return first?.name ?? null;
}
