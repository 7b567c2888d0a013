import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Describing } from './described-before.js';
import { findClauseEnd, findDescribingNoun, isClause } from './described-noun.js';
import { isCapitalised, type NameSpan } from './name-span.js';

/** The longest description after a name, in tokens: beyond it, it is a story and no description. */
const LONGEST_AFTER = 40;

/** "X, a painter from Y,", "X (Z), 44, now a painter," and "X, who paints,": up to the next comma, dash, bracket or the end; an age before it is passed over. */
export function findAppositionAfter(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
): Describing | TokenRange | null {
  const { tokens } = annotation;
  const nameEnd = endOfName(annotation, name);
  const mark = tokens[nameEnd];
  let first = nameEnd + 1;
  if (mark?.norm === 'who') first = nameEnd;
  else if (mark === undefined || !/^(?:,|-|\(|--)$/u.test(mark.norm) || nameEnd >= sentence.end) return null;
  const age = name.kind === 'person' ? ageAt(annotation, first) : 0;
  if (age > 0) {
    const isFollowed = tokens[first + age]?.norm === ',' || tokens[first + age]?.norm === 'who';
    const behind = first + age + (tokens[first + age]?.norm === ',' ? 1 : 0);
    const found = isFollowed ? readPhrase(annotation, name, behind, sentence) : null;
    return found ?? { first, end: first + age };
  }
  return readPhrase(annotation, name, first, sentence);
}

/** An abbreviation or an age in brackets is passed over: "(CR)", "(26)", but not "(chair)". */
function endOfName({ tokens, article }: Annotation, { tokens: { end } }: NameSpan): number {
  const inner = tokens[end + 1];
  if (tokens[end]?.norm !== '(' || tokens[end + 2]?.norm !== ')' || inner === undefined) return end;
  return /^(?:\d+|\p{Lu}[\p{L}.]*)$/u.test(article.text.slice(inner.start, inner.end)) ? end + 3 : end;
}

/** Tokens of an age that is by itself: "67", "aged 83", "now 90"; 0 if there is none. */
function ageAt({ tokens }: Annotation, first: number): number {
  const lead = /^(?:aged|now)$/u.test(tokens[first]?.norm ?? '') ? 1 : 0;
  const isAge = /^[1-9]\d?$/u.test(tokens[first + lead]?.norm ?? '');
  const behind = tokens[first + lead + 1];
  return isAge && (behind === undefined || /^(?:[,.;)]|who)$/u.test(behind.norm)) ? lead + 1 : 0;
}

function readPhrase(
  annotation: Annotation,
  { kind }: NameSpan,
  from: number,
  sentence: TokenRange,
): Describing | TokenRange | null {
  const { tokens } = annotation;
  const isAdverb = /^(?:now|then|currently|formerly|once|later|still|also)$/u.test(tokens[from]?.norm ?? '');
  const first = isAdverb ? from + 1 : from;
  const opener = tokens[first];
  if (opener === undefined || first >= sentence.end) return null;
  const range = { first: from, end: findClauseEnd(annotation, first, sentence.end) };
  if (range.end - first > LONGEST_AFTER || range.end <= first) return null;
  if (opener.norm === 'who' || opener.norm === 'whose') return kind === 'person' ? range : null;
  if (kind === 'person' && IN_COURT.test(opener.norm) && /^[,.]$/u.test(tokens[first + 1]?.norm ?? ''))
    return { first: from, end: first + 1 };
  const isPhrase =
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(opener.pos) ||
    (opener.pos === 'VERB' && opener.norm.endsWith('ing') && tokens[first + 1]?.pos === 'NOUN') ||
    /^(?:former|his|her|their|its|our|my)$/u.test(opener.norm);
  if (!isPhrase || isClause(annotation, range)) return null;
  const noun = findDescribingNoun(annotation, kind, { first, end: range.end });
  return noun === null ? null : { tokens: range, noun };
}

/** "Marta Lisle, prosecuting,". */
const IN_COURT = /^(?:prosecuting|defending|presiding|mitigating|officiating|conducting)$/u;

/** "X is a painter from Y", "X, 44, was champion of the world", "X was elected president": to the next comma or the end. */
export function findCopula(annotation: Annotation, name: NameSpan, sentence: TokenRange): Describing | null {
  const { tokens } = annotation;
  const mark = name.tokens.end;
  const aged = tokens[mark]?.norm === ',' ? ageAt(annotation, mark + 1) : 0;
  const verb = aged > 0 && tokens[mark + 1 + aged]?.norm === ',' ? mark + 2 + aged : mark;
  if (verb >= sentence.end || !/^(?:is|was|became|remains|remained)$/u.test(tokens[verb]?.norm ?? ''))
    return null;
  const isChosen = /^(?:elected|appointed|named|chosen|made|now|then|also|still|once)$/u.test(
    tokens[verb + 1]?.norm ?? '',
  );
  const first = verb + (isChosen ? 2 : 1);
  const opener = tokens[first];
  if (opener === undefined || first >= sentence.end) return null;
  if (!/^(?:DET|NOUN|ADJ|NUM)$/u.test(opener.pos) && !/^(?:his|her|their|its|one)$/u.test(opener.norm))
    return null;
  const range = { first, end: findClauseEnd(annotation, first, sentence.end) };
  const noun = findDescribingNoun(annotation, name.kind, range);
  return noun === null ? null : { tokens: range, noun };
}

/** "Yewande Coker of the broker Sable & Finch", "Ada Winter of Oldport", "Wilma Strach, of the National Museum,": from the preposition to the end of what it names. */
export function findBelonging(
  annotation: Annotation,
  name: NameSpan,
  sentence: TokenRange,
): TokenRange | null {
  const { tokens, article } = annotation;
  const isInserted = tokens[name.tokens.end]?.norm === ',' && tokens[name.tokens.end + 2]?.norm === 'the';
  const first = name.tokens.end + (isInserted ? 1 : 0);
  if (name.kind !== 'person' || tokens[first]?.norm !== 'of' || first >= sentence.end) return null;
  let end = first + 1;
  let hasName = false;
  while (end < sentence.end) {
    const token = tokens[end];
    if (token === undefined || !/^(?:DET|NOUN|PROPN|ADJ)$/u.test(token.pos)) {
      const isJoined = token?.norm === '&' || token?.norm === 'of' || token?.norm === '-';
      if (!isJoined || tokens[end + 1]?.isWord !== true) break;
    } else if (isCapitalised(article.text, token)) hasName = true;
    end += 1;
  }
  return hasName ? { first, end } : null;
}
