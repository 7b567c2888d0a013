/** Words of a place's name at most ("Rio de Janeiro", "St. John's, Newfoundland"), and small ones inside it. */
const SMALL = '(?:de|del|da|do|di|du|des|la|le|les|el|al|am|an|auf|bei|der|im|ob|of|on|sur|the|und|upon|y)';
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const TITLE_PLACE = `${CAPITALISED}(?:[ \\u00a0](?:${SMALL}[ \\u00a0])?${CAPITALISED}){0,3}(?:[,/] ?${CAPITALISED}(?:[ \\u00a0]${CAPITALISED}){0,2})?`;
const UPPER_PLACE =
  "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?:[ \\u00a0]\\p{Lu}[\\p{Lu}\\p{M}'’.-]*){0,3}(?:[,/] ?\\p{L}[\\p{L}.]*(?:[ \\u00a0]\\p{Lu}[\\p{L}.]*){0,2})?";
const DAY =
  '(?:\\p{L}+\\.?[ \\u00a0]\\d{1,2}|\\d{1,2}\\.?(?:[ \\u00a0]de)?[ \\u00a0]\\p{L}+\\.?)(?:,? \\d{4})?';
const AGENCY = '(?:\\([^()]{2,40}\\)|/[^/\\s]{2,30}/)';
const DASH = '(?:\\s*(?:\\.\\s?[-–—]|--|[–—])\\s*|\\s+-\\s+)';
const OPENS = '(?=["“„«‘\'¿¡(]?[\\p{Lu}\\p{Lo}\\p{N}])';

/** Forms that nothing else has: an agency in brackets, or a day behind the place. */
const SURE = [
  `(?:(?:${TITLE_PLACE}|${UPPER_PLACE}|\\p{Lo}[\\p{Lo}\\p{M} ]{1,30}),?\\s+(?:${DAY},?\\s+)?)?${AGENCY},?(?:\\s+${DAY})?${DASH}${OPENS}`,
  `(?:${TITLE_PLACE}|${UPPER_PLACE}),\\s+${DAY}(?:\\.?\\s+${AGENCY})?${DASH}${OPENS}`,
  `(?:${TITLE_PLACE}|${UPPER_PLACE}),\\s+${DAY}\\.?\\s+${AGENCY}[.:]?\\s+${OPENS}`,
  '\\p{Script=Han}{2,12}\\d{1,2}月\\d{1,2}日(?:电|電|讯|訊)\\s*(?=.)',
].map((form) => new RegExp(`^(?:${form})`, 'u'));
const IN_CAPITALS = new RegExp(`^${UPPER_PLACE}${DASH}${OPENS}`, 'u');
/** As some papers have it: "NEW DELHI: ", "Oberlindach. ", "[Port Arden] ". */
const WITH_STOP = [
  new RegExp(`^${UPPER_PLACE}(?::|\\.(?!\\p{L}))\\s+${OPENS}`, 'u'),
  new RegExp(`^\\[${TITLE_PLACE}\\]\\s+${OPENS}`, 'u'),
  new RegExp(`^${TITLE_PLACE}(?:\\.| \\|)\\s+${OPENS}`, 'u'),
];
const IN_SMALL_LETTERS = new RegExp(`^${TITLE_PLACE}${DASH}${OPENS}`, 'u');

/** Words that begin a label and no place: "The answer — …", "Step One — …". */
const NO_PLACE =
  /^(?:the|a|an|this|that|these|those|my|our|your|his|her|its|their|but|and|so|yes|no|not|step|part|chapter|section|question|answer|notes?|update|warning|tip|pros?|cons?|breaking|live|exclusive|opinion|analysis|watch|video|photos?|correction|summary|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|what|who|why|when|where|how|all|some|if|in|on|at|for|from|with|after|before)(?![\p{L}'’])/iu;

/** Characters looked at: no dateline is longer. */
const LONGEST = 120;
/** A sentence's second dash closes what the first one opened ("Hale — the town's mayor — said no."). */
const CLOSING_DASH = /^[^.!?…]{1,160}\s[–—-]{1,2}\s/u;
/** What follows a dateline is a sentence, not the other half of an entry ("Winners — Ada Finch"). */
const FEWEST_WORDS = 4;
const SHORTEST_PLACE = 3;
/** Prose paragraphs from the beginning that may have a place in small letters and a dash as their dateline. */
const OPENING = 2;

/**
 * Where the dateline of each paragraph ends ("Port Arden —", "BERLIN, March 3 (Reuters) —", "(AP) —"), counted from its start; 0 if it
 * has none. An agency or a day tells it; a place and a dash alone do in capitals that come once (who speaks in a transcript comes
 * twice), and in small letters in one of the first two paragraphs if no other begins so, as the entries of a list do.
 *
 * A place with a colon or a full stop ("NEW DELHI: ", "Oberlindach. ") is one only at the beginning of the text, and if the text
 * (`whole`, with its title) has that name elsewhere.
 *
 * Gets wrong: a first paragraph that begins with some other name and a dash, with a capital behind it ("Ada Finch — Nobody knew her.").
 */
export function measureDatelines(paragraphs: readonly string[], whole: string): number[] {
  const found = paragraphs.map(measure);
  const [first] = found;
  if (first?.length === 0) found[0] = measureStopped(paragraphs, whole);
  const small = found.filter(({ form }) => form === 'small').length;
  const capitals = found.flatMap(({ form, length }, i) =>
    form === 'capitals' ? [(paragraphs[i] ?? '').slice(0, length)] : [],
  );
  return found.map(({ form, length }, i) => {
    if (form === 'small') return small === 1 && i < OPENING ? length : 0;
    const label = (paragraphs[i] ?? '').slice(0, length);
    return form === 'capitals' && capitals.filter((other) => other === label).length > 1 ? 0 : length;
  });
}

/** The dateline of the first paragraph if a mark ends it that ends much else as well. */
function measureStopped(paragraphs: readonly string[], whole: string): Measured {
  const none: Measured = { form: 'sure', length: 0 };
  const [paragraph = '', ...others] = paragraphs;
  const head = paragraph.slice(0, LONGEST);
  if (NO_PLACE.test(head)) return none;
  const label = WITH_STOP.map((form) => form.exec(head)?.[0]).find((found) => found !== undefined);
  if (label === undefined || others.some((other) => other.startsWith(label))) return none;
  const place = label.replace(/[^\p{L}]+$|^\[/gu, '');
  // "M. Roque" is a man.
  if (place.length < SHORTEST_PLACE) return none;
  const isNamed = findPlaces(whole).some((words) => words.startsWith(place.toLowerCase()));
  const words = paragraph.slice(label.length).match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
  return isNamed && words >= FEWEST_WORDS ? { form: 'sure', length: label.length } : none;
}

/** What is written with a capital within a sentence, in small letters. */
function findPlaces(text: string): string[] {
  const names = text.matchAll(new RegExp(`(?<=\\p{Ll},? )${TITLE_PLACE}`, 'gu'));
  return Array.from(names, ([name]) => name.toLowerCase());
}

interface Measured {
  readonly form: 'sure' | 'capitals' | 'small';
  readonly length: number;
}

function measure(paragraph: string): Measured {
  const head = paragraph.slice(0, LONGEST);
  const none: Measured = { form: 'sure', length: 0 };
  if (NO_PLACE.test(head)) return none;
  const lengthOf = (form: RegExp): number => form.exec(head)?.[0].length ?? 0;
  const sure = SURE.map(lengthOf).find((length) => length > 0) ?? 0;
  const capitals = lengthOf(IN_CAPITALS);
  const length = sure || capitals || lengthOf(IN_SMALL_LETTERS);
  const rest = paragraph.slice(length);
  if (length === 0 || (rest.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) < FEWEST_WORDS) {
    return /\p{Script=Han}/u.test(rest) && sure > 0 ? { form: 'sure', length } : none;
  }
  if (sure > 0) return { form: 'sure', length };
  if (CLOSING_DASH.test(rest)) return none;
  return { form: capitals > 0 ? 'capitals' : 'small', length };
}
