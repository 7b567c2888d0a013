const WORD = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{N}\p{M}]/gu;

/**
 * What the reader reads at once, at most: 128 true word pieces and 12 sentences, as it was trained; a longer sentence is cut. Nineteen
 * texts in twenty that are estimated at 118 have no more.
 */
export const LARGEST_READ = { pieces: 118, sentences: 12 };

/** Letters from which a word begins to be parted, and what each further one adds: names are parted sooner. */
const PARTED = { common: { from: 7, each: 0.1 }, capital: { from: 3, each: 0.16 } };
/** Letters that are counted of the longest words. */
const LONGEST_COUNTED = 14;
/** Digits in one piece. */
const DIGITS = 4;

/**
 * About how many word pieces an English text has for the reader, whose vocabulary is not at hand where articles are cut: each mark
 * is one, a common word one or two, a rare name several. Over news and Wikipedia it is 0.99 of the true number, for a
 * paragraph of 60 to 200 pieces between 0.92 and 1.07 of it nine times in ten.
 */
export function estimatePieces(text: string): number {
  return estimatePlain(text) ?? estimateAny(text);
}

function estimateAny(text: string): number {
  let pieces = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (/^\p{N}/u.test(word)) pieces += Math.ceil(word.length / DIGITS);
    else pieces += piecesOfWord(word.length, /^\p{Lu}/u.test(word));
  }
  return pieces;
}

function piecesOfWord(letters: number, isCapital: boolean): number {
  const { from, each } = isCapital ? PARTED.capital : PARTED.common;
  return 1 + each * Math.max(0, Math.min(letters, LONGEST_COUNTED) - from);
}

type Kind = 'capital' | 'letter' | 'digit' | 'space' | 'mark' | 'half';

/** What each code unit is here, worked out when it is first met. */
const kinds: Kind[] = [];

function kindAt(text: string, at: number): Kind | undefined {
  if (at >= text.length) return undefined;
  const code = text.charCodeAt(at);
  kinds[code] ??= findKind(String.fromCharCode(code));
  return kinds[code];
}

function findKind(unit: string): Kind {
  if (/[\ud800-\udfff]/u.test(unit)) return 'half';
  if (/\p{Lu}/u.test(unit)) return 'capital';
  if (/[\p{L}\p{M}]/u.test(unit)) return 'letter';
  if (/\p{N}/u.test(unit)) return 'digit';
  return /\s/u.test(unit) ? 'space' : 'mark';
}

/** The same for a text whose characters are a code unit each, as most are, many times as fast: the windows of a hundred articles are cut for one question. Null for any other. */
function estimatePlain(text: string): number | null {
  let pieces = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === 'half') return null;
    let end = at + 1;
    if (kind === 'digit') {
      while (kindAt(text, end) === 'digit') end += 1;
      pieces += Math.ceil((end - at) / DIGITS);
    } else if (kind === 'capital' || kind === 'letter') {
      for (;;) {
        const next = kindAt(text, end);
        if (next !== 'letter' && next !== 'capital') break;
        end += 1;
      }
      pieces += piecesOfWord(end - at, kind === 'capital');
    } else if (kind === 'mark') pieces += 1;
    at = end;
  }
  return pieces;
}
