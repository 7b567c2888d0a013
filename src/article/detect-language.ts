import { francAll } from 'franc-min';

/** What a text is taken for if nothing tells. */
const DEFAULT_LANGUAGE = 'en';

/** Letters below which a text is too short to tell: a headline of names looks like any language. */
const FEWEST_LETTERS = 200;

/** Code units of the text that are looked at: as much as the trigrams of franc take in. */
const LOOKED_AT = 2048;

/**
 * Share of a text's words that are English function words from which it is English whatever its trigrams say: 0.06 and more in 99 of
 * 100 English paragraphs (squadshifts-wiki and -amazon), none in the fixtures in other languages.
 */
const ENGLISH_SHARE = 0.06;
const ENGLISH_WORDS = new Set('the of and to that with for was'.split(' '));

/** How near English may come in franc's scores, in which the likeliest language has 1, before the text counts as unsure. */
const NEAR_ENGLISH = 0.93;

/**
 * The language of a text as a BCP 47 tag, told by its script and its trigrams; `en` for short and unsure texts.
 *
 * Gets wrong: near languages may be taken for one another (Galician for Portuguese, Bokmål for Danish); they share most of
 * their stop words and endings. State `language` if it matters.
 */
export function detectLanguage(text: string): string {
  const head = text.slice(0, LOOKED_AT);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters(head) || hasEnglishWords(head)) return DEFAULT_LANGUAGE;
  const scores = francAll(head);
  const [likeliest] = scores;
  if (likeliest === undefined || likeliest[0] === 'und') return languageOfScript(head);
  const english = scores.find(([code]) => code === 'eng')?.[1] ?? 0;
  return english >= NEAR_ENGLISH ? DEFAULT_LANGUAGE : toTag(likeliest[0]);
}

/** Scripts of one living language each that franc does not know. */
const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
];

function languageOfScript(head: string): string {
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(([script]) => (head.match(script)?.length ?? 0) > letters / 2);
  return found?.[1] ?? DEFAULT_LANGUAGE;
}

/** A script that only few languages use tells in a few words; Latin letters need many. */
function fewestLetters(head: string): number {
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  return latin > letters / 2 ? FEWEST_LETTERS : FEWEST_LETTERS / 4;
}

function hasEnglishWords(head: string): boolean {
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return english >= words.length * ENGLISH_SHARE && english > 0;
}

/** franc names languages by ISO 639-3; the canonical BCP 47 tag is the two-letter one if there is one ("deu" is "de", "cmn" is "zh"). */
function toTag(code: string): string {
  return Intl.getCanonicalLocales(code)[0] ?? DEFAULT_LANGUAGE;
}
