import { textAt } from '../../article/article.js';
import { lastBegunAt } from '../../article/binary-search.js';
import { isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Attribution } from '../attribution.js';
import type { Entity } from '../entity.js';
import { isPersonalPronoun } from '../grammar/noun-phrase.js';
import { firstTokenAt, spanOfTokens } from '../grammar/token-range.js';
import { leadingCue } from './leading-cue.js';
import type { QuotedSpeech } from './quoted-speech.js';
import { resolveSpeaker } from './speaker.js';

/** Quoted words inside quoted words, behind a comma or a colon: “My mother said, ‘Hold the ladder.’” */
const NESTED =
  /(?<=[,:]\s)(?:[\u2018'](?=\p{Lu})[^\u2018\u201c"]+?[.,?!\u2026][\u2019'](?![\p{L}\p{N}])|[\u201c"](?=\p{Lu})[^\u201c\u201d"]+?[.,?!\u2026][\u201d"])/gu;

/**
 * What somebody is quoted to say inside quoted speech: others if the speech names or describes them ("my mother said"), and whoever
 * speaks ("I told her"). What "he" said there stays part of it, unless it is plain that another person of the article is meant.
 *
 * Gets wrong: a possessive plural inside the inner marks ends them.
 */
export function findNested(
  annotation: Annotation,
  speech: readonly QuotedSpeech[],
  told: readonly Attribution[],
  entities: readonly Entity[],
): Attribution[] {
  const { article, tokens, sentenceTokens } = annotation;
  const parts = speech.flatMap((said) => said.parts);
  return parts.flatMap((part) => {
    const inner = { start: part.start + part.opening, end: part.end - part.closing };
    return Array.from(textAt(article, inner).matchAll(NESTED)).flatMap((match): Attribution[] => {
      const start = inner.start + match.index;
      const content: Span = { start, end: start + match[0].length };
      const at = firstTokenAt(tokens, start);
      const sentence = Math.max(0, lastBegunAt(article.sentences, start));
      const first = Math.max(sentenceTokens[sentence]?.first ?? 0, firstTokenAt(tokens, inner.start));
      const cue = leadingCue(tokens, first, at);
      const verb = cue?.cue == null ? undefined : spanOfTokens(tokens, cue.cue);
      const mention = cue?.speaker == null ? undefined : spanOfTokens(tokens, cue.speaker);
      const opening = tokens[cue?.speaker?.first ?? -1];
      if (verb === undefined || mention === undefined || opening === undefined) return [];
      const isOwn = opening.norm === 'i' || opening.norm === 'we';
      if (!isWithin(mention, inner)) return [];
      const outer = told.find((one) => one.content.some((span) => isWithin(content, span)));
      const speaker = isOwn ? (outer?.speaker ?? null) : resolveSpeaker(annotation, mention, entities);
      const isMeant = speaker?.entity != null && speaker.entity !== outer?.speaker?.entity;
      if (isPersonalPronoun(opening) && !isOwn && !isMeant) return [];
      return [{ kind: 'direct', content: [content], cue: verb, speaker }];
    });
  });
}
