import { isOverlapping, isWithin, type Span } from '../../article/span.js';
import type { Annotation, TokenRange } from '../../language/annotation.js';
import type { Attribution, Attributions, Speaker } from '../attribution.js';
import type { Entity } from '../entity.js';
import { firstTokenAt, sentenceOfToken, spanOfTokens } from '../grammar/token-range.js';
import type { StatementModel } from '../statements/statement-model.js';
import { findAnswerer } from './answered-questions.js';
import { type BlockQuotation, findBlockQuotations } from './block-quotations.js';
import { canSay } from './can-say.js';
import { isDenied, isNegated, isNobody } from './denial.js';
import { findInterview } from './interview.js';
import { isName } from './is-name.js';
import type { MarkedContext } from './marked-context.js';
import { findNested } from './nested-speech.js';
import { findMarkedSpans } from './quotation-marks.js';
import { readFragment } from './quoted-fragment.js';
import { type QuotedSpeech, readMarked } from './quoted-speech.js';
import { findReported, type ReportedStatement } from './reported-statement.js';
import { findSpeakerAround } from './speaker-around.js';
import { type Stretches, spansOfSpeech, stretchesAround } from './stretches-around.js';
import { unnamed } from './unnamed.js';
import { createListener } from './who-speaks.js';

/**
 * What people say in an English article, and the terms that are in quotation marks; none for an
 * article that quotes and reports nobody.
 *
 * `entities` give a speaker the name that a mention or a pronoun means; if they do not tell, the mention's own
 * words stay as the name. With `places` only what is around them is found, the same as of the whole.
 */
export function findAttributions(
  annotation: Annotation,
  entities: readonly Entity[],
  model?: StatementModel,
  places: readonly Span[] | null = null,
): Attributions {
  const marked = findMarkedSpans(annotation.article);
  const { speech, fragments } = readMarked(annotation, marked);
  const { isRead, isTold } = places === null ? EVERYWHERE : stretchesAround(annotation, speech, places);
  const blocks = findBlockQuotations(annotation, entities);
  const cited = blocks.filter(({ isMarked }) => !isMarked).map(({ attribution }) => attribution);
  const turns = [...findInterview(annotation, entities), ...cited];
  const isInTurn = (spans: readonly Span[]): boolean =>
    turns.some(({ content }) => content.some((turn) => spans.some((span) => isOverlapping(turn, span))));
  const answererOf = findAnswerer(annotation, speech, entities);
  const reported = findReported(annotation, speech, model, isRead);
  const sure = reported.filter(({ probability }) => probability >= LEAST_REPORTED);
  const read = fragments
    .filter(({ marked }) => isRead(marked))
    .map((fragment) => ({ ...fragment, partial: readFragment(annotation, fragment, reported, entities) }));
  const found = [
    ...turns,
    ...speech
      .filter((said) => spansOfSpeech(annotation.tokens, said).some(isRead) || answererOf(said) !== null)
      .filter(({ parts }) => !isInTurn(parts))
      .map((said) =>
        fromSpeech(annotation, said, entities, sure, citedFor(blocks, said) ?? answererOf(said)),
      ),
    ...read.flatMap(({ partial }) => (partial === null ? [] : [withDenial(annotation, partial)])),
    ...sure
      .filter(
        (statement) =>
          !isInTurn([...statement.content, statement.cue]) &&
          !isInName(statement, fragments) &&
          !isPartlyQuoted(annotation, statement, read),
      )
      .map((statement) => fromReported(annotation, statement))
      .filter(({ kind, cue, content }, _, all) => kind !== 'denied' || !isWithheld(all, cue, content)),
  ].sort((a, b) => startOf(a) - startOf(b));
  const terms = read
    .filter(({ partial }) => partial === null)
    .map(({ marked: { start, end } }) => ({ start, end }));
  const told = tellSpeakers(annotation, entities, found).filter(
    (attribution) => attribution.kind !== 'reported' || canSay(annotation, attribution),
  );
  const nearby = speech.filter(({ parts }) => parts.some(isRead));
  const attributions = [...told, ...findNested(annotation, nearby, told, entities)].filter(
    ({ content, cue, speaker }) =>
      content.some(isTold) || (cue !== null && isTold(cue)) || (speaker !== null && isTold(speaker)),
  );
  return {
    attributions: attributions.sort((a, b) => startOf(a) - startOf(b)),
    terms: terms.filter(isTold),
  };
}

const EVERYWHERE: Stretches = { isRead: () => true, isTold: () => true };

const ACCORDING_TO = /^according\s+to$/iu;

/** Statements less likely than this are not shown: the best F1 on held-out training articles. */
const LEAST_REPORTED = 0.15;

/**
 * Whether quotation marks in a reported statement are its own speaker's, so that the words in them tell it; words that somebody
 * else says in it ("according to Axios, he called it “a breakthrough”") leave it as it is.
 */
function isPartlyQuoted(
  { article }: Annotation,
  { cue, content, source }: ReportedStatement,
  fragments: readonly (MarkedContext & { readonly partial: Attribution | null })[],
): boolean {
  // Of other cues the statement may begin with the very words that lead in the quotation ("Trump called him to share what he …").
  const isWholeReport = ACCORDING_TO.test(article.text.slice(cue.start, cue.end));
  return fragments.some(({ marked, partial }) => {
    const speaker = partial?.speaker ?? null;
    const isOthers = isWholeReport && speaker !== null && speaker.start !== source.start;
    return !isOthers && content.some((span) => isWithin(marked, span));
  });
}

/** Who is cited for the block quotation that quoted words are in. */
function citedFor(blocks: readonly BlockQuotation[], { parts }: QuotedSpeech): Speaker | null {
  const block = blocks.find(({ attribution }) =>
    attribution.content.some((span) => parts.every((part) => isWithin(part, span))),
  );
  return block?.attribution.speaker ?? null;
}

/** The verb of a title that is in marks says nothing ("The film “Never Say Goodbye” opens"). */
function isInName({ cue }: ReportedStatement, fragments: readonly MarkedContext[]): boolean {
  return fragments.some(({ marked, inner }) => isWithin(cue, marked) && isName(inner));
}

function startOf({ content }: Attribution): number {
  return content[0]?.start ?? 0;
}

/** The attributions with who each speaker is, told from one to the next. */
function tellSpeakers(
  annotation: Annotation,
  entities: readonly Entity[],
  found: readonly Attribution[],
): Attribution[] {
  const quoted = found.flatMap(({ kind, content }) => (kind === 'reported' ? [] : content));
  const listen = createListener(annotation, entities, quoted);
  return found.map((attribution) => {
    const { speaker } = attribution;
    return speaker === null || speaker.entity?.kind === 'organisation'
      ? attribution
      : { ...attribution, speaker: listen(attribution, speaker) };
  });
}

function fromSpeech(
  annotation: Annotation,
  said: QuotedSpeech,
  entities: readonly Entity[],
  reported: readonly ReportedStatement[],
  answerer: Speaker | null,
): Attribution {
  const { parts, cue, isWhole } = said;
  const mention = spanOf(annotation, cue?.speaker ?? null);
  const verb = cue?.cue?.first;
  const isNot =
    verb !== undefined &&
    !isLedInOtherwise(annotation, said, verb) &&
    isNegated(annotation.tokens, verb, floorOf(annotation, verb));
  return {
    kind: isNot ? 'denied' : isWhole ? 'direct' : 'partial',
    content: parts.map(({ start, end }) => ({ start, end })),
    cue: spanOf(annotation, cue?.cue ?? null),
    speaker:
      mention === null
        ? (findSpeakerAround(annotation, said, entities, answerer === null ? reported : []) ?? answerer)
        : unnamed(annotation, mention),
  };
}

/** "She did not want to talk, but for one sentence: “…”": what a colon leads in is said, unless it is the verb of saying right before it that is negated. */
function isLedInOtherwise(
  { article, tokens }: Annotation,
  { parts: [first] }: QuotedSpeech,
  verb: number,
): boolean {
  const before = first === undefined ? '' : article.text.slice(tokens[verb]?.end ?? first.start, first.start);
  return /:\s*$/u.test(before) && !/^\s*(?:that\s*)?:\s*$/u.test(before);
}

function fromReported(annotation: Annotation, { cue, source, content }: ReportedStatement): Attribution {
  return withDenial(annotation, { kind: 'reported', content, cue, speaker: unnamed(annotation, source) });
}

function withDenial(annotation: Annotation, attribution: Attribution): Attribution {
  if (attribution.cue === null) return attribution;
  const { tokens } = annotation;
  const verb = firstTokenAt(tokens, attribution.cue.start);
  const isNot =
    isDenied(tokens, verb, floorOf(annotation, verb)) ||
    (attribution.speaker !== null && isNobody(tokens, firstTokenAt(tokens, attribution.speaker.start)));
  return isNot ? { ...attribution, kind: 'denied' } : attribution;
}

/** "declined to say who paid": the verb that withholds says nothing by itself beside the verb of saying. */
function isWithheld(all: readonly Attribution[], cue: Span | null, content: readonly Span[]): boolean {
  return all.some(
    (other) =>
      other.cue !== null &&
      other.cue !== cue &&
      content.some((part) => other.cue !== null && isWithin(other.cue, part)),
  );
}

function floorOf(annotation: Annotation, token: number): number {
  return annotation.sentenceTokens[sentenceOfToken(annotation, token)]?.first ?? 0;
}

function spanOf({ tokens }: Annotation, range: TokenRange | null): Span | null {
  return range === null ? null : (spanOfTokens(tokens, range) ?? null);
}
