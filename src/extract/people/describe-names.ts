import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import { findAppositionAfter, findBelonging, findCopula } from './described-after.js';
import { type Describing, findAppositionBefore, findNamed, findSubject } from './described-before.js';
import { isGroupNoun } from './group-nouns.js';
import { bareWord, isCapitalised, type NameSpan } from './name-span.js';
import { findCountry } from './nationality.js';
import { findTitlePhrase } from './title-phrase.js';
import { isPersonNoun } from './titles.js';

/** A phrase that tells who or what a name means. */
export interface Description extends Span {
  /** Where it is beside the name: "Prime Minister X"; "X, a painter"; "X, who paints"; "X is a painter". */
  readonly form: 'before' | 'apposition' | 'relative' | 'copula';
  readonly tokens: TokenRange;
  /** The nouns it is about, compared form: `minister` of "Prime Minister"; none for a relative clause. */
  readonly nouns: readonly string[];
}

type Found = Pick<Description, 'form' | 'tokens' | 'nouns'> | null;

/**
 * The phrases that describe a name right where it is, in the order of the text; `isPerson` tells which
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
    toFound('apposition', findAppositionBefore(annotation, name, sentence)),
    toFound('apposition', findNamed(annotation, name, sentence)),
    toFound('copula', findSubject(annotation, name, sentence)),
    toFound('apposition', findAppositionAfter(annotation, name, sentence)),
    toFound('relative', findBelonging(annotation, name, sentence)),
    toFound('copula', findCopula(annotation, name, sentence)),
  ];
  return found
    .filter((description) => description !== null)
    .map((description) => ({ ...description, ...spanOf(annotation, description.tokens) }));
}

function spanOf(annotation: Annotation, range: TokenRange): Span {
  const start = annotation.tokens[range.first]?.start ?? 0;
  return { start, end: annotation.tokens[range.end - 1]?.end ?? start };
}

/** The nouns for people that end a title, or are before its "of": "academic and professor", "Secretary of State". */
function nounsOfTitle(annotation: Annotation, range: TokenRange): string[] {
  const words = annotation.tokens.slice(range.first, range.end).map((token) => bareWord(token.norm));
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  return (of === -1 ? words : words.slice(0, of)).filter((word, i, all) => {
    const isEnd = i === all.length - 1 || all[i + 1] === 'and';
    return isEnd && (isPersonNoun(word) || isGroupNoun(word));
  });
}

function toFound(form: Description['form'], found: Describing | TokenRange | null): Found {
  if (found === null) return null;
  return 'noun' in found
    ? { form, tokens: found.tokens, nouns: [found.noun] }
    : { form: form === 'apposition' ? 'relative' : form, tokens: found, nouns: [] };
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
