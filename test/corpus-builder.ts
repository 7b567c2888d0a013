import { readFileSync } from 'node:fs';
import { commands } from '../src/app/registry.js';
import type { Article, ArticleMeta } from '../src/article/article.js';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';
import type { CommandContext } from '../src/bot/command.js';
import { excerptsOf, type Reply } from '../src/bot/reply.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import type { Corpus, LoadProblem } from '../src/library/corpus.js';
import { IN_PLACE } from './in-place.js';

/** An article to build a corpus of; what is left out is as a bare text file has it. */
export interface ArticleSketch extends Partial<ArticleMeta> {
  readonly id: string;
  readonly text: string;
}

/** The moment at which corpora of tests are loaded. */
export const LOADED_AT = new Date('2031-05-16T09:30:00Z');

/** An article of a test, read as the program reads it. */
export function sketchArticle({ id, text, ...meta }: ArticleSketch): Article {
  const bare = { title: id, url: null, author: null, publisher: null, published: null, language: 'en' };
  return createArticle({ id, text, meta: { ...bare, ...meta } });
}

/** A corpus of articles, built by the parts that build the real one. */
export function buildTestCorpus(
  sketches: readonly ArticleSketch[],
  problems: readonly LoadProblem[] = [],
): Promise<Corpus> {
  const articles = sketches.map(sketchArticle).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const build = corpusBuilder(IN_PLACE);
  return build({ articles, problems, loadedAt: LOADED_AT });
}

/** The text of a fixture's article. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`fixtures/${name}/article.txt`, import.meta.url), 'utf8');
}

/** A corpus of two articles about one fire, which differ in the number of its dead. */
export function buildFireCorpus(): Promise<Corpus> {
  return buildTestCorpus([
    { id: 'harbour', title: 'Fire at the port', published: '2031-05-15', text: fixtureText('facts-harbour') },
    { id: 'council', title: 'After the fire', published: '2031-05-20', text: fixtureText('facts-council') },
  ]);
}

/** A context for commands whose questions and reloads are answered as given. */
export function contextOf(corpus: Corpus, rest: Partial<CommandContext> = {}): CommandContext {
  return {
    place: { guildId: null, userId: null, isModerator: true, isOperator: true, language: 'en' },
    version: '0.0.0',
    corpus,
    server: null,
    form: null,
    showProgress: () => undefined,
    commands,
    connection: null,
    encoder: null,
    keeping: null,
    ask: () => ({ kind: 'nothing', asked: '', note: '' }),
    reload: () => Promise.reject(new Error('No reload was expected.')),
    listReloads: () => Promise.resolve([]),
    mayReloadShared: true,
    previous: null,
    shown: null,
    ...rest,
  };
}

/** The excerpts of a reply as text, the highlighted words between asterisks. */
export function shownIn(reply: Reply): string[] {
  return excerptsOf(reply).map(({ article, start, end, highlights }) =>
    mark(article.text, { start, end }, highlights),
  );
}

function mark(text: string, { start, end }: Span, highlights: readonly Span[]): string {
  let shown = '';
  let at = start;
  for (const highlight of highlights) {
    shown += `${text.slice(at, highlight.start)}*${text.slice(highlight.start, highlight.end)}*`;
    at = highlight.end;
  }
  return shown + text.slice(at, end);
}
