import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { isGroupNoun } from './group-nouns.js';
import { bareWord, isCapitalised, type NameKind } from './name-span.js';
import { isNationality } from './nationality.js';
import { isPersonNoun, isTitle } from './titles.js';

/**
 * The noun that a phrase is about: the last noun before a preposition, a comma, a relative clause or a verb; of "one of its members" a
 * member, of "the Ghanaian" the word for who comes from there. A capitalised word counts only if it is a title: "Walker Evans" is
 * nobody who walks. Null if there is none.
 */
function findHead(annotation: Annotation, range: TokenRange): string | null {
  const { tokens, article } = annotation;
  if (tokens[range.first]?.norm === 'one' && tokens[range.first + 1]?.norm === 'of') {
    const one = findHead(annotation, { first: range.first + 2, end: range.end });
    return one === null ? null : one.replace(/s$/u, '');
  }
  let head: string | null = null;
  for (let i = range.first; i < range.end; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = bareWord(token.norm);
    const isBehind = /^(?:ADP|PUNCT|VERB|AUX|SCONJ|PRON|CCONJ)$/u.test(token.pos) || token.norm === 'whose';
    if (head !== null && isBehind && token.norm !== '-' && !isModifying(annotation, i)) break;
    if (i > range.first && /^(?:AUX|PRON)$/u.test(token.pos)) break;
    if (isNounAt(annotation, i)) head = word;
    else if (isInhabitant(annotation, i, range)) return word;
    else if (token.pos === 'PROPN' && head !== null && !isTitle(word) && tokens[i - 1]?.norm !== '-')
      head = isCapitalised(article.text, token) ? null : head;
  }
  return head;
}

/** "The party’s returning officer", "the club’s leading scorer": a participle that belongs to the noun behind it. */
function isModifying({ tokens }: Annotation, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.pos !== 'VERB' || !/(?:ing|ed)$/u.test(token.norm) || after?.pos !== 'NOUN') return false;
  return before?.norm === "'s" || before?.pos === 'DET' || before?.pos === 'ADJ';
}

function isNounAt({ article, tokens }: Annotation, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^(?:ADV|ADP|DET|PRON|AUX)$/u.test(token.pos)) return false;
  const word = bareWord(token.norm);
  const isNoun = token.pos === 'NOUN' || isPersonNoun(word) || isGroupNoun(word);
  return isNoun && (!isCapitalised(article.text, token) || isTitle(word));
}

/** "the Ghanaian", "the last Romanian in the draw", "a Chilean": where no noun follows. */
function isInhabitant({ tokens }: Annotation, at: number, { first, end }: TokenRange): boolean {
  const next = at + 1 < end ? tokens[at + 1] : undefined;
  const isLast = next === undefined || /^(?:ADP|PUNCT|PRON|VERB|AUX)$/u.test(next.pos) || next.norm === 'who';
  return at > first && isLast && isNationality(bareWord(tokens[at]?.norm ?? ''));
}

/** What a phrase calls somebody or something of a kind; null if it is about something else. */
export function findDescribingNoun(annotation: Annotation, kind: NameKind, range: TokenRange): string | null {
  const head = findHead(annotation, range);
  if (head === null) return null;
  if (kind !== 'person') return isGroupNoun(head) ? head : null;
  const isOpposite = head === 'number' && hasWords(annotation, range, 'opposite', 'number');
  return isOpposite || isPersonNoun(head) || isNationality(head) ? head : null;
}

/** "her opposite number in Belsk": somebody, though a number is nobody. */
function hasWords({ tokens }: Annotation, { first, end }: TokenRange, one: string, two: string): boolean {
  return tokens
    .slice(first, end - 1)
    .some(({ norm }, i) => norm === one && tokens[first + i + 1]?.norm === two);
}

/** Where the clause that begins at a token ends: at the next comma, dash, bracket or stop, or at `end`. */
export function findClauseEnd(annotation: Annotation, first: number, end: number): number {
  for (let i = first; i < end; i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined || isClauseMark(annotation, i, token)) return i;
  }
  return end;
}

function isClauseMark({ tokens }: Annotation, at: number, token: Token): boolean {
  if (token.norm === '-') {
    return tokens[at - 1]?.end !== token.start || tokens[at + 1]?.start !== token.end;
  }
  const isInside = token.norm === '.' && tokens[at + 1]?.start === token.end;
  return !isInside && !token.isWord && /^(?:[,;:.!?()"\u201c\u201d]|--)$/u.test(token.norm);
}

/** Whether a phrase has a verb of its own outside a relative clause: "According to X, a detective was provided …". */
export function isClause({ tokens }: Annotation, range: TokenRange): boolean {
  for (let i = range.first; i < range.end; i += 1) {
    if (/^(?:who|whose|that|which|whom|where)$/u.test(tokens[i]?.norm ?? '')) return false;
    if (tokens[i]?.pos === 'AUX' || /^(?:said|says)$/u.test(tokens[i]?.norm ?? '')) return true;
  }
  return false;
}

const BARE = new Set(wordsOf('people', 'bare'));
/** What tells something with an owner: "her friend", "his sister". */
const VAGUE = new Set(wordsOf('people', 'vague'));
/** The same without an article: "Sister Agnes" is only addressed, "a sister" is one. */
const ADDRESSES = new Set(wordsOf('people', 'addresses'));

/** "CEO", "Dr", "his rival", "the leader": a single word that tells nothing without whose, or what of. */
export function isBare({ tokens }: Annotation, { first, end }: TokenRange): boolean {
  const own = tokens.slice(first, end).map(({ norm }) => bareWord(norm));
  const telling = own.filter((word) => !/^(?:his|her|their|its|my|our|the|an?)$/u.test(word));
  const [word = ''] = telling;
  const isOwned = /^(?:his|her|their|its|my|our)$/u.test(own[0] ?? '');
  const isWithArticle = own.length > 1;
  return (
    telling.length === 1 &&
    (BARE.has(word) || (VAGUE.has(word) && !isOwned) || (ADDRESSES.has(word) && !isWithArticle))
  );
}
