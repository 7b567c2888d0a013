import type { AskedKind } from '../language/asked-kind.js';
import type { Question } from '../language/question.js';
import type { Token } from '../language/token.js';
import type { ScoredCandidate } from './score-candidates.js';
import { SIGN } from './token-signs.js';

/** Tokens of a sentence as what answers: places of the first and of the last. */
export interface TokenStretch {
  readonly first: number;
  readonly last: number;
}

/** A sentence with where the question's words stand in it. */
export interface AskedSentence extends Pick<ScoredCandidate, 'profile' | 'index'> {
  readonly meeting: Pick<ScoredCandidate['meeting'], 'place' | 'relatedPlace'>;
}

/** For each kind that needs one the signs of which one is in every answer. */
const NEEDED: Readonly<Partial<Record<AskedKind, number>>> = {
  number: SIGN.number,
  amount: SIGN.number | SIGN.money | SIGN.percent,
  percent: SIGN.percent,
  date: SIGN.date | SIGN.number | SIGN.unit,
  duration: SIGN.unit | SIGN.number | SIGN.date,
  age: SIGN.number,
  measure: SIGN.number,
};
const TIMES =
  /^(?:after|before|during|until|till|since|while|when|later|earlier|ago|today|yesterday|tomorrow|tonight|next|previous|last|early|late|night|day|morning|afternoon|evening|noon|midnight|summer|winter|spring|autumn|fall)$/u;
const FRACTIONS = /^(?:third|thirds|half|quarter|quarters|fifth|fifths|tenth|tenths)$|%/u;

/** Kinds whose answer is a name or a value, in which nothing is done. */
const WITHOUT_VERBS: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'person',
  'group',
  'place',
  'date',
  'number',
  'amount',
  'percent',
  'age',
]);
/** Kinds that a bare number or date never answers. */
const NEVER_A_NUMBER: ReadonlySet<AskedKind> = new Set<AskedKind>([
  'person',
  'group',
  'place',
  'thing',
  'statement',
  'definition',
  'reason',
  'manner',
]);

/** Tokens from a number to the thing that it counts ("1,200 young Israelis"). */
const TO_ITS_NOUN = 3;

/**
 * Which stretches of a sentence may be what a question asks for: a number for "how many", and where one stands before the
 * very thing that is counted, that one; a time for "when"; no bare number for "who";
 * something done for "what did she say" and for "why"; who comes after "according to" for "which outlet reported"; never half of a quotation or the
 * question's own words alone.
 *
 * Gets wrong: "thing" questions for a number ("What is the limit?" by "2"), and a count of a part ("two of its six libraries").
 */
export function fitsKind(
  { kind, terms, saysWho, asksTeller }: Pick<Question, 'kind' | 'terms' | 'saysWho' | 'asksTeller'>,
  { profile, index, meeting }: AskedSentence,
): (stretch: TokenStretch) => boolean {
  const sentence = profile.sentences[index];
  const tokens = sentence?.tokens ?? [];
  const signs = profile.signsOf(index);
  const { text } = profile.article;
  const according = asksTeller ? tokens.findIndex(({ norm }) => norm === 'according') : -1;
  const afterAccording = according === -1 ? -1 : according + 2;
  const needed = NEEDED[kind];
  const asked = new Set(meeting.place);
  const focus = terms.findIndex((term) => term.isFocus);
  const counts = kind === 'number' ? countsBefore(tokens, signs, meeting.relatedPlace[focus] ?? -1) : [];
  return ({ first, last }) => {
    const own = tokens.slice(first, last + 1);
    const has = (wanted: number): boolean =>
      signs.slice(first, last + 1).some((sign) => (sign & wanted) !== 0);
    const words = own.filter(({ isWord }) => isWord);
    if (needed !== undefined && !has(needed) && !isToldInWords(kind, own)) return false;
    if (counts.length > 0 && !counts.some((place) => first <= place && place <= last)) return false;
    if (WITHOUT_VERBS.has(kind) && own.length > 1 && own.some(({ pos }) => pos === 'VERB')) return false;
    if (kind === 'person' && !words.some(({ pos }) => /^(?:PROPN|NOUN|PRON)$/u.test(pos))) return false;
    const isSaidOrWhy = saysWho.length > 0 || kind === 'reason';
    if (isSaidOrWhy && !words.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
    if (afterAccording !== -1 && (first < afterAccording || first > afterAccording + TO_ITS_NOUN))
      return false;
    const isNumber = (place: number): boolean => ((signs[place] ?? 0) & (SIGN.date | SIGN.number)) !== 0;
    const isEvery = (test: (place: number) => boolean): boolean =>
      own.every(({ isWord }, i) => !isWord || test(first + i));
    if (NEVER_A_NUMBER.has(kind) && isEvery(isNumber)) return false;
    if (isEvery((place) => asked.has(place) || isOpen(tokens[place]))) return false;
    return isBalanced(text.slice(own[0]?.start, own.at(-1)?.end));
  };
}

/** Where the numbers stand that count the thing at a place, with no verb between. */
function countsBefore(tokens: readonly Token[], signs: Int32Array, thing: number): number[] {
  const found: number[] = [];
  for (let t = thing - 1; t >= Math.max(0, thing - TO_ITS_NOUN); t -= 1) {
    if (((signs[t] ?? 0) & (SIGN.number | SIGN.date)) === SIGN.number) found.push(t);
    if (tokens[t]?.pos === 'VERB') break;
  }
  return found;
}

function isToldInWords(kind: AskedKind, own: readonly Token[]): boolean {
  if (kind === 'date') return own.some(({ norm }) => TIMES.test(norm));
  return kind === 'percent' && own.some(({ norm }) => FRACTIONS.test(norm));
}

/** A word that only leads to another. */
function isOpen(token: Token | undefined): boolean {
  return token !== undefined && /^(?:ADP|DET|CCONJ)$/u.test(token.pos);
}

/** Whether quotation marks and brackets are whole. */
function isBalanced(words: string): boolean {
  const count = (mark: string): number => words.split(mark).length - 1;
  return count('“') === count('”') && count('"') % 2 === 0 && count('(') === count(')');
}
