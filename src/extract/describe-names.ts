import type { Span } from '../article/span.js';
import type { Annotation, TokenRange } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { bareWord, isCapitalised, type NameSpan } from './name-span.js';
import { findCountry, isNationality } from './nationality.js';
import { isPersonNoun, isTitle, isTitlePart } from './titles.js';

/** A phrase that tells who or what a name means. */
export interface Description extends Span {
  /** Where it stands to the name: "Prime Minister X"; "X, a painter"; "X, who paints"; "X is a painter". */
  readonly form: 'before' | 'apposition' | 'relative' | 'copula';
  readonly tokens: TokenRange;
}

const GROUP_NOUNS = new Set(
  (
    'group organisation organization company agency party outlet newspaper magazine website site firm bank union charity club ' +
    'team militia movement network broadcaster station university college hospital school city town village capital province ' +
    'state country nation region island river district neighbourhood neighborhood suburb county band maker giant retailer ' +
    'airline think-tank watchdog regulator body institute institution coalition alliance platform service app startup lake mountain'
  ).split(' '),
);

/** The longest title before a name, in tokens: "the former United States Under Secretary of State for Political Affairs". */
const LONGEST_TITLE = 12;
/** The longest description after a name, in tokens: beyond it, it is a story and no description. */
const LONGEST_DESCRIPTION = 40;

/**
 * The phrases that describe a name right where it stands, in the order of the text; `isPerson` tells which
 * tokens are people's names, which no description runs over.
 */
export function describeName(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
  isPerson: (token: number) => boolean,
): Description[] {
  const found = [
    findBefore(annotation, name, sentence, isPerson),
    findAppositionBefore(annotation, name, sentence),
    findAfter(annotation, name, sentence),
    findCopula(annotation, name, sentence),
  ];
  return found
    .filter((description) => description !== null)
    .map(({ form, tokens }) => ({ form, tokens, ...spanOf(annotation, tokens) }));
}

type Found = Pick<Description, 'form' | 'tokens'> | null;

function spanOf(annotation: Annotation, range: TokenRange): Span {
  const start = annotation.tokens[range.first]?.start ?? 0;
  return { start, end: annotation.tokens[range.end - 1]?.end ?? start };
}

/** "former British Prime Minister" before "Tony Blair": words up to the name that hold a noun for a person or a group. */
function findBefore(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
  isPerson: (token: number) => boolean,
): Found {
  const { tokens } = annotation;
  const end = name.tokens.first;
  let first = end;
  while (
    first > sentence.first &&
    end - first < LONGEST_TITLE &&
    !isPerson(first - 1) &&
    isTitleToken(annotation, first - 1, end)
  )
    first -= 1;
  while (first < end && !canOpenTitle(tokens[first])) first += 1;
  const head = tokens[end - 1];
  if (first === end || head === undefined) return null;
  const nouns = tokens.slice(first, end).map((token) => bareWord(token.norm));
  const isNoun = name.kind === 'person' ? isPersonNoun : (word: string) => GROUP_NOUNS.has(word);
  const isHeaded = isNoun(bareWord(head.norm)) || (nouns.includes('of') && nouns.some(isNoun));
  return isHeaded ? { form: 'before', tokens: { first, end } } : null;
}

function isTitleToken(annotation: Annotation, at: number, end: number): boolean {
  const token = annotation.tokens[at];
  const next = annotation.tokens[at + 1];
  if (token === undefined) return false;
  const word = bareWord(token.norm);
  if (isTitle(word) || isTitlePart(word) || isNationality(word) || isPersonNoun(word))
    return word !== 'the' || at < end - 2;
  if (token.norm === '-') return next !== undefined && next.start === token.end;
  if (token.norm === "'s") return at < end - 1;
  if (token.norm === 'and') {
    return (
      isPersonNoun(bareWord(next?.norm ?? '')) &&
      isPersonNoun(bareWord(annotation.tokens[at - 1]?.norm ?? ''))
    );
  }
  if (token.isStop) return false;
  return token.isWord && /^(?:ADJ|NOUN|PROPN)$/u.test(token.pos);
}

function canOpenTitle(token: Token | undefined): boolean {
  if (token === undefined) return true;
  return token.isWord && !/^(?:ADP|DET|CCONJ|PART|SCONJ)$/u.test(token.pos);
}

/** "The prime minister, Benjamin Netanyahu,": a phrase with a comma after it and one after the name. */
function findAppositionBefore(annotation: Annotation, name: NameSpan, sentence: TokenRange): Found {
  const { tokens } = annotation;
  const comma = name.tokens.first - 1;
  const after = tokens[name.tokens.end];
  if (tokens[comma]?.norm !== ',' || (after?.isWord === true && name.tokens.end < sentence.end)) return null;
  let first = comma;
  while (first > sentence.first && comma - first < LONGEST_TITLE) {
    const token = tokens[first - 1];
    if (token === undefined || /^(?:VERB|AUX|PUNCT|PRON|SCONJ|CCONJ)$/u.test(token.pos)) break;
    first -= 1;
    if (token.pos === 'DET') break;
  }
  while (first < comma && tokens[first]?.pos === 'ADP') first += 1;
  const head = headOf(annotation, { first, end: comma });
  return head !== null && isDescribing(name.kind, head)
    ? { form: 'apposition', tokens: { first, end: comma } }
    : null;
}

/** "X, a painter from Y," and "X, who paints,": up to the next comma, dash, bracket or the end. */
function findAfter(annotation: Annotation, name: NameSpan, sentence: TokenRange): Found {
  const { tokens } = annotation;
  const mark = tokens[name.tokens.end];
  let first = name.tokens.end + 1;
  if (mark?.norm === 'who') first = name.tokens.end;
  else if (mark === undefined || !/^(?:,|-|\(|--)$/u.test(mark.norm) || name.tokens.end >= sentence.end)
    return null;
  const opener = tokens[first];
  if (opener === undefined || first >= sentence.end) return null;
  const end = findClauseEnd(annotation, first, sentence.end);
  if (end - first > LONGEST_DESCRIPTION || end <= first) return null;
  const range = { first, end };
  if (opener.norm === 'who' || opener.norm === 'whose')
    return name.kind === 'person' ? { form: 'relative', tokens: range } : null;
  const isPhrase = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(opener.pos) || opener.norm === 'former';
  const head = isPhrase ? headOf(annotation, range) : null;
  if (head === null || !isDescribing(name.kind, head)) return null;
  const isClosed = end >= sentence.end || !tokens[end]?.isWord;
  return isClosed ? { form: 'apposition', tokens: range } : null;
}

/** "X is a painter from Y": from the article or noun after the verb to the next comma or the end. */
function findCopula(annotation: Annotation, name: NameSpan, sentence: TokenRange): Found {
  const { tokens } = annotation;
  const verb = tokens[name.tokens.end];
  if (
    verb === undefined ||
    name.tokens.end >= sentence.end ||
    !/^(?:is|was|became|remains)$/u.test(verb.norm)
  )
    return null;
  const first = name.tokens.end + 1;
  if (!/^(?:a|an|the|one)$/u.test(tokens[first]?.norm ?? '') || first >= sentence.end) return null;
  const range = { first, end: findClauseEnd(annotation, first, sentence.end) };
  const head = headOf(annotation, range);
  return head !== null && isDescribing(name.kind, head) ? { form: 'copula', tokens: range } : null;
}

function findClauseEnd(annotation: Annotation, first: number, end: number): number {
  for (let i = first; i < end; i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined || isClauseMark(annotation, i, token)) return i;
  }
  return end;
}

function isClauseMark(annotation: Annotation, at: number, token: Token): boolean {
  if (token.norm === '-')
    return annotation.tokens[at - 1]?.end !== token.start || annotation.tokens[at + 1]?.start !== token.end;
  return !token.isWord && /^(?:[,;:.!?()"]|--)$/u.test(token.norm);
}

/** The noun that a phrase is about: the last noun before a preposition, a comma, a relative clause or a verb. */
function headOf(annotation: Annotation, range: TokenRange): string | null {
  let head: string | null = null;
  for (let i = range.first; i < range.end; i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined) break;
    const word = bareWord(token.norm);
    if (head !== null && /^(?:ADP|PUNCT|VERB|AUX|SCONJ|PRON)$/u.test(token.pos) && token.norm !== '-') break;
    if (i > range.first && /^(?:AUX|PRON)$/u.test(token.pos)) break;
    if (
      token.pos === 'NOUN' ||
      isPersonNoun(word) ||
      GROUP_NOUNS.has(word) ||
      (token.pos === 'PROPN' && isTitle(word))
    )
      head = word;
  }
  return head;
}

function isDescribing(kind: NameSpan['kind'], head: string): boolean {
  return kind === 'person' ? isPersonNoun(head) : GROUP_NOUNS.has(head);
}

/** The countries that a phrase names: "the Israeli leader" gives `israel`. */
export function countriesIn(annotation: Annotation, range: TokenRange): string[] {
  const { tokens, article } = annotation;
  const found: string[] = [];
  for (let i = range.first; i < range.end; i += 1) {
    const token = tokens[i];
    if (token === undefined || !isCapitalised(article.text, token)) continue;
    const pair = i + 1 < range.end ? findCountry(article.text.slice(token.start, tokens[i + 1]?.end)) : null;
    const country = pair ?? findCountry(article.text.slice(token.start, token.end));
    if (country !== null) found.push(country);
  }
  return found;
}
