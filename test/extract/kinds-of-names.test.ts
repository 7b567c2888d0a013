import { describe, expect, it } from 'vitest';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel() });

/** Whether a text's entities have the wanted kinds; `-` for a name that must be no person, organisation or place. */
function kindsIn(text: string, wanted: readonly string[]): string[] {
  const { entities } = readArticle(sketchArticle({ id: 'kinds', text }));
  return wanted.map((line) => {
    const name = line.slice(0, line.lastIndexOf(':'));
    const kind = entities.find((entity) => entity.name === name)?.kind ?? 'other';
    return `${name}: ${kind}`;
  });
}

function expectKinds(cases: readonly (readonly [string, readonly string[]])[]): void {
  const got = cases.map(([text, wanted]) => [text, kindsIn(text, wanted)]);
  expect(got).toEqual(cases.map(([text, wanted]) => [text, wanted]));
}

describe('kinds of names', () => {
  it('are those of things where the article calls them so anywhere', () => {
    expectKinds([
      ['Hurricane Ines tore roofs off in Porto Velho. Ines weakened on Friday.', ['Ines: other']],
      ['Cyclone Bertrand came ashore. Forecasters said Bertrand would weaken.', ['Forecasters: other']],
      ['Millie, a sheepdog, won the cup. Millie is six.', ['Millie: other']],
      ['The robot Oscar delivers parcels. Oscar can climb stairs.', ['Oscar: other']],
      ['Engineers named the tunnelling machine Gertrude. Gertrude dug on.', ['Gertrude: other']],
      ['The orphaned seal, Felix, was fed by hand. Felix likes herring.', ['Felix: other']],
      ['Juno, the spacecraft, took photos. Juno is old.', ['Juno: other']],
      ['The tugboat Edna towed the barge. The Edna is 80 years old.', ['Edna: other']],
      [
        'Rosie, a racehorse, bolted. “Rosie fled,” said groom Ian Pell.',
        ['Rosie: other', 'Ian Pell: person'],
      ],
      ['Hurricane Vera killed two. Vera Lind, a nurse, helped.', ['Vera Lind: person']],
      ['Sam Pell owns a dog. Sam walks it daily.', ['Sam Pell: person']],
      ['The opera Carmen Vale opened. Soprano Ana Ruiz sang.', ['Ana Ruiz: person']],
    ]);
  });

  it('are those of places by their form, unless a body is called by one', () => {
    expectKinds([
      ['The State of Ohio sued. The Bay of Selm is shut.', ['State of Ohio: place', 'Bay of Selm: place']],
      [
        'Harare, Zagreb and Lusaka opened offices in Asia.',
        ['Harare: place', 'Zagreb: place', 'Asia: place'],
      ],
      ['Crews left the Harlow Space Center at dawn.', ['Harlow Space Center: place']],
      ['The National Museum bought a letter.', ['National Museum: organisation']],
      ['The ship came to the Selm Maritime Museum in May.', ['Selm Maritime Museum: place']],
      ['Lake Foods Ltd. owns Lake Selm.', ['Lake Foods Ltd.: organisation', 'Lake Selm: place']],
      ['The Bank of Selm closed early.', ['Bank of Selm: organisation']],
    ]);
  });

  it('are those of teams for countries in a report of matches only', () => {
    expectKinds([
      [
        'Germany beat Peru 3-1. Peru lost its captain. Chile drew 0–0 with Ghana.',
        ['Germany: organisation', 'Peru: organisation', 'Chile: organisation', 'Ghana: organisation'],
      ],
      [
        'Kenya won 2-0 against Togo in Lima, Peru. Togo rested its stars.',
        ['Kenya: organisation', 'Togo: organisation', 'Peru: place'],
      ],
      ['Germany bombed London in 1940. Peru sent 300 soldiers to Chile.', ['Germany: place', 'Peru: place']],
    ]);
  });
});
