import type { TokenRange } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import { isPersonalPronoun, nounPhraseBefore, nounPhraseFrom } from './noun-phrase.js';
import { isSpeakingVerb } from './speech-verbs.js';

/** The words that tie something said to whoever says it, as ranges of tokens. */
export interface SpeechCue {
  readonly cue: TokenRange;
  /** Null where the text names nobody. */
  readonly speaker: TokenRange | null;
}

/** How far after the quotation a cue's verb may stand, in tokens: a name, its apposition and a relative clause. */
const FARTHEST_VERB = 32;

/**
 * The cue that follows a quotation: "said one official", "he said", "Reid, a Democrat, wrote", "according to Axios".
 * `first` is the first token after the closing mark, `limit` the end of its sentence. With `isAnyVerb` an unknown verb
 * right after a noun phrase will do, as it does after a comma within the marks. Undefined where there is none.
 *
 * Gets wrong: a quoted title before a verb of saying that reports something else.
 */
export function followingCue(
  tokens: readonly Token[],
  first: number,
  limit: number,
  isAnyVerb: boolean,
): SpeechCue | undefined {
  let at = first;
  while (at < limit && isLeadIn(tokens[at])) at += 1;
  const opening = tokens[at];
  if (opening === undefined || at >= limit) return undefined;
  if (opening.norm === 'according' && tokens[at + 1]?.norm === 'to') {
    return { cue: { first: at, end: at + 2 }, speaker: nounPhraseFrom(tokens, at + 2, limit) ?? null };
  }
  if (opening.norm === 'as' || opening.norm === 'so') at += 1;
  return invertedCue(tokens, at, limit) ?? plainCue(tokens, at, limit, isAnyVerb);
}

function isLeadIn(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === ',' || token.norm === '-' || token.norm === '--');
}

/** "said one Israeli official" */
function invertedCue(tokens: readonly Token[], at: number, limit: number): SpeechCue | undefined {
  const verb = tokens[at];
  if (verb === undefined || !isSpeakingVerb(verb) || verb.pos === 'NOUN') return undefined;
  let from = at + 1;
  while (from < limit && tokens[from]?.pos === 'ADV') from += 1;
  const speaker = nounPhraseFrom(tokens, from, limit);
  return speaker === undefined ? undefined : { cue: { first: at, end: at + 1 }, speaker };
}

/** "Reid, a Democrat of Nevada, later wrote" */
function plainCue(
  tokens: readonly Token[],
  at: number,
  limit: number,
  isAnyVerb: boolean,
): SpeechCue | undefined {
  const speaker = nounPhraseFrom(tokens, at, limit);
  if (speaker === undefined) return undefined;
  const verb = verbAfter(tokens, speaker.end, Math.min(limit, at + FARTHEST_VERB), isAnyVerb);
  if (verb !== undefined) return { cue: { first: verb, end: cueEnd(tokens, verb, limit) }, speaker };
  return splitPhrase(tokens, speaker, limit);
}

/** The tagger takes some verbs of saying for nouns: "Clinton quips". */
function splitPhrase(tokens: readonly Token[], phrase: TokenRange, limit: number): SpeechCue | undefined {
  for (let i = phrase.end - 1; i > phrase.first; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos !== 'NOUN' || !isSpeakingVerb(token) || !/s$|ed$/u.test(token.norm))
      continue;
    if (tokens[i - 1]?.pos !== 'PROPN') continue;
    return { cue: { first: i, end: cueEnd(tokens, i, limit) }, speaker: { first: phrase.first, end: i } };
  }
  return undefined;
}

function cueEnd(tokens: readonly Token[], verb: number, limit: number): number {
  return tokens[verb]?.norm === 'put' && tokens[verb + 1]?.norm === 'it' && verb + 1 < limit
    ? verb + 2
    : verb + 1;
}

/** The verb of saying after a subject that ends at `from`, over adverbs, brackets and what commas enclose. */
function verbAfter(
  tokens: readonly Token[],
  from: number,
  limit: number,
  isAnyVerb: boolean,
): number | undefined {
  const isParted =
    tokens[from]?.norm === ',' || tokens[from]?.norm === '(' || isPersonalRelative(tokens[from]);
  for (let i = from; i < limit; i += 1) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (isSpeakingVerb(token) && token.pos !== 'NOUN') {
      if (!isParted || tokens[i - 1]?.norm === ',' || tokens[i - 1]?.norm === ')' || i - from > 1) return i;
    }
    if (token.pos === 'VERB' && !isParted) return isAnyVerb && !token.norm.endsWith('ing') ? i : undefined;
    if (!isParted && token.pos !== 'ADV' && token.pos !== 'AUX' && token.pos !== 'PART') return undefined;
  }
  return undefined;
}

function isPersonalRelative(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === 'who' || token.norm === 'whose');
}

/**
 * The cue that leads up to a quotation: "Trump said:", "In a statement, Reid wrote that", "adding,". `first` is where its
 * sentence begins, `end` the first token of the quotation. Undefined where there is none.
 */
export function leadingCue(tokens: readonly Token[], first: number, end: number): SpeechCue | undefined {
  for (let i = end - 1; i >= first; i -= 1) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (token.norm === 'put' && tokens[i + 1]?.norm === 'it') {
      return { cue: { first: i, end: i + 2 }, speaker: subjectOf(tokens, i, first) ?? null };
    }
    if (token.pos === 'NOUN' || !isSpeakingVerb(token)) continue;
    const speaker = subjectOf(tokens, i, first) ?? objectAfter(tokens, i, first, end);
    return { cue: { first: i, end: i + 1 }, speaker: speaker ?? null };
  }
  const according = tokens.findIndex((token, i) => i >= first && i < end && token.norm === 'according');
  if (according !== -1 && tokens[according + 1]?.norm === 'to') {
    return {
      cue: { first: according, end: according + 2 },
      speaker: nounPhraseFrom(tokens, according + 2, end) ?? null,
    };
  }
  return undefined;
}

/** "Added Smith:" */
function objectAfter(
  tokens: readonly Token[],
  verb: number,
  first: number,
  end: number,
): TokenRange | undefined {
  const isFirst = verb === first || tokens[verb - 1]?.norm === ',' || tokens[verb - 1]?.norm === 'so';
  return isFirst ? nounPhraseFrom(tokens, verb + 1, end) : undefined;
}

/**
 * The subject of the verb at a place, looked for back to `floor`: the noun phrase before it, before what commas enclose,
 * or that of the verb it follows ("…, adding", "and said", "went on to say"). Undefined where none is found.
 *
 * Gets wrong: a participle that hangs on an object ("met a senator saying").
 */
export function subjectOf(tokens: readonly Token[], verb: number, floor: number): TokenRange | undefined {
  let at = verb;
  while (at > floor && isBetween(tokens[at - 1])) at -= 1;
  const before = tokens[at - 1];
  if (before === undefined || at <= floor) return undefined;
  if (before.norm === 'who' || before.norm === 'which' || before.norm === 'that') {
    const antecedent = tokens[at - 2]?.norm === ',' ? at - 2 : at - 1;
    return nounPhraseBefore(tokens, antecedent, floor);
  }
  if (before.norm === ',' && !(tokens[verb]?.norm ?? '').endsWith('ing')) {
    const enclosed = subjectBeforeCommas(tokens, at - 1, floor);
    if (enclosed !== undefined) return enclosed;
  }
  const isShared =
    before.norm === ',' || before.pos === 'CCONJ' || before.norm === 'to' || isPreposition(before);
  if (isShared || before.pos === 'VERB') return sharedSubject(tokens, at - 1, floor);
  const phrase = nounPhraseBefore(tokens, at, floor);
  if (phrase === undefined) return sharedSubject(tokens, at - 1, floor);
  return isObject(tokens, phrase, verb, floor) ? sharedSubject(tokens, phrase.first, floor) : phrase;
}

function isPreposition({ pos, norm }: Token): boolean {
  return pos === 'ADP' || norm === 'while' || norm === 'when' || norm === 'before' || norm === 'after';
}

function isBetween(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'ADV' || token.pos === 'AUX' || token.norm === 'not' || token.norm === "n't")
  );
}

/** "took the stage saying": the noun phrase before an -ing form is the object of another verb. */
function isObject(tokens: readonly Token[], phrase: TokenRange, verb: number, floor: number): boolean {
  const governor = tokens[phrase.first - 1];
  if (!(tokens[verb]?.norm ?? '').endsWith('ing') || phrase.first <= floor) return false;
  return governor !== undefined && (governor.pos === 'VERB' || governor.pos === 'ADP');
}

/** "Reid, a Democrat, said": the phrase before the comma that opens what the one at `comma` closes. */
function subjectBeforeCommas(tokens: readonly Token[], comma: number, floor: number): TokenRange | undefined {
  let best: TokenRange | undefined;
  for (let i = comma - 1; i > floor; i -= 1) {
    if (tokens[i]?.norm !== ',') continue;
    const phrase = nounPhraseBefore(tokens, i, floor);
    if (phrase === undefined) continue;
    best = phrase;
    if (phrase.first === floor || tokens[phrase.first - 1]?.norm === ',') break;
  }
  return best;
}

function sharedSubject(tokens: readonly Token[], before: number, floor: number): TokenRange | undefined {
  for (let i = before; i > floor; i -= 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) continue;
    if (token.norm.endsWith('ing') || tokens[i - 1]?.norm === 'to') continue;
    let at = i;
    while (at > floor && isBetween(tokens[at - 1])) at -= 1;
    const previous = tokens[at - 1];
    if (previous === undefined || at <= floor) return undefined;
    if (isPersonalPronoun(previous)) return { first: at - 1, end: at };
    const phrase =
      previous.norm === ','
        ? subjectBeforeCommas(tokens, at - 1, floor)
        : nounPhraseBefore(tokens, at, floor);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}
