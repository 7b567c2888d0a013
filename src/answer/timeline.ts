import type { Excerpt, Reply, Section } from '../bot/reply.js';
import type { Corpus } from '../library/corpus.js';
import { joinSentences } from '../messages/join-sentences.js';
import { phrase, type Wording } from '../messages/phrase.js';
import { findFactsOn, showFact } from './facts.js';
import { type Happening, listHappenings } from './happenings.js';
import { nameTime } from './name-time.js';
import { explainOtherLanguages } from './other-languages.js';
import { chooseArticles } from './scope.js';
import { ABOUT_TOPIC } from './topic.js';

/** Which statements: about what, from which article; each may be left open. */
export interface TimelineQuery {
  readonly topic: string | undefined;
  readonly source: string | undefined;
}

/**
 * Dated statements in the order of the time they speak of, each under the day or days that its words were taken to mean, the
 * words highlighted. Those whose date cannot be told ("Friday" in an undated article) are left out and counted in the note.
 */
export async function answerTimeline(corpus: Corpus, query: TimelineQuery): Promise<Reply> {
  const scope = chooseArticles(corpus, query.source);
  if (!scope.ok) return scope.reply;
  const asked = query.topic ?? phrase('answer.timeline');
  const found = await findFactsOn(corpus, query.topic, scope, (fact) => fact.kind === 'date');
  const about = found.filter(({ coverage }) => coverage === null || coverage >= ABOUT_TOPIC);
  const isNear = about.length === 0;
  const dated = (isNear ? found : about).flatMap(({ article, fact }) =>
    fact.time === null ? [] : [{ article, fact, time: fact.time }],
  );
  const undated = (isNear ? found : about).length - dated.length;
  const articles = found.length === 0 ? scope.articles : [...new Set(found.map(({ article }) => article))];
  const note = joinSentences([explainUndated(undated), explainOtherLanguages(articles, 'values')]);
  if (dated.length === 0) return { kind: 'nothing', asked, note: explainNothing(query.topic, note) };
  const sections = listByTime(listHappenings(dated));
  if (!isNear) return { kind: 'answer', asked, sections, ...(note === null ? {} : { note }) };
  const nearest = phrase('answer.dated-nearest', { topic: query.topic ?? '' });
  return { kind: 'related', asked, sections, note: joinSentences([nearest, note]) ?? nearest };
}

/** The happenings, which are in the order of their time, under the day or days of each. */
function listByTime(happenings: readonly Happening[]): Section[] {
  const byTime = new Map<string, { readonly heading: Wording; readonly excerpts: Excerpt[] }>();
  for (const { article, time, facts } of happenings) {
    const key = `${time.from} ${time.to}`;
    const section = byTime.get(key) ?? { heading: nameTime(time), excerpts: [] };
    section.excerpts.push(showFact(article, facts));
    byTime.set(key, section);
  }
  return [...byTime.values()];
}

function explainUndated(count: number): Wording | null {
  return count === 0 ? null : phrase('answer.timeline-undated', { count });
}

function explainNothing(topic: string | undefined, undated: Wording | null): Wording {
  const note =
    topic === undefined ? phrase('answer.timeline-none') : phrase('answer.timeline-none-about', { topic });
  return joinSentences([note, undated]) ?? note;
}
