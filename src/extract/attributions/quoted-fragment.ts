import { textAt } from '../../article/article.js';
import { isWithin, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Token } from '../../language/token.js';
import type { Attribution } from '../attribution.js';
import type { Entity } from '../entity.js';
import { firstTokenAt, spanOfTokens } from '../grammar/token-range.js';
import { subjectOf } from '../grammar/verb-subject.js';
import { readAccordingTo } from './according-to.js';
import { followingCue } from './following-cue.js';
import { isName } from './is-name.js';
import { type MarkedContext, sentencePlaceAt } from './marked-context.js';
import type { ReportedStatement } from './reported-statement.js';
import { resolveSpeaker } from './speaker.js';
import { isNamingVerb, isSpeakingVerb } from './speech-verbs.js';

/**
 * Reads marked words inside a sentence: a partial quotation of whoever the sentence reports, or null for a term that nobody says.
 *
 * Gets wrong: a slogan in small letters that a sentence reports somebody to have read ("under the words “axe the tax”").
 */
export function readFragment(
  annotation: Annotation,
  context: MarkedContext,
  reported: readonly ReportedStatement[],
  entities: readonly Entity[],
): Attribution | null {
  const content = [{ start: context.marked.start, end: context.marked.end }];
  if (isName(context.inner)) return null;
  const named = namedBy(annotation, context);
  if (named === 'nobody') return null;
  const found =
    outermost(annotation, named, reportedAs(context, reported), entities) ?? governor(annotation, context);
  if (found === undefined || isModifier(annotation, context)) return null;
  return {
    kind: 'partial',
    content,
    cue: found.cue,
    speaker: resolveSpeaker(annotation, found.speaker, entities),
  };
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

/** The likeliest statement whose content these words are part of. */
function reportedAs({ marked }: MarkedContext, reported: readonly ReportedStatement[]): Governor | undefined {
  let best: ReportedStatement | undefined;
  for (const statement of reported) {
    const isPart = statement.content.some((span) => isWithin(marked, span));
    if (isPart && statement.probability > (best?.probability ?? LEAST_PARTIAL)) best = statement;
  }
  return best === undefined ? undefined : { cue: best.cue, speaker: best.source };
}

/** Statements less likely than this say nothing about the marked words in them. */
const LEAST_PARTIAL = 0.1;

interface Governor {
  readonly cue: Span;
  readonly speaker: Span;
}

/**
 * Of the one who names and the one who is reported, the latter if both may be the same person ("Clinton says she
 * appreciates what she calls “…”"): there the name is taken.
 */
function outermost(
  annotation: Annotation,
  named: Governor | undefined,
  reported: Governor | undefined,
  entities: readonly Entity[],
): Governor | undefined {
  if (named === undefined || reported === undefined) return named ?? reported;
  const naming = resolveSpeaker(annotation, named.speaker, entities);
  if (!isPronoun(naming.entity === null ? naming.name : textAt(annotation.article, named.speaker)))
    return named;
  const cue = annotation.tokens[firstTokenAt(annotation.tokens, reported.cue.start)];
  if (cue === undefined || !isSpeakingVerb(cue)) return named;
  const reporting = resolveSpeaker(annotation, reported.speaker, entities);
  const isOther = naming.entity !== null && reporting.entity !== null && naming.entity !== reporting.entity;
  return isOther ? named : reported;
}

function isPronoun(words: string): boolean {
  return /^(?:he|she|they|it|who|I|we)$/iu.test(words);
}

/** How far before the marks a naming verb may be, in tokens: "described the plan he had inherited as “…”". */
const FARTHEST_NAMING = 9;
/** Fewer quoted words than this are a term if only a verb of saying somewhere before them speaks for a speaker. */
const FEWEST_SAID = 3;

/** "called it “rigged”": the verb that gives the marked words to its subject, with no other verb or comma between. */
function namedBy(annotation: Annotation, { lead }: MarkedContext): Governor | 'nobody' | undefined {
  const { tokens } = annotation;
  for (let i = lead.end - 1; i >= Math.max(lead.first, lead.end - FARTHEST_NAMING); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.norm === ',' || token.norm === ';') return undefined;
    if (!isNamingVerb(token)) {
      if (token.pos === 'VERB') return undefined;
      continue;
    }
    if (isPassive(tokens, i, lead.first)) return 'nobody';
    const subject = subjectOf(tokens, i, lead.first);
    return subject === undefined ? undefined : toGovernor(annotation, { first: i, end: i + 1 }, subject);
  }
  return undefined;
}

/** "is called “…”", "so-called": a name that nobody in particular gives. */
function isPassive(tokens: readonly Token[], at: number, floor: number): boolean {
  let before = at - 1;
  while (before >= floor && tokens[before]?.pos === 'ADV' && tokens[before]?.norm !== 'so') before -= 1;
  const norm = tokens[before]?.norm ?? '';
  return PASSIVE.test(norm) && /(?:ed|en|wn)$/u.test(tokens[at]?.norm ?? '');
}

const PASSIVE = /^(?:is|are|was|were|be|been|being|so|-|gets?|got)$/u;

function governor(annotation: Annotation, context: MarkedContext): Governor | undefined {
  const { tokens, article, sentenceTokens } = annotation;
  const sentence = sentenceTokens[sentencePlaceAt(article.sentences, context.marked.start)];
  if (sentence === undefined) return undefined;
  const isBrief = context.inner.trim().split(/\s+/u).length < FEWEST_SAID;
  for (let i = context.lead.end - 1; i >= sentence.first; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const according = readAccordingTo(tokens, i, { first: sentence.first, end: context.lead.end });
    const named =
      according === undefined ? undefined : toGovernor(annotation, according.cue, according.source);
    if (named !== undefined) return named;
    if (isBrief || token.pos !== 'VERB' || !isSpeakingVerb(token)) continue;
    const subject = subjectOf(tokens, i, sentence.first);
    const found =
      subject === undefined ? undefined : toGovernor(annotation, { first: i, end: i + 1 }, subject);
    if (found !== undefined) return found;
  }
  const after = followingCue(tokens, context.tail.first, context.tail.end, false);
  if (after?.speaker === undefined || after.speaker === null) return undefined;
  const cue = after.cue ?? after.speaker;
  return toGovernor(annotation, cue, after.speaker);
}

function toGovernor(
  { tokens }: Annotation,
  cueTokens: TokenRange,
  subject: TokenRange,
): Governor | undefined {
  const cue = spanOfTokens(tokens, cueTokens);
  const speaker = spanOfTokens(tokens, subject);
  return cue === undefined || speaker === undefined ? undefined : { cue, speaker };
}
