import type { Article } from '../../src/article/article.js';
import type { SourceFile } from '../../src/article/source-file.js';
import type { Span } from '../../src/article/span.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readWith } from '../../src/extract/read-article.js';
import { sayIn } from '../../src/messages/say.js';
import { loadAnalysisModels } from '../../src/reading/load-analysis-models.js';
import { parseSource } from '../../src/reading/parse-source.js';
import { insist } from './fuzz-kind.js';

/** Parses and reads files as the threads do, and sees that what comes of it is sound: a file is refused with a sentence, or each span of it is one. */
export function articleChecker(): (source: SourceFile) => Promise<void> {
  const read = readWith(loadAnalysisModels());
  return async (source) => {
    const parsed = await parseSource(source);
    if (!parsed.ok) {
      const said = sayIn('en')(parsed.reason);
      insist(said !== '', 'A file was refused without a word.');
      insist(typeof parsed.reason === 'string' || parsed.reason.message !== 'articles.fault', said);
      return;
    }
    checkArticle(parsed.article);
    checkAnalysis(read(parsed.article));
  };
}

function checkArticle({ text, paragraphs, sentences, passages, asides }: Article): void {
  inOrder(text, paragraphs, 'paragraphs');
  inOrder(text, sentences, 'sentences');
  inOrder(text, passages, 'passages');
  for (const aside of asides) isSpan(text, aside, 'an aside');
  for (const { start, end, paragraph } of sentences) {
    const within = paragraphs[paragraph - 1];
    insist(
      within !== undefined && within.start <= start && end <= within.end,
      'A sentence is outside its paragraph.',
    );
    insist(text.slice(start, end).trim().length === end - start, 'A sentence begins or ends in white space.');
  }
}

function checkAnalysis({
  article: { text },
  annotation,
  entities,
  attributions,
  terms,
  facts,
}: Analysis): void {
  inOrder(text, annotation.tokens, 'tokens');
  for (const { mentions, descriptions } of entities)
    for (const span of [...mentions, ...descriptions]) isSpan(text, span, 'a mention');
  for (const { content, cue, speaker } of attributions)
    for (const span of [...content, cue, speaker, speaker?.behalf ?? null])
      if (span !== null) isSpan(text, span, 'an attribution');
  for (const term of terms) isSpan(text, term, 'a term');
  for (const { value, counted, sentence, attribution, hedges } of facts)
    for (const span of [value, counted, sentence, attribution, ...hedges])
      if (span !== null) isSpan(text, span, 'a fact');
}

function inOrder(text: string, spans: readonly Span[], what: string): void {
  let last = 0;
  for (const span of spans) {
    isSpan(text, span, what);
    insist(span.start >= last, `The ${what} are not in order.`);
    last = span.end;
  }
}

/** Throws if a span is no stretch of a text. */
export function isSpan(text: string, { start, end }: Span, what: string): void {
  insist(
    start >= 0 && start < end && end <= text.length,
    `${what}: ${start}–${end} is no stretch of ${text.length} characters.`,
  );
}
