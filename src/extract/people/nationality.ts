import { normalise } from '../../language/normalise.js';
import { linesOf } from '../../lexicon/words.js';

const byForm = new Map<string, string>();
const adjectives = new Set<string>();

/**
 * Every form with its country, read at first use. A line of the list is `country=adjective,…|other name,…`: the United Nations' member states and
 * observers, some regions, and what English news treats like them.
 */
function countryForms(): ReadonlyMap<string, string> {
  if (byForm.size > 0) return byForm;
  for (const entry of linesOf('countries', 'countries')) {
    const [country = '', rest = ''] = entry.split('=');
    const [forms = '', others = ''] = rest.split('|');
    for (const adjective of forms.split(',')) if (adjective !== country) adjectives.add(adjective);
    for (const form of [country, ...forms.split(','), ...others.split(',')]) {
      if (form !== '' && !byForm.has(form)) byForm.set(form, country);
    }
  }
  return byForm;
}

/**
 * The country that a name or an adjective means, in compared form: "Israeli", "Israel" and "U.S." give
 * `israel`, `israel` and `united states`; null for any other word.
 *
 * Gets wrong: words of two countries ("Dominican" gives Dominica) and of none ("Georgian architecture").
 */
export function findCountry(form: string): string | null {
  const forms = countryForms();
  const norm = normalise(form).replace(/'s$/u, '').replace(/^the /u, '');
  return forms.get(norm) ?? forms.get(norm.replace(/(?:e?s|men|man|woman|women)$/u, '')) ?? null;
}

/** Whether a compared form is the adjective of a country: "israeli", but not "israel". */
export function isNationality(norm: string): boolean {
  countryForms();
  return adjectives.has(norm);
}
