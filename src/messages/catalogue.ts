import { z } from 'zod';
import { readAsset } from '../files/assets.js';
import type { Language } from './language.js';
import { AREAS } from './message-id.js';

/** The messages of one language by their names, in ICU's message syntax (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Catalogue = Readonly<Record<string, string>>;

/** The catalogue of a language, read from `locales/` when first asked for. @throws if a file is missing or is no object of texts. */
export function readCatalogue(language: Language): Catalogue {
  const known = read.get(language);
  if (known !== undefined) return known;
  const areas = AREAS.map((area) => {
    const path = `locales/${language}/${area}.json`;
    return z.record(z.string(), z.string(), `${path} must be an object of texts`).parse(readJson(path));
  });
  const catalogue: Catalogue = Object.assign({}, ...areas);
  read.set(language, catalogue);
  return catalogue;
}

const read = new Map<Language, Catalogue>();

function readJson(path: string): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readAsset(path));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON (${String(cause)}); correct it.`, { cause });
  }
}
