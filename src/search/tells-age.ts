import type { ArticleProfile } from './article-profile.js';
import { SIGN } from './token-signs.js';

const BEFORE_AGES = new Set(['at', 'turned', 'turns', 'turning', 'aged', 'age']);
const OF_BIRTH = new Set([
  'born',
  'birthday',
  'birth',
  'baby',
  'infant',
  'toddler',
  'teenager',
  'teenage',
  'newborn',
]);
const HIGHEST_AGE = 125;

/**
 * Whether a sentence tells how old someone or something is: an age by its form (see `SIGN.age`), a birth or a birthday, or a
 * number after "at" or "turned".
 *
 * Gets wrong: "at 9 o'clock" passes for an age, and the age of a house ("stood there for two centuries") for none.
 */
export function tellsAge(profile: ArticleProfile, index: number): boolean {
  if ((profile.allSignsOf(index) & SIGN.age) !== 0) return true;
  const tokens = profile.sentences[index]?.tokens ?? [];
  return tokens.some(({ norm }, place) => {
    if (OF_BIRTH.has(norm)) return true;
    const number = Number(norm);
    return number > 0 && number <= HIGHEST_AGE && BEFORE_AGES.has(tokens[place - 1]?.norm ?? '');
  });
}
