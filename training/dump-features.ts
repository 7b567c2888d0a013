import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EvalArticle,
  type EvalQuestion,
  type EvalText,
  goldSpans,
  isGold,
  readMultirc,
  readSelqa,
  readSquad,
  splitArticle,
  toArticle,
} from '../bench/eval-data.js';
import { readAgain } from '../bench/eval-reading.js';
import type { Span } from '../src/article/span.js';
import type { Reading } from '../src/extract/reading.js';
import { readAsset } from '../src/files/assets.js';
import { analyseQuestion } from '../src/language/question.js';
import { parseRelatedWords } from '../src/language/related-words.js';
import { parseWordVectors } from '../src/language/vectors.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import type { ArticleProfile, SentenceProfile } from '../src/search/article-profile.js';
import { ASK_WEIGHTS } from '../src/search/ask-models.js';
import { absentFeatures } from '../src/search/confidence.js';
import { featureQuestion } from '../src/search/feature-question.js';
import { FEATURES } from '../src/search/features/candidate-features.js';
import { flagsOf, matchesOf, termTokensOf } from '../src/search/net-input.js';
import { askAttributes, swapNames } from './near-misses.js';
import { readSentenceQuestions } from './sentence-questions.js';

/*
 * Writes what ranking sees, for training: features.f32 (rows of features), groups.jsonl (one question put to one text: its rows
 * and their labels) and features.json (names).
 *
 *   node dist/training/dump-features.js OUT_FOLDER [sets, comma-separated] [part/parts]
 *
 * With part/parts (0/3, 1/3, 2/3) only every third article is written, for runs side by side.
 */

const [, , out = 'features', sets = 'wiki,reddit,amazon,multirc,selqa', of = '0/1'] = process.argv;
const [part = 0, parts = 1] = of.split('/').map(Number);
const data = join(process.env.EVAL_DATA ?? '../shared/data', 'qa');
const vectors = parseWordVectors(readAsset(ASK_WEIGHTS.vectors));
const lexicon = { vectors, related: parseRelatedWords(readAsset(ASK_WEIGHTS.related)) };
const names = loadNameModel();

mkdirSync(out, { recursive: true });
const rowsFile = openSync(join(out, 'features.f32'), 'w');
const groupsFile = openSync(join(out, 'groups.jsonl'), 'w');
writeFileSync(join(out, 'features.json'), JSON.stringify(FEATURES));
let rows = 0;

/** Every how many questions one is put to another article, and to the wrong paragraph most like the right one. */
const ELSEWHERE_EVERY = 3;
const BESIDE_EVERY = 2;

/** Sets whose texts are asked in one form only: a section without its article, and sentences without theirs. */
const PLAIN_SETS = new Set(['selqa', 'sentence-questions']);

interface Read extends EvalText {
  readonly reading: Reading;
}

function read(source: EvalArticle, keep: readonly number[] | null): Read {
  return readText(toArticle(source, keep));
}

function readText(text: EvalText): Read {
  return { ...text, reading: readAgain(text.article, names) };
}

function dump(text: Read, question: EvalQuestion, number: number, mode: string): readonly number[] {
  const { asked, candidates, isTermPresent } = featureQuestion(
    [text.reading],
    analyseQuestion(question.text),
    lexicon,
  );
  const spans = goldSpans(text, question);
  const values = new Float32Array(candidates.length * FEATURES.length);
  const labels: number[] = [];
  const votes: number[] = [];
  candidates.forEach((candidate, i) => {
    values.set(candidate.features, i * FEATURES.length);
    const sentence = text.article.sentences[candidate.index];
    if (sentence === undefined) return;
    labels.push(isGold(text, question, sentence) ? 1 : 0);
    const inside = spans.filter((span) => span.start >= sentence.start && span.end <= sentence.end).length;
    votes.push(inside / (spans.length || 1));
  });
  writeSync(rowsFile, new Uint8Array(values.buffer));
  const { tokens, terms } = asked.question;
  const termOf = new Map(terms.map((term, i) => [term.token, i]));
  const termTokens = termTokensOf(asked);
  const group = {
    q: tokens.map(({ norm }) => vectors.find(norm)),
    qf: tokens.map((token, i) =>
      flagsOf(
        token,
        terms.find((term) => term.token === i),
      ),
    ),
    qr: tokens.map((_, i) => asked.rarity[termOf.get(i) ?? -1] ?? 0),
    sid: candidates.map(({ profile, index }) => tableSentence(profile, index)),
    m: candidates.map(({ profile, index }) => matchesOf(termTokens, profile, index)),
    a: candidates.map(({ profile, index }) =>
      question.isEvidence ? [-1, -1] : answerTokens(profile.sentences[index], spans),
    ),
    set: text.source.set,
    article: text.source.id,
    question: number,
    mode,
    first: rows,
    count: candidates.length,
    sentences: candidates.map(({ index }) => index),
    contexts: candidates.map(({ profile, index }) => profile.contexts[index]?.first ?? index),
    labels,
    votes,
    terms: asked.question.terms.length,
    absent: absentFeatures({ asked, candidates, isTermPresent }),
    answerable: question.answers.length > 0,
  };
  writeSync(groupsFile, `${JSON.stringify(group)}\n`);
  rows += candidates.length;
  return candidates.map(({ index }) => index);
}

const sentencesFile = openSync(join(out, 'sentences.jsonl'), 'w');
const tabled = new Map<string, number>();

/** The number of a sentence in sentences.jsonl, where its words and signs are. */
function tableSentence(profile: ArticleProfile, index: number): number {
  const sentence = profile.sentences[index];
  if (sentence === undefined) return -1;
  const text = profile.article.text.slice(sentence.sentence.start, sentence.sentence.end);
  let number = tabled.get(text);
  if (number === undefined) {
    number = tabled.size;
    tabled.set(text, number);
    const w = sentence.tokens.map(({ norm }) => vectors.find(norm));
    writeSync(sentencesFile, `${JSON.stringify({ w, s: [...profile.signsOf(index)] })}\n`);
  }
  return number;
}

/** The tokens of the answer that most readers gave within the sentence, first and last; [-1, -1] where it has none. */
function answerTokens(sentence: SentenceProfile | undefined, spans: readonly Span[]): [number, number] {
  if (sentence === undefined) return [-1, -1];
  const { start, end } = sentence.sentence;
  const inside = spans.filter((span) => span.start >= start && span.end <= end);
  const votes = (span: Span): number =>
    inside.filter((other) => other.start === span.start && other.end === span.end).length;
  const best = [...inside].sort((a, b) => votes(b) - votes(a) || a.end - a.start - (b.end - b.start))[0];
  if (best === undefined) return [-1, -1];
  const first = sentence.tokens.findIndex((token) => token.end > best.start);
  const last = sentence.tokens.findLastIndex((token) => token.start < best.end);
  return first === -1 || last < first ? [-1, -1] : [first, last];
}

function dumpArticle(source: EvalArticle, other: EvalArticle): void {
  const isPlain = PLAIN_SETS.has(source.set);
  const whole = read(source, null);
  const elsewhere = read(other, null);
  const split = readText(splitArticle(whole));
  const alone = new Map<number, Read>();
  const removed = new Map<number, Read>();
  const keepText = (known: Map<number, Read>, paragraph: number, keep: () => number[]): Read => {
    let text = known.get(paragraph);
    if (text === undefined) {
      text = read(source, keep());
      known.set(paragraph, text);
    }
    return text;
  };
  source.questions.forEach((question, number) => {
    const best = dump(whole, question, number, 'whole');
    if (!isPlain) dump(split, question, number, 'split');
    if (isPlain) return;
    if (number % ELSEWHERE_EVERY === 0) dump(elsewhere, question, number, 'elsewhere');
    const { paragraph } = question;
    if (paragraph === null) return;
    dump(
      keepText(alone, paragraph, () => [paragraph]),
      question,
      number,
      'alone',
    );
    const wrong = best.map((sentence) => paragraphAt(whole, sentence)).find((found) => found !== paragraph);
    if (wrong !== undefined && number % BESIDE_EVERY === 0) {
      dump(
        keepText(alone, wrong, () => [wrong]),
        question,
        number,
        'beside',
      );
    }
    const others = (): number[] => source.paragraphs.map((_, i) => i).filter((i) => i !== paragraph);
    dump(keepText(removed, paragraph, others), question, number, 'removed');
  });
}

/** Another article's questions put to this one about its own people, organisations and places, and what it does not tell of them. */
function dumpNearMisses(source: EvalArticle, other: EvalArticle): void {
  const whole = read(source, null);
  other.questions.forEach((question, number) => {
    const swapped = swapNames(question, whole.reading, number, lexicon);
    if (swapped !== null) dump(whole, swapped, number, 'swapped');
  });
  askAttributes(whole.reading, lexicon).forEach((question, number) => {
    dump(whole, question, number, 'swapped');
  });
}

/** The paragraph of the set that a sentence stands in. */
function paragraphAt({ article, starts }: Read, sentence: number): number {
  const at = article.sentences[sentence]?.start ?? 0;
  let found = 0;
  for (const [paragraph, start] of starts) if (start <= at) found = paragraph;
  return found;
}

const started = Date.now();
const sources: Record<string, () => EvalArticle[]> = {
  wiki: () => readSquad(join(data, 'squadshifts-wiki.json')),
  'near-misses': () => readSquad(join(data, 'squadshifts-wiki.json')),
  reddit: () => readSquad(join(data, 'squadshifts-reddit.json')),
  amazon: () => readSquad(join(data, 'squadshifts-amazon.json')),
  multirc: () => readMultirc(join(data, 'multirc-news')),
  pairs: () => {
    const casing = readSquad(join(data, 'squadshifts-wiki.json')).flatMap(({ paragraphs }) => paragraphs);
    return readSentenceQuestions(join(data, 'sentence-questions'), casing);
  },
  selqa: () => readSelqa(join(data, 'selqa-dev.json')),
};
/** Another article of the set for each: its questions are put to the next one, which says nothing about them. */
for (const set of sets.split(',')) {
  const articles = sources[set]?.() ?? [];
  articles.forEach((article, i) => {
    const other = articles[(i + 1) % articles.length] ?? article;
    if (i % parts === part) (set === 'near-misses' ? dumpNearMisses : dumpArticle)(article, other);
  });
  console.log(set, rows, 'rows', Math.round((Date.now() - started) / 1000), 's');
}
closeSync(rowsFile);
closeSync(groupsFile);
