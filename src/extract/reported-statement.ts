import type { Span } from '../article/span.js';
import { type Annotation, isEnglish, type TokenRange } from '../language/annotation.js';
import type { Token } from '../language/token.js';
import type { Entity } from './entity.js';
import type { Quotation } from './quotation.js';
import type { MarkedSpan } from './quotation-marks.js';
import { resolveSpeaker } from './speaker.js';
import { subjectOf } from './speech-cue.js';
import { isSpeakingVerb, isStatingVerb } from './speech-verbs.js';
import { firstTokenAt, spanOfTokens } from './token-range.js';

/** What an article reports without quotation marks, with who says it, in order; none outside English. */
export function findReported(
  annotation: Annotation,
  marked: readonly MarkedSpan[],
  entities: readonly Entity[],
): Quotation[] {
  if (!isEnglish(annotation.article.meta.language)) return [];
  const { tokens, sentenceTokens } = annotation;
  const covered = new Set<number>();
  for (const { start, end } of marked) {
    for (let i = firstTokenAt(tokens, start); (tokens[i]?.end ?? end + 1) <= end; i += 1) covered.add(i);
  }
  return sentenceTokens.flatMap((sentence) => {
    const found: Quotation[] = [];
    for (let i = sentence.first; i < sentence.end; i += 1) {
      if (covered.has(i) || !isReporting(tokens, i)) continue;
      const subject = subjectOf(tokens, i, sentence.first);
      const speaker = subject === undefined ? undefined : spanOfTokens(tokens, subject);
      const content = contentAfter(tokens, i, sentence);
      const cue = spanOfTokens(tokens, { first: i, end: i + 1 });
      if (speaker === undefined || content === undefined || cue === undefined) continue;
      found.push({
        kind: 'indirect',
        content: [content],
        cue,
        speaker: resolveSpeaker(annotation, speaker, entities),
      });
      break;
    }
    return found;
  });
}

function isReporting(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return false;
  return (isStatingVerb(token) || isSpeakingVerb(token)) && token.pos !== 'NOUN' && next.norm === 'that';
}

function contentAfter(tokens: readonly Token[], verb: number, sentence: TokenRange): Span | undefined {
  let end = sentence.end;
  while (end > verb + 2 && tokens[end - 1]?.norm === '.') end -= 1;
  return spanOfTokens(tokens, { first: verb + 1, end });
}
