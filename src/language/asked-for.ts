import { type Language, perLanguage } from '../lexicon/language.js';
import { split } from '../lexicon/lexicon.js';
import { foldWord } from './fold-word.js';

/** What a question asks for, as its first question word tells; `open` if none does or it may be anything ("what", "which"). */
export type AskedFor = 'who' | 'where' | 'when' | 'why' | 'count' | 'open';

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
 * Takes the words that ask out of a question that `foldWord` has folded, its words parted by single spaces if the language has any. Each
 * word taken out leaves a `-`, so that the others keep their places. Nothing is taken if the language is not listed.
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

const questionWordsOf = perLanguage(build);

function build({ code: language, words, writing }: Language): QuestionWords | null {
  const { asking, askedFor } = words;
  if (asking === undefined && askedFor === undefined) return null;
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
    add(split(asking.frame), null);
    add(split(asking.other), 'open');
    add(asking.count, 'count');
    add(asking.when, 'when');
    add(asking.why, 'why');
  }
  for (const kind of ['who', 'where', 'when', 'why', 'count', 'open'] as const) {
    add(askedFor?.[kind] ?? [], kind);
  }
  const isRunOn = writing.isRunOn === true;
  const longestFirst = [...patterns]
    .filter(([run]) => !isRunOn || run.length > 1 || kinds.get(run) === 'who')
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([, pattern]) => pattern);
  const all = longestFirst.join('|');
  return { kinds, pattern: new RegExp(isRunOn ? all : `(?<!\\S)(?:${all})(?!\\S)`, 'gu') };
}
