import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Excerpt, Reply, Section } from '../bot/reply.js';
import type { Fact, FactKind } from '../extract/fact.js';
import type { Corpus } from '../library/corpus.js';
import { nameChoice } from '../messages/command-words.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase, type Wording } from '../messages/phrase.js';
import { doInSlices } from '../scheduling/give-way.js';
import { findDisagreements } from './disagreement.js';
import { coverWithSentences, createExcerpt } from './excerpt.js';
import type { FoundFact } from './found-fact.js';
import { putFiguresFirst } from './order-facts.js';
import { explainOtherLanguages } from './other-languages.js';
import { chooseArticles } from './scope.js';
import { ABOUT_TOPIC, findTopic, TOUCHES_TOPIC, type Topic } from './topic.js';

/** Which facts: about what, of which kind, from which article; each may be left open. */
export interface FactsQuery {
  readonly topic: string | undefined;
  readonly kind: FactKind | undefined;
  readonly source: string | undefined;
}

/** Facts listed at most: some 30 pages of a reply, beyond which a reader narrows the search. */
const MOST_LISTED = 150;
/** Facts that touch on the topic shown if none is about it. */
const MOST_RELATED = 3;

/**
 * Checkable statements, their values highlighted, each with its attribution; by topic, best first, or in
 * the order of the articles, but what carries a figure before what does not. Statements that differ in a figure for the same thing come side by side
 * under their own heading.
 */
export async function answerFacts(corpus: Corpus, query: FactsQuery): Promise<Reply> {
  const scope = chooseArticles(corpus, query.source);
  if (!scope.ok) return scope.reply;
  const asked = titleOf(query);
  const wanted = (fact: Fact): boolean => query.kind === undefined || fact.kind === query.kind;
  const found = await findFactsOn(corpus, query.topic, scope, wanted);
  const fitting = found.filter(({ coverage }) => coverage === null || coverage >= ABOUT_TOPIC);
  const about = query.kind === undefined ? putFiguresFirst(fitting, sentenceKey) : fitting;
  if (about.length > 0) return { ...(await doInSlices(listFacts(about))), kind: 'answer', asked };
  if (found.length > 0) {
    const note = phrase('answer.facts-nearest', { topic: query.topic ?? '' });
    return { kind: 'related', asked, sections: [sectionOf(null, found.slice(0, MOST_RELATED))], note };
  }
  const note = explainNothing(query);
  const others = explainOtherLanguages(scope.articles, 'values');
  return { kind: 'nothing', asked, note: joinSentences([note, others]) ?? note };
}

/** The facts of a scope that are wanted, in text order, or by topic, best first; those that do not touch the topic left out. */
export async function findFactsOn(
  corpus: Corpus,
  topic: string | undefined,
  scope: { readonly articles: readonly Article[]; readonly articleId: string | undefined },
  isWanted: (fact: Fact) => boolean,
): Promise<FoundFact[]> {
  if (topic === undefined) {
    const found: FoundFact[] = [];
    for (const article of scope.articles) {
      const facts = (await corpus.read(article)).facts.filter(isWanted);
      found.push(...facts.map((fact) => ({ article, fact, coverage: null })));
      if (found.length > MOST_LISTED) break;
    }
    return found;
  }
  const found = await doInSlices(findTouching(await findTopic(corpus, topic, scope.articleId), isWanted));
  return dropBystanders(found.toSorted((a, b) => b.coverage - a.coverage || b.own - a.own));
}

/** A fact that touches on a topic; `own` counts the words of the topic among those of the thing counted. */
type TouchingFact = FoundFact & { readonly coverage: number; readonly own: number };

/** A step after each fact. */
function* findTouching(
  { analyses, measure, countIn }: Topic,
  isWanted: (fact: Fact) => boolean,
): Generator<undefined, TouchingFact[]> {
  const found: TouchingFact[] = [];
  for (const { article, facts } of analyses) {
    for (const fact of facts.filter(isWanted)) {
      yield;
      const { isTouching, coverage } = measure(article, fact.sentence);
      if (!isTouching || coverage < TOUCHES_TOPIC) continue;
      const own = fact.counted === null ? 0 : countIn(article, fact.counted);
      found.push({ article, fact, coverage, own });
    }
  }
  return found;
}

/** Without the values of a sentence that count nothing of the topic, if another value of the sentence does. */
function dropBystanders<Found extends FoundFact & { readonly own: number }>(
  found: readonly Found[],
): Found[] {
  const counting = new Set(found.filter(({ own }) => own > 0).map(sentenceKey));
  return found.filter((one) => one.own > 0 || !counting.has(sentenceKey(one)));
}

/** A fact to show: its sentence, widened to hold its attribution if that is in another one. */
export function showFact(article: Article, facts: readonly Fact[]): Excerpt {
  const spans: Span[] = facts.flatMap(({ sentence, attribution }) =>
    attribution === null ? [sentence] : [sentence, attribution],
  );
  return createExcerpt(article, coverWithSentences(article, spans), {
    highlights: facts.map((fact) => fact.value),
  });
}

function* listFacts(
  found: readonly FoundFact[],
): Generator<undefined, { sections: Section[]; note: Wording }> {
  const shown = found.slice(0, MOST_LISTED);
  const disputed = yield* findDisagreements(shown);
  const told = new Set(disputed.flat().map(sentenceKey));
  const rest = shown.filter((one) => !told.has(sentenceKey(one)));
  const sections = disputed.map((facts) => sectionOf(phrase('answer.figures-differ'), facts));
  if (rest.length > 0)
    sections.push(sectionOf(sections.length > 0 ? phrase('answer.facts-others') : null, rest));
  const listed = [...disputed.flat(), ...rest];
  const claims = listed.filter(({ fact }) => fact.standing !== 'stated').length;
  const values = listed.length;
  const counted =
    claims === 0
      ? phrase('answer.facts-counted', { values })
      : phrase('answer.facts-counted-claims', { values, claims });
  const more = found.length > shown.length ? phrase('answer.facts-more') : null;
  const articles = [...new Set(shown.map(({ article }) => article))];
  const others = explainOtherLanguages(articles, 'values');
  return { sections, note: joinSentences([counted, more, others]) ?? counted };
}

/** The facts as excerpts in their order, those of one sentence in one excerpt. */
function sectionOf(heading: Wording | null, found: readonly FoundFact[]): Section {
  const groups = new Map<string, FoundFact[]>();
  for (const one of found) {
    const key = sentenceKey(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const excerpts = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      showFact(
        first.article,
        group.map(({ fact }) => fact),
      ),
    ];
  });
  return { heading, excerpts };
}

function sentenceKey({ article, fact }: FoundFact): string {
  return `${fact.sentence.start} ${article.id}`;
}

/** What was asked, for the head of the reply: "harbour: amount". */
function titleOf({ topic, kind }: FactsQuery): Wording {
  if (kind === undefined) return topic ?? phrase('answer.facts');
  const value = nameChoice('facts', 'kind', kind);
  return topic === undefined ? value : phrase('answer.label-and-value', { label: topic, value });
}

function explainNothing({ topic, kind }: FactsQuery): Wording {
  if (kind === undefined) {
    return topic === undefined ? phrase('answer.facts-none') : phrase('answer.facts-none-about', { topic });
  }
  const named = nameChoice('facts', 'kind', kind);
  return topic === undefined
    ? phrase('answer.facts-none-of-kind', { kind: named })
    : phrase('answer.facts-none-of-kind-about', { kind: named, topic });
}
