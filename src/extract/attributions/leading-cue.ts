import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { nounPhraseBefore, nounPhraseFrom } from '../grammar/noun-phrase.js';
import { isBetween, subjectOf } from '../grammar/verb-subject.js';
import { readAccordingTo } from './according-to.js';
import type { SpeechCue } from './speech-cue.js';
import { isSpeakingVerb } from './speech-verbs.js';

/**
 * The cue that leads up to a quotation: "Trump said:", "In a statement, Reid wrote that", "adding,". `first` is where its
 * sentence begins, `end` the first token of the quotation. Undefined if there is none.
 */
export function leadingCue(tokens: readonly Token[], first: number, end: number): SpeechCue | undefined {
  const sender = senderBefore(tokens, first, end);
  if (sender !== undefined) return { cue: null, speaker: sender };
  for (let i = end - 1; i >= first; i -= 1) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (token.norm === 'put' && tokens[i + 1]?.norm === 'it') {
      return { cue: { first: i, end: i + 2 }, speaker: subjectOf(tokens, i, first) ?? null };
    }
    if (token.pos === 'NOUN' || !isSpeakingVerb(token) || isAside(tokens[i - 1])) continue;
    const speaker = subjectOf(tokens, i, first) ?? objectAfter(tokens, i, first, end);
    return { cue: { first: i, end: i + 1 }, speaker: speaker ?? null };
  }
  for (let i = first; i < end; i += 1) {
    const according = readAccordingTo(tokens, i, { first, end });
    if (according !== undefined) return { cue: according.cue, speaker: according.source };
  }
  return undefined;
}

/** "Ida Moe read out a letter from Per Holt:": whose words are read, and not who reads them. */
function senderBefore(tokens: readonly Token[], first: number, end: number): TokenRange | undefined {
  if (tokens[end - 1]?.norm !== ':') return undefined;
  const sender = nounPhraseBefore(tokens, end - 1, first);
  if (sender === undefined) return undefined;
  for (let at = end - 2; at > first; at -= 1) {
    const isSending = /^(?:from|by)$/u.test(tokens[at]?.norm ?? '') && SENT.test(tokens[at - 1]?.norm ?? '');
    if (isSending) return { first: at + 1, end: end - 1 };
    if (tokens[at]?.pos === 'VERB' || tokens[at]?.norm === ',') return undefined;
  }
  return undefined;
}

const SENT =
  /^(?:letter|note|message|statement|email|e-mail|text|telegram|postcard|post|tweet|poem|verse|line|quote|quotation)$/u;

/** "when asked", "if told": the verb of a clause that says when, not who. */
function isAside(token: Token | undefined): boolean {
  return token !== undefined && (token.norm === 'when' || token.norm === 'if' || token.norm === 'once');
}

/**
 * The cue of a clause that ends in a colon without a verb of saying: its last verb with a subject of its own ("Kasich
 * resisted:"), else a name alone before the colon. Undefined if there is neither.
 *
 * Gets wrong: a list or an explanation after the colon that happens to be quoted.
 */
export function clauseCue(tokens: readonly Token[], first: number, end: number): SpeechCue | undefined {
  let isLast = true;
  for (let i = end - 1; i > first; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.norm.endsWith('ing')) continue;
    if (token.pos !== 'VERB' && !(isLast && BEING.test(token.norm))) continue;
    let at = i;
    while (at > first && isBetween(tokens[at - 1])) at -= 1;
    const own =
      nounPhraseBefore(tokens, at, first) ??
      (isLast && tokens[at - 1]?.norm === ',' ? namedSubject(tokens, i, first) : undefined);
    isLast = false;
    const speaker = token.pos === 'VERB' || own === undefined || isNamed(tokens, own) ? own : undefined;
    if (speaker !== undefined && !isNobodysPronoun(tokens, speaker))
      return { cue: { first: i, end: i + 1 }, speaker };
  }
  const name = nounPhraseFrom(tokens, first, end);
  return name !== undefined && tokens[name.end]?.norm === ':'
    ? { cue: null, speaker: withoutWords(tokens, name) }
    : undefined;
}

/** "Mara Quist is less sure:", but not "The rule is simple:". */
const BEING = /^(?:is|are|was|were)$/u;

function isNamed(tokens: readonly Token[], { first, end }: TokenRange): boolean {
  return tokens.slice(first, end).some(({ pos, norm }) => pos === 'PROPN' || norm === 'he' || norm === 'she');
}

/** "Jorn Berg, who shoots weddings, gave it back with one remark:": whom the clause is about, if that is a name. */
function namedSubject(tokens: readonly Token[], verb: number, first: number): TokenRange | undefined {
  const subject = subjectOf(tokens, verb, first);
  return subject !== undefined && isNamed(tokens, subject) ? subject : undefined;
}

/** "so loudly that we can take it down:": who writes, or a thing, and not who speaks. */
function isNobodysPronoun(tokens: readonly Token[], { first, end }: TokenRange): boolean {
  return end === first + 1 && /^(?:it|we|you|this|that)$/u.test(tokens[first]?.norm ?? '');
}

/** "Berg’s reply": whose words they are, and not the words. */
function withoutWords(tokens: readonly Token[], { first, end }: TokenRange): TokenRange {
  const last = tokens[end - 1];
  const owner = tokens.findIndex(({ norm }, at) => at > first && at < end - 1 && norm === "'s");
  const isWords =
    /^(?:reply|answer|response|statement|verdict|message|words?|comment|advice|warning|version|account|take|view|note|letter|email|post|tweet)$/u;
  return owner !== -1 && last !== undefined && isWords.test(last.norm)
    ? { first, end: owner }
    : { first, end };
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
