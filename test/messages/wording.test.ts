import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/messages/catalogue.js';
import { LANGUAGES, type Language } from '../../src/messages/language.js';

type Translation = Exclude<Language, 'en'>;

const english = readCatalogue('en');
const TRANSLATIONS = LANGUAGES.filter((language): language is Translation => language !== 'en');

/** A language's quotation marks, as CLDR has them: opening and closing. */
const QUOTES: Readonly<Record<Translation, readonly [string, string]>> = {
  de: ['„', '“'],
  es: ['«', '»'],
  fr: ['«\u00A0', '\u00A0»'],
  pt: ['“', '”'],
  ru: ['«', '»'],
  he: ['”', '”'],
  ar: ['«', '»'],
};
const ANY_QUOTE = /["„“”«»‹›‟]/gu;

/** Marks that stand otherwise in a language than in English, each a pattern that no message may have. */
const WRONG_MARKS: Partial<Readonly<Record<Translation, readonly RegExp[]>>> = {
  // A narrow space before ; ? !, a whole one before :, and neither may break.
  fr: [/ [;:?!»]/u, /« /u, /[\p{L}\p{N})}»][;?!]/u, /[^\u202F\p{L}"]\?/u, /\u202F:/u],
  es: [/^[^¿]*\?/u],
  ar: [/[;?]/u, /[\u0621-\u064A],/u],
};

/** Forms of address that Discord's apps do not use in the language. */
const WRONG_ADDRESS: Partial<Readonly<Record<Translation, RegExp>>> = {
  de: /(?<!\p{L})(?:Ihr|Ihre[mnrs]?|Ihnen|euch|eure[mnrs]?)(?!\p{L})/u,
  es: /(?<!\p{L})(?:usted(?:es)?|vosotr[ao]s|vuestr[ao]s?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:vous|votre|vos|vôtres?|\p{L}+ez)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:tu|te|teus?|tuas?|vós|vossos?)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:ты|тебя|тебе|твой|твоя|твои|твоих)(?!\p{L})/iu,
};

/** What Discord's apps call their permissions and pages; they have English names for those who read Hebrew or Arabic. */
const DISCORD_TERMS: Readonly<Record<string, Partial<Readonly<Record<Translation, string>>>>> = {
  'Manage Server': {
    de: 'Server verwalten',
    es: 'Gestionar servidor',
    fr: 'Gérer le serveur',
    pt: 'Gerenciar servidor',
    ru: 'Управлять сервером',
  },
  'View Channel': {
    de: 'Kanal ansehen',
    es: 'Ver canal',
    fr: 'Voir le salon',
    pt: 'Ver canal',
    ru: 'Просматривать канал',
  },
  'Send Messages': {
    de: 'Nachrichten senden',
    es: 'Enviar mensajes',
    fr: 'Envoyer des messages',
    pt: 'Enviar mensagens',
    ru: 'Отправлять сообщения',
  },
  'Send Messages in Threads': {
    de: 'Nachrichten in Threads senden',
    es: 'Enviar mensajes en hilos',
    fr: 'Envoyer des messages dans les fils',
    pt: 'Enviar mensagens em tópicos',
    ru: 'Отправлять сообщения в ветках',
  },
  'Create Public Threads': {
    de: 'Öffentliche Threads erstellen',
    es: 'Crear hilos públicos',
    fr: 'Créer des fils publics',
    pt: 'Criar tópicos públicos',
    ru: 'Создать публичные ветки',
  },
  'Server Settings': {
    de: 'Servereinstellungen',
    es: 'Ajustes del servidor',
    fr: 'Paramètres du serveur',
    pt: 'Configurações do servidor',
    ru: 'Настройки сервера',
  },
  Integrations: {
    de: 'Integrationen',
    es: 'Integraciones',
    fr: 'Intégrations',
    pt: 'Integrações',
    ru: 'Интеграции',
  },
};

describe.each(TRANSLATIONS)('the wording of %s', (language) => {
  const messages = Object.entries(readCatalogue(language));
  const [opening, closing] = QUOTES[language];

  it('has the quotation marks of the language, in pairs', () => {
    const wrong = messages.filter(([, text]) => {
      const marks = text.match(ANY_QUOTE) ?? [];
      const pairs = text.split(opening).length - 1;
      const isPaired =
        opening === closing ? marks.length % 2 === 0 : pairs === text.split(closing).length - 1;
      return !isPaired || marks.length !== (opening === closing ? pairs : 2 * pairs);
    });
    expect(wrong).toEqual([]);
  });

  it('has the marks of the language, and spaces only where it has them', () => {
    const patterns = [/ {2}|\.\.\.| ,/u, ...(WRONG_MARKS[language] ?? [])];
    const wrong = messages.filter(([, text]) => patterns.some((pattern) => pattern.test(text)));
    expect(wrong).toEqual([]);
  });

  it('addresses its reader as Discord’s apps do', () => {
    const pattern = WRONG_ADDRESS[language];
    expect(messages.filter(([, text]) => pattern?.test(text) === true)).toEqual([]);
  });

  it('calls permissions and pages of Discord’s apps what they are called there, in quotation marks', () => {
    for (const [term, names] of Object.entries(DISCORD_TERMS)) {
      const own = names[language];
      const wanted = own === undefined ? term : `${opening}${own}${closing}`;
      // "Send Messages" begins another permission's name.
      const named = new RegExp(`${term}(?! in Threads)`, 'u');
      const naming = messages.filter(([id]) => named.test(english[id] ?? ''));
      expect(naming.length).toBeGreaterThan(0);
      expect({ term, lacking: naming.filter(([, text]) => !text.includes(wanted)) }).toEqual({
        term,
        lacking: [],
      });
    }
  });
});
