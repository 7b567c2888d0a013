import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, readCatalogue } from './catalogue.js';
import { isolate, isolateTerms } from './direction.js';
import { formatsOf, isRightToLeft, type Language } from './language.js';
import { type Phrase, type PhraseValue, phrase, type Say, type Wording } from './phrase.js';

/** Says phrases in one language; what its catalogue does not have, in English. */
export function sayIn(language: Language): Say {
  const known = said.get(language);
  if (known !== undefined) return known;
  const say = createSay(language, readCatalogue(language), language === 'en' ? undefined : sayIn('en'));
  said.set(language, say);
  return say;
}

const said = new Map<Language, Say>();

/**
 * Forms of a date that a message may name: `{at, date, day}` is "3 May 2024", `weekday` has the day of the week, `minute` the time too;
 * `month` and `year` have no more than that. In UTC.
 */
const DATES = {
  day: { dateStyle: 'long', timeZone: 'UTC' },
  weekday: { dateStyle: 'full', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
  minute: { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
} as const;

/** A message made ready, with the places whose text chooses between forms and is never shown. */
interface Format {
  readonly format: IntlMessageFormat;
  readonly selectors: ReadonlySet<string>;
}

/**
 * Says phrases by a catalogue; a message that it does not have is asked of `otherwise`, which must have all. Texts put
 * into a message are isolated if they or the language are written from right to left. Texts of a list stand with
 * commas alone, as a message may go on with "and 3 more"; Intl's lists end in "and", or have no commas in Russian.
 */
export function createSay(language: Language, catalogue: Catalogue, otherwise?: Say): Say {
  const formats = new Map<string, Format>();
  const locale = formatsOf(language);
  const isRight = isRightToLeft(language);
  const formatOf = (message: string): Format | null => {
    const known = formats.get(message);
    if (known !== undefined) return known;
    const text = catalogue[message];
    if (text === undefined) return null;
    const made = readMessage(isRight ? isolateTerms(text) : text, locale);
    formats.set(message, made);
    return made;
  };
  const say: Say = (words) => (typeof words === 'string' ? words : sayPhrase(words));
  const sayWithin = (words: Wording): string =>
    typeof words === 'string' ? isolate(words, isRight) : sayPhrase(words);
  const sayValue = (value: PhraseValue): string | number | Date => {
    if (typeof value === 'number' || value instanceof Date) return value;
    if (isWording(value)) return sayWithin(value);
    if ('language' in value) return nameLanguage(value.language, locale);
    return value.map(sayWithin).join(sayPhrase(phrase('discord.comma')));
  };
  const sayPhrase = (wanted: Phrase): string => {
    const made = formatOf(wanted.message);
    if (made === null) {
      if (otherwise === undefined) throw new Error(`There is no message "${wanted.message}" in ${language}.`);
      return otherwise(wanted);
    }
    const values = Object.entries(wanted.values).map(([name, value]) => [
      name,
      typeof value === 'string' && made.selectors.has(name) ? value : sayValue(value),
    ]);
    return String(made.format.format(Object.fromEntries(values)));
  };
  return say;
}

function readMessage(text: string, locale: string): Format {
  const format = new IntlMessageFormat(text, locale, { date: DATES }, { ignoreTag: true });
  return { format, selectors: new Set(findSelectors(format.getAst())) };
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The places of `{place, select, …}`, in forms within forms too. */
function findSelectors(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => findSelectors(value));
    return 'pluralType' in element ? inner : [element.value, ...inner];
  });
}

function isWording(value: Exclude<PhraseValue, number | Date>): value is Wording {
  return typeof value === 'string' || 'message' in value;
}

/** "pt-BR" as "Portugiesisch (Brasilien)" to a German. */
function nameLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
