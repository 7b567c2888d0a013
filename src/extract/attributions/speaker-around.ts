import { type Sentence, textAt } from '../../article/article.js';
import { isWithin, type Span } from '../../article/span.js';

import type { Annotation } from '../../language/annotation.js';
import type { Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { isOwner, isPartner } from './named-subjects.js';
import type { QuotedSpeech } from './quoted-speech.js';
import type { ReportedStatement } from './reported-statement.js';
import { unnamed } from './unnamed.js';

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
 * who says something in the sentence right before them in their paragraph ("Nothing had changed, he said. “No.”"), else whom it
 * is about ("Ada Winter shrugged. “No.”"). Null if that is nobody, or several, or whom the words speak of.
 *
 * Gets wrong: an answer that follows a sentence about who asked.
 */
export function findSpeakerAround(
  annotation: Annotation,
  { parts, leadIn }: QuotedSpeech,
  entities: readonly Entity[],
  reported: readonly ReportedStatement[],
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
  const telling = reported.findLast(({ cue }) => isWithin(cue, before));
  if (telling !== undefined) return unnamed(annotation, telling.source);
  const begun = personBegun(annotation, people, before);
  return begun?.entity != null && isSpokenOf(annotation, begun.entity, parts) ? null : begun;
}

/** Whether quoted words speak of somebody, by name or as "he" or "she" at their beginning. */
function isSpokenOf({ article }: Annotation, { gender, mentions }: Entity, parts: readonly Span[]): boolean {
  const [first] = parts;
  const opening = first === undefined ? undefined : /^\P{L}*(he|she)\b/iu.exec(textAt(article, first))?.[1];
  const isMeant = opening !== undefined && gender !== (opening.toLowerCase() === 'he' ? 'female' : 'male');
  return (
    isMeant || mentions.some((known) => known.kind === 'name' && parts.some((part) => isWithin(known, part)))
  );
}

/** The person whom a sentence is about: the only one who is named, or meant by a pronoun, before its verb. Null if there is none or are several, or if it tells what is done to or with another. */
function personBegun(annotation: Annotation, people: readonly Entity[], own: Sentence): Speaker | null {
  const { article, tokens, sentenceTokens } = annotation;
  const range = sentenceTokens[own.index];
  if (range === undefined) return null;
  let verb = range.first;
  while (verb < range.end && !/^(?:VERB|AUX)$/u.test(tokens[verb]?.pos ?? '')) verb += 1;
  const subject = { start: own.start, end: tokens[verb]?.start ?? own.end };
  const found = people.flatMap((entity) => {
    const mention = entity.mentions.find(
      (known) =>
        isWithin(known, subject) &&
        !isOwner(article.text, known) &&
        !/^(?:his|her|him)$/iu.test(textAt(article, known)),
    );
    return mention === undefined ? [] : [{ entity, mention }];
  });
  const [first] = found;
  if (first === undefined || found.length > 1 || verb === range.end) return null;
  const { entity, mention } = first;
  const isWithAnother = people.some(
    (other) =>
      other !== entity &&
      other.mentions.some(
        (known) => known.kind === 'name' && isWithin(known, own) && isPartner(tokens, known, verb),
      ),
  );
  if (isWithAnother) return null;
  return { start: mention.start, end: mention.end, name: entity.name, entity, behalf: null };
}
