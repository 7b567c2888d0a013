import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Excerpt, Reply } from '../bot/reply.js';
import type { Attribution, Speaker } from '../extract/attribution.js';
import type { Annotation } from '../language/annotation.js';
import type { Corpus } from '../library/corpus.js';
import { inTime } from '../library/read-in-time.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase, type Wording } from '../messages/phrase.js';
import { doInSlices } from '../scheduling/give-way.js';
import { coverWithSentences, createExcerpt, paragraphAt } from './excerpt.js';
import { SUGGESTED_WITHIN, suggestNames } from './names.js';
import { explainOtherLanguages } from './other-languages.js';
import { articlesNaming } from './profile.js';
import { chooseArticles } from './scope.js';
import { type FoundSpeakers, findSpeakers, isSpokenBy, listSpeakers, speakerOf } from './speaker.js';
import { isTold } from './told-statement.js';
import { ABOUT_TOPIC, findTopic, TOUCHES_TOPIC, type Topic } from './topic.js';

/** What to quote: whose words, on what, from which article; each may be left open. */
export interface QuoteQuery {
  readonly speaker: string | undefined;
  readonly topic: string | undefined;
  readonly source: string | undefined;
}

/** Quotations listed at most: some 30 pages of a reply, beyond which a reader narrows the search. */
const MOST_LISTED = 150;
/** Quotations among which the best are looked for. */
const MOST_READ = 2000;
/** Quotations on other things shown if a speaker said nothing on the topic. */
const MOST_RELATED = 3;

/** What was said, with who said it: by speaker, by topic, both, or all there is; names of things in marks never. */
export async function answerQuote(corpus: Corpus, query: QuoteQuery): Promise<Reply> {
  const scope = chooseArticles(corpus, query.source);
  if (!scope.ok) return scope.reply;
  const asked = titleOf(query);
  const topic = query.topic === undefined ? null : await findTopic(corpus, query.topic, scope.articleId);
  const named = query.speaker === undefined ? null : articlesNaming(corpus, scope, query.speaker);
  const articles = named ?? topic?.analyses.map(({ article }) => article) ?? scope.articles;
  const speakers =
    query.speaker === undefined
      ? null
      : await doInSlices(findSpeakers(await corpus.readLikeliest(articles), query.speaker));
  const isWhole = speakers === null && topic === null;
  const said = await findSaid(corpus, articles, speakers, isWhole ? MOST_LISTED : MOST_READ);
  const findNothing = async (): Promise<Reply> => {
    const suggestions = await doInSlices(
      suggestNames(await listSpeakers(inTime(corpus, SUGGESTED_WITHIN), scope.articles), query.speaker ?? ''),
    );
    const others = query.speaker === undefined ? null : explainOtherLanguages(articles, 'speakers');
    const note = explainNothing(query);
    return { kind: 'nothing', asked, note: joinSentences([note, others]) ?? note, suggestions };
  };
  if (said.length === 0) return findNothing();
  const namesakes = explainNamesakes(query.speaker, speakers);
  if (topic === null) return listSaid(asked, said, namesakes);
  const ranked = await doInSlices(rankSaid(said, topic));
  const about = ranked.filter(({ coverage }) => coverage >= ABOUT_TOPIC);
  if (about.length > 0) return listSaid(asked, about, namesakes);
  const others = ranked.length > 0 || speakers === null ? ranked : said;
  if (others.length === 0) return findNothing();
  const excerpts = others.slice(0, MOST_RELATED).map(showSaid);
  const note = phrase('answer.quotations-nearest', { topic: query.topic ?? '' });
  return { kind: 'related', asked, sections: [{ heading: null, excerpts }], note };
}

/** The quotations that touch on a topic, best first; the words of the quotation itself decide between equals. */
function* rankSaid(
  said: readonly Said[],
  topic: Topic,
): Generator<undefined, (Said & { readonly coverage: number })[]> {
  const touching: (Said & { readonly coverage: number; readonly own: number })[] = [];
  for (const one of said) {
    yield;
    const { isTouching, coverage } = topic.measure(one.article, one.span);
    if (!isTouching || coverage < TOUCHES_TOPIC) continue;
    const own = one.attributions
      .flatMap(({ content }) => content)
      .reduce((sum, span) => sum + topic.countIn(one.article, span), 0);
    touching.push({ ...one, coverage, own });
  }
  return touching.toSorted(
    (a, b) => b.coverage - a.coverage || rankManner(a) - rankManner(b) || b.own - a.own,
  );
}

/** What is quoted comes before what is only reported. */
function rankManner({ attributions }: Said): number {
  return attributions[0]?.kind === 'reported' ? 1 : 0;
}

interface Said {
  readonly article: Article;
  readonly attributions: readonly Attribution[];
  readonly speaker: Speaker | null;
  readonly span: Span;
}

/** Quotations of one article as excerpts, those of one sentence by one speaker together; names of things left out. */
export function showQuotations(annotation: Annotation, attributions: readonly Attribution[]): Excerpt[] {
  const said: Said[] = [];
  for (const quotation of attributions)
    if (isTold(annotation, quotation)) addSaid(said, annotation, quotation);
  return said.map(showSaid);
}

/** The quotations by the speakers, or all, in the order of the articles, little more than `most`; those of one sentence by one speaker together. */
async function findSaid(
  corpus: Corpus,
  articles: readonly Article[],
  speakers: FoundSpeakers | null,
  most: number,
): Promise<Said[]> {
  const said: Said[] = [];
  for (const article of speakers?.articles ?? articles) {
    const { annotation, attributions } = await corpus.read(article);
    for (const quotation of attributions) {
      const isWanted = speakers === null || isSpokenBy(speakers, quotation);
      if (isWanted && isTold(annotation, quotation)) addSaid(said, annotation, quotation);
    }
    if (said.length > most) break;
  }
  return said;
}

function addSaid(said: Said[], annotation: Annotation, quotation: Attribution): void {
  const { article } = annotation;
  const span = spanOf(article, quotation);
  const last = said.at(-1);
  if (last !== undefined && last.article === article && isSameStatement(last, quotation, span)) {
    said[said.length - 1] = { ...last, attributions: [...last.attributions, quotation] };
  } else said.push({ article, attributions: [quotation], speaker: speakerOf(annotation, quotation), span });
}

function isSameStatement(said: Said, quotation: Attribution, span: Span): boolean {
  const [first] = said.attributions;
  return (
    said.span.start === span.start &&
    said.span.end === span.end &&
    first?.speaker?.start === quotation.speaker?.start &&
    (first?.kind === 'reported') === (quotation.kind === 'reported')
  );
}

/** The whole sentences that hold what is said, its cue and its speaker, so that a reader sees who says it. */
function spanOf(article: Article, quotation: Attribution): Span {
  const { content, cue, speaker } = quotation;
  const start = Math.min(...content.map((span) => span.start));
  const end = Math.max(...content.map((span) => span.end));
  const from = paragraphAt(article, start)?.number ?? 0;
  const to = paragraphAt(article, end)?.number ?? 0;
  const nearby = [cue, speaker].filter((span) => {
    if (span === null) return false;
    const paragraph = paragraphAt(article, span.start)?.number ?? 0;
    return paragraph >= from - 1 && paragraph <= to + 1;
  });
  return coverWithSentences(article, [...content, ...nearby.filter((span) => span !== null)]);
}

function showSaid({ article, attributions, speaker, span }: Said): Excerpt {
  const isReported = attributions[0]?.kind === 'reported';
  return createExcerpt(article, span, {
    highlights: isReported ? [] : attributions.flatMap((quotation) => quotation.content),
    manner: isReported ? 'reported' : 'quoted',
    ...(speaker === null ? {} : { speaker: { name: speaker.name, start: speaker.start, end: speaker.end } }),
  });
}

function listSaid(asked: Wording, said: readonly Said[], namesakes: Wording | null): Reply {
  const shown = said.slice(0, MOST_LISTED);
  const excerpts = shown.map(showSaid);
  const reported = excerpts.filter((excerpt) => excerpt.manner === 'reported').length;
  const quoted = excerpts.length - reported;
  const counted =
    reported === 0
      ? phrase('answer.quoted', { quoted })
      : quoted === 0
        ? phrase('answer.reported', { reported })
        : phrase('answer.quoted-and-reported', { quoted, reported });
  const more = said.length > shown.length ? phrase('answer.quotations-more') : null;
  return {
    kind: 'answer',
    asked,
    sections: [{ heading: null, excerpts }],
    note:
      joinSentences([namesakes, counted, more, explainOtherLanguages(articlesOf(shown), 'speakers')]) ??
      counted,
  };
}

function articlesOf(said: readonly Said[]): Article[] {
  return [...new Set(said.map(({ article }) => article))];
}

/** What was asked, for the head of the reply: "Ada Winter: harbour". */
function titleOf({ speaker, topic }: QuoteQuery): Wording {
  if (speaker === undefined) return topic ?? phrase('answer.quotations');
  return topic === undefined ? speaker : phrase('answer.label-and-value', { label: speaker, value: topic });
}

function explainNothing({ speaker, topic }: QuoteQuery): Wording {
  if (speaker !== undefined) return phrase('answer.quotations-none-by', { speaker });
  return topic === undefined
    ? phrase('answer.quotations-none')
    : phrase('answer.quotations-none-about', { topic });
}

/** Says that a name fits several people, if it does; null if it does not. */
function explainNamesakes(typed: string | undefined, speakers: FoundSpeakers | null): Wording | null {
  if (typed === undefined || speakers === null || speakers.names.length < 2) return null;
  return phrase('answer.speakers-fit', { count: speakers.names.length, name: typed, names: speakers.names });
}
