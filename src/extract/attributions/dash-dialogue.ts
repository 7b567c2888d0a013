import type { Article, Paragraph } from '../../article/article.js';
import { languageOf } from '../../lexicon/language.js';
import { split } from '../../lexicon/lexicon.js';
import type { MarkedSpan } from './marked-span.js';

/** A paragraph of dialogue that begins with a dash: "— Nous partons, dit Anna." */
const OPENING = /^[\u2014\u2013\u2015]\s?(?=[\u00bf\u00a1]?\p{Lu})/u;
/** Paragraphs with a dash that make a dialogue if none of them names who speaks; one may be an entry of a list. */
const FEWEST_TURNS = 2;

/**
 * What is said in paragraphs that begin with a dash, without what tells who says it, in order; none if nothing shows that
 * they are dialogue and no list. A second stretch behind who says it is the same speaker's.
 *
 * Gets wrong: a dialogue in a language whose verbs of saying are not known, where who speaks is in the same paragraph.
 */
export function findDashDialogue({ text, paragraphs, meta }: Article): MarkedSpan[] {
  const dashed = paragraphs.flatMap((paragraph, i) => {
    const opening = OPENING.exec(text.slice(paragraph.start, paragraph.start + 4))?.[0].length ?? 0;
    return paragraph.kind === 'text' && opening > 0 ? [{ paragraph, place: i + 1, opening }] : [];
  });
  const verbs = split(languageOf(meta.language).words.inquits).join('|');
  const turns = dashed.map(({ paragraph, place, opening }) =>
    readTurn(text, paragraph, place, opening, verbs),
  );
  const isDialogue = turns.some(({ hasInquit }) => hasInquit);
  const isTold = isDialogue && (turns.length >= FEWEST_TURNS || turns[0]?.hasInquit === true);
  return isTold ? turns.flatMap(({ spans }) => spans) : [];
}

/** Whether a paragraph begins with a dash, as those of a dialogue do. */
export function beginsWithDash(paragraph: string): boolean {
  return OPENING.test(paragraph);
}

function readTurn(
  text: string,
  { start, end }: Paragraph,
  paragraph: number,
  opening: number,
  verbs: string,
): { readonly spans: readonly MarkedSpan[]; readonly hasInquit: boolean } {
  const base = { paragraph, isClosed: true, isContinued: false, closing: 0, isDashed: true };
  const body = text.slice(start, end);
  const inquit =
    verbs === ''
      ? null
      : new RegExp(
          `(?:(?<=[,?!\\u2026])|(?=\\s[\\u2014\\u2013]))\\s(?:[\\u2014\\u2013]\\s?)?(?:(?:\\p{L}+\\s){0,2}(?:${verbs})(?!\\p{L}))[^.!?]*?(?:[.!?]|\\s[\\u2014\\u2013]|,(?=\\s[\\u2014\\u2013])|$)\\s?`,
          'u',
        ).exec(body);
  if (inquit === null) return { spans: [{ ...base, start, end, opening }], hasInquit: false };
  const said = { ...base, start, end: start + inquit.index, opening };
  const from = start + inquit.index + inquit[0].length;
  const rest = from < end ? [{ ...base, start: from, end, opening: 0 }] : [];
  return { spans: [said, ...rest], hasInquit: true };
}
