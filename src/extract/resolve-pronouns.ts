import type { Span } from '../article/span.js';
import type { Annotation, TokenRange } from '../language/annotation.js';
import type { Gender } from './titles.js';

/** A place where a person is spoken of by name or by a describing phrase. */
export interface PersonMention extends Span {
  readonly tokens: TokenRange;
  /** Which person: its place in the caller's list. */
  readonly person: number;
}

/** A pronoun and the person that it means. */
export interface PronounMention extends Span {
  readonly person: number;
}

const GENDER_OF_PRONOUN = new Map<string, Gender>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** How many sentences back a pronoun's person is looked for: in news, nearly always the same or the one before. */
const REACH = 3;
/** What a candidate loses for each sentence between it and the pronoun. */
const DISTANCE_COST = 1;
/** What the subject of a sentence gains over its other people: pronouns go on speaking of the subject. */
const SUBJECT_GAIN = 1.5;
/** What a person gains that the last pronoun of this gender meant. */
const CHAIN_GAIN = 1;
/** By how much the best candidate must lead the next one, or nobody is meant. */
const LEAST_LEAD = 0.4;

/**
 * The third-person pronouns of an English article with the person each one means, in order; one whose
 * person cannot be told, since two are about equally likely or none fits, is left out.
 *
 * Gets wrong: a pronoun that means someone who is never named.
 */
export function resolvePronouns(
  annotation: Annotation,
  mentions: readonly PersonMention[],
  genders: readonly (Gender | null)[],
): PronounMention[] {
  const found: PronounMention[] = [];
  const last = new Map<Gender, { person: number; sentence: number }>();
  annotation.sentenceTokens.forEach((range, sentence) => {
    for (let i = range.first; i < range.end; i += 1) {
      const token = annotation.tokens[i];
      const gender = GENDER_OF_PRONOUN.get(token?.norm ?? '');
      if (token === undefined || gender === undefined) continue;
      const person = choosePerson(annotation, mentions, genders, {
        gender,
        sentence,
        start: token.start,
        last,
      });
      if (person === null) continue;
      found.push({ start: token.start, end: token.end, person });
      last.set(gender, { person, sentence });
    }
  });
  return found;
}

interface Pronoun {
  readonly gender: Gender;
  readonly sentence: number;
  readonly start: number;
  readonly last: ReadonlyMap<Gender, { person: number; sentence: number }>;
}

function choosePerson(
  annotation: Annotation,
  mentions: readonly PersonMention[],
  genders: readonly (Gender | null)[],
  { gender, sentence, start, last }: Pronoun,
): number | null {
  const scores = new Map<number, number>();
  const from = annotation.sentenceTokens[Math.max(0, sentence - REACH)]?.first ?? 0;
  for (const mention of mentions) {
    if (mention.start >= start || mention.tokens.first < from) continue;
    const known = genders[mention.person] ?? null;
    if (known !== null && known !== gender) continue;
    const score = scoreMention(annotation, mention, sentence) + (known === gender ? 0.5 : 0);
    scores.set(mention.person, Math.max(score, scores.get(mention.person) ?? Number.NEGATIVE_INFINITY));
  }
  const before = last.get(gender);
  if (before !== undefined && sentence - before.sentence <= 1) {
    scores.set(before.person, (scores.get(before.person) ?? -DISTANCE_COST) + CHAIN_GAIN);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (best === undefined) return null;
  return next === undefined || best[1] - next[1] >= LEAST_LEAD ? best[0] : null;
}

function scoreMention(annotation: Annotation, mention: PersonMention, sentence: number): number {
  const at = annotation.sentenceTokens.findIndex(
    (range) => mention.tokens.first >= range.first && mention.tokens.first < range.end,
  );
  const range = annotation.sentenceTokens[at];
  if (range === undefined) return Number.NEGATIVE_INFINITY;
  const isSubject = !annotation.tokens
    .slice(range.first, mention.tokens.first)
    .some((token) => token.pos === 'VERB' || token.pos === 'ADP');
  return (isSubject ? SUBJECT_GAIN : 0) - (sentence - at) * DISTANCE_COST;
}
