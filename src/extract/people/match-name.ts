import { normalise } from '../../language/normalise.js';
import { isWithinSlips } from '../../language/typing-slip.js';
import type { Analysis } from '../analysis.js';
import type { Entity } from '../entity.js';
import { bareWord } from './name-span.js';
import { areShortForms, isSamePerson } from './same-person.js';
import { isTitle, isTitlePart } from './titles.js';

/** How a typed name fits: as it is typed, by the beginning of a word, or with a slip of the keys. */
export type NameFit = 'same' | 'beginning' | 'slip';

/** Somebody or something over all the articles that name it. */
export interface NameMatch {
  readonly kind: Entity['kind'];
  /** The fullest name that an article uses. */
  readonly name: string;
  readonly fit: NameFit;
  readonly parts: readonly { readonly analysis: Analysis; readonly entity: Entity }[];
}

const BEST_FIRST: readonly NameFit[] = ['same', 'beginning', 'slip'];

/** Letters of a word from which one slip is forgiven, and two: shorter words with a slip are other words. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 8;
/** Letters from which the beginning of a word is taken for it. */
const BEGINNING_FROM = 2;

/**
 * Who or what is meant by a typed name, over several articles: every word typed must be in a form of the
 * name. Case, accents and titles do not matter; a surname alone will do, and so do beginnings and small slips if
 * nothing fits as typed. Only the best fit's matches come back, most mentioned first: several if several
 * bear the name, none if nobody does.
 *
 * A step after each article.
 *
 * Gets wrong: a slip in the first letters of a short name, and two people of one full name.
 */
export function* matchName(analyses: readonly Analysis[], typed: string): Generator<undefined, NameMatch[]> {
  const words = wordsOf(typed);
  const meant = words.filter((word) => !isTitle(word) && !isTitlePart(word));
  const titles = words.filter((word) => isTitle(word));
  const asked = meant.length > 0 ? meant : words;
  if (asked.length === 0) return [];
  const found: { analysis: Analysis; entity: Entity; fit: NameFit }[] = [];
  for (const analysis of analyses) {
    for (const entity of analysis.entities) {
      const fit = fitName(asked, entity);
      if (fit !== null) found.push({ analysis, entity, fit });
    }
    yield;
  }
  const fit = BEST_FIRST.find((level) => found.some((one) => one.fit === level));
  if (fit === undefined) return [];
  const matches = joinEntities(found.filter((one) => one.fit === fit)).map((match) => ({ ...match, fit }));
  const titled = matches.filter(
    (match) => titles.length > 0 && titles.every((title) => isTitled(match, title)),
  );
  return titled.length > 0 ? titled : matches;
}

function wordsOf(text: string): string[] {
  return normalise(text)
    .split(/[^\p{L}\p{N}'.&]+/u)
    .map((word) => bareWord(word).replace(/^'+|'+$/gu, ''))
    .filter((word) => word !== '');
}

function fitName(asked: readonly string[], entity: Entity): NameFit | null {
  const own = [...new Set([entity.name, ...entity.aliases].flatMap(wordsOf))];
  const fits = asked.map((word) => fitWord(word, own));
  if (fits.includes(null)) return null;
  return BEST_FIRST.findLast((level) => fits.includes(level)) ?? null;
}

function fitWord(word: string, own: readonly string[]): NameFit | null {
  if (own.some((one) => one === word || areShortForms(one, word))) return 'same';
  if (word.length >= BEGINNING_FROM && own.some((one) => one.startsWith(word))) return 'beginning';
  const slips = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const isSlip = (one: string): boolean => one.length >= ONE_SLIP_FROM && isWithinSlips(word, one, slips);
  return word.length >= ONE_SLIP_FROM && own.some(isSlip) ? 'slip' : null;
}

function isTitled({ parts }: Pick<NameMatch, 'parts'>, title: string): boolean {
  return parts.some(({ analysis, entity }) =>
    [
      ...entity.aliases,
      ...entity.descriptions.map(({ start, end }) => analysis.article.text.slice(start, end)),
    ].some((phrase) => wordsOf(phrase).includes(title)),
  );
}

/**
 * Entities of several articles made one if their names mean the same, most mentioned first. A surname alone
 * joins the one person of the other articles who bears it, and stays apart if several do.
 */
export function joinEntities(
  entities: readonly { readonly analysis: Analysis; readonly entity: Entity }[],
): Omit<NameMatch, 'fit'>[] {
  const joined: {
    kind: Entity['kind'];
    name: string;
    words: string[];
    parts: { analysis: Analysis; entity: Entity }[];
  }[] = [];
  const fullestFirst = entities.toSorted(
    (a, b) => wordsOf(b.entity.name).length - wordsOf(a.entity.name).length,
  );
  for (const { analysis, entity } of fullestFirst) {
    const words = wordsOf(entity.name);
    const same = joined.filter(
      (other) =>
        other.kind === entity.kind &&
        !other.parts.some((part) => part.analysis === analysis) &&
        (other.words.join(' ') === words.join(' ') ||
          (entity.kind === 'person' && isOnePerson(other.words, words))),
    );
    const [only] = same;
    if (only !== undefined && same.length === 1) only.parts.push({ analysis, entity });
    else joined.push({ kind: entity.kind, name: entity.name, words, parts: [{ analysis, entity }] });
  }
  const mentions = ({ parts }: Pick<NameMatch, 'parts'>): number =>
    parts.reduce((sum, { entity }) => sum + entity.mentions.length, 0);
  return joined
    .map(({ kind, name, parts }) => ({ kind, name, parts }))
    .sort((a, b) => mentions(b) - mentions(a));
}

function isOnePerson(longer: readonly string[], shorter: readonly string[]): boolean {
  return shorter.length === 1 ? longer.at(-1) === shorter[0] : isSamePerson(longer, shorter);
}
