import type { Annotation } from '../../language/annotation.js';
import type { NameGroup } from './join-names.js';
import type { NameSpan } from './name-span.js';
import { findCountry } from './nationality.js';

/** "Sweden 1 – 0 Korea", "beat Panama 3-0": a score beside a name. Years are longer. */
const SCORE_AFTER = /^,? (?:won |lost |win |drew )?\d{1,3} ?[-\u2013\u2014:] ?\d{1,3}(?!\d)/u;
const SCORE_BEFORE = /(?<!\d)\d{1,3} ?[-\u2013\u2014:] ?\d{1,3} (?:to |against |over )?$/u;
const PLAYS =
  /^(?:'s)? ?(?:faced|face|beat|defeated|drew|scored|conceded|equalised|equalized|won|lost|led|coach|captain|goalkeeper|striker|midfielder|defender|forward)\b/u;
const PLAYED =
  /\b(?:faced|beat|defeated|beaten by|lost to|drew (?:[\d\u2013-]+ )?with|against|goal for|penalty for) $/u;
/** Countries with a score or a word of play beside them that make a report of matches, one score at least among them. */
const FEWEST_PLAYING = 2;

/**
 * The countries that stand for their teams: in a report of matches those with a score or a word of play beside one of their names.
 *
 * Gets wrong: the country where a match is played, named once behind "against".
 */
export function findTeams({ article: { text } }: Annotation, groups: readonly NameGroup[]): Set<NameGroup> {
  const countries = groups.filter(
    ({ kind, names }) =>
      (kind === 'place' || kind === 'organisation') &&
      names.some(({ start, end }) => findCountry(text.slice(start, end)) !== null),
  );
  const around = ({ start, end }: NameSpan): [string, string] => [
    text.slice(Math.max(0, start - 20), start),
    text.slice(end, end + 24),
  ];
  const isScored = (name: NameSpan): boolean => {
    const [before, after] = around(name);
    return SCORE_AFTER.test(after) || SCORE_BEFORE.test(before);
  };
  const isPlaying = (name: NameSpan): boolean => {
    const [before, after] = around(name);
    return isScored(name) || PLAYS.test(after.trimStart()) || PLAYED.test(before);
  };
  const playing = countries.filter(
    ({ names }) => names.some(isPlaying) && !names.every((name) => isWhere(text, name)),
  );
  const isReport = playing.length >= FEWEST_PLAYING && playing.some(({ names }) => names.some(isScored));
  return new Set(isReport ? playing : []);
}

function isWhere(text: string, { start }: NameSpan): boolean {
  return /\b(?:in|from|across|throughout) $/u.test(text.slice(Math.max(0, start - 12), start));
}
