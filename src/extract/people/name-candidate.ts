import type { Annotation, TokenRange } from '../../language/annotation.js';
import { sentenceOfToken } from '../grammar/token-range.js';
import { bareWord, isSuffix, type NameSpan, nameWords } from './name-span.js';
import { findCountry } from './nationality.js';
import { type Gender, genderOfHonorific, genderOfNoun, isTitle } from './titles.js';

/** A name with what is compared about it. */
export interface Candidate {
  readonly name: NameSpan;
  readonly words: readonly string[];
  /** What tells father and son, and kings of one name, apart: "jr", "iv". */
  readonly suffix: string | null;
  readonly honorific: Gender | null;
  /** Whether it is told as a relative's: "Her brother, Ned Marsh". */
  readonly isKin: boolean;
  /** The place of its sentence in the article. */
  readonly sentence: number;
  readonly isInHeading: boolean;
  /** What it is compared by if it is an acronym. */
  readonly acronym: string | null;
  /** What acronyms it may have. */
  readonly initials: readonly string[];
  /** The country that it means, for what is no person. */
  readonly country: string | null;
  /** Its words without those that say what form a company has. */
  readonly key: string;
}

/** A name as it is compared with the others of its article. */
export function toCandidate(annotation: Annotation, name: NameSpan): Candidate {
  const before = bareWord(annotation.tokens[name.tokens.first - 1]?.norm ?? '');
  const all = nameWords(annotation, name.tokens);
  const words = all.filter((word, i) => i === 0 || !isSuffix(word));
  const last = all.at(-1) ?? '';
  const sentence = sentenceOfToken(annotation, name.tokens.first);
  const { article } = annotation;
  const text = article.text.slice(name.start, name.end);
  const paragraph = article.paragraphs[(article.sentences[sentence]?.paragraph ?? 0) - 1];
  const country = name.kind === 'person' ? null : findCountry(text);
  return {
    name,
    words,
    suffix: all.length > 1 && isSuffix(last) ? last : null,
    honorific: genderOfHonorific(before) ?? genderOfKin(annotation, name.tokens),
    isKin: all.length > 1 && genderOfKin(annotation, name.tokens) !== null,
    sentence,
    isInHeading: paragraph?.kind === 'heading',
    acronym: acronymOf(text),
    initials: initialsOf(words),
    country,
    key: keyOf(words),
  };
}

/** "his wife, Dr. Adaeze Okafor,", "her brother Emil": what the noun before a name tells of who bears it; null if it tells nothing. */
function genderOfKin({ tokens }: Annotation, { first, end }: TokenRange): Gender | null {
  let at = first - 1;
  if (tokens[at]?.norm === '.') at -= 1;
  if (isTitle(bareWord(tokens[at]?.norm ?? ''))) at -= 1;
  const isBehindComma = tokens[at]?.norm === ',';
  if (isBehindComma) at -= 1;
  // "to speak with his mother, Montalvo was put through": what follows a comma is beside the noun only if another ends it.
  if (isBehindComma && !/^[,.;)]$/u.test(tokens[end]?.norm ?? '')) return null;
  const noun = tokens[at];
  const isOwned = /^(?:his|her|their|my|our|'s)$/u.test(tokens[at - 1]?.norm ?? '');
  return noun?.pos === 'NOUN' && isOwned ? genderOfNoun(noun.norm) : null;
}

const COMPANY_FORMS = new Set(
  'inc ltd co corp plc llc gmbh ag sa corporation limited company incorporated the'.split(' '),
);

function keyOf(words: readonly string[]): string {
  const kept = words.filter((word) => !COMPANY_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

const SMALL_WORDS = new Set('of the and for in on to de la du des a an at'.split(' '));

/** What "WHO" is compared by: `who`; null for what is no acronym. */
function acronymOf(form: string): string | null {
  const letters = form.replace(/\./gu, '');
  return /^[\p{Lu}&]{2,8}$/u.test(letters) ? letters.toLowerCase() : null;
}

/** The initials of a name's words, with and without its small words: "World Health Organization" gives `who` twice. */
function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const initials = (of: readonly string[]): string => of.map((word) => word[0]).join('');
  return [initials(words), initials(words.filter((word) => !SMALL_WORDS.has(word)))];
}
