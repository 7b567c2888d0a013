import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Reply, Section } from '../bot/reply.js';
import type { Analysis } from '../extract/analysis.js';
import type { Entity } from '../extract/entity.js';
import type { Corpus } from '../library/corpus.js';
import { ownArticleId } from '../library/own-articles.js';
import { phrase, type Wording } from '../messages/phrase.js';
import { showFact } from './facts.js';
import { describeExtent } from './own-preview.js';
import { showQuotations } from './quote.js';
import { chooseArticles } from './scope.js';
import { joinParts } from './sources.js';
import { speakerOf } from './speaker.js';
import { isTold } from './told-statement.js';

/** Names and examples shown of each sort: enough to see whether the article was understood. */
const MOST_NAMES = 12;
const MOST_EXAMPLES = 5;
/** Names told with how often they are spoken of. */
const MOST_COUNTED = 5;

/** What the bot understood of one article, in its own words: who is named and how often, who said what, facts and dates, each counted, with examples. */
export async function showSource(typed: string, corpus: Corpus): Promise<Reply> {
  const own = corpus.findArticle(ownArticleId(typed));
  const scope = chooseArticles(corpus, own?.id ?? typed);
  if (!scope.ok) return scope.reply;
  const [article] = scope.articles;
  if (article === undefined) return { kind: 'refused', reason: phrase('sources.unknown', { typed }) };
  const analysis = await corpus.read(article);
  return {
    kind: 'answer',
    asked: article.meta.title,
    sections: [
      ...(['person', 'organisation', 'place', 'other', 'unknown'] as const).flatMap((kind) =>
        listNamed(analysis, kind),
      ),
      ...listQuotations(analysis),
      ...listFacts(analysis),
      ...listDates(analysis),
    ],
    note: describeAnalysis(article, analysis),
  };
}

/** How long the article is, and who is spoken of most. */
function describeAnalysis(article: Article, { entities }: Analysis): Wording {
  const extent = describeExtent(article, new TextEncoder().encode(article.text).byteLength);
  const people = entities
    .filter(({ kind }) => kind === 'person')
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, MOST_COUNTED)
    .map(({ name, mentions }) => phrase('sources.mentioned', { name, count: mentions.length }));
  return people.length === 0 ? extent : joinParts([extent, phrase('sources.most-named', { people })]);
}

const HEADINGS = {
  person: 'sources.heading-people',
  organisation: 'sources.heading-organisations',
  place: 'sources.heading-places',
  other: 'sources.heading-names',
  unknown: 'sources.heading-names',
} as const;

/** The names of one kind as they are where they come first, most mentioned first. */
function listNamed({ article, entities }: Analysis, kind: Entity['kind']): Section[] {
  const named = entities
    .filter((entity) => entity.kind === kind)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  if (named.length === 0) return [];
  const names = named.slice(0, MOST_NAMES).flatMap((entity) => {
    const span = firstName(article, entity);
    return span === null ? [] : [{ article, span }];
  });
  return [{ heading: phrase(HEADINGS[kind], { count: named.length }), excerpts: [], names }];
}

function firstName({ text }: Article, { name, mentions }: Entity): Span | null {
  const start = text.indexOf(name);
  if (start >= 0) return { start, end: start + name.length };
  return mentions.find(({ kind }) => kind === 'name') ?? null;
}

function listQuotations({ annotation, attributions }: Analysis): Section[] {
  const said = attributions.filter((quotation) => isTold(annotation, quotation));
  if (said.length === 0) return [];
  const spoken = said.filter((quotation) => speakerOf(annotation, quotation) !== null);
  return [
    {
      heading: phrase('sources.heading-quotations', { count: said.length, spoken: spoken.length }),
      excerpts: showQuotations(annotation, (spoken.length > 0 ? spoken : said).slice(0, MOST_EXAMPLES)),
    },
  ];
}

function listFacts({ article, facts }: Analysis): Section[] {
  const others = facts.filter(({ kind }) => kind !== 'date');
  if (others.length === 0) return [];
  return [
    {
      heading: phrase('sources.heading-facts', { count: others.length }),
      excerpts: others.slice(0, MOST_EXAMPLES).map((fact) => showFact(article, [fact])),
    },
  ];
}

function listDates({ article, facts }: Analysis): Section[] {
  const dates = facts.filter(({ kind, time }) => kind === 'date' && time !== null);
  if (dates.length === 0) return [];
  return [
    {
      heading: phrase('sources.heading-dates', { count: dates.length }),
      excerpts: dates.slice(0, MOST_EXAMPLES).map((fact) => showFact(article, [fact])),
    },
  ];
}
