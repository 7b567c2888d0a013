import type { AsideKind } from './article.js';
import { findFurnitureForm, isSpoken } from './furniture-forms.js';
import { furnitureForms, furnitureWords } from './furniture-words.js';
import { isTimeLine } from './time-lines.js';

/** Words of a line of furniture at most; of a correction, which tells what was wrong, somewhat more. */
const MOST_WORDS = 45;
const MOST_CORRECTION_WORDS = 120;
/** Words of a line that only points elsewhere, or says who wrote. */
const SHORT = 18;

/** Words of a line that says where a chart or a clip is from. */
const MOST_SOURCE_WORDS = 9;

const BEFORE = '^[\\s\\p{P}\\p{S}]*';
/** A label is before a colon, a bar or an arrow; a date or brackets may come between. */
const BEHIND_LABEL =
  '(?:\\s*\\([^()]{1,40}\\)|,\\s[^:.]{3,30})?\\s*(?:[:|>\\u2192\\u00bb\\u203a]|\\s[\\u2013\\u2014]\\s)';
const ALONE = '[\\s\\p{P}\\p{S}\\p{N}]*$';
const NOT_IN_WORD = "(?![\\p{L}\\p{M}\\u2019'])";

const LINK_LABELS = `(?:${furnitureForms('linkOpenings')}|${furnitureForms('linkLabels')})`;
const LINK_LABEL = new RegExp(`${BEFORE}${LINK_LABELS}(?:${BEHIND_LABEL}|${ALONE})`, 'iu');
const LINK_LABEL_ALONE = new RegExp(`${BEFORE}${LINK_LABELS}\\s*[:>\\u2192]?\\s*$`, 'iu');
const LINK_OPENING = new RegExp(`${BEFORE}${furnitureForms('linkOpenings')}${NOT_IN_WORD}(.*)$`, 'isu');
/** What a line goes on with that sends its reader elsewhere: "Read more about the levy", "Click here", "Read more Harbour levy rises". */
const GOES_ELSEWHERE =
  /^\s+(?:(?:about|here|from|on our|on the|in our|stories|coverage|news from|at)(?!\p{L})|[\p{Lu}"\u201c])/u;
const CLICK_HERE = /^\P{L}*click here(?!\p{L})/iu;
const CORRECTION_LABEL = new RegExp(`${BEFORE}${furnitureForms('correctionLabels')}${BEHIND_LABEL}`, 'iu');
const CORRECTION_OPENING = new RegExp(`${BEFORE}${furnitureForms('correctionOpenings')}${NOT_IN_WORD}`, 'iu');
/** Somebody corrects a word in a sentence: "Correction: that was what the governor called it." */
const REPLIES =
  /^(?:Correction|Clarification): (?!.*(?:article|stor(?:y|ies)|version|headline|caption|misstat|misspel|incorrect|wrong|should (?:have|read|be)|(?<!\p{L})not(?!\p{L}))).*(?<=^\p{L}+: (?=\p{Ll}).*)/u;
const CAPTION_LABEL = new RegExp(`${BEFORE}${furnitureForms('captionLabels')}${BEHIND_LABEL}`, 'iu');
const SOURCE_LABEL = new RegExp(`${BEFORE}${furnitureForms('sourceLabels')}${BEHIND_LABEL}`, 'iu');
const CREDIT = new RegExp(
  `${BEFORE}(?:photo|photograph|image|picture|illustration|graphic|video)s? (?:by|courtesy of)\\s`,
  'iu',
);
/** Who took the picture, at the end of its caption: "(Photo: Ada Finch)", "Photograph: Bo Reed/Port Post", "Ada Finch/Port Post". */
const CREDIT_AT_END = [
  /[([](?:\p{L}+ )?(?:photo|photograph|image|picture|foto|bild|\u0444\u043e\u0442\u043e)s?\s?[:/|]?\s?[^()[\]]{2,60}[)\]]\.?$/iu,
  /(?:^|[.!?\])|"\u201d]\s?)(?:photo|photograph|image|picture|illustration|foto|imagen|cr\u00e9dit|credit)s?(?: credit)?\s?(?::|by|\/)\s?[^.!?]{2,60}$/iu,
  /(?:[.!?]["\u201d]?|\()\s?\p{Lu}[\p{L}'\u2019.-]+(?: \p{Lu}[\p{L}'\u2019.-]+){1,3}\s?\/\s?\p{Lu}[\p{L} .&'\u2019-]{1,40}\)?$/u,
  /(?:\/|via |\u00a9 ?)(?:getty images?|shutterstock|unsplash|alamy|istock|afp|reuters|associated press|ap|dpa|epa|tass)\)?$/iu,
];
/** As the BBC's pages are read out: "Image caption, The hall was full". */
const CAPTION_READ_OUT = /^(?:image|photo|media|video) (?:caption|source|copyright),\s/iu;
/** Whose picture it is, alone in its line. */
const CREDIT_ALONE =
  /^(?:courtesy of [^.!?]{2,60}|(?:getty images?|shutterstock|unsplash|alamy(?: stock photo)?|istock|afp|reuters|(?:the )?associated press|ap(?: photo)?|dpa|epa|tass)(?: (?:via|\/) .{2,40})?)$/iu;
/** Where a page is in its site: "Home > News > Harbour". */
const TRAIL = /^[^>›».!?]{2,30}(?:\s[>›»]\s[^>›».!?]{2,40}){2,}$|^home(?:\s[>›»]\s[^>›».!?]{2,40})+$/iu;
const NOTICE_OPENING = new RegExp(`${BEFORE}${furnitureForms('noticeOpenings')}`, 'iu');
const NOTICE_LINE = new RegExp(`${BEFORE}${furnitureForms('noticeLines')}${ALONE}`, 'iu');
const SHARE_WORDS = furnitureWords('shareWords');
const SHARE_FILLERS = furnitureWords('shareFillers');
const ENDS_SENTENCE = /[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4]["'\u201d\u2019\u00bb)\]]*$/u;

const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}'\\u2019.-]*|\\p{Lo}[\\p{Lo}\\p{M}]*)";
const BETWEEN_NAMES =
  '(?:\\s*[,&|/]\\s*|\\s+(?:and|und|y|et|e|\\u0438|de|da|di|van|von|der|den|al|el|bin|in|for|f\\u00fcr|para|pour|of|the)\\s+|\\s+)+';
const NAMES = `${NAME}(?:${BETWEEN_NAMES}${NAME}){0,11}`;
const BYLINE = new RegExp(`${BEFORE}${furnitureForms('bylineOpenings')}\\s*:?\\s+(${NAMES})\\W*$`, 'u');
const BYLINE_OPENING = new RegExp(`${BEFORE}${furnitureForms('bylineOpenings')}\\s*:?\\s+`, 'iu');
/** The day behind the names of a byline: "By Ada Finch | May 14, 2031", "By Bo Reed, Port Post, 14 May 2031, 9:30 am". */
const DAY_AT_END =
  /[\s,|·–—-]+(?:\p{L}{3,10},? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?),?(?: de)? \d{4}(?:[\s,|·–—-]+(?:at )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?$/iu;
const ONLY_NAMES = new RegExp(`^(?:the |our )?${NAMES}[\\s,]*$`, 'u');
const CREDITS = new RegExp(`${BEFORE}${furnitureForms('creditOpenings')}\\s(.{3,200})$`, 'isu');
/** In small letters among the names of a credit: "Reporting by Ada Finch in Port Arden; additional reporting from the staff". */
const AMONG_NAMES =
  /^(?:and|in|for|from|of|the|our|at|by|with|to|via|de|da|la|van|von|der|al|bin|dpa|additional|reporting|editing|writing|research|graphics|photography|production|compiled|translated|translation|news|staff|agencies|agency|wire|wires|services?|reports|correspondents?|reporters?|newsroom|colleagues)$/u;
const CONTRIBUTED =
  /^[^.!?]{2,90} contributed (?:reporting |writing |research )?to this (?:report|story|article|piece|post)\.?$/iu;
const ROLE = new RegExp(
  `^(${NAME}(?:\\s+${NAME}){1,3})\\s*(?:[,|\\u2013\\u2014\\u00b7(]|\\n)\\s*(?:the |our )?(?:[\\p{Lu}][\\p{L}]+(?:'s|\\u2019s)? ){0,2}${furnitureForms('roles')}(?:[,\\s][^.]{0,40})?\\)?$`,
  'iu',
);
const WEEKDAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|then|now)$/iu;
const BARE_NAME = /^\p{Lu}[\p{L}\p{M}'\u2019.-]+(?: \p{Lu}[\p{L}\p{M}'\u2019.-]+){1,3}$/u;
const PARTS =
  /\s*[|\u00b7\u2022\n]\s*|\s+[\u2013\u2014-]\s+|,\s+(?=\d(?!\d{3}(?!\d))|(?:updated|published)\b)/iu;

/**
 * What kind of page furniture a block of text is by its words alone, or null for prose: a byline, a time, a caption or a credit, a link to
 * another article, a newsletter, share or legal line, a notice of correction.
 *
 * Told by what is at its beginning before a colon or what its one line consists of; a sentence that merely speaks of a photo, a
 * newsletter or a correction is prose. Gets wrong: a sentence that begins as such a line does ("Source: the old well behind the church."),
 * and furniture in words that are not on the list.
 */
export function findFurniture(block: string, language: string): AsideKind | null {
  const line = block.replace(/^[\s>*_#-]+|[\s*_]+$/gu, '');
  const words = line.match(/[\p{L}\p{M}\p{N}'\u2019]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_CORRECTION_WORDS) return null;
  if (CORRECTION_OPENING.test(line) || (CORRECTION_LABEL.test(line) && !REPLIES.test(line)))
    return 'correction';
  if (words.length > MOST_WORDS)
    return CREDIT_AT_END.slice(0, 2).some((form) => form.test(line)) ? 'caption' : null;
  return findLine(line, words, language) ?? findFurnitureForm(block) ?? findCombined(line, language);
}

/** Whether a line is nothing but a label above links to other articles ("Read next", "More from The Tide"). */
export function headsLinks(line: string): boolean {
  return LINK_LABEL_ALONE.test(line);
}

function findLine(line: string, words: readonly string[], language: string): AsideKind | null {
  if (isTimeLine(line, language)) return 'time';
  if (isByline(line, words)) return 'byline';
  if (NOTICE_LINE.test(line) || isShareRow(words)) return 'notice';
  if (NOTICE_OPENING.test(line) && !isSpoken(line)) return 'notice';
  if (isLink(line, words)) return 'link';
  if (isCaption(line, words)) return 'caption';
  return null;
}

/** "By Ada Finch | 3 March 2025 | 5 min read": every part is furniture or a name, and at least one is furniture. */
function findCombined(line: string, language: string): AsideKind | null {
  const parts = line
    .split(PARTS)
    .map((part) => part.replace(/^[\s*_]+|[\s*_]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || ENDS_SENTENCE.test(line)) return null;
  const kinds = parts.map((part) =>
    findLine(part, part.match(/[\p{L}\p{M}\p{N}'\u2019]+/gu) ?? [], language),
  );
  if (!parts.every((part, i) => kinds[i] !== null || BARE_NAME.test(part))) return null;
  return kinds.find((kind) => kind !== null && kind !== undefined) ?? null;
}

function isByline(line: string, words: readonly string[]): boolean {
  if (isCredit(line) || CONTRIBUTED.test(line)) return true;
  if (words.length > SHORT || ENDS_SENTENCE.test(line)) return false;
  if (BARE_NAME.test(ROLE.exec(line)?.[1] ?? '')) return true;
  const opening = BYLINE_OPENING.exec(line)?.[0];
  if (opening === undefined) return BYLINE.test(line);
  const names = line.slice(opening.length).replace(DAY_AT_END, '');
  return ONLY_NAMES.test(names) && !WEEKDAY.test(words[1] ?? '') && !WEEKDAY.test(names.trim());
}

/** A sentence that begins as a credit does goes on in small letters: "Reporting by the inspectors was late". */
function isCredit(line: string): boolean {
  const names = CREDITS.exec(line)?.[1]?.match(/[\p{L}\p{M}'\u2019-]+/gu) ?? [];
  return names.length > 0 && names.every((word) => !/^\p{Ll}/u.test(word) || AMONG_NAMES.test(word));
}

function isShareRow(words: readonly string[]): boolean {
  const small = words.map((word) => word.toLowerCase());
  return (
    small.some((word) => SHARE_WORDS.has(word)) &&
    small.every((word) => SHARE_WORDS.has(word) || SHARE_FILLERS.has(word) || /^\d+k?$/u.test(word))
  );
}

function isLink(line: string, words: readonly string[]): boolean {
  if (LINK_LABEL.test(line)) return true;
  if (words.length > SHORT) return false;
  if (TRAIL.test(line)) return true;
  if (CLICK_HERE.test(line)) return true;
  const rest = LINK_OPENING.exec(line)?.[1];
  return (
    rest !== undefined &&
    words.length <= SHORT &&
    !/^(?:watch|listen|more)/iu.test(line) &&
    GOES_ELSEWHERE.test(rest)
  );
}

function isCaption(line: string, words: readonly string[]): boolean {
  if (CAPTION_LABEL.test(line) || CAPTION_READ_OUT.test(line)) return true;
  if (SOURCE_LABEL.test(line) && words.length <= MOST_SOURCE_WORDS && !ENDS_SENTENCE.test(line)) return true;
  if (CREDIT.test(line) && (words.length <= SHORT || !ENDS_SENTENCE.test(line))) return true;
  return CREDIT_ALONE.test(line) || CREDIT_AT_END.some((form) => form.test(line));
}
