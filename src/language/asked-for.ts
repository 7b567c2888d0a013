import { isWithoutSpaces, primaryLanguage } from '../article/language-tag.js';
import { askingWordsOf, languageOfWords } from './asking-words.js';
import { foldWord } from './fold-word.js';

/** What a question asks for, as its first question word tells; `open` where none does or it may be anything ("what", "which"). */
export type AskedFor = 'who' | 'where' | 'when' | 'why' | 'count' | 'open';

/** Runs of words for what `askingWordsOf` does not tell: a person, a place and, for English, which it does not list, everything. */
const RUNS: Readonly<Record<string, Partial<Record<AskedFor, string>>>> = {
  en: {
    who: 'who|whom|whose|whos',
    where: 'where|wheres',
    when: 'when|whens|what year|which year|what day|which day|what date|which date|what month|which month|what time|which time|how long ago',
    why: 'why|what reason|how come',
    count: 'how many|how much',
    open: 'what|which|how|whats|hows',
  },
  de: { who: 'wer|wen|wem|wessen', where: 'wo|wohin|woher', open: 'wie +lang|wie +lange' },
  es: { who: 'quién|quiénes', where: 'dónde|adónde' },
  fr: { who: 'qui', where: 'où' },
  pt: { who: 'quem', where: 'onde|aonde' },
  it: { who: 'chi', where: 'dove' },
  nl: { who: 'wie|wiens', where: 'waar|waarheen', open: 'hoe +lang' },
  ru: { who: 'кто|кого|кому|кем|чей|чья|чьё|чьи', where: 'где|куда|откуда' },
  uk: { who: 'хто|кого|кому|ким|чий|чия', where: 'де|куди|звідки' },
  pl: { who: 'kto|kogo|komu|kim|czyj|czyja|czyje', where: 'gdzie|dokąd|skąd', open: 'jak +długo' },
  he: { who: 'מי|למי|ממי|מיהו|מיהי', where: 'איפה|היכן|לאן|מאין', open: 'מהו|מהי' },
  ar: { who: 'من|لمن', where: 'أين' },
  ja: { who: '誰|だれ', where: 'どこ|何処', when: '何時' },
  zh: { who: '谁', where: '哪里|哪儿|何处', when: '几点|什么时间', open: '+多长|+多高|+多大|+多久' },
  sv: { who: 'vem|vems', where: 'var|vart|varifrån', open: 'hur +länge|hur +stor' },
  da: { who: 'hvem', where: 'hvor', open: 'hvor +længe' },
  no: { who: 'hvem', where: 'hvor', open: 'hvor +lenge' },
};

/** Question words that are another word in the middle of a sentence: the French "or" without its accent, the Arabic "from". */
const FIRST_ONLY = new Set(['ou', 'من']);

/** The question words of a language, and words that only carry a question (null). */
interface QuestionWords {
  readonly kinds: ReadonlyMap<string, AskedFor | null>;
  readonly pattern: RegExp;
}

/** What a question asks for, and the question without the words that ask. */
export interface AskedQuestion {
  readonly asked: AskedFor;
  readonly rest: string;
}

/**
 * Takes the words that ask out of a question that `foldWord` has folded, its words parted by single spaces where the language has any. Each
 * word taken out leaves a `-`, so that the others keep their places. Nothing is taken where the language is not listed.
 *
 * Gets wrong: of two question words the second ("Who asked when it opens?").
 */
export function takeAskedFor(folded: string, language: string): AskedQuestion {
  const words = questionWordsOf(language);
  if (words === null) return { asked: 'open', rest: folded };
  let asked: AskedFor | null = null;
  const rest = folded.replace(words.pattern, (run: string, at: number) => {
    const isElsewhere = at > 0 && FIRST_ONLY.has(run);
    if (!isElsewhere) asked ??= words.kinds.get(run) ?? null;
    return run.replace(/[^ ]+/gu, '-');
  });
  return { asked: asked ?? 'open', rest };
}

const known = new Map<string, QuestionWords | null>();

function questionWordsOf(language: string): QuestionWords | null {
  const primary = primaryLanguage(language);
  let words = known.get(primary);
  if (words === undefined) {
    words = build(primary);
    known.set(primary, words);
  }
  return words;
}

function build(language: string): QuestionWords | null {
  const asking = askingWordsOf(language);
  const runs = RUNS[languageOfWords(language)];
  if (asking === undefined && runs === undefined) return null;
  const kinds = new Map<string, AskedFor | null>();
  const patterns = new Map<string, string>();
  const add = (written: readonly string[], kind: AskedFor | null): void => {
    for (const run of written) {
      // "wie +alt", "+多长": the degree stays, as a word of the question that tells by itself.
      if (run.startsWith('+')) {
        patterns.delete(foldWord(run.slice(1), language));
        continue;
      }
      const [own = '', kept] = foldWord(run, language).split(' +');
      kinds.set(own, kept === undefined ? kind : 'open');
      patterns.set(foldWord(run, language), kept === undefined ? own : `${own}(?= ${kept})`);
    }
  };
  if (asking !== undefined) {
    add(asking.frame.split(' '), null);
    add(asking.other.split(' '), 'open');
    add(asking.number, 'count');
    add(asking.date, 'when');
    add(asking.reason, 'why');
  }
  for (const kind of ['who', 'where', 'when', 'why', 'count', 'open'] as const) {
    add(runs?.[kind]?.split('|') ?? [], kind);
  }
  const isRunOn = isWithoutSpaces(language);
  const longestFirst = [...patterns]
    .filter(([run]) => !isRunOn || run.length > 1 || kinds.get(run) === 'who')
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([, pattern]) => pattern);
  const all = longestFirst.join('|');
  return { kinds, pattern: new RegExp(isRunOn ? all : `(?<!\\S)(?:${all})(?!\\S)`, 'gu') };
}
