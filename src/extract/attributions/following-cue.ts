import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { nounPhraseFrom } from '../grammar/noun-phrase.js';
import { isBetween } from '../grammar/verb-subject.js';
import { readAccordingTo } from './according-to.js';
import type { SpeechCue } from './speech-cue.js';
import { isSpeakingVerb } from './speech-verbs.js';

/** How far after the quotation a cue's verb may be, in tokens: a name, its apposition and a relative clause. */
const FARTHEST_VERB = 32;

/**
 * The cue that follows a quotation: "said one official", "he said", "Reid, a Democrat, wrote", "according to Axios".
 * `first` is the first token after the closing mark, `limit` the end of its sentence. With `isAnyVerb` an unknown verb
 * right after a noun phrase will do, as it does after a comma within the marks; with `isAsked` one right before it, as after a question
 * mark ("“Which way?” called a voice"). Undefined if there is none.
 *
 * Gets wrong: a quoted title before a verb of saying that reports something else.
 */
export function followingCue(
  tokens: readonly Token[],
  first: number,
  limit: number,
  isAnyVerb: boolean,
  isAsked = false,
): SpeechCue | undefined {
  let at = first;
  while (at < limit && isLeadIn(tokens[at])) at += 1;
  const opening = tokens[at];
  if (opening === undefined || at >= limit) return undefined;
  const according = readAccordingTo(tokens, at, { first, end: limit });
  if (according !== undefined) return { cue: according.cue, speaker: according.source };
  if (opening.norm === 'as' || opening.norm === 'so') at += 1;
  const cue = invertedCue(tokens, at, limit, isAnyVerb || isAsked) ?? plainCue(tokens, at, limit, isAnyVerb);
  const next = tokens[at];
  const isSaid = next !== undefined && isSpoken(next);
  return cue ?? (isAnyVerb || isSaid ? nearestCue(tokens, at, limit) : undefined);
}

function isLeadIn(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === ',' || token.norm === '-' || token.norm === '--');
}

/** How far behind a quotation that ends in a comma its verb of saying is looked for, in tokens. */
const FARTHEST_PLAIN = 14;

/**
 * After a quotation that ends in a comma somebody says it, whatever the tagger makes of the words: "said lead plaintiff Ada Quill", "the
 * 28-year-old said".
 */
function nearestCue(tokens: readonly Token[], at: number, limit: number): SpeechCue | undefined {
  const opening = tokens[at];
  if (opening === undefined) return undefined;
  if (isSpoken(opening)) {
    const end = endOfSource(tokens, at + 1, Math.min(limit, at + FARTHEST_PLAIN));
    return hasNominal(tokens, at + 1, end)
      ? { cue: { first: at, end: at + 1 }, speaker: { first: at + 1, end } }
      : undefined;
  }
  for (let i = at + 1; i < Math.min(limit, at + FARTHEST_PLAIN); i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'NOUN' || !isSpeakingVerb(token)) continue;
    let end = i;
    while (end > at && (isBetween(tokens[end - 1]) || tokens[end - 1]?.norm === ',')) end -= 1;
    return hasNominal(tokens, at, end)
      ? { cue: { first: i, end: i + 1 }, speaker: { first: at, end } }
      : undefined;
  }
  return undefined;
}

function isSpoken(token: Token): boolean {
  return (
    isSpeakingVerb(token) && (token.pos !== 'NOUN' || token.norm.endsWith('s') || token.norm.endsWith('ed'))
  );
}

/** Up to the first comma, bracket or stop, or a preposition behind a name ("whispers Ada Quill from behind"). */
function endOfSource(tokens: readonly Token[], first: number, limit: number): number {
  for (let i = first; i < limit; i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[,.;:()]$/u.test(token.norm)) return i;
    const isName = tokens[i - 1]?.pos === 'PROPN' && i > first;
    if (isName && (token.pos === 'ADP' || token.norm === 'when' || token.norm === 'as')) return i;
  }
  return limit;
}

function hasNominal(tokens: readonly Token[], first: number, end: number): boolean {
  return tokens.slice(first, end).some(({ pos }) => /^(?:NOUN|PROPN|PRON|ADJ)$/u.test(pos));
}

/** "said one Israeli official" */
function invertedCue(
  tokens: readonly Token[],
  at: number,
  limit: number,
  isAnyVerb: boolean,
): SpeechCue | undefined {
  const verb = tokens[at];
  if (verb === undefined || verb.pos === 'NOUN') return undefined;
  const isKnown = isSpeakingVerb(verb);
  if (
    !isKnown &&
    !(
      isAnyVerb &&
      verb.pos === 'VERB' &&
      verb.norm.endsWith('ed') &&
      /^(?:PROPN|DET)$/u.test(tokens[at + 1]?.pos ?? '')
    )
  ) {
    return undefined;
  }
  let from = at + 1;
  while (from < limit && tokens[from]?.pos === 'ADV') from += 1;
  const speaker = oneOfThem(tokens, from, limit) ?? nounPhraseFrom(tokens, from, limit);
  return speaker === undefined ? undefined : { cue: { first: at, end: at + 1 }, speaker };
}

/** "Reid, a Democrat of Nevada, later wrote" */
function plainCue(
  tokens: readonly Token[],
  at: number,
  limit: number,
  isAnyVerb: boolean,
): SpeechCue | undefined {
  const speaker =
    oneOfThem(tokens, at, limit) ?? nounPhraseFrom(tokens, at, limit) ?? mistaggedName(tokens, at, limit);
  if (speaker === undefined) return undefined;
  const verb = verbAfter(tokens, speaker.end, Math.min(limit, at + FARTHEST_VERB), isAnyVerb);
  if (verb !== undefined) return { cue: { first: verb, end: cueEnd(tokens, verb, limit) }, speaker };
  return splitPhrase(tokens, speaker, limit);
}

/** "one", "another", "two of them": somebody of those spoken of, without a noun. */
function oneOfThem(tokens: readonly Token[], at: number, limit: number): TokenRange | undefined {
  if (!/^(?:one|another|others|some|many|several|most|two|three|both)$/u.test(tokens[at]?.norm ?? ''))
    return undefined;
  const next = tokens[at + 1];
  if (next?.norm === 'of' && /^(?:them|us|these|those)$/u.test(tokens[at + 2]?.norm ?? '') && at + 2 < limit)
    return { first: at, end: at + 3 };
  const isAlone =
    at + 1 >= limit ||
    next === undefined ||
    !/^(?:NOUN|PROPN|ADJ|NUM|ADP|PUNCT)$/u.test(next.pos) ||
    /^[,.]$/u.test(next.norm);
  return isAlone ? { first: at, end: at + 1 } : undefined;
}

/** The tagger takes some names for verbs: "Lynch said", "Will wrote". */
function mistaggedName(tokens: readonly Token[], at: number, limit: number): TokenRange | undefined {
  const name = tokens[at];
  const verb = tokens[at + 1];
  if (name === undefined || verb === undefined || at + 1 >= limit) return undefined;
  const isName = name.pos === 'VERB' || name.pos === 'AUX' || name.pos === 'ADJ' || name.pos === 'X';
  return isName && name.isWord && isSpeakingVerb(verb) && verb.pos === 'VERB'
    ? { first: at, end: at + 1 }
    : undefined;
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
    const saying = isParted ? null : infinitiveBehind(tokens, i, limit);
    if (saying !== null) return saying;
    if (isSpeakingVerb(token) && token.pos !== 'NOUN') {
      if (!isParted || tokens[i - 1]?.norm === ',' || tokens[i - 1]?.norm === ')' || i - from > 1) return i;
    }
    if (token.pos === 'VERB' && !isParted) return isAnyVerb && !token.norm.endsWith('ing') ? i : undefined;
    if (!isParted && token.pos !== 'ADV' && token.pos !== 'AUX' && token.pos !== 'PART') return undefined;
  }
  return undefined;
}

/** "used to say", "likes to add", "was quick to point out": the verb of saying that a verb or an adjective leads to. */
function infinitiveBehind(tokens: readonly Token[], at: number, limit: number): number | null {
  const [lead, to, verb] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (lead === undefined || verb === undefined || at + 2 >= limit || to?.norm !== 'to') return null;
  return /^(?:VERB|AUX|ADJ)$/u.test(lead.pos) && isSpeakingVerb(verb) ? at + 2 : null;
}

function isPersonalRelative(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === 'who' || token.norm === 'whose');
}

const ENDS_NAME = /^[\s.,]*$/u;

/** The speaker who signs a quotation, "— Bernie Sanders", if a dash and a noun phrase are all there is. */
export function signature(tokens: readonly Token[], first: number, end: number): SpeechCue | undefined {
  if (tokens[first]?.norm !== '-' && tokens[first]?.norm !== '--') return undefined;
  const speaker = nounPhraseFrom(tokens, first + 1, end);
  const after = speaker === undefined ? undefined : tokens[speaker.end];
  const isAlone =
    speaker !== undefined && (speaker.end >= end || after === undefined || ENDS_NAME.test(after.norm));
  return isAlone && tokens[speaker.first]?.pos === 'PROPN' ? { cue: null, speaker } : undefined;
}
