import { type Annotation, isEnglish } from '../language/annotation.js';
import type { Entity } from './entity.js';
import { type MarkedContext, sentenceAt } from './marked-context.js';
import { nounPhraseFrom } from './noun-phrase.js';
import type { Quotation } from './quotation.js';
import { resolveSpeaker } from './speaker.js';
import { followingCue, subjectOf } from './speech-cue.js';
import { isNamingVerb, isSpeakingVerb, isStatingVerb } from './speech-verbs.js';
import { spanOfTokens } from './token-range.js';

const SMALL = /^(?:of|the|a|an|and|or|for|in|on|to|at|by|with|from|vs\.?|de|la)$/u;

/** Reads marked words inside a sentence: a partial quotation of whoever the sentence reports, or a term that nobody says. */
export function readFragment(
  annotation: Annotation,
  context: MarkedContext,
  entities: readonly Entity[],
): Quotation {
  const content = [{ start: context.marked.start, end: context.marked.end }];
  const term: Quotation = { kind: 'term', content, cue: null, speaker: null };
  if (!isEnglish(annotation.article.meta.language) || isName(context.inner)) return term;
  const found = governor(annotation, context);
  if (found === undefined) return term;
  if (isModifier(annotation, context) && !found.isNaming) return term;
  return {
    kind: 'partial',
    content,
    cue: found.cue,
    speaker: resolveSpeaker(annotation, found.speaker, entities),
  };
}

/** Every word but the small ones has a capital: a title or a name. */
function isName(inner: string): boolean {
  const words = inner.split(/[\s\u2014\u2013-]+/u).map((word) => word.replace(/[^\p{L}\p{N}.'\u2019]/gu, ''));
  const telling = words.filter((word) => word !== '' && !SMALL.test(word));
  return telling.length > 0 && telling.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** "his “Nobel peace” ambitions": a few words between an article or a possessive and a noun. */
function isModifier({ tokens }: Annotation, { lead, tail, inner }: MarkedContext): boolean {
  const before = tokens[lead.end - 1];
  const after = tokens[tail.first];
  const isShort = inner.trim().split(/\s+/u).length <= 3;
  const isDetermined =
    before?.pos === 'DET' || before?.pos === 'PRON' || before?.norm === 'of' || before?.norm === "'s";
  const isFollowed = after?.pos === 'NOUN' && tail.end > tail.first;
  return isShort && isDetermined && (isFollowed || before?.norm === 'of');
}

interface Governor {
  readonly cue: { readonly start: number; readonly end: number };
  readonly speaker: { readonly start: number; readonly end: number };
  readonly isNaming: boolean;
}

function governor(annotation: Annotation, context: MarkedContext): Governor | undefined {
  const { tokens, article, sentenceTokens } = annotation;
  const sentence = sentenceTokens[sentenceAt(article.sentences, context.marked.start)];
  if (sentence === undefined) return undefined;
  for (let i = context.lead.end - 1; i >= sentence.first; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.norm === 'according' && tokens[i + 1]?.norm === 'to') {
      const source = nounPhraseFrom(tokens, i + 2, context.lead.end);
      const found = source === undefined ? undefined : toGovernor(annotation, i, i + 2, source, false);
      if (found !== undefined) return found;
    }
    const isNaming = isNamingVerb(token);
    if (!isNaming && !isStatingVerb(token) && !isSpeakingVerb(token)) continue;
    if (token.pos === 'NOUN') continue;
    const subject = subjectOf(tokens, i, sentence.first);
    const found = subject === undefined ? undefined : toGovernor(annotation, i, i + 1, subject, isNaming);
    if (found !== undefined) return found;
  }
  const after = followingCue(tokens, context.tail.first, context.tail.end, false);
  if (after?.speaker === undefined || after.speaker === null) return undefined;
  return toGovernor(annotation, after.cue.first, after.cue.end, after.speaker, false);
}

function toGovernor(
  { tokens }: Annotation,
  first: number,
  end: number,
  subject: { readonly first: number; readonly end: number },
  isNaming: boolean,
): Governor | undefined {
  const cue = spanOfTokens(tokens, { first, end });
  const speaker = spanOfTokens(tokens, subject);
  return cue === undefined || speaker === undefined ? undefined : { cue, speaker, isNaming };
}
