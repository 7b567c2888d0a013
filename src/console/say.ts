import { dropDirection } from '../messages/direction.js';
import type { Say } from '../messages/phrase.js';
import { sayIn } from '../messages/say.js';

/** Says words as a terminal and a program take them: in English, without the characters that only set a text's direction. */
export const sayPlainly: Say = (words) => {
  const said = sayIn('en')(words);
  return typeof words === 'string' ? said : dropDirection(said);
};
