import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { isGroupNoun } from './group-nouns.js';
import { bareWord, isCapitalised, type NameSpan } from './name-span.js';
import { isNationality } from './nationality.js';
import { genderOfHonorific, isPersonNoun, isTitle, isTitlePart } from './titles.js';

/** The longest title before a name, in tokens: "the former United States Under Secretary of State for Political Affairs". */
const LONGEST_TITLE = 12;

/** Forms of address that tell nothing about a person but the gender. */
const ADDRESSES = new Set('mr mrs ms miss mx mister sir madam madame mme messrs lady lord'.split(' '));

/**
 * The words right before a name that say who or what it is: "former British Prime Minister" before "Tony Blair",
 * "Secretary of State", "his wife"; null if there are none. `isPerson` tells which tokens are people's names.
 *
 * Gets wrong: a verb before a title that the tagger takes for a noun ("witness city mayor").
 */
export function findTitlePhrase(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
  isPerson: (token: number) => boolean,
): TokenRange | null {
  const wordAt = (at: number): string => bareWord(annotation.tokens[at]?.norm ?? '');
  let end = name.tokens.first;
  while (end > sentence.first && ADDRESSES.has(wordAt(end - 1))) end -= 1;
  let first = end;
  while (
    first > sentence.first &&
    end - first < LONGEST_TITLE &&
    !isPerson(first - 1) &&
    isPart(annotation, first - 1, end)
  ) {
    first -= 1;
  }
  const isNoun = name.kind === 'person' ? isPersonNoun : isGroupNoun;
  const isAddressed = end < name.tokens.first;
  const isHeaded = end > first && isNoun(wordAt(end - 1)) && (!isAddressed || isTitle(wordAt(end - 1)));
  for (let i = end - 1; i >= first; i -= 1) {
    if (!/^(?:of|for|to)$/u.test(wordAt(i))) continue;
    if (isHeaded) {
      if (isInName(annotation, i)) continue;
      first = i + 1;
      break;
    }
    if (i === end - 1 || name.kind !== 'person' || !isNoun(wordAt(i - 1)) || wordAt(i - 1).endsWith('s'))
      first = end;
  }
  while (first < end && !canOpen(annotation.tokens[first])) first += 1;
  if (
    first >= end ||
    (!isHeaded && !annotation.tokens.slice(first, end).some(({ norm }) => norm === 'of' || norm === 'for'))
  ) {
    return null;
  }
  return {
    first: /^(?:his|her|their)$/u.test(wordAt(first - 1)) && first > sentence.first ? first - 1 : first,
    end,
  };
}

/** "Hall of Fame broadcaster": an "of" between capitals is part of a name. */
function isInName({ tokens, article }: Annotation, at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].every(
    (token) => token !== undefined && token.pos === 'PROPN' && isCapitalised(article.text, token),
  );
}

/** "running mate", "Oscar-winning director", "ranking member": a participle before a noun, behind an owner or a hyphen. */
function isParticiple({ tokens }: Annotation, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.pos !== 'VERB' || before === undefined || !/(?:ing|ed)$/u.test(token.norm)) return false;
  return before.norm === '-' || /^(?:his|her|their|its|the|'s)$/u.test(before.norm);
}

function isPart(annotation: Annotation, at: number, end: number): boolean {
  const token = annotation.tokens[at];
  const next = annotation.tokens[at + 1];
  if (token === undefined) return false;
  const word = bareWord(token.norm);
  if (genderOfHonorific(word) !== undefined && ADDRESSES.has(word)) return false;
  if (isTitle(word) || isTitlePart(word) || isNationality(word) || isPersonNoun(word))
    return word !== 'the' || at < end - 2;
  if (token.norm === '-') return next !== undefined && next.start === token.end;
  if (isParticiple(annotation, at)) return true;
  if (token.pos === 'NUM') return next?.norm === '-' && next.start === token.end;
  if (token.norm === "'s") return at < end - 1;
  if (token.norm === 'and')
    return (
      isPersonNoun(bareWord(next?.norm ?? '')) &&
      isPersonNoun(bareWord(annotation.tokens[at - 1]?.norm ?? ''))
    );
  return !token.isStop && token.isWord && /^(?:ADJ|NOUN|PROPN)$/u.test(token.pos);
}

function canOpen(token: Token | undefined): boolean {
  return (
    token === undefined ||
    (token.isWord && token.norm !== "'s" && !/^(?:ADP|DET|CCONJ|PART|SCONJ)$/u.test(token.pos))
  );
}
