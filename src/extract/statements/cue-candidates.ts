import { wordsOf } from '../../lexicon/words.js';
import { type FeatureBuffer, lengthBucket } from './feature-buffer.js';
import type { ParseTree } from './parse-tree.js';
import type { SentenceView } from './sentence-view.js';

/** What a cue's word is in its sentence; each takes its source and its content from other places. */
export type CueForm = 'finite' | 'participle' | 'infinitive' | 'passive' | 'noun' | 'according' | 'colon';

/** All of them, in the order in which the weights were trained: a form is a feature by its place here. */
export const CUE_FORMS: readonly CueForm[] = [
  'finite',
  'participle',
  'infinitive',
  'passive',
  'noun',
  'according',
  'colon',
];

/** A word that may tie a statement to its source. */
export interface CueCandidate {
  /** Its place in the article's tokens. */
  readonly at: number;
  readonly form: CueForm;
}

/** Nouns that may carry a statement ("his claim that …"), by stem. */
const NOUNS = new Set(wordsOf('saying', 'statements'));

const BE = new Set('be is are was were been being am get gets got gotten'.split(' '));

/** The candidates of a sentence in order; none inside direct speech. */
export function cueCandidates(view: SentenceView): CueCandidate[] {
  const candidates: CueCandidate[] = [];
  for (let at = view.first; at < view.end; at += 1) {
    const token = view.tokens[at];
    if (token === undefined || view.isSpeech(at) || view.isTaken(at)) continue;
    const form = formOf(view, at);
    if (form !== undefined) candidates.push({ at, form });
  }
  return candidates;
}

function formOf(view: SentenceView, at: number): CueForm | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  if (token.norm === 'according') return 'according';
  if (token.norm === ':') return 'colon';
  if (token.pos === 'NOUN' || token.pos === 'ADJ') {
    if (NOUNS.has(token.stem)) return 'noun';
    return view.tokens[at + 1]?.norm === 'that' ? 'noun' : undefined;
  }
  if (token.pos !== 'VERB') return undefined;
  const before = beforeAdverbs(view, at);
  const previous = view.tokens[before];
  if (before < view.first || previous === undefined)
    return token.norm.endsWith('ing') ? 'participle' : 'finite';
  if (previous.norm === 'to') return 'infinitive';
  const isBe = BE.has(previous.norm) || previous.norm === "'s" || previous.norm === "'re";
  if (token.norm.endsWith('ing')) return isBe ? 'finite' : 'participle';
  return isBe && /(?:ed|en|wn|ld|id|ght)$/u.test(token.norm) ? 'passive' : 'finite';
}

function beforeAdverbs(view: SentenceView, at: number): number {
  let before = at - 1;
  while (before >= view.first && (view.tokens[before]?.pos === 'ADV' || view.tokens[before]?.norm === 'not'))
    before -= 1;
  return before;
}

/** What tells at a glance, without a parse, that a word is no cue. */
export function addGlanceFeatures(view: SentenceView, { at, form }: CueCandidate, into: FeatureBuffer): void {
  const f = CUE_FORMS.indexOf(form) + 1;
  const stem = view.stem(at);
  into.add(601, stem, f);
  into.add(602, stem, view.pos(at + 1));
  into.add(603, stem, view.pos(at - 1));
  into.add(604, view.word(at + 1), f);
  into.add(605, view.word(at - 1), f);
  into.add(606, view.verbClass(at), f, view.pos(at + 1));
  into.add(607, view.verbClass(at), view.pos(at - 1), view.pos(at + 1));
  into.add(608, suffixOf(view, at), f);
  into.add(609, stem, view.word(at + 1));
  into.add(610, f);
}

/** What tells a cue: the word, its neighbours, and the shape of the clause around it. */
export function addCueFeatures(
  view: SentenceView,
  tree: ParseTree,
  { at, form }: CueCandidate,
  into: FeatureBuffer,
): void {
  const f = CUE_FORMS.indexOf(form) + 1;
  const stem = view.stem(at);
  const left = beforeAdverbs(view, at);
  into.add(1, f);
  into.add(2, stem);
  into.add(3, stem, f);
  into.add(4, view.word(at));
  into.add(5, stem, view.word(at + 1));
  into.add(6, stem, view.pos(at + 1));
  into.add(7, stem, view.pos(left));
  into.add(8, stem, view.word(left));
  into.add(9, view.word(at + 1), f);
  into.add(10, view.word(at - 1), f);
  into.add(11, view.pos(at + 1), view.pos(at + 2), f);
  into.add(12, view.pos(at - 1), view.pos(at - 2), f);
  into.add(13, view.word(at + 1), view.word(at + 2));
  into.add(14, view.word(at - 1), view.word(at - 2));
  into.add(15, view.pos(at - 1), view.pos(at + 1), view.verbClass(at));
  into.add(16, view.verbClass(at), f, view.word(at + 1));
  into.add(17, stem, view.word(at + 1), view.word(at + 2));
  into.add(18, stem, view.stem(left), f);
  into.add(19, lengthBucket(at - view.first), f);
  into.add(20, lengthBucket(view.end - at), f);
  into.add(21, view.word(left), view.pos(left - 1), f);
  into.add(22, view.verbClass(at), view.pos(left), view.pos(at + 1));
  into.add(23, view.word(view.end - 1), f);
  into.add(24, view.word(view.first), view.verbClass(at));
  into.add(25, Math.min(3, view.verbsBefore(at) - view.verbsBefore(view.first)), f);
  into.add(26, stem, Math.min(2, view.verbsBefore(view.end) - view.verbsBefore(at + 1)));
  into.add(27, view.isEnclosed(at) ? 1 : 0, view.verbClass(at));
  into.add(28, view.word(left), f, view.verbClass(at));
  into.add(29, view.pos(at + 1), view.pos(at + 2), view.pos(at + 3));
  const head = tree.head(at);
  into.add(40, view.stem(head), f);
  into.add(41, view.verbClass(head), view.tag(head), view.verbClass(at));
  into.add(42, view.tag(head), f, head < at ? 1 : 2);
  const [left1, right1, right2] = childrenOf(view, tree, at);
  into.add(43, view.tag(left1), f);
  into.add(44, view.tag(right1), f);
  into.add(45, view.tag(right1), view.tag(right2), view.verbClass(at));
  into.add(46, stem, view.tag(right1));
  into.add(47, stem, view.word(right1));
  into.add(48, view.word(tree.firstOf(right1)), view.verbClass(at), view.tag(right1));
  into.add(49, view.word(left1), f);
  into.add(50, view.stem(left1), view.verbClass(at));
  into.add(51, view.verbClass(rootOf(tree, at)), f);
  const nearest = nearestStrongVerb(view, at);
  into.add(30, nearest, view.verbClass(at));
  into.add(31, nearest, stem);
  into.add(32, view.stem(left - 1), view.verbClass(at));
  into.add(33, suffixOf(view, at), f);
  into.add(34, suffixOf(view, at), view.pos(left), view.pos(at + 1));
  into.add(35, isCapitalised(view, left) ? 1 : 0, view.pos(left), view.verbClass(at));
}

/** How far, and on which side, the nearest verb of saying is: a verb inside what one reports is rarely a cue itself. */
function nearestStrongVerb(view: SentenceView, at: number): number {
  for (let distance = 1; distance < 25; distance += 1) {
    if (at - distance >= view.first && (view.verbClass(at - distance) & 1) === 1)
      return -lengthBucket(distance);
    if (at + distance < view.end && (view.verbClass(at + distance) & 1) === 1) return lengthBucket(distance);
  }
  return 0;
}

function suffixOf(view: SentenceView, at: number): number {
  const norm = view.tokens[at]?.norm ?? '';
  let hash = 0;
  for (let i = Math.max(0, norm.length - 3); i < norm.length; i += 1) hash = hash * 131 + norm.charCodeAt(i);
  return hash | 0;
}

function isCapitalised(view: SentenceView, at: number): boolean {
  return view.tokens[at]?.pos === 'PROPN';
}

/** A token's last child to its left that is a word, and its first two to its right; -1 if there is none. */
function childrenOf(view: SentenceView, tree: ParseTree, at: number): [number, number, number] {
  let left = -1;
  let right = -1;
  let further = -1;
  for (let i = at - 1; i >= Math.max(view.first, at - 25); i -= 1) {
    if (
      tree.head(i) !== at ||
      (view.tokens[i]?.pos !== 'NOUN' && view.tokens[i]?.pos !== 'PROPN' && view.tokens[i]?.pos !== 'PRON')
    )
      continue;
    left = i;
    break;
  }
  for (let i = at + 1; i < Math.min(view.end, at + 25); i += 1) {
    if (tree.head(i) !== at || view.tokens[i]?.isWord !== true) continue;
    if (right === -1) right = i;
    else {
      further = i;
      break;
    }
  }
  return [left, right, further];
}

function rootOf(tree: ParseTree, at: number): number {
  let top = at;
  for (let steps = 0; steps < 100; steps += 1) {
    const head = tree.head(top);
    if (head === -1) break;
    top = head;
  }
  return top === at ? -1 : top;
}
