import { IntlMessageFormat } from 'intl-messageformat';

/** What a message asks to be filled in, and the forms that it has for numbers. */
export interface MessagePlaces {
  /** "count number", "title text", "which select server|other": by name and kind, in order, each once. */
  readonly places: readonly string[];
  /** For each place with forms by number, the forms that the message has: categories, and numbers as "=0". */
  readonly plurals: readonly { readonly place: string; readonly forms: readonly string[] }[];
}

/** Reads a message in ICU's syntax. @throws if it is none. */
export function readPlaces(text: string, locale: string): MessagePlaces {
  const format = new IntlMessageFormat(text, locale, { date: { day: {}, minute: {} } }, { ignoreTag: true });
  const places = new Set<string>();
  const plurals: { place: string; forms: string[] }[] = [];
  const visit = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('options' in element) {
        const forms = Object.keys(element.options);
        if ('pluralType' in element) plurals.push({ place: element.value, forms });
        places.add(
          'pluralType' in element
            ? `${element.value} number`
            : `${element.value} select ${forms.toSorted().join('|')}`,
        );
        for (const { value } of Object.values(element.options)) visit(value);
      } else if ('style' in element) {
        const kind = typeof element.style === 'string' ? element.style : 'number';
        places.add(`${element.value} ${kind}`);
      } else if (element.type === 1) places.add(`${element.value} text`);
    }
  };
  visit(format.getAst());
  return { places: [...places].toSorted(), plurals };
}
