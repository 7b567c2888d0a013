import { isEnglish } from '../../article/language-tag.js';
import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { spanOfTokens } from '../grammar/token-range.js';
import { type FoundStatement, findStatements } from '../statements/find-statements.js';
import { viewSentence } from '../statements/sentence-view.js';
import { placesOfSpeech } from '../statements/speech-places.js';
import type { StatementModel } from '../statements/statement-model.js';
import type { QuotedSpeech } from './quoted-speech.js';

/** What somebody is reported to say, think or want, as spans. */
export interface ReportedStatement {
  readonly cue: Span;
  readonly source: Span;
  readonly content: readonly Span[];
  /** How likely cue, source and content are all right, from 0 to 1. */
  readonly probability: number;
}

/** Statements less likely than this are of no use to anyone. */
const LEAST_PROBABILITY = 0.03;

/** What an article reports in its own words, with who says it, in the order of the cues; none outside English. */
export function findReported(
  annotation: Annotation,
  speech: readonly QuotedSpeech[],
  model: StatementModel,
): ReportedStatement[] {
  if (!isEnglish(annotation.article.meta.language)) return [];
  const places = placesOfSpeech(annotation, speech);
  return annotation.sentenceTokens.flatMap((sentence) =>
    findStatements(viewSentence(annotation, sentence, places), model).flatMap(
      (statement) => toReported(annotation, statement) ?? [],
    ),
  );
}

function toReported(
  { tokens }: Annotation,
  { cue, source, content, probability }: FoundStatement,
): ReportedStatement | undefined {
  if (source === null || probability < LEAST_PROBABILITY) return undefined;
  const sourceSpan = spanOfTokens(tokens, source);
  const cueSpan = spanOfTokens(tokens, { first: cue.at, end: cue.at + (cue.form === 'according' ? 2 : 1) });
  const contentSpans = content.flatMap((range) => spanOfTokens(tokens, range) ?? []);
  if (sourceSpan === undefined || cueSpan === undefined || contentSpans.length === 0) return undefined;
  return { cue: cueSpan, source: sourceSpan, content: contentSpans, probability };
}
