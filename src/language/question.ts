import { tokenize } from './annotation.js';
import {
  type AskedKind,
  findKind,
  isAuxiliary,
  isCopula,
  isDegree,
  isDoing,
  isQuestionWord,
  isSaying,
  isTelling,
} from './asked-kind.js';
import { isNegation } from './negation.js';
import { isCalendarName } from './number-forms.js';
import type { Token } from './token.js';
import { findWordKeys, initialsKey } from './word-keys.js';

/** A word of a question that the answer's sentence may share. */
export interface QuestionTerm {
  readonly key: string;
  /** Other keys of the same: a hyphenated word in one, a name's initials. */
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
  /** In the order of the question; a key once. Empty if it has stop words only. */
  readonly terms: readonly QuestionTerm[];
  readonly kind: AskedKind;
  /** The key of the focus noun, or null. */
  readonly focus: string | null;
  readonly isNegated: boolean;
  /** Whether it asks who told something ("Which outlet reported the call?"). */
  readonly asksSource: boolean;
  /** The keys of whoever's words it asks for ("What did Ada Quill say?"); empty if it asks for something else. */
  readonly saysWho: readonly string[];
}

/** A question with its terms, its kind and its focus; any text will do, even an empty one. */
export function analyseQuestion(text: string, language = 'en'): Question {
  const tokens = tokenize(text, language);
  const norms = tokens.map((token) => token.norm);
  const wh = norms.findIndex(isQuestionWord);
  const focusToken = findFocus(tokens, wh);
  const kind = findKind(tokens, wh, focusToken);
  const focusKey = focusToken === -1 ? null : (keysAt(text, tokens, focusToken)[0] ?? null);
  return {
    text,
    tokens,
    terms: findTerms(text, tokens, focusToken, isDegree(kind, norms[wh]) ? wh + 1 : -1),
    kind,
    focus: focusKey,
    isNegated: norms.some(isNegation),
    asksSource: (kind === 'person' || kind === 'group') && norms.some(isTelling),
    saysWho: findAskedSpeaker(text, tokens, wh),
  };
}

/** The keys between "what did" and a verb of saying; none if the question is of another form. */
function findAskedSpeaker(text: string, tokens: readonly Token[], wh: number): string[] {
  if (tokens[wh]?.norm !== 'what' || !isDoing(tokens[wh + 1]?.norm ?? '')) return [];
  const verb = tokens.findIndex(({ norm, pos }, i) => i > wh + 2 && pos === 'VERB' && isSaying(norm));
  const between = verb === -1 ? [] : tokens.slice(wh + 2, verb);
  if (between.some(({ pos }) => pos === 'VERB')) return [];
  return between.flatMap((_, i) => keysAt(text, tokens, wh + 2 + i));
}

function keysAt(text: string, tokens: readonly Token[], index: number): readonly string[] {
  const token = tokens[index];
  return token === undefined ? [] : findWordKeys(text.slice(token.start, token.end)).parts;
}

/** Terms of all tokens but the one at `without` (-1 for none): an answer to "how old" seldom says "old". */
function findTerms(text: string, tokens: readonly Token[], focus: number, without: number): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  const initials = initialsByToken(text, tokens);
  tokens.forEach((token, index) => {
    if (index === without) return;
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
    if (i < tokens.length && isCapital(text, tokens[i]) && !isQuestionWord(tokens[i]?.norm ?? '')) continue;
    const key = initialsKey(tokens.slice(first, i).map((token) => token.norm));
    if (key !== null) for (let k = first; k < i; k += 1) found.set(k, key);
    first = i + 1;
  }
  return found;
}

/** Nouns that only introduce what is asked for: "the name of the airport", "what type of music". */
const INTRODUCING = new Set(
  'name names type types kind kinds sort sorts form forms example examples number'.split(' '),
);

function findFocus(tokens: readonly Token[], wh: number): number {
  const norm = tokens[wh]?.norm;
  if (norm !== 'what' && norm !== 'which' && norm !== 'whose' && norm !== 'how') return -1;
  let i = wh + 1;
  if (norm === 'how') {
    if (tokens[i]?.norm !== 'many' && tokens[i]?.norm !== 'much') return -1;
    i += 1;
  } else if (isCopula(tokens[i]?.norm ?? '') || tokens[i]?.norm === "'s") {
    i += 1;
  } else if (norm === 'what' && isAuxiliary(tokens[i]?.norm ?? '')) {
    return -1;
  }
  const head = findHead(tokens, i);
  if (!INTRODUCING.has(tokens[head]?.norm ?? '') || tokens[head + 1]?.norm !== 'of') return head;
  const introduced = findHead(tokens, head + 2);
  return introduced === -1 ? head : introduced;
}

/** The last noun of the noun phrase that begins at a place; -1 if none begins there. */
function findHead(tokens: readonly Token[], from: number): number {
  let head = -1;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = i;
    else if (token.norm === "'s" && head !== -1) continue;
    else if (token.pos === 'DET' ? head !== -1 : token.pos !== 'ADJ' && token.pos !== 'NUM') break;
  }
  return head;
}
