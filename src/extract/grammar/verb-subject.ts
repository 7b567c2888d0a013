import type { TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import { isSpeakingVerb } from '../attributions/speech-verbs.js';
import { isPersonalPronoun, nounPhraseBefore } from './noun-phrase.js';

/**
 * The subject of the verb at a place, looked for back to `floor`: the noun phrase before it, before what commas enclose,
 * or that of the verb it follows ("…, adding", "and said", "went on to say"). Undefined if none is found.
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
  const controller = infinitiveSubject(tokens, verb, at - 1, floor);
  if (controller !== undefined) return controller;
  const isShared =
    before.norm === ',' || before.pos === 'CCONJ' || before.norm === 'to' || isPreposition(before);
  if (isShared || before.pos === 'VERB') return sharedSubject(tokens, at - 1, floor);
  const phrase = nounPhraseBefore(tokens, at, floor);
  if (phrase === undefined) return sharedSubject(tokens, at - 1, floor);
  const reduced = beforeReducedClause(tokens, phrase, floor);
  if (reduced !== undefined) return reduced;
  return isObject(tokens, phrase, verb, floor) ? sharedSubject(tokens, phrase.first, floor) : phrase;
}

/** Verbs whose object does what an infinitive says ("prompting him to accuse"), by stem. */
const CAUSING = new Set(
  'prompt led lead caus forc push urg ask told tell allow get got persuad drove drive spur provok compel encourag order invit'.split(
    ' ',
  ),
);

/** "prompting Trump to lose his temper and accuse": the object that an infinitive, or a verb joined to one, belongs to. */
function infinitiveSubject(
  tokens: readonly Token[],
  verb: number,
  before: number,
  floor: number,
): TokenRange | undefined {
  let to = before;
  if (tokens[to]?.pos === 'CCONJ' && !/(?:ed|s|ing)$/u.test(tokens[verb]?.norm ?? '')) {
    while (
      to > floor &&
      tokens[to]?.norm !== ',' &&
      !(tokens[to]?.norm === 'to' && tokens[to + 1]?.pos === 'VERB')
    )
      to -= 1;
  }
  if (tokens[to]?.norm !== 'to') return undefined;
  const object = nounPhraseBefore(tokens, to, floor);
  const cause = object === undefined ? undefined : tokens[object.first - 1];
  return cause !== undefined && CAUSING.has(cause.stem) ? object : undefined;
}

function isPreposition({ pos, norm }: Token): boolean {
  return pos === 'ADP' || norm === 'while' || norm === 'when' || norm === 'before' || norm === 'after';
}

/** Whether a token may be between a subject and its verb: an auxiliary, an adverb, a negation. */
export function isBetween(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'ADV' || token.pos === 'AUX' || token.norm === 'not' || token.norm === "n't")
  );
}

/** "took the stage saying": the noun phrase before an -ing form is the object of another verb. */
function isObject(tokens: readonly Token[], phrase: TokenRange, verb: number, floor: number): boolean {
  const governor = tokens[phrase.first - 1];
  if (!(tokens[verb]?.norm ?? '').endsWith('ing') || phrase.first <= floor) return false;
  if (governor?.norm === 'of' || governor?.norm === 'with') return false;
  return governor !== undefined && (governor.pos === 'VERB' || governor.pos === 'ADP');
}

/** "Another source speaking to Fox News said": the phrase before a participle that the found phrase hangs on. */
function beforeReducedClause(
  tokens: readonly Token[],
  phrase: TokenRange,
  floor: number,
): TokenRange | undefined {
  const joint = tokens[phrase.first - 1];
  const participle = tokens[phrase.first - 2];
  if (joint?.pos !== 'ADP' && joint?.norm !== 'to') return undefined;
  if (participle?.pos !== 'VERB' || !/(?:ing|ed)$/u.test(participle.norm)) return undefined;
  return nounPhraseBefore(tokens, phrase.first - 2, floor);
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
  return nearestSubject(tokens, before, floor, true) ?? nearestSubject(tokens, before, floor, false);
}

/** The subject of the nearest finite verb before a place; with `isSaying`, of the nearest verb of saying. */
function nearestSubject(
  tokens: readonly Token[],
  before: number,
  floor: number,
  isSaying: boolean,
): TokenRange | undefined {
  for (let i = before; i > floor; i -= 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) continue;
    if (token.norm.endsWith('ing') || tokens[i - 1]?.norm === 'to') continue;
    if (isSaying && !isSpeakingVerb(token)) continue;
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
