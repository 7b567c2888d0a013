import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import {
  type Choice,
  type Features,
  featuresOfChoice,
  type PersonMention,
  type Pronoun,
  readSetting,
} from './pronoun-features.js';
import { LEAST_CHANCE, PRONOUN_WEIGHTS } from './pronoun-weights.js';
import type { Gender } from './titles.js';

/** A pronoun and the person that it means. */
export interface PronounMention extends Span {
  readonly person: number;
}

const PRONOUNS = new Map<string, { readonly gender: Gender; readonly role: Pronoun['role'] }>([
  ['he', { gender: 'male', role: 'subject' }],
  ['him', { gender: 'male', role: 'object' }],
  ['himself', { gender: 'male', role: 'object' }],
  ['his', { gender: 'male', role: 'possessive' }],
  ['she', { gender: 'female', role: 'subject' }],
  ['her', { gender: 'female', role: 'possessive' }],
  ['hers', { gender: 'female', role: 'possessive' }],
  ['herself', { gender: 'female', role: 'object' }],
]);

/** How many sentences back a pronoun's person is looked for: in news, nearly always the same or the one before. */
const REACH = 6;

/** A pronoun with its choices, as training looks at them. */
export interface WeighedPronoun {
  readonly token: number;
  readonly choices: readonly { readonly person: number; readonly features: Features }[];
}

/**
 * The third-person pronouns of an English article with the person each one means, in order; one whose person
 * cannot be told, since two are about equally likely or none fits, is left out. The chance of each choice is that
 * of a log-linear model (weights from training/pronouns.ts); `watch` sees each pronoun with its choices.
 *
 * Gets wrong: a pronoun that means someone who is never named.
 */
export function resolvePronouns(
  annotation: Annotation,
  mentions: readonly PersonMention[],
  genders: readonly (Gender | null)[],
  weights: ReadonlyMap<string, number> = PRONOUN_WEIGHTS,
  watch?: (pronoun: WeighedPronoun) => void,
): PronounMention[] {
  const setting = readSetting(annotation);
  const found: PronounMention[] = [];
  const known: PersonMention[] = [...mentions];
  const last = new Map<Gender, { person: number; sentence: number }>();
  annotation.tokens.forEach((token, at) => {
    const kind = PRONOUNS.get(token.norm);
    if (kind === undefined) return;
    const role = token.norm === 'her' && !isBeforeNoun(annotation, at) ? 'object' : kind.role;
    const sentence = setting.sentenceOf[at] ?? 0;
    const before = last.get(kind.gender);
    const lastMeant = before !== undefined && sentence - before.sentence <= 2 ? before.person : -1;
    const choices = listChoices(known, setting.sentenceOf, at, genders, kind.gender, lastMeant).map(
      (choice) => ({
        person: choice.person,
        features: featuresOfChoice(setting, { at, role }, choice),
      }),
    );
    watch?.({ token: at, choices });
    const person = choosePerson(choices, weights);
    if (person === null) return;
    found.push({ start: token.start, end: token.end, person });
    known.push({ start: token.start, end: token.end, tokens: { first: at, end: at + 1 }, person });
    known.sort((a, b) => a.start - b.start);
    last.set(kind.gender, { person, sentence });
  });
  return found;
}

function isBeforeNoun({ tokens }: Annotation, at: number): boolean {
  return /^(?:NOUN|ADJ|PROPN|NUM)$/u.test(tokens[at + 1]?.pos ?? '');
}

function listChoices(
  known: readonly PersonMention[],
  sentenceOf: Int32Array,
  at: number,
  genders: readonly (Gender | null)[],
  gender: Gender,
  lastMeant: number,
): Choice[] {
  const sentence = sentenceOf[at] ?? 0;
  const before = known.filter(({ tokens }) => tokens.end <= at);
  const near = before.filter(({ tokens }) => sentence - (sentenceOf[tokens.first] ?? 0) <= REACH);
  const after = known.filter(({ tokens }) => tokens.first > at && sentenceOf[tokens.first] === sentence);
  const people = [...new Set([...near.toReversed(), ...after].map(({ person }) => person))].filter(
    (person) => {
      const own = genders[person] ?? null;
      return own === null || own === gender;
    },
  );
  return people.map((person, recency) => {
    const own = before.filter((mention) => mention.person === person);
    return {
      person,
      mentions: own.length > 0 ? own : after.filter((mention) => mention.person === person).slice(0, 1),
      recency,
      share: own.length / Math.max(1, before.length),
      isGenderKnown: (genders[person] ?? null) !== null,
      isLastMeant: person === lastMeant,
      isFirstOfArticle: known[0]?.person === person,
    };
  });
}

/** The likeliest choice, if it is likely enough. */
function choosePerson(
  choices: readonly { readonly person: number; readonly features: Features }[],
  weights: ReadonlyMap<string, number>,
): number | null {
  let total = Math.exp(weights.get('nobody') ?? 0);
  let best: { person: number; weight: number } | undefined;
  for (const { person, features } of choices) {
    let score = 0;
    for (const [name, value] of features) score += (weights.get(name) ?? 0) * value;
    const weight = Math.exp(score);
    total += weight;
    if (best === undefined || weight > best.weight) best = { person, weight };
  }
  return best !== undefined && best.weight / total >= LEAST_CHANCE ? best.person : null;
}
