/** The names that Discord shows for its marks; null for what is not known here. */
export interface ShownNames {
  readonly user: (id: string) => string | null;
  readonly role: (id: string) => string | null;
  readonly channel: (id: string) => string | null;
}

const NO_NAMES: ShownNames = { user: () => null, role: () => null, channel: () => null };

const MARK = /<(?:(@[!&]?|#)(\d+)|t:(-?\d{1,13})(?::([tTdDfFRsS]))?|a?:\w+:\d+|\/([^<>:]+):\d+|id:\w+)>/gu;
/** A moment behind the end of a question is when it was asked, or who knows what; it is no part of it. */
const MARK_BEHIND = /(?<question>[?!.\u2026\u061f\uff1f])\s*<t:-?\d{1,13}(?::[tTdDfFRsS])?>\s*$/gu;
/** Pictures that are between words; those of keys are figures with a ring. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}]|\u20e3|\ufe0f|(?<=\p{Extended_Pictographic}\ufe0f?)\u200d)+/gu;
/** What Discord sets in another face or behind a bar, and quotes, headings and small print at a line's beginning. */
const FACES = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__|~~|\|\||`+/gu;
const LINE_MARKS = /^[ \t]*(?:>{1,3}|#{1,3}|-#)[ \t]+/gmu;
const EVERYBODY = /@(?:everyone|here)(?![\p{L}\p{N}])/gu;

/**
 * A question as a person sees it: people, roles and channels by their names, moments as days, without pictures and marks of
 * Discord's, in one line. What has no name here goes. Cleaning it again changes nothing.
 */
export function cleanQuestion(question: string, names: ShownNames = NO_NAMES): string {
  let cleaned = question;
  // What is taken out may leave a mark behind that was none before.
  for (let before = ''; before !== cleaned; ) {
    before = cleaned;
    cleaned = cleanOnce(cleaned, names);
  }
  return cleaned;
}

function cleanOnce(text: string, names: ShownNames): string {
  return text
    .replace(MARK_BEHIND, '$<question>')
    .replace(MARK, (_, kind?: string, id?: string, moment?: string, style?: string, command?: string) => {
      if (moment !== undefined) return sayMoment(Number(moment), style);
      if (command !== undefined) return `/${command}`;
      if (id === undefined) return ' ';
      const name = kind === '#' ? names.channel(id) : kind === '@&' ? names.role(id) : names.user(id);
      return name ?? ' ';
    })
    .replace(EVERYBODY, ' ')
    .replace(PICTURES, ' ')
    .replace(LINE_MARKS, '')
    .replace(FACES, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A moment as its day, or as its time of day if that alone is shown; nothing for one that no calendar has. */
function sayMoment(seconds: number, style: string | undefined): string {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return ' ';
  const isTime = style === 't' || style === 'T';
  return moment.toLocaleString('en-GB', {
    ...(isTime ? { timeStyle: 'short' } : { dateStyle: 'long' }),
    timeZone: 'UTC',
  });
}
