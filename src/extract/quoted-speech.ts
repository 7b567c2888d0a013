import type { Annotation } from '../language/annotation.js';
import { isEnglish } from '../language/annotation.js';
import { contextsOf, type MarkedContext, sentenceAt } from './marked-context.js';
import type { MarkedSpan } from './quotation-marks.js';
import { followingCue, leadingCue, type SpeechCue } from './speech-cue.js';

/** Marked words that somebody says, joined over the cues and paragraphs that part them. */
export interface QuotedSpeech {
  readonly parts: readonly MarkedSpan[];
  readonly cue: SpeechCue | null;
  /** Whether it is whole sentences, and no words within someone else's sentence. */
  readonly isWhole: boolean;
}

/** Speech, and the marked words that are part of somebody else's sentence or nobody's. */
export interface MarkedReading {
  readonly speech: readonly QuotedSpeech[];
  readonly fragments: readonly MarkedContext[];
}

const ENDS_INSIDE = /[.,?!\u2026\u2014\u2013-]['\u2019]?\s*$/u;
const STOPS_INSIDE = /\.['\u2019\])]?\s*$/u;
const ELLIPSIS_INSIDE = /(?:\.\s?\.\s?\.|\u2026)\s*$/u;
const COMMA_INSIDE = /[,?!\u2014\u2013-]['\u2019]?\s*$/u;
const STARTS_UPPER = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u;
const ENDS_SENTENCE = /(?:^|[.?!:;\u2026"\u201d\u2019)\]])\s*$/u;
const ENDS_CUE = /[,:\u2014\u2013-]\s*$/u;
/** Marked sentences without a cue are speech from this many words on; shorter ones may be titles or slogans. */
const FEWEST_WORDS = 4;

/** Sorts an article's marked words into speech and fragments; cues are looked for in English only. */
export function readMarked(annotation: Annotation, marked: readonly MarkedSpan[]): MarkedReading {
  const contexts = contextsOf(annotation, marked);
  const isCued = isEnglish(annotation.article.meta.language);
  const speech: QuotedSpeech[] = [];
  const fragments: MarkedContext[] = [];
  let open:
    | { parts: MarkedSpan[]; cue: SpeechCue | null; last: MarkedContext; isFollowed: boolean }
    | undefined;
  const close = () => {
    if (open !== undefined) speech.push({ parts: open.parts, cue: open.cue, isWhole: true });
    open = undefined;
  };
  for (const context of contexts) {
    const after = isCued ? cueAfter(annotation, context) : undefined;
    if (open !== undefined && isContinuation(annotation, open.last, context, open.isFollowed, after)) {
      open.parts.push(context.marked);
      open.cue ??= after ?? null;
      open.isFollowed = after !== undefined;
      open.last = context;
      continue;
    }
    close();
    const before = isCued && after === undefined ? cueBefore(annotation, context) : undefined;
    if (isWholeSpeech(context, before, after, isCued)) {
      open = {
        parts: [context.marked],
        cue: after ?? before ?? null,
        last: context,
        isFollowed: after !== undefined,
      };
    } else if (after !== undefined && isClauseLed(context)) {
      speech.push({ parts: [context.marked], cue: after, isWhole: false });
    } else {
      fragments.push(context);
    }
  }
  close();
  return { speech, fragments };
}

function cueAfter({ tokens }: Annotation, { tail, inner, after }: MarkedContext): SpeechCue | undefined {
  if (tail.end <= tail.first) return undefined;
  const isStopped = STOPS_INSIDE.test(inner) && !ELLIPSIS_INSIDE.test(inner);
  if (isStopped && !/^\s*(?:,|\p{Ll})/u.test(after)) return undefined;
  return followingCue(tokens, tail.first, tail.end, COMMA_INSIDE.test(inner));
}

function cueBefore(annotation: Annotation, context: MarkedContext): SpeechCue | undefined {
  const { tokens, article } = annotation;
  const { lead, before, marked } = context;
  if (before.trim() === '' && !context.isLater) {
    const previous = article.paragraphs[marked.paragraph - 2];
    if (previous === undefined || !/:\s*$/u.test(article.text.slice(previous.start, previous.end)))
      return undefined;
    const range = annotation.sentenceTokens[previous.endSentence - 1];
    return range === undefined ? undefined : leadingCue(tokens, range.first, range.end);
  }
  if (/:\s*$/u.test(before)) {
    const sentence = sentenceAt(
      article.sentences,
      marked.start - (before.length - before.trimEnd().length) - 1,
    );
    const range = annotation.sentenceTokens[sentence];
    return range === undefined
      ? undefined
      : leadingCue(tokens, Math.max(range.first, lead.first - (lead.end - range.first)), lead.end);
  }
  return lead.end > lead.first ? leadingCue(tokens, lead.first, lead.end) : undefined;
}

function isWholeSpeech(
  { inner, before, after }: MarkedContext,
  leading: SpeechCue | undefined,
  following: SpeechCue | undefined,
  isCued: boolean,
): boolean {
  const isUpper = STARTS_UPPER.test(inner);
  if (!isUpper) return false;
  const isEnded = ENDS_INSIDE.test(inner) || /^\s*(?:[.,;]|$)/u.test(after);
  if (ENDS_SENTENCE.test(before)) {
    return following !== undefined || (isEnded && (!isCued || isLongEnough(inner) || leading !== undefined));
  }
  if (ENDS_CUE.test(before)) return leading !== undefined && isEnded;
  return isCued
    ? leading !== undefined && isEnded && isRightAfter(before) && isLongEnough(inner)
    : isEnded && isLongEnough(inner);
}

/** "said “I have …”": the verb of saying right before the mark, without a comma. */
function isRightAfter(before: string): boolean {
  return /(?:sa(?:id|ys|ying)|asked|asks|wrote|writes|tweeted|added|adds|replied|told \p{L}+)\s*$/u.test(
    before,
  );
}

/** "“too negative,” he said": words that do not begin like a sentence but fill the place of one. */
function isClauseLed({ before, isLater }: MarkedContext): boolean {
  return ENDS_SENTENCE.test(before) && (!isLater || before.trim() !== '');
}

function isLongEnough(inner: string): boolean {
  return (inner.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_WORDS;
}

/** Whether marked words go on with the speech before them: after its cue, side by side, or in the next paragraph. */
function isContinuation(
  { article }: Annotation,
  last: MarkedContext,
  context: MarkedContext,
  isFollowed: boolean,
  after: SpeechCue | undefined,
): boolean {
  const { marked } = context;
  if (last.marked.isContinued)
    return marked.paragraph === last.marked.paragraph + 1 && context.before.trim() === '';
  if (marked.paragraph !== last.marked.paragraph) return false;
  const gap = article.text.slice(last.marked.end, marked.start);
  if (gap.trim() === '') return true;
  if (!isFollowed || after !== undefined) return false;
  const isOneSentence = !/[.?!]["\u201d]?\s+[\p{Lu}"\u201c]/u.test(
    gap.trim().replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|St|Jr|\p{Lu})\./gu, ''),
  );
  return isOneSentence && /[.,;:\u2014\u2013-]\s*$/u.test(gap);
}
