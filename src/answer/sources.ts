import type { Article } from '../article/article.js';
import type { Corpus, LoadProblem } from '../library/corpus.js';
import type { NoticeLine, NoticeReply } from '../reply.js';

/** The loaded articles, one a line, when they were loaded, and what failed to load. */
export function listSources(corpus: Corpus): NoticeReply {
  const { articles, problems } = corpus;
  return {
    kind: 'notice',
    title: countOf(articles.length, 'article'),
    lines: [
      ...articles.map(describeArticle),
      { label: 'Loaded', text: formatMoment(corpus.loadedAt) },
      ...problems.map(describeProblem),
    ],
  };
}

/** One line about a file that is not served, or is served in an older version. */
export function describeProblem(problem: LoadProblem): NoticeLine {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const served = problem.isServedFromEarlier ? ' (its last good version is still served)' : '';
  return { label: 'Failed', text: `${place}: ${problem.reason}${served}` };
}

/** "1 article", "2 articles", "no articles". */
export function countOf(count: number, noun: string): string {
  return `${count === 0 ? 'No' : count} ${noun}${count === 1 ? '' : 's'}`;
}

function describeArticle(article: Article): NoticeLine {
  const { title, publisher, published, author, url } = article.meta;
  const about = [publisher ?? author, published, countOf(article.passages.length, 'passage').toLowerCase()];
  return {
    label: title,
    text: about.filter((part) => part !== null).join(' · '),
    ...(url === null ? {} : { url }),
  };
}

/** A moment to the minute, in UTC: "2026-11-22 16:05 UTC". */
function formatMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
