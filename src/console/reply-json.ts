import { textAt } from '../article/article.js';
import type { Span } from '../article/span.js';
import { leadOf } from '../bot/lead.js';
import type { Excerpt, NoticeLine, Reply, SaidReply } from '../bot/reply.js';
import { sayReply } from '../bot/say-reply.js';
import { sayPlainly } from './say.js';

/** A reply as a program reads it; offsets count UTF-16 code units of the article's text, as everywhere. */
export interface ReplyJson {
  readonly kind: Reply['kind'];
  /** How far the excerpts answer, in a sentence of ours; left out if they do, and if there are none. */
  readonly lead?: string;
  /** Best first; empty if the reply shows none. */
  readonly excerpts: readonly ExcerptJson[];
  /** Our own sentence about the result, if there is one. */
  readonly note?: string;
  /** For `refused`: what was wrong. */
  readonly reason?: string;
  readonly suggestions?: readonly string[];
  readonly title?: string;
  readonly lines?: readonly NoticeLine<string>[];
}

/** An excerpt as a program reads it: offsets count UTF-16 code units of the text of the article `source`. */
export interface ExcerptJson extends Span {
  readonly source: string;
  readonly paragraph: number;
  /** Left out in what has no pages. */
  readonly page?: number;
  /** What it is read under, if there is that: the header of its table, or what leads in its list. */
  readonly lead?: Span & { readonly text: string };
  /** Exactly the article's text from `start` to `end`. */
  readonly text: string;
  readonly highlights: readonly Span[];
  readonly confidence: number | null;
  readonly section: string | null;
  readonly speaker?: { readonly name: string; readonly start: number; readonly end: number };
  readonly manner?: 'quoted' | 'reported';
}

/** A reply with each excerpt's text and place written out. */
export function toReplyJson(reply: Reply): ReplyJson {
  return writeOut(sayReply(reply, sayPlainly));
}

function writeOut(reply: SaidReply): ReplyJson {
  const { kind } = reply;
  switch (kind) {
    case 'answer':
    case 'open':
    case 'related': {
      const excerpts = reply.sections.flatMap(({ heading, excerpts }) =>
        excerpts.map((excerpt) => toExcerptJson(excerpt, heading)),
      );
      const lead = leadOf(reply, sayPlainly);
      return {
        kind,
        ...(lead !== null && { lead }),
        excerpts,
        ...(reply.note !== undefined && { note: reply.note }),
      };
    }
    case 'nothing': {
      const { note, suggestions } = reply;
      return { kind, excerpts: [], note, ...(suggestions !== undefined && { suggestions }) };
    }
    case 'refused':
      return { kind, excerpts: [], reason: reply.reason };
    case 'notice':
      return { kind, excerpts: [], title: reply.title, lines: reply.lines };
  }
}

function toExcerptJson(excerpt: Excerpt, section: string | null): ExcerptJson {
  const { article, paragraph, page, lead, start, end, highlights, confidence, speaker, manner } = excerpt;
  return {
    source: article.id,
    paragraph,
    ...(page === undefined ? {} : { page }),
    ...(lead === undefined ? {} : { lead: { ...toSpan(lead), text: textAt(article, lead) } }),
    start,
    end,
    text: textAt(article, excerpt),
    highlights: highlights.map(toSpan),
    confidence,
    section,
    ...(speaker !== undefined && { speaker: { name: speaker.name, ...toSpan(speaker) } }),
    ...(manner !== undefined && { manner }),
  };
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}
