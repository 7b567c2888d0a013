import countries from './en/countries.json' with { type: 'json' };
import forms from './en/forms.json' with { type: 'json' };
import names from './en/names.json' with { type: 'json' };
import numbers from './en/numbers.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import saying from './en/saying.json' with { type: 'json' };
import sentences from './en/sentences.json' with { type: 'json' };
import times from './en/times.json' with { type: 'json' };

/** English words as data: lists of words that are together, each list for one purpose. */
const ENGLISH = { countries, forms, names, numbers, people, saying, sentences, times };

type Lists<File extends keyof typeof ENGLISH> = keyof (typeof ENGLISH)[File] & string;

/** The lines of a list of `src/lexicon/en`, in order, if each is one entry. */
export function linesOf<File extends keyof typeof ENGLISH>(file: File, list: Lists<File>): string[] {
  const lines: unknown = ENGLISH[file][list];
  return Array.isArray(lines) ? lines.map(String) : [];
}

/** The words of a list of `src/lexicon/en`, in order, as they are written there. */
export function wordsOf<File extends keyof typeof ENGLISH>(file: File, list: Lists<File>): string[] {
  return linesOf(file, list).flatMap((line) => line.split(' '));
}
