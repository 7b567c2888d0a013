import { isEnglish } from '../../article/language-tag.js';
import { isWithin, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Attribution, Attributions } from '../attribution.js';
import type { Entity } from '../entity.js';
import { spanOfTokens } from '../grammar/token-range.js';
import type { StatementModel } from '../statements/statement-model.js';
import type { MarkedContext } from './marked-context.js';
import { findMarkedSpans } from './quotation-marks.js';
import { readFragment } from './quoted-fragment.js';
import { type QuotedSpeech, readMarked } from './quoted-speech.js';
import { findReported } from './reported-statement.js';
import { resolveSpeaker } from './speaker.js';
import { readMarkedByPlace } from './speech-by-marks.js';

/**
 * What people say in an article, and the terms that stand in quotation marks; none for an
 * article that quotes and reports nobody. In languages other than English marks are paired, but nobody is looked for
 * who says it, and nothing is reported without marks.
 *
 * `entities` give a speaker the name that a mention or a pronoun stands for; where they do not tell, the mention's own
 * words stay as the name.
 */
export function findAttributions(
  annotation: Annotation,
  entities: readonly Entity[],
  model?: StatementModel,
): Attributions {
  const marked = findMarkedSpans(annotation.article);
  const read = isEnglish(annotation.article.meta.language) ? readMarked : readMarkedByPlace;
  const { speech, fragments } = read(annotation, marked);
  const reported = model === undefined ? [] : findReported(annotation, speech, model);
  const indirect = reported.filter(
    ({ probability, content }) => probability >= LEAST_INDIRECT && !hasMarked(content, fragments),
  );
  const terms: Span[] = [];
  const partial = fragments.flatMap((fragment): Attribution[] => {
    const found = readFragment(annotation, fragment, reported, entities);
    if (found === null) terms.push({ start: fragment.marked.start, end: fragment.marked.end });
    return found === null ? [] : [found];
  });
  const attributions = [
    ...speech.map((said) => toAttribution(annotation, said, entities)),
    ...partial,
    ...indirect.map(({ cue, source, content }) => ({
      kind: 'reported' as const,
      content,
      cue,
      speaker: resolveSpeaker(annotation, source, entities),
    })),
  ].sort((a, b) => startOf(a) - startOf(b));
  return { attributions, terms };
}

/** Statements less likely than this are not shown: the best F1 on held-out training articles. */
const LEAST_INDIRECT = 0.15;

function hasMarked(content: readonly Span[], fragments: readonly MarkedContext[]): boolean {
  return fragments.some(({ marked }) => content.some((span) => isWithin(marked, span)));
}

function startOf({ content }: Attribution): number {
  return content[0]?.start ?? 0;
}

function toAttribution(
  annotation: Annotation,
  { parts, cue, isWhole }: QuotedSpeech,
  entities: readonly Entity[],
): Attribution {
  const speaker = spanOf(annotation, cue?.speaker ?? null);
  return {
    kind: isWhole ? 'direct' : 'partial',
    content: parts.map(({ start, end }) => ({ start, end })),
    cue: spanOf(annotation, cue?.cue ?? null),
    speaker: speaker === null ? null : resolveSpeaker(annotation, speaker, entities),
  };
}

function spanOf({ tokens }: Annotation, range: TokenRange | null): Span | null {
  return range === null ? null : (spanOfTokens(tokens, range) ?? null);
}
