import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

/** Each attribution as `kind speaker: what is said`. */
function said(text: string): string[] {
  const { article, attributions } = readArticle(sketchArticle({ id: 'said', text }));
  return attributions.map(
    ({ kind, speaker, content }) =>
      `${kind} ${speaker?.name ?? '-'}: ${content.map((span) => textAt(article, span)).join(' … ')}`,
  );
}

function quoted(text: string): string[] {
  return said(text).filter((line) => line.startsWith('direct'));
}

describe('"he" and "she"', () => {
  it.each([
    [
      'Storm Berta tore the roof off at noon. Ada Winter was inside. “I heard a roar,” she said.',
      'Ada Winter',
    ],
    ['Hurricane Vera came ashore at dawn. Nina Holt was on the pier. “The sea rose,” she said.', 'Nina Holt'],
    [
      'Coastline Air scrapped 30 flights. Chief executive Bo Lind apologised. “We let people down,” he said.',
      'Bo Lind',
    ],
    [
      'Sund Ferries raised its fares. Manager Tom Reed explained it. “Fuel is dear now,” he said.',
      'Tom Reed',
    ],
    [
      'Ida Moe won with 52% of the vote. Her rival, Nils Berg, spoke an hour later. “I accept the result,” he said.',
      'Nils Berg',
    ],
    [
      'Nils Berg lost by a few votes. His opponent, Ida Moe, waited in the hall. “It was close,” she said.',
      'Ida Moe',
    ],
    [
      'Rangers call the bear Odin. Biologist Kari Munk follows it. “We are not here for medals,” she said, as Odin slept.',
      'Kari Munk',
    ],
    [
      'Children named the whale Clara. Harbour master Bo Lind watched it. “It will not leave,” he said.',
      'Bo Lind',
    ],
    [
      'The ferry Maria ran aground. Engineer Paul Kern was below deck. “I felt the rocks,” he said.',
      'Paul Kern',
    ],
  ])('mean a person in “%s”', (text, speaker) => {
    expect(quoted(text)[0]).toContain(`direct ${speaker}: `);
  });

  it('go on with who has spoken, unless somebody else has become the subject', () => {
    const text =
      '“We lost the pumps,” said Nils Berg, the foreman.\n\nHe had been there since dawn. “Nobody slept,” he said.\n\nPaul Kern arrived at noon. “I came too late,” he said.';
    expect(quoted(text)).toEqual([
      'direct Nils Berg: “We lost the pumps,”',
      'direct Nils Berg: “Nobody slept,”',
      'direct Paul Kern: “I came too late,”',
    ]);
  });
});

describe('a role with a name in apposition', () => {
  it.each([
    ['“We are done,” the mayor, Lina Marsh, said.', 'direct Lina Marsh: “We are done,”'],
    ['“It is late,” his wife, Tove Lind, said.', 'direct Tove Lind: “It is late,”'],
    ['“We are open,” said CEO Ted Crane.', 'direct Ted Crane: “We are open,”'],
    ['“We are open,” said the foreman, Ted Crane.', 'direct Ted Crane: “We are open,”'],
    ['“It works,” said the firm’s chief engineer, Vera Holm.', 'direct Vera Holm: “It works,”'],
    [
      '“We wait for years,” says lead plaintiff Armen Hale, 58, who farms here.',
      'direct Armen Hale: “We wait for years,”',
    ],
    ['“We will pay,” Sara Vik, Oslo, told the paper.', 'direct Sara Vik: “We will pay,”'],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  it('is known by the role alone afterwards, and by the age', () => {
    expect(quoted('Police chief Arne Holm came at noon. “Stay at home,” the chief said.')).toEqual([
      'direct Arne Holm: “Stay at home,”',
    ]);
    expect(
      quoted('Emil Strand, 58, keeps bees. Nils Berg, 44, does not. “They sting,” the 58-year-old said.'),
    ).toEqual(['direct Emil Strand: “They sting,”']);
  });
});

describe('people of one name', () => {
  it.each([
    [
      'Odell Brandt Sr., 81, founded the yard. His son, Odell Brandt Jr., 50, runs it now.\n\n“My father never took a day off,” Odell Brandt Jr. said.',
      'Odell Brandt Jr.',
    ],
    ['King Harald IV reigned long. King Harald V was his son. “I am tired,” King Harald V said.', 'Harald V'],
    ['Mr. Marsh left early. Mrs. Marsh stayed. “I like it here,” Mrs. Marsh said.', 'Marsh'],
  ])('are told apart in “%s”', (text, speaker) => {
    const { attributions } = readArticle(sketchArticle({ id: 'said', text }));
    const own = attributions.find(({ kind }) => kind === 'direct')?.speaker;
    expect(own?.name).toBe(speaker);
    expect(own?.entity?.mentions.filter(({ kind }) => kind === 'name').length).toBe(2);
  });
});

describe('lines that lead up to quoted words', () => {
  it.each([
    ['And from Chairwoman Ida Moe:', 'Ida Moe'],
    ['From the desk of Bo Lind:', 'Bo Lind'],
    ['Nils Berg’s statement in full:', 'Nils Berg'],
    ['Ada Winter on the fire:', 'Ada Winter'],
    ['Nils Berg, a surveyor:', 'Nils Berg'],
  ])('“%s” names who says them', (line, speaker) => {
    expect(quoted(`The mill burned.\n\n${line}\n\n“We thank the crews.”`)).toEqual([
      `direct ${speaker}: “We thank the crews.”`,
    ]);
  });

  it('in an interview stand before each answer, which is whole', () => {
    expect(
      said(
        'Ada Winter: We left at dawn. It was cold.\n\nReporter: Were you afraid?\n\nAda Winter: No. We had work to do.',
      ),
    ).toEqual([
      'direct Ada Winter: We left at dawn. It was cold.',
      'direct -: Were you afraid?',
      'direct Ada Winter: No. We had work to do.',
    ]);
  });
});

describe('a quotation that goes on', () => {
  it.each([
    ['“We begin today,” Ada Winter said. “It will be long.\n\n“And it will be cold.”', 1],
    ['“We begin today,” Ada Winter said.\n\n“And it will be cold by then.”', 2],
    ['Ada Winter said: ““We begin today.””', 1],
  ])('keeps its speaker in “%s”', (text, count) => {
    const lines = quoted(text);
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(line).toMatch(/^direct Ada Winter: /u);
  });

  it.each([
    ['“ Come in ” , Mary Holt said .', 'direct Mary Holt: “ Come in ”'],
    ['" Come in " , Mary Holt said .', 'direct Mary Holt: " Come in "'],
    ['»Come in«, said Mary Holt.', 'direct Mary Holt: »Come in«'],
    ['„Come in,“ said Mary Holt.', 'direct Mary Holt: „Come in,“'],
  ])('is read in the marks of %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });
});

describe('“according to”', () => {
  it.each([
    ['According to Nils Berg, a surveyor, the wall leaks.', 'reported Nils Berg: the wall leaks'],
    ['According to Nils Berg, who runs the mill, the wall leaks.', 'reported Nils Berg: the wall leaks'],
    ['The wall, according to Ida Moe, an engineer, is sound.', 'reported Ida Moe: The wall … is sound'],
    [
      'The wall leaks in two places, according to Ida Moe, an engineer.',
      'reported Ida Moe: The wall leaks in two places',
    ],
    [
      'According to Nils Berg, the wall leaks, and the roof is gone.',
      'reported Nils Berg: the wall leaks, and the roof is gone',
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('what is not said', () => {
  it.each([
    'Mayor Lina Marsh never said that the coast road was closed.',
    'Lina Marsh did not say that the coast road was closed.',
    'Lina Marsh has not said when the coast road opens.',
    'Lina Marsh declined to say who paid for it.',
    'Lina Marsh could not say whether it would rain.',
    'Lina Marsh denied that the coast road was closed.',
    'Lina Marsh refused to say how much it cost.',
    'Lina Marsh never told them that the bridge was unsafe.',
  ])('is denied: %s', (text) => {
    const lines = said(text);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^denied Lina Marsh: /u);
  });

  it.each([
    'An earlier version of this article said that the mill was closed.',
    'The deal announced on Monday ended a long strike.',
    'Storm Berta tore the roof off at noon.',
    'Nils Berg founded the yard in spring.',
  ])('is nobody’s: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what is denied', () => {
  it.each([
    'Mayor Lina Marsh never said that the coast road was closed.',
    'Lina Marsh did not say that the road was closed.',
    'Lina Marsh has not said whether the road is closed.',
    'Lina Marsh declined to say how many people left.',
    'Lina Marsh could not say when the road will open.',
    'Lina Marsh denied that the road was closed.',
    'Lina Marsh denied having said that the road was closed.',
    'No one at the mill said that the wall leaks.',
    'Neither Berg nor Moe said that the wall leaks.',
    'Nils Berg refused to say who paid for the wall.',
  ])('is no statement: %s', (text) => {
    expect(said(text).map((line) => line.split(' ')[0])).toEqual(['denied']);
  });

  it.each([
    'The deal announced on Monday ended the strike.',
    'Correction: An earlier version of this article said that the wall leaks.',
    'The film “Never Say Goodbye” opens on Friday.',
    'The ban begins Monday.',
    'Her rival spoke an hour later.',
  ])('nobody says anything in: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('the words that tell whose a statement is', () => {
  it.each([
    ['“Two men died,” said Maj. Olsen.', 'said Maj. Olsen'],
    ['Two men died, said Sgt. Lee Ward.', 'said Sgt. Lee Ward'],
    ['Prices fell 4%, according to Realty.com.', 'according to Realty.com'],
    ['Two men died, said Maj. Olsen.', 'said Maj. Olsen'],
    ['The quake killed 40 people, according to Gov. Jim Poole.', 'according to Gov. Jim Poole'],
  ])('are kept whole in “%s”', (text, attribution) => {
    const { article, facts } = readArticle(sketchArticle({ id: 'said', text }));
    expect(facts.map((fact) => fact.attribution && textAt(article, fact.attribution))).toEqual([attribution]);
  });

  it('have names that are verbs elsewhere', () => {
    expect(quoted('“I stayed,” Lena Ford, 34, told The Echo.')).toEqual(['direct Lena Ford: “I stayed,”']);
    expect(said('The dam, according to Per Aas, who built it, will hold for years.')).toEqual([
      'reported Per Aas: The dam … will hold for years',
    ]);
  });
});
