import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsHelpers, type WinkMethods } from 'wink-nlp';
import type { Span } from '../article/span.js';
import { PARTS_OF_SPEECH, type PartOfSpeech } from './token.js';

/** A token of the English tagger, its span counted from the start of the text that was tagged. */
export interface TaggedToken extends Span {
  readonly pos: PartOfSpeech;
  readonly isStop: boolean;
}

let loaded: { nlp: WinkMethods; its: ItsHelpers } | undefined;

/** wink-nlp takes about 100 ms to load its model, so it is loaded at first use. */
function tagger(): { nlp: WinkMethods; its: ItsHelpers } {
  if (loaded === undefined) {
    const nlp = winkNLP(model, ['pos']);
    loaded = { nlp, its: nlp.its };
  }
  return loaded;
}

const PARTS = new Set<string>(PARTS_OF_SPEECH);

function isPart(tag: unknown): tag is PartOfSpeech {
  return typeof tag === 'string' && PARTS.has(tag);
}

/** Each is one code unit, so that no offset moves: wink-nlp makes a token of a line break, which parts a wrapped name. */
const WHITE_SPACE = /\s/gu;

/** wink-nlp parts words at Latin letters beyond the first 256 characters ("Gündo-ğ-an"), so it is given their plain forms. */
const FAR_LETTERS = /[\u0100-\u024f\u1e00-\u1eff]/gu;
/** Letters that Unicode does not decompose. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  œ: 'o',
  Œ: 'O',
  ŋ: 'n',
  ŧ: 't',
};

/** Each is one code unit for one, so that no offset moves. */
function simplify(text: string): string {
  return text
    .replace(WHITE_SPACE, ' ')
    .replace(FAR_LETTERS, (letter) => PLAIN_FORMS[letter] ?? letter.normalize('NFD').charAt(0));
}

/** How far a token may lie from where the last one ended, in code units, before it is taken for rewritten. */
const LONGEST_GAP = 40;

/**
 * The English tokens of a text with their parts of speech, in order, not overlapping, none empty.
 *
 * wink-nlp gives no offsets, so each token is looked for from where the last one ended. What it
 * has rewritten, and so is not there, becomes one token a run of letters, tagged `X`.
 */
export function tagEnglish(written: string): TaggedToken[] {
  const text = simplify(written);
  const { nlp, its } = tagger();
  const found = nlp.readDoc(text).tokens();
  // Lists of all tokens at once take half the time of asking each token for its own.
  const values = found.out();
  // wink-nlp takes these functions as names of what is wanted and never calls them on an object.
  // oxlint-disable-next-line typescript/unbound-method
  const [tags, stopWords]: unknown[][] = [found.out(its.pos), found.out(its.stopWordFlag)];
  const tagged: TaggedToken[] = [];
  let from = 0;
  values.forEach((value, i) => {
    const start = text.indexOf(value, from);
    if (value.trim() === '' || start === -1 || start - from > LONGEST_GAP) return;
    if (!isBlank(text, from, start)) tagged.push(...findRewritten(text, from, start));
    const tag = tags?.[i];
    const end = start + value.length;
    tagged.push({ start, end, pos: isPart(tag) ? tag : 'X', isStop: stopWords?.[i] === true });
    from = end;
  });
  tagged.push(...findRewritten(text, from, text.length));
  return tagged.map((token, i) => (isName(text, tagged, i) ? { ...token, pos: 'PROPN' } : token));
}

/** Whether a verb or a small word is a name by its capital, beside another name: "Lena Ford told", "Rep. Ted Moe", "engineer Per Aas". */
function isName(text: string, tagged: readonly TaggedToken[], at: number): boolean {
  const [before, token, after] = [tagged[at - 1], tagged[at], tagged[at + 1]];
  if (token === undefined || before === undefined || !isCapitalised(text, token)) return false;
  const isNameBeside = (other: TaggedToken | undefined, gap: number): boolean =>
    other?.pos === 'PROPN' && isCapitalised(text, other) && gap === 1;
  if (token.pos === 'VERB') return isNameBeside(before, token.start - before.end);
  if (token.pos !== 'ADP' && token.pos !== 'AUX') return false;
  return before.pos !== 'PUNCT' && isNameBeside(after, (after?.start ?? 0) - token.end);
}

const isCapitalised = (text: string, { start, end }: Span): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text.slice(start, end));

function isBlank(text: string, start: number, end: number): boolean {
  return start === end || text.slice(start, end).trim() === '';
}

function findRewritten(text: string, start: number, end: number): TaggedToken[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/gu), (run) => ({
    start: start + run.index,
    end: start + run.index + run[0].length,
    pos: 'X' as const,
    isStop: false,
  }));
}
