import { z } from 'zod';
import { readAsset } from '../files/assets.js';
import { AREAS } from './message-id.js';

/** The messages of one language by their names, in ICU's message syntax (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Catalogue = Readonly<Record<string, string>>;

/** The languages that replies are written in, by BCP 47 tag; English stands in where another has no message. */
export const LANGUAGES = ['en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Reads the catalogue of a language from `locales/`. @throws where a file is missing or is no object of texts. */
export function readCatalogue(language: Language): Catalogue {
  const areas = AREAS.map((area) => {
    const path = `locales/${language}/${area}.json`;
    return z.record(z.string(), z.string(), `${path} must be an object of texts`).parse(readJson(path));
  });
  return Object.assign({}, ...areas);
}

function readJson(path: string): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readAsset(path));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON (${String(cause)}); correct it.`, { cause });
  }
}
