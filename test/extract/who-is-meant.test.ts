import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

/** Who says the last direct quotation of a text; the mention's own words where nobody is named, `-` where nothing is. */
function lastSpeaker(text: string): string {
  const { attributions } = readArticle(sketchArticle({ id: 'meant', text }));
  const last = attributions.findLast(({ kind }) => kind === 'direct');
  return last?.speaker?.name ?? '-';
}

function speakersOf(texts: readonly (readonly [string, string])[]): string[] {
  return texts.map(([text]) => `${text} → ${lastSpeaker(text)}`);
}

function wanted(texts: readonly (readonly [string, string])[]): string[] {
  return texts.map(([text, speaker]) => `${text} → ${speaker}`);
}

describe('a pronoun beside quoted words', () => {
  it('names nobody where the sentence before tells what is done to or with another as likely', () => {
    const texts = [
      ['Ewa met Karin at the gate. “I am glad it is over,” she said.', 'she'],
      ['Paul Reed visited Simon Vance in hospital. “I feel better,” he said.', 'he'],
      ['Nora Beck hugged Tilda Roth on the platform. “It has been ten years,” she said.', 'she'],
      ['Ewa spoke with Karin until dawn. “I forgive her,” she said.', 'she'],
      ['Frida Holm and her sister Agnes Holm run the bakery. “We start at three,” she said.', 'she'],
      ['Nora Beck met Simon Vance at the gate. “I am glad it is over,” he said.', 'Simon Vance'],
      ['Nora Beck praised Tilda Roth’s courage. “It was the longest night,” she said.', 'Nora Beck'],
      ['Uwe Brandt told Klaus Weber that the dam would hold. “We checked it twice,” he said.', 'Uwe Brandt'],
      [
        '“I am tired,” said Ewa Lis. She met Karin Falk at noon. “We talked for an hour,” she said.',
        'Ewa Lis',
      ],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });

  it('is never an animal or a ship that is named beside what it is', () => {
    const texts = [
      ['Ada Winter fled with her dog, Rufus. Rufus hid under the sink. “He is old,” she said.', 'Ada Winter'],
      [
        'Nils Berg walked his dog, Bella. Bella stopped at the gate. “She heard it first,” he said.',
        'Nils Berg',
      ],
      ['Nils Berg bought the yacht, Aurora. Aurora sank in a day. “I cried,” he said.', 'Nils Berg'],
      ['Ada Winter owns a horse, Biscuit. Biscuit won by a length. “He loves mud,” she said.', 'Ada Winter'],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });

  it('names nobody where somebody is told by another’s name only', () => {
    const texts = [
      ['A spokesman for Nils Berg declined to comment. “We will wait,” he said.', 'he'],
      ['The son of Nils Berg found the body. “I ran,” he said.', 'he'],
      ['The widow of Nils Berg came alone. “He loved this place,” she said.', 'she'],
      ['Lind’s brother paid the fine. “He is a fool,” he said.', 'he'],
      ['A friend of Ida Moe drove the car. “I saw nothing,” she said.', 'she'],
      ['Ruth Bellamy began in 1988. Her mother had worked there, too. “I can smell it,” she said.', 'she'],
      [
        'Ruth Bellamy began in 1988. Her mother and grandmother had worked there, too. “I can smell it,” she said.',
        'Ruth Bellamy',
      ],
      [
        'Rita Voss said that she would wait. Among those leaving is Ruth Bellamy. Her mother and grandmother had worked there, too. “I can smell it,” she said.',
        'she',
      ],
      [
        'Rita Voss said that she would wait.\n\nAmong those leaving is Ruth Bellamy, 61. Her mother and grandmother had worked there, too. “I can smell it,” she said.',
        'Ruth Bellamy',
      ],
      ['Nils Berg runs the mill. His father and brother built it. “It was hard,” he said.', 'Nils Berg'],
      ['The son of Nils Berg found the body. Ida Moe called the police. “I ran,” she said.', 'Ida Moe'],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });

  it('is never somebody whom the quoted words name, and never who has just asked', () => {
    const texts = [
      ['Her sister, Ruth, had the voice. “Ruth sang and I swept,” she said.', 'she'],
      ['Ruth Vale left. Her sister, Mary Vale, stayed. “Ruth was always braver,” she said.', 'Mary Vale'],
      ['Vera Sund asked Rita Voss about the slope. “It is moving,” she replied.', 'Rita Voss'],
      ['“Is it safe?” Vera Sund asked Rita Voss. “No, it is moving,” she replied.', 'Rita Voss'],
      ['Ida Moe asked Otto Sand where the money was. “In the safe,” he answered.', 'Otto Sand'],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });

  it('means who is named since somebody else has spoken, also behind “was” and “by”', () => {
    const texts = [
      [
        '“We lost the vote,” said Bo Lind. The place goes to Nikhil Rao, who ran the bank. “I will miss the trams,” he said.',
        'Nikhil Rao',
      ],
      [
        '“It ran,” said Tove Lind. The winner was Greta Holm, 12. “I cannot stop laughing,” she said.',
        'Greta Holm',
      ],
      [
        '“We lost the vote,” said Bo Lind. Ask Otto Falk and he does not wait. “It was the wind,” he said.',
        'Otto Falk',
      ],
      [
        'Mr. Okafor runs the mill with his wife, Dr. Adaeze Okafor. “The wheel turned again in May,” she said.',
        'Adaeze Okafor',
      ],
      ['“It was dark,” said Ute Holm.\n\nMs Trench had already gone. “I hate crowds,” she said.', 'Trench'],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });
});

it('means who still acts in its own sentence, though another is named as whom it is done to', () => {
  const texts = [
    [
      'It was on Friday, when Reed called Vance to share what he described as “a major step” for both.',
      'Paul Reed',
    ],
    [
      'On Monday Paul Reed visited Simon Vance to deliver what he called “a last offer” on the mill.',
      'Paul Reed',
    ],
    ['At noon Nils Berg met Otto Falk and gave him what he called “a fair price” for it.', 'Nils Berg'],
    ['On Monday Paul Reed helped Simon Vance to sell what he called “a last offer” on the mill.', 'he'],
    ['On Monday Paul Reed persuaded Simon Vance to drop what he called “a last offer” on the mill.', 'he'],
  ] as const;
  const speakers = texts.map(([text]) => {
    const { attributions } = readArticle(
      sketchArticle({
        id: 'meant',
        text: `Paul Reed, the mayor, and Simon Vance, a banker, are rivals. Nils Berg and Otto Falk are not.\n\nThe sluice stays shut until spring.\n\n${text}`,
      }),
    );
    return `${text} → ${attributions.findLast(({ kind }) => kind === 'partial')?.speaker?.name ?? '-'}`;
  });
  expect(speakers).toEqual(wanted(texts));
});

it('is nobody right behind somebody without a name, nor one of two who say it together', () => {
  const texts = [
    ['“It burns,” said Bo Lind. “It is out,” an officer said. “We were lucky,” he said.', 'he'],
    ['“It burns,” said Bo Lind. “It is out,” said his brother. “We were lucky,” he said.', 'he'],
    ['“It burns,” an officer said. Otto Falk came at noon. “We were lucky,” he said.', 'Otto Falk'],
    ['“We saw it all,” said Jan and Eva Roth, who live opposite.', 'Jan and Eva Roth'],
    ['“We saw it all,” Nils Berg and Otto Falk said.', 'Nils Berg and Otto Falk'],
    ['“We saw it all,” said Nils Berg and his men.', 'Nils Berg'],
    ['Ida Moe read out a letter from Otto Falk: “You were right.”', 'Otto Falk'],
    ['The chair quoted a note by Otto Falk: “You were right.”', 'Otto Falk'],
    ['In a letter to Ida Moe, Otto Falk wrote: “You were right.”', 'Otto Falk'],
  ] as const;
  expect(speakersOf(texts)).toEqual(wanted(texts));
});

it('claims that are rejected are denied', () => {
  for (const text of [
    'Ida Moe rejected claims that she had been paid.',
    'Ida Moe dismissed reports that the mill was shut.',
    'Ida Moe refuted the allegation that the mill was shut.',
    'Ida Moe denied the claim that she had been paid.',
  ]) {
    const { attributions } = readArticle(sketchArticle({ id: 'meant', text }));
    expect(
      attributions.filter(({ kind }) => kind !== 'denied'),
      text,
    ).toEqual([]);
  }
});

describe('quoted words without a verb of saying', () => {
  it('are whose the sentence before reports or is about, but not whom they speak of', () => {
    const texts = [
      ['Ada Winter shrugged. “It was only a barn, after all.”', 'Ada Winter'],
      ['The bridge had been shut for weeks, Otto Falk said. “Nobody told the drivers.”', 'Otto Falk'],
      ['Marks had not changed, Otto Falk said. “The library is fuller now.”', 'Otto Falk'],
      ['Ada Winter shrugged. “She is wrong, and everybody knows it.”', '-'],
      ['Bo Lind met Otto Falk. “We lost everything that day.”', '-'],
    ] as const;
    expect(speakersOf(texts)).toEqual(wanted(texts));
  });
});

it('a role that nobody in the article has in whole names nobody', () => {
  const texts = [
    [
      'Gordon Pike, the old leader, stayed away. “I was told to wait,” the new leader said.',
      'the new leader',
    ],
    ['Gordon Pike, the party leader, stayed away. “I was told to wait,” the leader said.', 'Gordon Pike'],
    ['Ida Moe, the night nurse, woke. “It smelt of gas,” the day nurse said.', 'the day nurse'],
    ['“I am proud,” said the winner, 19-year-old Tara Finn.', 'Tara Finn'],
    ['“Which way is it?” called a voice from the crowd.', 'a voice from the crowd'],
  ] as const;
  expect(speakersOf(texts)).toEqual(wanted(texts));
  const { article, attributions } = readArticle(
    sketchArticle({ id: 'meant', text: 'The plan, which critics called “too radical”, was dropped.' }),
  );
  expect(attributions.map(({ speaker }) => speaker && textAt(article, speaker))).toEqual(['critics']);
});

it('a clause before “said” and a name is that one’s, whatever its verb is taken for', () => {
  const texts = [
    ['Forty homes burned, said Olsen.', 'Olsen: Forty homes burned'],
    ['Forty homes burned down, said fire chief Karl Olsen.', 'Karl Olsen: Forty homes burned down'],
    ['The roof leaks, said Karl Olsen, a surveyor.', 'Karl Olsen: The roof leaks'],
    ['Six boats sank, said the harbour master on Monday.', 'the harbour master: Six boats sank'],
    ['The mayor, Ida Moe, said Olsen had lied.', 'Ida Moe: Olsen had lied'],
    ['The mayor, Ida Moe, said nothing.', ''],
    ['The chief, Karl Holm, said Friday.', ''],
  ] as const;
  const got = texts.map(([text]) => {
    const { article, attributions } = readArticle(sketchArticle({ id: 'meant', text }));
    const lines = attributions.map(
      ({ speaker, content }) =>
        `${speaker?.name}: ${content.map((span) => textAt(article, span)).join(' … ')}`,
    );
    return [text, lines.join(' / ')];
  });
  expect(got).toEqual(texts);
});
