import { tokenize } from './annotation.js';
import { isCalendarName } from './number-forms.js';
import type { Token } from './token.js';
import { findWordKeys, initialsKey } from './word-keys.js';

/** What a question asks for. `keywords`: no question at all ("trump blair board"). */
export type AskedKind =
  | 'person'
  | 'group'
  | 'place'
  | 'date'
  | 'duration'
  | 'number'
  | 'amount'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'statement'
  | 'yes-no'
  | 'thing'
  | 'keywords';

/** A word of a question that the answer's sentence may share. */
export interface QuestionTerm {
  readonly key: string;
  /** Other keys that stand for the same: a hyphenated word in one, a name's initials. */
  readonly alternatives: readonly string[];
  /** Its token's place in the question. */
  readonly token: number;
  /** Part of a name, by its capital or its tag. */
  readonly isName: boolean;
  /** The noun that says what kind of thing is asked for ("outlet" in "which outlet"). */
  readonly isFocus: boolean;
}

/** A question as understood. */
export interface Question {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** In the order of the question; a key once. Empty where it has stop words only. */
  readonly terms: readonly QuestionTerm[];
  readonly kind: AskedKind;
  /** The key of the focus noun, or null. */
  readonly focus: string | null;
  readonly isNegated: boolean;
}

const KIND_OF_NOUN: ReadonlyMap<string, AskedKind> = new Map(
  (
    [
      [
        'person',
        'person man woman people leader president minister author writer actor actress singer director king queen official player coach name founder member scientist artist scholar general politician spokesman spokeswoman spokesperson speaker mother father brother sister son daughter wife husband',
      ],
      [
        'group',
        'company organization organisation team band group party agency newspaper outlet publication magazine university school institution club network nationality religion tribe ministry',
      ],
      [
        'place',
        'city country state place town location area region continent county province river island capital street village district site building',
      ],
      ['date', 'year date day month decade century time season era period weekday'],
      [
        'number',
        'number percentage percent proportion population score age size height rate temperature share',
      ],
      ['amount', 'amount price cost sum salary budget fee'],
      ['duration', 'length duration'],
      ['reason', 'reason cause purpose motive'],
      ['manner', 'method manner way process'],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').map((noun): [string, AskedKind] => [noun, kind])),
);

const AUXILIARIES = new Set(
  "is are was were am do does did has have had can could will would should may might must isn't aren't wasn't weren't".split(
    ' ',
  ),
);
const SAYING = new Set(
  'say said says tell told think thought claim claimed believe believed argue argued state stated describe described call called warn warned insist insisted accuse accused promise promised respond reply react'.split(
    ' ',
  ),
);
const WH = new Set(['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how']);
const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'without', 'nobody', 'none', 'neither', 'nor']);

/** A question with its terms, its kind and its focus; any text will do, even an empty one. */
export function analyseQuestion(text: string, language = 'en'): Question {
  const tokens = tokenize(text, language);
  const norms = tokens.map((token) => token.norm);
  const wh = norms.findIndex((norm) => WH.has(norm));
  const focusToken = findFocus(tokens, wh);
  const focusKey = focusToken === -1 ? null : (keysAt(text, tokens, focusToken)[0] ?? null);
  return {
    text,
    tokens,
    terms: findTerms(text, tokens, focusToken),
    kind: findKind(tokens, wh, focusToken),
    focus: focusKey,
    isNegated: norms.some((norm) => NEGATIONS.has(norm)),
  };
}

function keysAt(text: string, tokens: readonly Token[], index: number): readonly string[] {
  const token = tokens[index];
  return token === undefined ? [] : findWordKeys(text.slice(token.start, token.end)).parts;
}

function findTerms(text: string, tokens: readonly Token[], focus: number): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  const initials = initialsByToken(text, tokens);
  tokens.forEach((token, index) => {
    const { parts, whole } = findWordKeys(text.slice(token.start, token.end));
    const others = [whole, initials.get(index) ?? null].filter((key) => key !== null);
    const isName = token.pos === 'PROPN' || isNamed(text, tokens, index);
    for (const key of parts) {
      if (terms.has(key)) continue;
      const alternatives = others.filter((other) => other !== key);
      terms.set(key, { key, alternatives, token: index, isName, isFocus: index === focus });
    }
  });
  return [...terms.values()];
}

function isCapital(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.end));
}

function isNamed(text: string, tokens: readonly Token[], index: number): boolean {
  return index > 0 && isCapital(text, tokens[index]) && !isCalendarName(tokens[index]?.norm ?? '');
}

/** For each token of a capitalised name of two to five words, the key of its initials. */
function initialsByToken(text: string, tokens: readonly Token[]): Map<number, string> {
  const found = new Map<number, string>();
  let first = 0;
  for (let i = 0; i <= tokens.length; i += 1) {
    if (i < tokens.length && isCapital(text, tokens[i]) && !WH.has(tokens[i]?.norm ?? '')) continue;
    const key = initialsKey(tokens.slice(first, i).map((token) => token.norm));
    if (key !== null) for (let k = first; k < i; k += 1) found.set(k, key);
    first = i + 1;
  }
  return found;
}

function findFocus(tokens: readonly Token[], wh: number): number {
  const norm = tokens[wh]?.norm;
  if (norm !== 'what' && norm !== 'which' && norm !== 'whose' && norm !== 'how') return -1;
  let i = wh + 1;
  if (norm === 'how') {
    if (tokens[i]?.norm !== 'many' && tokens[i]?.norm !== 'much') return -1;
    i += 1;
  } else if (AUXILIARIES.has(tokens[i]?.norm ?? '') || tokens[i]?.norm === "'s") {
    i += 1;
  }
  let head = -1;
  for (; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = i;
    else if (token.pos !== 'ADJ' && token.pos !== 'DET' && token.pos !== 'NUM') break;
  }
  return head;
}

function findKind(tokens: readonly Token[], wh: number, focus: number): AskedKind {
  const norm = tokens[wh]?.norm;
  const next = tokens[wh + 1]?.norm ?? '';
  if (norm === undefined) {
    if (AUXILIARIES.has(tokens[0]?.norm ?? '')) return 'yes-no';
    return 'keywords';
  }
  if (wh > 0 && AUXILIARIES.has(tokens[0]?.norm ?? '')) return 'yes-no';
  if (norm === 'who' || norm === 'whom' || norm === 'whose')
    return isDefinition(tokens, wh) ? 'definition' : 'person';
  if (norm === 'where') return 'place';
  if (norm === 'when') return 'date';
  if (norm === 'why') return 'reason';
  if (norm === 'how') return kindOfHow(next);
  const noun = tokens[focus];
  const known =
    noun === undefined
      ? undefined
      : (KIND_OF_NOUN.get(noun.norm.replace(/s$/u, '')) ?? KIND_OF_NOUN.get(noun.norm));
  if (known !== undefined) return known;
  if (tokens.some((token) => token.pos === 'VERB' && SAYING.has(token.norm))) return 'statement';
  return isDefinition(tokens, wh) ? 'definition' : 'thing';
}

function kindOfHow(next: string): AskedKind {
  if (next === 'many' || next === 'old' || next === 'often' || next === 'big' || next === 'large')
    return 'number';
  if (next === 'far' || next === 'tall' || next === 'high' || next === 'deep' || next === 'fast')
    return 'number';
  if (next === 'much') return 'amount';
  if (next === 'long') return 'duration';
  return 'manner';
}

/** "Who is Tony Blair?", "What is the Board of Peace?": a form of "be", then a noun phrase and nothing more. */
function isDefinition(tokens: readonly Token[], wh: number): boolean {
  if (!/^(?:is|are|was|were|'s)$/u.test(tokens[wh + 1]?.norm ?? '')) return false;
  const rest = tokens.slice(wh + 2);
  return (
    rest.length > 0 &&
    !rest.some((token) => token.pos === 'VERB' || token.pos === 'AUX' || token.norm === 'by')
  );
}
