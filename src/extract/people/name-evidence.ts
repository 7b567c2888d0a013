import type { Annotation } from '../../language/annotation.js';
import { LexiconFlag } from './name-lexicon.js';
import { Case, type NameToken, Place, WordFlag } from './name-tokens.js';

/** How the article writes a word elsewhere: counts over the whole article, by its bare form. */
export interface WordEvidence {
  /** In lower case. */
  lower: number;
  /** With a capital letter away from the start of a sentence. */
  capital: number;
  /** Right after a title or a form of address. */
  afterTitle: number;
  /** As the last of several capitalised words, the first of which is a first name. */
  surname: number;
  /** As the first of several capitalised words, with a last one that is no word of organisations. */
  first: number;
  /** Next to a verb of saying. */
  saying: number;
  afterThe: number;
  /** After "in", "at", "from", "near". */
  afterPlace: number;
  possessive: number;
}

const PLACE_PREPOSITIONS = new Set('in at from near across outside'.split(' '));

/** The evidence for every capitalised word of an article. */
export function gatherEvidence(
  annotation: Annotation,
  tokens: readonly NameToken[],
): ReadonlyMap<string, WordEvidence> {
  const found = new Map<string, WordEvidence>();
  for (const token of tokens)
    if (token.case !== Case.lower) found.set(token.bare, found.get(token.bare) ?? none());
  for (const range of annotation.sentenceTokens) {
    for (let i = range.first; i < range.end; i += 1) {
      const token = tokens[i];
      const evidence = token === undefined ? undefined : found.get(token.bare);
      if (token === undefined || evidence === undefined) continue;
      if (token.case === Case.lower) {
        evidence.lower += 1;
        continue;
      }
      if ((token.place & (Place.allCapitals | Place.titleCase)) !== 0) continue;
      note(evidence, tokens, i, range.first, range.end);
    }
  }
  return found;
}

function none(): WordEvidence {
  return {
    lower: 0,
    capital: 0,
    afterTitle: 0,
    surname: 0,
    first: 0,
    saying: 0,
    afterThe: 0,
    afterPlace: 0,
    possessive: 0,
  };
}

function note(
  evidence: WordEvidence,
  tokens: readonly NameToken[],
  at: number,
  first: number,
  end: number,
): void {
  const [token, before, after] = [
    tokens[at],
    at > first ? tokens[at - 1] : undefined,
    at + 1 < end ? tokens[at + 1] : undefined,
  ];
  if (token === undefined) return;
  if ((token.place & (Place.first | Place.afterMark)) === 0) evidence.capital += 1;
  if (before !== undefined && (before.flags & WordFlag.title) !== 0) evidence.afterTitle += 1;
  if (before?.norm === 'the') evidence.afterThe += 1;
  if (before !== undefined && PLACE_PREPOSITIONS.has(before.norm)) evidence.afterPlace += 1;
  if (after?.norm === "'s") evidence.possessive += 1;
  const isSaying = ((before?.flags ?? 0) | (after?.flags ?? 0)) & WordFlag.saying;
  if (isSaying !== 0) evidence.saying += 1;
  if (
    before !== undefined &&
    before.case !== Case.lower &&
    (after === undefined || after.case === Case.lower)
  ) {
    if ((before.flags & (LexiconFlag.male | LexiconFlag.female)) !== 0) evidence.surname += 1;
    const two = tokens[at - 2];
    if (
      two !== undefined &&
      at - 2 >= first &&
      two.case !== Case.lower &&
      (two.flags & (LexiconFlag.male | LexiconFlag.female)) !== 0
    ) {
      evidence.surname += 1;
    }
  }
  if (
    after !== undefined &&
    after.case !== Case.lower &&
    (before === undefined || before.case === Case.lower)
  )
    evidence.first += 1;
}
