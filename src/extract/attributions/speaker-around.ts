import { textAt } from '../../article/article.js';
import { isWithin, type Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import type { QuotedSpeech } from './quoted-speech.js';
import { personBegun } from './who-speaks.js';

/** "From the power company, by e-mail:": a sender who is described. */
function senderOf({ article }: Annotation, leadIn: Span): Speaker | null {
  const [whole = '', lead = '', name = ''] =
    /^((?:And )?from )((?:the|our|a) [^,:]+)/iu.exec(textAt(article, leadIn)) ?? [];
  if (whole === '') return null;
  const start = leadIn.start + lead.length;
  return { start, end: start + name.length, name, entity: null, behalf: null };
}

/**
 * Who says quoted words that no verb of saying is tied to: whom the line before them names ("Nils Berg’s statement in full:"), else
 * whom the sentence right before them in their paragraph is about ("Ada Winter shrugged. “No.”"). Null where that is nobody, or several.
 *
 * Gets wrong: an answer that follows a sentence about who asked.
 */
export function findSpeakerAround(
  annotation: Annotation,
  { parts, leadIn }: QuotedSpeech,
  entities: readonly Entity[],
): Speaker | null {
  const people = entities.filter(({ kind }) => kind === 'person');
  if (leadIn !== null) {
    const bodies = entities.filter(({ kind }) => kind === 'organisation');
    for (const group of [people, bodies]) {
      const named = group.flatMap((entity) => {
        const mention = entity.mentions.find((known) => known.kind === 'name' && isWithin(known, leadIn));
        return mention === undefined
          ? []
          : [{ start: mention.start, end: mention.end, name: entity.name, entity, behalf: null }];
      });
      const [only] = named;
      if (only !== undefined && named.length === 1) return only;
    }
    return senderOf(annotation, leadIn);
  }
  const [first] = parts;
  const paragraph = first === undefined ? undefined : annotation.article.paragraphs[first.paragraph - 1];
  if (first === undefined || paragraph === undefined) return null;
  const before = annotation.article.sentences.findLast(({ end }) => end <= first.start);
  if (before === undefined || before.start < paragraph.start) return null;
  return personBegun(annotation, people, before.start);
}
