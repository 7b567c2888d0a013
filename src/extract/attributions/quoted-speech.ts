import type { Span } from '../../article/span.js';
import type { Annotation } from '../../language/annotation.js';
import { firstTokenAt } from '../grammar/token-range.js';
import { cueAfter, cueBefore, leadInOf } from './cue-beside.js';
import { isName } from './is-name.js';
import { leadingCue } from './leading-cue.js';
import { contextsOf, type MarkedContext, sentencePlaceAt } from './marked-context.js';
import type { MarkedSpan } from './marked-span.js';
import type { SpeechCue } from './speech-cue.js';

/** Marked words that somebody says, joined over the cues and paragraphs that part them. */
export interface QuotedSpeech {
  readonly parts: readonly MarkedSpan[];
  readonly cue: SpeechCue | null;
  /** The line before it that ends in a colon, if no cue is found ("Nils Berg’s statement in full:"). */
  readonly leadIn: Span | null;
  /** Whether it is whole sentences, and no words within someone else's sentence. */
  readonly isWhole: boolean;
}

/** Speech, and the marked words that are part of somebody else's sentence or nobody's. */
export interface SortedMarks {
  readonly speech: readonly QuotedSpeech[];
  readonly fragments: readonly MarkedContext[];
}

/** Speech that may go on. */
interface OpenSpeech {
  readonly parts: MarkedSpan[];
  cue: SpeechCue | null;
  readonly leadIn: Span | null;
  last: MarkedContext;
  isFollowed: boolean;
}

const ENDS_INSIDE = /[.,?!\u2026\u2014\u2013-]['\u2019]?\s*$/u;
const STARTS_UPPER = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u;
const ENDS_SENTENCE = /(?:^|[.?!:;\u2026"\u201d\u2019)\]]|\n)\s*$/u;
const ENDS_CUE = /[,:\u2014\u2013-]\s*$/u;
/** Marked sentences without a cue are speech from this many words on; shorter ones may be titles or slogans. */
const FEWEST_WORDS = 4;

/** Sorts the marked words of an English article into speech and fragments. */
export function readMarked(annotation: Annotation, marked: readonly MarkedSpan[]): SortedMarks {
  const contexts = contextsOf(annotation, marked);
  const speech: QuotedSpeech[] = [];
  const fragments: MarkedContext[] = [];
  let open: OpenSpeech | undefined;
  let lastOpen: OpenSpeech | undefined;
  const close = () => {
    lastOpen = open ?? lastOpen;
    if (open !== undefined)
      speech.push({ parts: open.parts, cue: open.cue, leadIn: open.leadIn, isWhole: true });
    open = undefined;
  };
  for (const context of contexts) {
    const after = cueAfter(annotation, context);
    if (open !== undefined && isContinuation(annotation, open, context, after)) {
      open.parts.push(context.marked);
      open.cue ??= after ?? null;
      open.isFollowed = after !== undefined;
      open.last = context;
      continue;
    }
    if (open !== undefined && isTitleInCue(annotation, open, context)) {
      fragments.push(context);
      continue;
    }
    const previous: OpenSpeech | undefined = open ?? lastOpen;
    close();
    const before = after === undefined ? cueBefore(annotation, context) : undefined;
    const leadIn = after === undefined && before === undefined ? leadInOf(annotation, context) : null;
    if (isWholeSpeech(context, before, after, leadIn !== null)) {
      const isOn: boolean = after === undefined && before === undefined && goesOn(previous, context);
      open = {
        parts: [context.marked],
        cue: after ?? before ?? (isOn ? withoutVerb(previous) : null),
        leadIn: isOn ? (previous?.leadIn ?? null) : leadIn,
        last: context,
        isFollowed: after !== undefined,
      };
    } else if (after !== undefined && isClauseLed(context)) {
      speech.push({ parts: [context.marked], cue: after, leadIn: null, isWhole: false });
    } else {
      fragments.push(context);
    }
  }
  close();
  return { speech, fragments };
}

/** A paragraph that is nothing but quoted goes on with what the paragraph before ended in, unless that was a question. */
function goesOn(
  previous: OpenSpeech | undefined,
  { marked, before, after, isLater }: MarkedContext,
): boolean {
  if (previous === undefined || isLater || before.trim() !== '' || after.trim() !== '') return false;
  const { last } = previous;
  const isCueLast = previous.isFollowed && !/[.?!]\s+\S/u.test(last.after);
  const isNext = last.marked.paragraph + 1 === marked.paragraph && (last.after.trim() === '' || isCueLast);
  return isNext && !/\?['\u2019]?\s*$/u.test(last.inner);
}

function withoutVerb(previous: OpenSpeech | undefined): SpeechCue | null {
  const speaker = previous?.cue?.speaker ?? null;
  return speaker === null ? null : { cue: null, speaker };
}

function isWholeSpeech(
  context: MarkedContext,
  leading: SpeechCue | undefined,
  following: SpeechCue | undefined,
  isLedIn: boolean,
): boolean {
  const { inner, before, marked } = context;
  if (marked.isDashed === true && marked.opening > 0) return true;
  if (!STARTS_UPPER.test(inner)) return false;
  if (ENDS_SENTENCE.test(before)) {
    return (
      following !== undefined ||
      (isEnded(context) && (isLongEnough(inner) || leading !== undefined || isLedIn))
    );
  }
  if (ENDS_CUE.test(before))
    return leading !== undefined && isEnded(context) && (/:\s*$/u.test(before) || !isName(inner));
  return leading !== undefined && isEnded(context) && isRightAfter(before) && isLongEnough(inner);
}

/** Whether what is said comes to a stop: inside the marks, or right after them. */
function isEnded({ inner, after }: MarkedContext): boolean {
  return ENDS_INSIDE.test(inner) || /^\s*(?:[.,;]|$)/u.test(after);
}

/** "said “I have …”": the verb of saying right before the mark, without a comma. */
function isRightAfter(before: string): boolean {
  return /(?:sa(?:id|ys|ying)|asked|asks|wrote|writes|tweeted|added|adds|replied|told \p{L}+)\s*$/u.test(
    before,
  );
}

/** "…,” he said on “Meet the Press.” “…": a name in the cue's own sentence does not end the speech. */
function isTitleInCue(
  { article }: Annotation,
  { last, isFollowed }: OpenSpeech,
  context: MarkedContext,
): boolean {
  if (!isFollowed || context.marked.paragraph !== last.marked.paragraph || !isName(context.inner))
    return false;
  const gap = article.text.slice(last.marked.end, context.marked.start);
  return (
    sentencePlaceAt(article.sentences, context.marked.start) ===
      sentencePlaceAt(article.sentences, last.marked.end + 1) &&
    !ENDS_SENTENCE.test(gap) &&
    !ENDS_CUE.test(gap)
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
  annotation: Annotation,
  open: OpenSpeech,
  context: MarkedContext,
  after: SpeechCue | undefined,
): boolean {
  const { marked } = context;
  const last = open.last.marked;
  if (after !== undefined && open.cue !== null) return false;
  if (last.isContinued) return marked.paragraph === last.paragraph + 1 && context.before.trim() === '';
  if (marked.paragraph !== last.paragraph) return false;
  const gap = annotation.article.text.slice(last.end, marked.start);
  if (gap.trim() === '') return true;
  return open.isFollowed && isEnded(context) && isCueAlone(annotation, open, context, gap);
}

/** Whether nothing but the cue's own sentence is between, and that leads up to no new cue ("…, he said, adding, …"). */
function isCueAlone(
  { article, tokens }: Annotation,
  { last, cue }: OpenSpeech,
  { marked }: MarkedContext,
  gap: string,
): boolean {
  const first = firstTokenAt(tokens, last.marked.end);
  const end = firstTokenAt(tokens, marked.start);
  const from = tokens[first];
  const to = tokens[end - 1];
  if (from === undefined || to === undefined || end <= first) return false;
  if (sentencePlaceAt(article.sentences, from.start) !== sentencePlaceAt(article.sentences, to.start))
    return false;
  if (!/[.,;:\u2014\u2013-]["\u201d]?\s*$/u.test(gap)) return false;
  const afterCue = Math.max(first, cue?.cue?.end ?? first, cue?.speaker?.end ?? first);
  return !/[,:]\s*$/u.test(gap) || leadingCue(tokens, afterCue, end) === undefined;
}
