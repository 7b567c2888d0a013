import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { answerQuestion } from '../src/answer/ask.js';
import { answerFacts } from '../src/answer/facts.js';
import { answerQuote } from '../src/answer/quote.js';
import { answerTimeline } from '../src/answer/timeline.js';
import type { Article, ArticleMeta } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import { isOverlapping, isWithin, type Span } from '../src/article/span.js';
import { type Excerpt, excerptsOf, type Reply } from '../src/bot/reply.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import type { Corpus } from '../src/library/corpus.js';
import { loadAnalysisModels } from '../src/reading/load-analysis-models.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import { ASK_SETS, type AskCase } from './ask-sets.js';
import { openReaderAt } from './open-reader-at.js';
import { DATELINES, LINES_ABOVE, LINES_BELOW, LINES_BETWEEN } from './pages/loose-lines.js';

/** Lines that no rule was made for. */
const HELD_OUT = new URL('../../bench/pages/held-out-lines.json', import.meta.url);
const placedSchema = z.object({ place: z.enum(['top', 'between', 'bottom']), line: z.string() });
const heldOutSchema = z.object({ furniture: z.array(placedSchema), sentences: z.array(placedSchema) });

type Placed = z.infer<typeof placedSchema>;

/** The lines that a site puts around the paragraphs of an article, and between them; of those above and below as many at once as in a list. */
interface SiteLines {
  readonly above: readonly (readonly string[])[];
  readonly between: readonly string[];
  readonly below: readonly (readonly string[])[];
}

const OWN_LINES: SiteLines = { above: LINES_ABOVE, between: LINES_BETWEEN, below: LINES_BELOW };

/** Lines above an article, and below it, in each. */
const LINES_AT_ENDS = 3;

/** Questions put to each article: with those that are kept back by turns, twice the 112 of the reader who counted. */
const QUESTIONS_EACH = 6;
/** Paragraphs from one line between them to the next. */
const EVERY = 2;

/** An article with the lines of a site between its paragraphs, and where those and its own paragraphs are. */
interface Dressed {
  readonly article: Article;
  readonly lines: readonly Span[];
  /** In order: what a citation should count. */
  readonly own: readonly Span[];
}

/** What was shown of dressed articles. */
interface Shown {
  excerpts: number;
  furniture: number;
  misnumbered: number;
  readonly wrong: string[];
}

/**
 * `npm run eval -- furniture [--held-out] [--errors]`: of all excerpts that replies show, those that are furniture of a page, and those whose paragraph is
 * not the one that a reader counts. The articles are written ones with questions, with the lines of a site put between their
 * paragraphs (`pages/loose-lines`; with `--held-out` those that no rule was made for), so that it is known which are not the article's.
 */
export async function evaluateFurniture(args: readonly string[]): Promise<void> {
  const heldOut = args.includes('--held-out')
    ? heldOutSchema.parse(JSON.parse(readFileSync(HELD_OUT, 'utf8')))
    : null;
  const site = heldOut === null ? OWN_LINES : placeLines(heldOut.furniture);
  const reader = openReaderAt();
  const cases = [...(ASK_SETS.written?.('dev') ?? []), ...(ASK_SETS.written?.('final') ?? [])];
  const build = corpusBuilder(readInPlace(loadAnalysisModels()));
  const asked: Shown = { excerpts: 0, furniture: 0, misnumbered: 0, wrong: [] };
  const listed: Shown = { excerpts: 0, furniture: 0, misnumbered: 0, wrong: [] };
  let lines = 0;
  let told = 0;
  let questions = 0;
  try {
    for (const [place, [plain, own]] of [...groupByArticle(cases)].entries()) {
      const dressed = dress(plain, place, site);
      const { article } = dressed;
      lines += dressed.lines.length;
      told += dressed.lines.filter(
        (line) => !article.sentences.some((one) => isOverlapping(one, line)),
      ).length;
      const corpus = await build({ articles: [article], problems: [], loadedAt: new Date(0) });
      for (const reply of await listAll(corpus)) count(reply, dressed, listed);
      for (const { text } of spread(own, reader === null ? 0 : QUESTIONS_EACH)) {
        questions += 1;
        if (reader !== null)
          count(await answerQuestion(corpus, { question: text }, reader.read), dressed, asked);
      }
    }
  } finally {
    await reader?.close();
  }
  console.log(`lines of furniture told from prose: ${told} of ${lines}`);
  if (heldOut !== null) {
    const { furniture, sentences } = heldOut;
    const lone = furniture.filter((line) => isTaken(line));
    console.log(
      `each alone in an article: ${lone.length} of ${furniture.length} told or taken for a heading`,
    );
    const taken = sentences.filter((sentence) => isTaken(sentence));
    console.log(`sentences of stories taken for furniture: ${taken.length} of ${sentences.length}`);
  }
  console.log(`/ask, ${questions} questions: ${describe(asked)}`);
  console.log(`/facts, /quote and /timeline without a topic: ${describe(listed)}`);
  if (args.includes('--errors')) for (const line of [...asked.wrong, ...listed.wrong]) console.log(line);
}

function placeLines(lines: readonly Placed[]): SiteLines {
  const at = (place: Placed['place']): string[] =>
    lines.filter((one) => one.place === place).map(({ line }) => line);
  const inTurns = (all: readonly string[]): string[][] =>
    all.flatMap((_, i) => (i % LINES_AT_ENDS === 0 ? [all.slice(i, i + LINES_AT_ENDS)] : []));
  return { above: inTurns(at('top')), between: at('between'), below: inTurns(at('bottom')) };
}

/** Whether a paragraph at its place among others is told as no prose of the article. */
function isTaken({ place, line }: Placed): boolean {
  const prose = [
    'The board met on Monday evening about the north quay, which has been closed since the storm.',
    'Nobody has been seen on it for nine days, and the harbour office has put up a fence of its own.',
    'The survey is due in June, and the council has set aside a third of what was asked for.',
  ];
  const parts = prose.toSpliced({ top: 0, between: 1, bottom: prose.length }[place], 0, line);
  const text = parts.join('\n\n');
  const meta: ArticleMeta = {
    title: 'Board meets on the quay',
    author: null,
    publisher: null,
    published: null,
    url: null,
    language: 'en',
  };
  const { paragraphs } = createArticle({ id: 'quay', meta, text });
  const own = { start: text.indexOf(line), end: text.indexOf(line) + line.length };
  return !paragraphs.some(({ kind, ...span }) => kind !== 'heading' && isOverlapping(span, own));
}

function groupByArticle(cases: readonly AskCase[]): Map<Article, AskCase[]> {
  const groups = new Map<Article, AskCase[]>();
  for (const one of cases) groups.set(one.article, [...(groups.get(one.article) ?? []), one]);
  return groups;
}

/** Some of many, from the first to the last of them. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]).filter(
    (item) => item !== undefined,
  );
}

function listAll(corpus: Corpus): Promise<Reply[]> {
  const all = { topic: undefined, source: undefined };
  return Promise.all([
    answerFacts(corpus, { ...all, kind: undefined }),
    answerQuote(corpus, { ...all, speaker: undefined }),
    answerTimeline(corpus, all),
  ]);
}

/** The article as a copied page has it. `place` chooses the lines, so that each run has the same. */
function dress(
  { id, meta, text, paragraphs }: Article,
  place: number,
  { above, between, below }: SiteLines,
): Dressed {
  const lines: Span[] = [];
  const own: Span[] = [];
  let whole = '';
  const put = (words: string, into: Span[]): void => {
    if (whole !== '') whole += '\n\n';
    into.push({ start: whole.length, end: whole.length + words.length });
    whole += words;
  };
  const pick = <Item>(from: readonly Item[], at: number): Item | undefined => from[at % from.length];
  for (const line of pick(above, place) ?? []) put(line, lines);
  for (const [i, { start, end, kind }] of paragraphs.entries()) {
    const dateline = i === 0 ? (pick(DATELINES, place) ?? '') : '';
    put(dateline + text.slice(start, end), kind === 'heading' ? [] : own);
    const first = own.at(-1);
    if (dateline !== '' && first !== undefined) {
      lines.push({ start: first.start, end: first.start + dateline.trimEnd().length });
      own[own.length - 1] = { start: first.start + dateline.length, end: first.end };
    }
    if (i % EVERY === 1) put(pick(between, place * 7 + i) ?? '', lines);
  }
  for (const line of pick(below, place) ?? []) put(line, lines);
  return { article: createArticle({ id, meta, text: whole }), lines, own };
}

function count(reply: Reply, { lines, own }: Dressed, shown: Shown): void {
  for (const excerpt of excerptsOf(reply)) {
    shown.excerpts += 1;
    const line = lines.find((one) => isOverlapping(one, excerpt));
    if (line !== undefined) {
      shown.furniture += 1;
      shown.wrong.push(`furniture: ${wordsOf(excerpt)}`);
    }
    const place = own.findIndex((one) => isWithin({ start: excerpt.start, end: excerpt.start }, one));
    if (place !== -1 && place + 1 !== excerpt.paragraph) {
      shown.misnumbered += 1;
      shown.wrong.push(`paragraph ${excerpt.paragraph} for ${place + 1}: ${wordsOf(excerpt)}`);
    }
  }
}

function wordsOf({ article, start, end }: Excerpt): string {
  return `${article.id}: ${article.text.slice(start, end).replace(/\s+/gu, ' ').slice(0, 90)}`;
}

function describe({ excerpts, furniture, misnumbered }: Shown): string {
  const share = (part: number): string => `${((100 * part) / Math.max(1, excerpts)).toFixed(2)}%`;
  return `${excerpts} excerpts, furniture ${furniture} (${share(furniture)}), paragraph miscounted ${misnumbered} (${share(misnumbered)})`;
}
