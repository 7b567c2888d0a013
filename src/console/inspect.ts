import type { Article } from '../article/article.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';

/** What the bot understood of an article, all places as offsets into its text (UTF-16 code units). */
export interface Inspection {
  readonly source: string;
  readonly title: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly people: readonly object[];
  readonly attributions: readonly object[];
  readonly terms: readonly Span[];
  readonly facts: readonly object[];
}

/** Everything that an analysis holds, as a program reads it; `people` has organisations and places too, by their kind. */
export function inspect(article: Article, analysis: Analysis): Inspection {
  return {
    source: article.id,
    title: article.meta.title,
    paragraphs: article.paragraphs.map(toSpan),
    sentences: article.sentences.map(toSpan),
    people: analysis.entities.map(({ name, kind, aliases, descriptions, mentions }) => ({
      name,
      kind,
      aliases,
      descriptions: descriptions.map(toSpan),
      mentions: mentions.map((mention) => ({ ...toSpan(mention), kind: mention.kind })),
    })),
    attributions: analysis.attributions.map(({ kind, content, cue, speaker }) => ({
      kind,
      content: content.map(toSpan),
      cue: cue && toSpan(cue),
      speaker: speaker && {
        name: speaker.name,
        ...toSpan(speaker),
        ...(speaker.behalf && { behalf: toSpan(speaker.behalf) }),
      },
    })),
    terms: analysis.terms.map(toSpan),
    facts: analysis.facts.map(({ kind, value, counted, sentence, attribution, hedges, standing, time }) => ({
      kind,
      value: toSpan(value),
      counted: counted && toSpan(counted),
      sentence: toSpan(sentence),
      attribution: attribution && toSpan(attribution),
      hedges: hedges.map(toSpan),
      standing,
      time,
    })),
  };
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}
