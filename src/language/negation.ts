import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';

const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'no',
  'without',
  'nobody',
  'none',
  'neither',
  'nor',
  'cannot',
]);

/** Whether a normalised word negates. Gets wrong: verbs that deny ("refused", "failed to"). */
export function isNegation(norm: string): boolean {
  return NEGATIONS.has(norm);
}

/** Folded words that negate in other languages; for those without spaces what stands in a negated sentence. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'لا لم لن ليس ليست',
  da: 'ikke aldrig uden ingen',
  de: 'nicht nie niemals kein keine keinen keinem keiner keines ohne',
  es: 'no nunca jamas sin ningun ninguna',
  fr: 'pas jamais sans aucun aucune',
  he: 'לא אינ אינו אינה מעולמ בלי',
  it: 'non mai senza nessun nessuno nessuna',
  ja: 'ない ません なかった ずに',
  nl: 'niet nooit geen zonder',
  no: 'ikke aldri uten ingen',
  pl: 'nie nigdy bez zaden zadna',
  pt: 'nao nunca sem nenhum nenhuma',
  ru: 'не нет никогда без',
  sv: 'inte aldrig utan ingen inga',
  uk: 'не ні ніколи без',
  zh: '不 没 未',
};

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a question, folded by `foldWord`, says "not" in one of its words; never in a language that is not listed. */
export function isNegated(folded: string, words: readonly string[], language: string): boolean {
  const primary = primaryLanguage(language);
  if (primary === 'en') return words.some((word) => isNegation(word) || word.endsWith("n't"));
  let set = sets.get(primary);
  if (set === undefined) {
    set = new Set(BY_LANGUAGE[primary]?.split(' ') ?? []);
    sets.set(primary, set);
  }
  // "是不是" asks, as "…ませんか" does.
  if (isWithoutSpaces(primary)) {
    const plain = folded.replace(/(\p{L})[不没]\1|ませんか|ないか/gu, '');
    return [...set].some((sign) => plain.includes(sign));
  }
  const negations = set;
  return words.some((word) => negations.has(word));
}
