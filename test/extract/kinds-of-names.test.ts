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

  it('are those of bodies as long as they are, and without what somebody is for them', () => {
    expectKinds([
      [
        'The Selm Council for the Welfare of Foxes met on Tuesday.',
        ['Selm Council for the Welfare of Foxes: organisation'],
      ],
      [
        'The Rask Foundation for the Visual Arts paid.',
        ['Rask Foundation for the Visual Arts: organisation'],
      ],
      [
        'State Department Spokesperson Lina Berg spoke.',
        ['State Department: organisation', 'Lina Berg: person'],
      ],
      ['The People’s Army marched. The Women’s Institute paid.', ['Women’s Institute: organisation']],
      [
        'Marsh & Sons closed. Brill & Daughters opened.',
        ['Marsh & Sons: organisation', 'Brill & Daughters: organisation'],
      ],
      ['The Senate on Tuesday voted for the bill.', ['Senate: organisation']],
    ]);
  });

  it('are those of bodies where somebody belongs to them', () => {
    expectKinds([
      ['Nathan Law of Demovisto won. Demovisto is new.', ['Demovisto: organisation']],
      ['FTQ’s Peter Kwok lost to Ann Moe of Fair Deal.', ['FTQ: organisation', 'Fair Deal: organisation']],
      ['Raymond Chan of Civic Zeal spoke; Civic Zeal grew.', ['Civic Zeal: organisation']],
      [
        'The Irving Independent School District apologised.',
        ['Irving Independent School District: organisation'],
      ],
    ]);
  });

  it('are those of people whose last name is a word for a body or a place, where an age or a form of address tells', () => {
    expectKinds([
      ['Gideon Court, 58, denies it. Mr Court was harbour master.', ['Gideon Court: person']],
      ['Ute Bank, 41, won the race.', ['Ute Bank: person']],
      ['Grace Field, 30, and Olle Park, 22, sang.', ['Grace Field: person', 'Olle Park: person']],
      ['Sund District Court, 12 miles away, is shut.', ['Sund District Court: organisation']],
    ]);
  });

  it('are those of places inside the names of others, by their parts', () => {
    const partsIn = (text: string): string[] =>
      readArticle(sketchArticle({ id: 'parts', text })).entities.flatMap(({ kind, name, mentions }) =>
        mentions.flatMap((one) => (one.kind === 'part' ? [`${kind} ${name} ${one.start}`] : [])),
      );
    expect(partsIn('The University of Texas won. Norway’s fleet left.')).toEqual(['place Texas 18']);
    expect(partsIn('The Municipality of Vikdal sued. Vikdal is small.')).toEqual(['place Vikdal 20']);
    expect(partsIn('The Canada Post office shut.')).toEqual(['place Canada 4']);
    expect(partsIn('South Korea and New Mexico agreed. The State of Ohio did not.')).toEqual([]);
    expect(partsIn('The University of Applied Sciences opened.')).toEqual([]);
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
