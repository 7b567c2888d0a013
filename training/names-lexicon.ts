import { allFakers } from '@faker-js/faker';
import nlp from 'compromise';
import { LexiconFlag } from '../src/extract/people/name-lexicon.js';
import { normalise } from '../src/language/normalise.js';
import { ORGANISATIONS } from './names-organisations.js';

/**
 * The words that occur in names, in compared form, with their bits: first names and surnames from Faker's
 * locales (MIT) and compromise's lexicon (MIT), which adds places and organisations.
 */
export function gatherLexicon(): Map<string, number> {
  const lexicon = new Map<string, number>();
  const add = (word: string, flag: number): void => {
    const norm = normalise(word).replace(/\./gu, '');
    if (/^[a-z][a-z0-9'-]+$/u.test(norm)) lexicon.set(norm, (lexicon.get(norm) ?? 0) | flag);
  };
  for (const faker of Object.values(allFakers)) {
    const { first_name: first, last_name: last } = faker.rawDefinitions.person ?? {};
    for (const name of first?.male ?? []) add(name, LexiconFlag.male);
    for (const name of first?.female ?? []) add(name, LexiconFlag.female);
    for (const name of first?.generic ?? []) {
      const flag = lexicon.get(normalise(name)) ?? 0;
      if ((flag & (LexiconFlag.male | LexiconFlag.female)) === 0)
        add(name, LexiconFlag.male | LexiconFlag.female);
    }
    for (const names of Object.values(last ?? {}))
      for (const name of names ?? []) add(name, LexiconFlag.surname);
  }
  addCompromise(add);
  for (const word of ORGANISATIONS) add(word, LexiconFlag.organisation);
  return lexicon;
}

const COMPROMISE_FLAGS: Readonly<Record<string, number>> = {
  MaleName: LexiconFlag.male,
  FemaleName: LexiconFlag.female,
  FirstName: LexiconFlag.male | LexiconFlag.female,
  LastName: LexiconFlag.surname,
  City: LexiconFlag.place,
  Country: LexiconFlag.place,
  Region: LexiconFlag.place,
  Organization: LexiconFlag.organisation,
  SportsTeam: LexiconFlag.organisation,
};

function addCompromise(add: (word: string, flag: number) => void): void {
  const model: { one?: { lexicon?: Record<string, string | string[]> } } = nlp.model();
  for (const [words, tags] of Object.entries(model.one?.lexicon ?? {})) {
    for (const tag of [tags].flat()) {
      const flag = COMPROMISE_FLAGS[tag];
      if (flag === undefined) continue;
      for (const word of words.split(' '))
        if (!/^(?:of|the|and|new|united|st|san|north|south|city)$/u.test(word)) add(word, flag);
    }
  }
}
