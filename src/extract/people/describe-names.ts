import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { isGroupNoun } from './group-nouns.js';
import { bareWord, isCapitalised, type NameSpan } from './name-span.js';
import { findCountry } from './nationality.js';
import { findTitlePhrase } from './title-phrase.js';
import { isPersonNoun, isTitle } from './titles.js';

/** A phrase that tells who or what a name means. */
export interface Description extends Span {
  /** Where it stands to the name: "Prime Minister X"; "X, a painter"; "X, who paints"; "X is a painter". */
  readonly form: 'before' | 'apposition' | 'relative' | 'copula';
  readonly tokens: TokenRange;
  /** The nouns it is about, compared form: `minister` of "Prime Minister"; none for a relative clause. */
  readonly nouns: readonly string[];
}

/** The longest phrase with a comma before a name, in tokens. */
const LONGEST_BEFORE = 12;
/** The longest description after a name, in tokens: beyond it, it is a story and no description. */
const LONGEST_AFTER = 40;

type Found = Pick<Description, 'form' | 'tokens' | 'nouns'> | null;

/**
 * The phrases that describe a name right where it stands, in the order of the text; `isPerson` tells which
 * tokens are people's names, which no title runs over.
 *
 * Gets wrong: enumerations whose members look like appositions ("Ada Quill, the painter, and …").
 */
export function describeName(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
  isPerson: (token: number) => boolean,
): Description[] {
  const title = findTitlePhrase(annotation, name, sentence, isPerson);
  const found: Found[] = [
    title === null ? null : { form: 'before', tokens: title, nouns: nounsOfTitle(annotation, title) },
    findAppositionBefore(annotation, name, sentence),
    findAfter(annotation, name, sentence),
    findCopula(annotation, name, sentence),
  ];
  return found
    .filter((description) => description !== null)
    .map((description) => ({ ...description, ...spanOf(annotation, description.tokens) }));
}

function spanOf(annotation: Annotation, range: TokenRange): Span {
  const start = annotation.tokens[range.first]?.start ?? 0;
  return { start, end: annotation.tokens[range.end - 1]?.end ?? start };
}

/** The nouns for people that end a title, or stand before its "of": "academic and professor", "Secretary of State". */
function nounsOfTitle(annotation: Annotation, range: TokenRange): string[] {
  const words = annotation.tokens.slice(range.first, range.end).map((token) => bareWord(token.norm));
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  return (of === -1 ? words : words.slice(0, of)).filter((word, i, all) => {
    const isEnd = i === all.length - 1 || all[i + 1] === 'and';
    return isEnd && (isPersonNoun(word) || isGroupNoun(word));
  });
}

/** "The prime minister, Benjamin Netanyahu,": a phrase with a comma after it and one after the name. */
function findAppositionBefore(annotation: Annotation, name: NameSpan, sentence: TokenRange): Found {
  const { tokens } = annotation;
  const comma = name.tokens.first - 1;
  const after = tokens[name.tokens.end];
  if (tokens[comma]?.norm !== ',' || (after?.isWord === true && name.tokens.end < sentence.end)) return null;
  let first = comma;
  while (first > sentence.first && comma - first < LONGEST_BEFORE) {
    const token = tokens[first - 1];
    if (
      token === undefined ||
      (/^(?:VERB|AUX|PUNCT|PRON|SCONJ|CCONJ)$/u.test(token.pos) && token.norm !== '-')
    )
      break;
    first -= 1;
    if (token.pos === 'DET') break;
  }
  while (first < comma && tokens[first]?.pos === 'ADP') first += 1;
  return toFound(annotation, name.kind, 'apposition', { first, end: comma });
}

/** "X, a painter from Y,", "X (Z), a painter," and "X, who paints,": up to the next comma, dash, bracket or the end. */
function findAfter(annotation: Annotation, name: NameSpan, sentence: TokenRange): Found {
  const { tokens } = annotation;
  const isShortened = tokens[name.tokens.end]?.norm === '(' && tokens[name.tokens.end + 2]?.norm === ')';
  const nameEnd = isShortened ? name.tokens.end + 3 : name.tokens.end;
  const mark = tokens[nameEnd];
  let first = nameEnd + 1;
  if (mark?.norm === 'who') first = nameEnd;
  else if (mark === undefined || !/^(?:,|-|\(|--)$/u.test(mark.norm) || nameEnd >= sentence.end) return null;
  const opener = tokens[first];
  if (opener === undefined || first >= sentence.end) return null;
  const range = { first, end: findClauseEnd(annotation, first, sentence.end) };
  if (range.end - first > LONGEST_AFTER || range.end <= first) return null;
  if (opener.norm === 'who' || opener.norm === 'whose') {
    return name.kind === 'person' ? { form: 'relative', tokens: range, nouns: [] } : null;
  }
  const isPhrase = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(opener.pos) || opener.norm === 'former';
  return isPhrase && !isClause(annotation, range)
    ? toFound(annotation, name.kind, 'apposition', range)
    : null;
}

/** Whether a phrase has a verb of its own outside a relative clause: "According to X, a detective was provided …". */
function isClause({ tokens }: Annotation, range: TokenRange): boolean {
  for (let i = range.first; i < range.end; i += 1) {
    if (/^(?:who|whose|that|which|whom|where)$/u.test(tokens[i]?.norm ?? '')) return false;
    if (tokens[i]?.pos === 'AUX' || /^(?:said|says)$/u.test(tokens[i]?.norm ?? '')) return true;
  }
  return false;
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
  return toFound(annotation, name.kind, 'copula', {
    first,
    end: findClauseEnd(annotation, first, sentence.end),
  });
}

function toFound(
  annotation: Annotation,
  kind: NameSpan['kind'],
  form: Description['form'],
  range: TokenRange,
): Found {
  const head = headOf(annotation, range);
  if (head === null || (kind === 'person' ? !isPersonNoun(head) : !isGroupNoun(head))) return null;
  return { form, tokens: range, nouns: [head] };
}

function findClauseEnd(annotation: Annotation, first: number, end: number): number {
  for (let i = first; i < end; i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined || isClauseMark(annotation, i, token)) return i;
  }
  return end;
}

function isClauseMark(annotation: Annotation, at: number, token: Token): boolean {
  if (token.norm === '-') {
    return annotation.tokens[at - 1]?.end !== token.start || annotation.tokens[at + 1]?.start !== token.end;
  }
  return !token.isWord && /^(?:[,;:.!?()"]|--)$/u.test(token.norm);
}

/**
 * The noun that a phrase is about: the last noun before a preposition, a comma, a relative clause or a verb.
 * A capitalised word counts only where it is a title: "Walker Evans" is nobody who walks.
 */
function headOf(annotation: Annotation, range: TokenRange): string | null {
  let head: string | null = null;
  for (let i = range.first; i < range.end; i += 1) {
    const token = annotation.tokens[i];
    if (token === undefined) break;
    const word = bareWord(token.norm);
    if (head !== null && /^(?:ADP|PUNCT|VERB|AUX|SCONJ|PRON|CCONJ)$/u.test(token.pos) && token.norm !== '-')
      break;
    if (i > range.first && /^(?:AUX|PRON)$/u.test(token.pos)) break;
    const isNoun = token.pos === 'NOUN' || isPersonNoun(word) || isGroupNoun(word);
    if (isNoun && (!isCapitalised(annotation.article.text, token) || isTitle(word))) head = word;
    else if (
      token.pos === 'PROPN' &&
      head !== null &&
      !isTitle(word) &&
      annotation.tokens[i - 1]?.norm !== '-'
    )
      head = null;
  }
  return head;
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
