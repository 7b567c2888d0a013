import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { byLanguage } from '../lexicon/language.js';

type Stemmer = (word: string) => string;

/** Snowball's stemmers (snowballstem.org); the library's lighter ones for other languages are not Snowball's and left out. */
const stemmerOf = byLanguage<Stemmer | null>(
  {
    ar: arabic,
    da: danish,
    de: german,
    el: greek,
    es: spanish,
    fi: finnish,
    fr: french,
    hu: hungarian,
    it: italian,
    nb: norwegian,
    nl: dutch,
    nn: norwegian,
    no: norwegian,
    pt: portuguese,
    ro: romanian,
    ru: russian,
    sv: swedish,
    tr: turkish,
  },
  null,
);

const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;
/** Shorter words are their own stems. */
const SHORTEST_STEMMED = 3;

/** The stem of a word in small letters with its accents; the word itself for numbers and for languages without a stemmer. */
export function stemIn(lower: string, language: string): string {
  const stem = stemmerOf(language);
  if (stem === null || lower.length < SHORTEST_STEMMED || !LETTERS_ONLY.test(lower)) return lower;
  return stem(lower) || lower;
}
