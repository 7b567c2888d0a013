import { createRequire } from 'node:module';
import { z } from 'zod';

/** British spellings, each with the American one, as the package american-british-english-translator lists them. */
const LIST = 'american-british-english-translator/data/british_spellings.json';

let listed: ReadonlyMap<string, string> | undefined;

/** Some 1,700 pairs, read at first use; the package's code, which translates whole texts, is never run. */
function americanByBritish(): ReadonlyMap<string, string> {
  listed ??= new Map(
    Object.entries(z.record(z.string(), z.string()).parse(createRequire(import.meta.url)(LIST))),
  );
  return listed;
}

/**
 * The American spelling of a normalised English word ("grey" gives "gray"), so that both are found by either; the word itself if it is
 * spelt one way.
 *
 * Gets wrong: words that are spelt apart in Britain for two meanings ("tyre", "metre") fall together with what America spells so.
 */
export function americanSpelling(norm: string): string {
  return americanByBritish().get(norm) ?? norm;
}
