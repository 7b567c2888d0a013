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

/** Tokens of a bracket behind a name at most: "(Kiswahili: Ada Winter; born 17 August 1979 in Port Arden)". */
const LONGEST_BRACKET = 30;

/** An abbreviation, an age or when somebody lived in brackets is passed over: "(CR)", "(26)", "(born 17 August 1979)", "(1931–2004)", but not "(chair)". */
function endOfName(annotation: Annotation, name: NameSpan): number {
  const { end } = name.tokens;
  const behind = endOfBracket(annotation, name);
  const inner = annotation.tokens.slice(end + 1, behind - 1);
  const [first] = inner;
  if (behind === end || first === undefined) return end;
  const isShort =
    inner.length === 1 && /^\p{Lu}/u.test(annotation.article.text.slice(first.start, first.end));
  return isShort || inner.some(({ norm }) => /\d/u.test(norm)) || /^(?:born|née|nee|died)$/u.test(first.norm)
    ? behind
    : end;
}

/** The token behind a bracket right after a name; the name's end if there is none. */
function endOfBracket({ tokens }: Annotation, { tokens: { end } }: NameSpan): number {
  if (tokens[end]?.norm !== '(') return end;
  const length = tokens.slice(end, end + LONGEST_BRACKET).findIndex(({ norm }) => norm === ')');
  return length === -1 ? end : end + length + 1;
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

/** "X is a painter from Y", "X (born in 1979) is a painter", "X, 44, was champion of the world", "X was elected president": to the next comma or the end. */
export function findCopula(annotation: Annotation, name: NameSpan, sentence: TokenRange): Describing | null {
  const { tokens } = annotation;
  const mark = endOfBracket(annotation, name);
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
