import type { Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { wordsOf } from '../../lexicon/words.js';
import { nounPhraseBefore, nounPhraseFrom } from '../grammar/noun-phrase.js';
import { firstTokenAt, spanOfTokens } from '../grammar/token-range.js';
import { type FoundStatement, findStatements } from '../statements/find-statements.js';
import { type SpeechPlaces, viewSentence } from '../statements/sentence-view.js';
import { placesOfSpeech } from '../statements/speech-places.js';
import type { StatementModel } from '../statements/statement-model.js';
import { isAccordingTo } from './according-to.js';
import { findPlainStatements, type PlainStatement } from './plain-statement.js';
import type { QuotedSpeech } from './quoted-speech.js';
import { isNamingVerb, isOnlyQuoting, isSpeakingVerb, isStatingVerb } from './speech-verbs.js';

/** What somebody is reported to say, think or want, as spans. */
export interface ReportedStatement {
  readonly cue: Span;
  readonly source: Span;
  readonly content: readonly Span[];
  /** How likely cue, source and content are all right, from 0 to 1. */
  readonly probability: number;
}

/** Statements less likely than this are of no use to anyone. */
const LEAST_PROBABILITY = 0.03;

/**
 * What an English article reports in its own words, with who says it, in the order of the text. "According to" is read by
 * rule, which is all that is found without a model; for all else the model decides, and where it finds nothing, a verb of saying with a clause of its own.
 * Sentences that `isRead` does not hold of are left.
 *
 * Gets wrong: a statement by a word that is neither in the lists of verbs nor met in training.
 */
export function findReported(
  annotation: Annotation,
  speech: readonly QuotedSpeech[],
  model: StatementModel | undefined,
  isRead: (sentence: Span) => boolean = () => true,
): ReportedStatement[] {
  const places = placesOfSpeech(annotation, speech);
  return annotation.sentenceTokens.flatMap((sentence, place) => {
    const span = annotation.article.sentences[place];
    if (span === undefined || !isRead(span)) return [];
    const isOpen = (cue: TokenRange): boolean => !places.isSpeech(cue.first) && !places.isTaken(cue.first);
    const plain = findPlainStatements(annotation, sentence).filter(
      ({ cue }) => isOpen(cue) && (model !== undefined || isAccordingTo(annotation.tokens, cue.first)),
    );
    const read = model === undefined ? [] : findStatements(viewSentence(annotation, sentence, places), model);
    const learned = read.filter(
      (one) =>
        isCue(annotation, one.cue) &&
        !isAccordingTo(annotation.tokens, one.cue.at) &&
        !isLabelled(annotation, one),
    );
    const isKnown = ({ cue, isSure }: PlainStatement): boolean =>
      isSure !== true &&
      learned.some(
        (one) => one.cue.at === cue.first && one.source !== null && one.probability >= LEAST_KNOWN,
      );
    return [
      ...learned
        .filter((one) => !plain.some((rule) => rule.cue.first === one.cue.at && !isKnown(rule)))
        .flatMap((statement) => toReported(annotation, statement) ?? []),
      ...plain.filter((rule) => !isKnown(rule)).flatMap((rule) => fromRule(annotation, rule, places) ?? []),
    ].filter((statement) => isSomebodys(annotation, statement));
  });
}

/** A statement of the model at least this likely goes before the rule's. */
const LEAST_KNOWN = 0.1;
/** How sure a rule is. */
const BY_RULE = 0.5;

/** Whether a word can be a cue at all: a verb of saying, thinking or naming, a noun, or a colon. */
function isCue({ tokens }: Annotation, { at, form }: FoundStatement['cue']): boolean {
  const token = tokens[at];
  if (token?.norm === 'founded' || (token !== undefined && isOnlyQuoting(token))) return false;
  if (token === undefined || form === 'noun' || form === 'colon' || token.pos !== 'VERB') return true;
  return (
    isSpeakingVerb(token) || isStatingVerb(token) || isNamingVerb(token) || tokens[at + 1]?.norm === 'that'
  );
}

/** "Gazette: Berg wrote that …": who asks, in a label before the sentence, has not written it. */
function isLabelled({ tokens }: Annotation, { cue, source }: FoundStatement): boolean {
  return source !== null && cue.form !== 'colon' && source.end <= cue.at && tokens[source.end]?.norm === ':';
}

const OWN_NOTICES = new Set(wordsOf('saying', 'ownNotices'));

/** Not what the article says about itself ("An earlier version of this article said"), and not a day for a statement ("the deal announced on Monday ended"). */
function isSomebodys({ tokens }: Annotation, { source, cue, content }: ReportedStatement): boolean {
  const own = tokens.slice(firstTokenAt(tokens, source.start), firstTokenAt(tokens, source.end));
  if (own.some(({ norm }) => norm === 'this') && own.some(({ norm }) => OWN_NOTICES.has(norm))) return false;
  if (own.length <= 3 && own.some(({ norm }) => norm === 'version' || norm === 'correction')) return false;
  if (own.length === 1 && WHEN.test(own[0]?.norm ?? '')) return false;
  const [first] = content;
  if (first !== undefined && content.length === 1 && isNothingTold(tokens, first)) return false;
  if (isRecipient(tokens, cue, first) || isReduced(tokens, cue, first)) return false;
  const at = first === undefined ? -1 : firstTokenAt(tokens, first.start);
  const isBehind = at > 0 && first !== undefined && first.start > cue.end;
  return !(
    isBehind &&
    /^(?:on|at|in|by|during|after|before)$/u.test(tokens[at - 1]?.norm ?? '') &&
    WHEN.test(tokens[at]?.norm ?? '')
  );
}

/** "said nothing", "says so", "said goodbye": no statement. */
function isNothingTold(tokens: readonly Token[], content: Span): boolean {
  const first = firstTokenAt(tokens, content.start);
  return (
    firstTokenAt(tokens, content.end) === first + 1 &&
    /^(?:nothing|so|little|much|more|goodbye|hello|thanks|yes|no|that|this|it)$/u.test(
      tokens[first]?.norm ?? '',
    )
  );
}

/** "told the paper", "spoke at dawn": to whom or when, and nothing that is said. */
function isRecipient(tokens: readonly Token[], cue: Span, content: Span | undefined): boolean {
  const verb = tokens[firstTokenAt(tokens, cue.start)];
  if (content === undefined || verb === undefined) return false;
  const own = tokens.slice(firstTokenAt(tokens, content.start), firstTokenAt(tokens, content.end));
  const isHowLong = /^(?:second|minute|hour|day|week|month|year)s?$/u.test(own.at(-1)?.norm ?? '');
  if (!/^(?:told|tell|spoke|speak|talk|wrote|writ)/u.test(verb.norm) && !isHowLong) return false;
  return !own.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "the deal announced last week was off", "the price stated on the label was wrong": a participle, and the verb of its noun. */
function isReduced(tokens: readonly Token[], cue: Span, content: Span | undefined): boolean {
  if (content === undefined || content.start < cue.end) return false;
  const verb = firstTokenAt(tokens, cue.start);
  const first = firstTokenAt(tokens, content.start);
  if (
    !/^(?:stated|announced|printed|reported|posted|published|listed|written|quoted|claimed)$/u.test(
      tokens[verb]?.norm ?? '',
    )
  )
    return false;
  if (first === verb + 2 && /^(?:on|in|at|by)$/u.test(tokens[verb + 1]?.norm ?? '')) return true;
  const isTime =
    /^(?:last|earlier|this|late)$/u.test(tokens[first]?.norm ?? '') &&
    /^(?:week|month|year|night|today|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u.test(
      tokens[first + 1]?.norm ?? '',
    );
  return isTime && /^(?:AUX|VERB)$/u.test(tokens[first + 2]?.pos ?? '');
}

const WHEN = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|\d+)$/u;

function fromRule(
  { tokens }: Annotation,
  { cue, source, content }: PlainStatement,
  { isSpeech }: SpeechPlaces,
): ReportedStatement | undefined {
  const spans = content.flatMap((range) =>
    isSpeech(range.first) ? [] : (spanOfTokens(tokens, range) ?? []),
  );
  const [cueSpan, sourceSpan] = [spanOfTokens(tokens, cue), spanOfTokens(tokens, source)];
  if (cueSpan === undefined || sourceSpan === undefined || spans.length === 0) return undefined;
  return { cue: cueSpan, source: sourceSpan, content: spans, probability: BY_RULE };
}

/** The model ends some names at the full stop of a rank ("Maj. Olsen") or within an address ("Realty.com"), and leaves "who" as it stands. */
function wholeSource(tokens: readonly Token[], source: TokenRange): TokenRange {
  if (source.end === source.first + 1 && tokens[source.first]?.norm === 'who') {
    const end = tokens[source.first - 1]?.norm === ',' ? source.first - 1 : source.first;
    return nounPhraseBefore(tokens, end, 0) ?? source;
  }
  if (tokens[source.end]?.norm !== '.') return source;
  const phrase = nounPhraseFrom(tokens, source.first, tokens.length);
  return phrase !== undefined && phrase.end > source.end ? phrase : source;
}

function toReported(
  { tokens }: Annotation,
  { cue, source, content, probability }: FoundStatement,
): ReportedStatement | undefined {
  if (source === null || probability < LEAST_PROBABILITY) return undefined;
  const sourceSpan = spanOfTokens(tokens, wholeSource(tokens, source));
  const cueSpan = spanOfTokens(tokens, { first: cue.at, end: cue.at + 1 });
  const contentSpans = content.flatMap((range) => spanOfTokens(tokens, range) ?? []);
  if (sourceSpan === undefined || cueSpan === undefined || contentSpans.length === 0) return undefined;
  return { cue: cueSpan, source: sourceSpan, content: contentSpans, probability };
}
