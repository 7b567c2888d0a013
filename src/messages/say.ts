import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, type Language, readCatalogue } from './catalogue.js';
import type { Phrase, PhraseValue, Say, Wording } from './phrase.js';

/** Says phrases in one language; what its catalogue does not have, in English. */
export function sayIn(language: Language): Say {
  const known = said.get(language);
  if (known !== undefined) return known;
  const say = createSay(language, readCatalogue(language));
  said.set(language, say);
  return say;
}

const said = new Map<Language, Say>();

/** Says phrases by a catalogue; a message that it does not have is asked of `otherwise`, which must have all. */
export function createSay(language: string, catalogue: Catalogue, otherwise?: Say): Say {
  const formats = new Map<string, IntlMessageFormat>();
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'long' });
  const formatOf = (message: string): IntlMessageFormat | null => {
    const known = formats.get(message);
    if (known !== undefined) return known;
    const text = catalogue[message];
    if (text === undefined) return null;
    const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    formats.set(message, format);
    return format;
  };
  const say: Say = (words) => (typeof words === 'string' ? words : sayPhrase(words));
  const sayValue = (value: PhraseValue): string | number => {
    if (typeof value === 'number') return value;
    return isWording(value) ? say(value) : list.format(value.map(say));
  };
  const sayPhrase = (phrase: Phrase): string => {
    const format = formatOf(phrase.message);
    if (format === null) {
      if (otherwise === undefined) throw new Error(`There is no message "${phrase.message}" in ${language}.`);
      return otherwise(phrase);
    }
    const values = Object.entries(phrase.values).map(([name, value]) => [name, sayValue(value)]);
    return String(format.format(Object.fromEntries(values)));
  };
  return say;
}

function isWording(value: Exclude<PhraseValue, number>): value is Wording {
  return typeof value === 'string' || 'message' in value;
}
