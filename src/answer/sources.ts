import type { Article } from '../article/article.js';
import type { NoticeLine, NoticeReply } from '../bot/reply.js';
import type { Corpus, LoadProblem } from '../library/corpus.js';
import { describeProblem } from '../library/library.js';
import { ownSourceName } from '../library/own-articles.js';
import { phrase, type Wording } from '../messages/phrase.js';

/** The loaded articles, one a line, a server's own apart from those all servers share, when they were loaded, and what failed to load. */
export function listSources({ articles, problems, loadedAt }: Corpus): NoticeReply {
  const own = articles.filter(({ id }) => ownSourceName(id) !== null);
  const shared = articles.filter(({ id }) => ownSourceName(id) === null);
  const listed =
    own.length === 0
      ? shared.map(describeArticle)
      : [
          { text: phrase('sources.of-this-server', { count: own.length }) },
          ...own.map(describeArticle),
          { text: phrase('sources.of-all-servers', { count: shared.length }) },
          ...shared.map(describeArticle),
        ];
  return {
    kind: 'notice',
    title: phrase('sources.articles', { count: articles.length }),
    lines: [
      ...listed,
      { label: phrase('sources.loaded'), text: phrase('sources.moment', { at: loadedAt }) },
      ...problems.map(showProblem),
    ],
  };
}

/** One line about a file that is not served, or is served in an older version; a server's own by its name. */
export function showProblem(problem: LoadProblem): NoticeLine {
  const file = ownSourceName(problem.file) ?? problem.file;
  return { label: phrase('sources.failed'), text: describeProblem({ ...problem, file }) };
}

function describeArticle({ meta, passages, notes }: Article): NoticeLine {
  const { title, publisher, published, author, url } = meta;
  const known = [
    publisher ?? author,
    published === null ? null : phrase('sources.day', { at: new Date(published) }),
    phrase('sources.passages', { count: passages.length }),
    ...notes,
  ].filter((part) => part !== null);
  return {
    label: title,
    text: joinParts(known),
    ...(url === null ? {} : { url }),
  };
}

/** Parts of one line with a dot between them. */
export function joinParts(parts: readonly Wording[]): Wording {
  return parts.reduce((left, right) => phrase('sources.joined', { left, right }));
}
