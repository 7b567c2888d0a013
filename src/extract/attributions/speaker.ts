import { textAt } from '../../article/article.js';
import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity, Mention } from '../entity.js';
import { nounPhraseFrom } from '../grammar/noun-phrase.js';
import { firstTokenAt, spanOfTokens } from '../grammar/token-range.js';
import { isGroupNoun } from '../people/group-nouns.js';
import { bareWord } from '../people/name-span.js';
import { isPersonNoun } from '../people/titles.js';
import { indexBySpan } from '../spans-nearby.js';
import { findByInitials } from './initials.js';

/** Words for someone who speaks for others and is not named. */
const SPOKESPERSON =
  /\b(?:aides?|officials?|spokes(?:wo)?m[ae]n|spokespersons?|spokespeople|sources?|advis[eo]rs?|representatives?|insiders?|staffers?|diplomats?|lawyers?|attorneys?)\b/iu;
/** What may be between a speaker's first word and the name within: titles and adjectives, never a preposition. */
const ONLY_TITLES = /^(?:[\p{L}\p{M}.\-\u2019']+\s+)*$/u;
/** What may follow a speaker's name within the mention; a noun would be the head in its place ("Harbour officials"). */
const ENDS_HEAD =
  /^(?:['\u2019]s?)?\s*(?:$|[,(\u2014\u2013-]|(?:of|from|for|at|in|on|who|whose|which|that|and|or)\b)/u;
/** "the county’s Dr Lindo": whose, and a form of address right before the name. */
const WHOSE_TITLE = /['\u2019]s?\s+(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Capt|Sgt|Rev)\.?\s+$/u;
const TYING = /(?:^|\s)(?:of|for|at|from|in|with|to|on|by|and)\s|['\u2019]s?\s/u;
/** What is between a describing phrase and the name that it describes. */
const BEFORE_APPOSITION = /^(?:,\s+|\s+)(?:the\s+)?/u;
/** A title or an age between them: "its officer, Dean Apsley", "the winner, 19-year-old Tara Finn"; titles of two words, as "Vice President". */
const CAPITALISED = /^(?:\d{1,3}-year-old\s+)?(?:\p{Lu}[\p{L}.]*\s+){0,2}$/u;

/**
 * Who a speaker's mention means: the entity that is spoken of there, or that is in apposition right behind it ("the mayor,
 * Lina Marsh"), else nobody, with the mention's own words as name.
 * A name that only owns or follows the head ("Trump's lawyer", "an aide to Trump", "his lawyer") is not the speaker.
 */
export function resolveSpeaker(annotation: Annotation, mention: Span, all: readonly Entity[]): Speaker {
  const entities = nearby(all, { start: mention.start, end: mention.end + LONGEST_GAP + LONGEST_TITLE });
  const words = textAt(annotation.article, mention);
  const unknown = { ...spanOf(mention), name: words, entity: null, behalf: null };
  if (isOfTwo(annotation, mention, words, entities)) return unknown;
  const entity = entities.find(({ mentions }) =>
    mentions.some((known) => isHead(annotation, mention, known)),
  );
  const isDescribed = entity === undefined || !hasName(entity, mention);
  const named = isDescribed
    ? (findEnclosed(annotation, mention, entities) ?? findApposition(annotation, mention, words, entities))
    : undefined;
  if (named !== undefined) return named;
  const initialled = entity === undefined ? findByInitials(all, words) : undefined;
  if (initialled !== undefined)
    return { ...spanOf(mention), name: initialled.name, entity: initialled, behalf: null };
  if (entity !== undefined) return { ...spanOf(mention), name: entity.name, entity, behalf: null };
  return { ...unknown, behalf: findBehalf(annotation, mention, words, all) };
}

/** "Jan and Eva Roth": two who say it together, and neither alone. */
function isOfTwo(
  { article }: Annotation,
  mention: Span,
  words: string,
  entities: readonly Entity[],
): boolean {
  const joint = / and (?=\p{Lu})/u.exec(words);
  if (joint === null) return false;
  const middle = mention.start + joint.index;
  const named = entities.filter(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some((known) => known.kind === 'name' && isWithin(known, mention)),
  );
  const isBehind = ({ mentions }: Entity): boolean =>
    mentions.some(({ kind, start }) => kind === 'name' && start === middle + joint[0].length);
  return (
    /\p{Lu}/u.test(article.text.slice(mention.start, middle)) && named.some(isBehind) && named.length > 1
  );
}

const lookups = new WeakMap<readonly Entity[], (span: Span) => Entity[]>();

/** The entities that may be spoken of in or right behind a span. */
function nearby(entities: readonly Entity[], span: Span): Entity[] {
  let lookUp = lookups.get(entities);
  if (lookUp === undefined) {
    lookUp = indexBySpan(entities, ({ mentions }) => mentions);
    lookups.set(entities, lookUp);
  }
  return lookUp(span);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function hasName({ mentions }: Entity, mention: Span): boolean {
  return mentions.some((known) => known.kind === 'name' && isOverlapping(known, mention));
}

/** "its member for homes, Iwona Duda": the name behind the first comma of the mention, or that of "Kryštof, the mayor". */
function findEnclosed(
  { article }: Annotation,
  mention: Span,
  entities: readonly Entity[],
): Speaker | undefined {
  const comma = article.text.slice(mention.start, mention.end).indexOf(', ');
  if (comma === -1) return undefined;
  const start = mention.start + comma + 2;
  for (const entity of entities) {
    if (entity.kind !== 'person') continue;
    const name = entity.mentions.find(
      (known) =>
        known.kind === 'name' &&
        known.start >= start &&
        known.end <= mention.end &&
        CAPITALISED.test(article.text.slice(start, known.start)),
    );
    if (name !== undefined) return { ...spanOf(mention), name: entity.name, entity, behalf: null };
  }
  return undefined;
}

/** "the mayor, Lina Marsh", "CEO Ted Crane", "the trade body, the Guild of Valuers": the one whose name follows a phrase for a person or a body. */
function findApposition(
  annotation: Annotation,
  mention: Span,
  words: string,
  entities: readonly Entity[],
): Speaker | undefined {
  const { article } = annotation;
  const gap = BEFORE_APPOSITION.exec(article.text.slice(mention.end, mention.end + LONGEST_GAP))?.[0];
  if (gap === undefined) return undefined;
  const start = mention.end + gap.length;
  const isThe = gap.startsWith(',') && /^(?:the|his|her|their|its|an?)\s/iu.test(words);
  if (!isDescription(annotation, mention) && !isThe) return undefined;
  for (const entity of entities) {
    if (entity.kind !== 'person' && entity.kind !== 'organisation') continue;
    const name = entity.mentions.find(
      (known) =>
        known.kind === 'name' &&
        known.start >= start &&
        known.start - start < LONGEST_TITLE &&
        (CAPITALISED.test(article.text.slice(start, known.start)) ||
          (gap.startsWith(',') && isRole(article.text.slice(start, known.start)))),
    );
    if (name === undefined) continue;
    if (!gap.startsWith(',') && !isTitleEnd(words)) return undefined;
    if (isThe && !/^(?:[\s.,;\u201d"]|$)/u.test(article.text.slice(name.end, name.end + 1))) return undefined;
    return { start: mention.start, end: name.end, name: entity.name, entity, behalf: null };
  }
  return undefined;
}

/** Code units between a describing phrase and the name, without a title: ", the ". */
const LONGEST_GAP = 8;
/** Code units of a title or a role between them. */
const LONGEST_TITLE = 40;

/** A role right before a name: "another, the baker Ove Rand", "one of the crew, ship's cook Einar Holt". */
function isRole(words: string): boolean {
  return /^(?:[\p{L}'\u2019-]+\s){1,4}$/u.test(words) && isTitleEnd(words.trim());
}

/** Whether a phrase is about somebody who does something or is somebody's, or about a body. */
function isDescription(annotation: Annotation, mention: Span): boolean {
  const first = firstTokenAt(annotation.tokens, mention.start);
  const own = annotation.tokens.slice(first, firstTokenAt(annotation.tokens, mention.end));
  if (/^(?:one|another)$/u.test(own[0]?.norm ?? '') && (own.length === 1 || own[1]?.norm === 'of'))
    return true;
  return own.some(
    ({ norm, pos }) =>
      pos !== 'PRON' &&
      (isPersonNoun(bareWord(norm)) || isGroupNoun(bareWord(norm)) || (pos === 'NOUN' && own.length > 1)),
  );
}

function isTitleEnd(words: string): boolean {
  return isPersonNoun(bareWord(words.split(/\s+/u).at(-1)?.toLowerCase() ?? ''));
}

function isHead({ article }: Annotation, mention: Span, known: Mention): boolean {
  if (!isOverlapping(mention, known)) return false;
  if (known.kind === 'pronoun' && known.end < mention.end) return false;
  if (/^['\u2019]s?(?=\s)/u.test(article.text.slice(known.end, known.end + 3)) && known.end < mention.end)
    return false;
  if (!ENDS_HEAD.test(article.text.slice(known.end, Math.max(known.end, mention.end)))) return false;
  const before = article.text.slice(mention.start, Math.max(mention.start, known.start));
  if (known.kind === 'name' && known.end === mention.end && WHOSE_TITLE.test(before)) return true;
  return ONLY_TITLES.test(before) && !TYING.test(before);
}

/**
 * Whom a speaker who is described but not named speaks for: an organisation within the description ("a spokesman for the
 * ministry"), else the one that the sentence before, in the same paragraph, is about. Null if neither is there.
 *
 * Gets wrong: an aide quoted after a sentence about another side's office.
 */
function findBehalf(
  annotation: Annotation,
  mention: Span,
  words: string,
  entities: readonly Entity[],
): Span | null {
  if (!SPOKESPERSON.test(words)) return null;
  for (const { kind, mentions } of entities) {
    const named = mentions.find((known) => isWithin(known, mention));
    if (kind === 'organisation' && named !== undefined) return { start: named.start, end: named.end };
  }
  if (/\p{Lu}/u.test(words)) return null;
  return organisationBefore(annotation, mention, entities);
}

function organisationBefore(
  { article, tokens, sentenceTokens }: Annotation,
  mention: Span,
  entities: readonly Entity[],
): Span | null {
  const here = article.sentences.find((sentence) => isWithin(mention, sentence));
  const previous = here === undefined ? undefined : article.sentences[here.index - 1];
  if (here === undefined || previous === undefined || previous.paragraph !== here.paragraph) return null;
  const range = sentenceTokens[previous.index];
  const subject = range === undefined ? undefined : nounPhraseFrom(tokens, range.first, range.end);
  const span = subject === undefined ? undefined : spanOfTokens(tokens, subject);
  if (span === undefined) return null;
  const owner = entities.find(({ mentions }) => mentions.some((known) => isOverlapping(known, span)));
  if (owner !== undefined) return owner.kind === 'person' ? null : span;
  const first = tokens[firstTokenAt(tokens, span.start)];
  return first?.norm === 'the' && /\s\p{Lu}/u.test(textAt(article, span)) ? span : null;
}
