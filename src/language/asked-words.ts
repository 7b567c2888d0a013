import { perLanguage } from '../lexicon/language.js';
import { type AskingWords, split } from '../lexicon/lexicon.js';
import { foldWord } from './fold-word.js';

/** What a question asks for if its language's question words tell: a count, a time, a reason, or anything else. */
export type PlainKind = 'number' | 'date' | 'reason' | 'other';

interface Run {
  readonly words: readonly string[];
  /** For each word whether the answer has it too. */
  readonly isKept: readonly boolean[];
  readonly kind: PlainKind;
}

interface FoldedWords {
  /** Longest first. */
  readonly runs: readonly Run[];
  readonly single: ReadonlySet<string>;
  readonly because: readonly string[];
}

const askingWordsIn = perLanguage(({ code, words: { asking } }): FoldedWords | null =>
  asking === undefined ? null : fold(asking, code),
);

function fold({ count, when, why, because, other, frame }: AskingWords, language: string): FoldedWords {
  const toRun = (written: string, kind: PlainKind): Run => {
    const words = written.split(' ');
    return {
      words: words.map((word) => foldWord(word.replace('+', ''), language)),
      isKept: words.map((word) => word.startsWith('+')),
      kind,
    };
  };
  const runs = [
    ...when.map((run) => toRun(run, 'date')),
    ...count.map((run) => toRun(run, 'number')),
    ...why.map((run) => toRun(run, 'reason')),
  ];
  return {
    runs: runs.sort((a, b) => b.words.length - a.words.length),
    single: new Set(split([...other, ...frame]).map((word) => foldWord(word, language))),
    because: split(because).map((word) => foldWord(word, language)),
  };
}

/** The folded words that give a reason in a language; none for one that is not listed. */
export function reasonWordsIn(language: string): readonly string[] {
  return askingWordsIn(language)?.because ?? [];
}

/** What a question asks for, by its words. */
export interface Asking {
  readonly kind: PlainKind;
  /** For each word whether it only asks, and need not be in the answer. */
  readonly isAsking: readonly boolean[];
  /** Where the run of words that asks for a count begins; -1 if none does. */
  readonly countFrom: number;
}

/** What a question asks for by its folded words; `other`, and no word that only asks, in a language that is not listed. */
export function findAsking(words: readonly string[], language: string): Asking {
  const asking = askingWordsIn(language);
  const isAsking = words.map((word) => asking?.single.has(word) === true);
  let kind: PlainKind = 'other';
  let earliest = words.length;
  for (const run of asking?.runs ?? []) {
    for (let i = 0; i + run.words.length <= words.length; i += 1) {
      if (!run.words.every((word, k) => words[i + k] === word)) continue;
      if (i < earliest) [kind, earliest] = [run.kind, i];
      run.isKept.forEach((isKept, k) => {
        isAsking[i + k] = !isKept;
      });
    }
  }
  return { kind, isAsking, countFrom: kind === 'number' ? earliest : -1 };
}
