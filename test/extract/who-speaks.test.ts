import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
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

  it('name nobody where two stand side by side in the sentence before, unless one of them has spoken', () => {
    const speakers = (text: string) => quoted(text).map((line) => line.split(':')[0]);
    expect(speakers('Peter Nygard and Sven Moll argued. “I will not sign,” he said.')).toEqual(['direct he']);
    expect(speakers('Eva Lund and Rita Moe ran on. “It was hard,” she said.')).toEqual(['direct she']);
    expect(speakers('Ada Winter and Nils Berg stood by. “I will not sign,” he said.')).toEqual([
      'direct Nils Berg',
    ]);
    expect(
      speakers('“I won,” said Sven Moll. Peter Nygard and Sven Moll argued. “I will not sign,” he said.'),
    ).toEqual(['direct Sven Moll', 'direct Sven Moll']);
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
    ['“I saw it,” said another, the baker Ove Rand.', 'direct Ove Rand: “I saw it,”'],
    ['“It burned,” said one of the crew, the cook Einar Holt.', 'direct Einar Holt: “It burned,”'],
    ['“It was dark,” said a third, Tilda Mork.', 'direct Tilda Mork: “It was dark,”'],
    ['“We are open,” said chief executive Ingrid Sole.', 'direct Ingrid Sole: “We are open,”'],
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

describe('a letter', () => {
  it('is whose name alone stands behind it', () => {
    expect(quoted('“The buses are late every day.” Minna Falk, Arvik')).toEqual([
      'direct Minna Falk: “The buses are late every day.”',
    ]);
    expect(quoted('“The buses are late every day.” Karl Moss')).toEqual([
      'direct Karl Moss: “The buses are late every day.”',
    ]);
    expect(quoted('“The buses are late every day.” Norwind Energy cut jobs.')).toEqual([
      'direct -: “The buses are late every day.”',
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
    ['According to police, two men fled.', 'reported police: two men fled'],
    ['According to Ms. Reiner, 44, of Arvik, the bus never came.', 'reported Reiner: the bus never came'],
    ['The plant, according to Rita Voss, its director, is shut.', 'reported Rita Voss: The plant … is shut'],
    [
      'According to a report by the Water Board, the lake has shrunk.',
      'reported a report by the Water Board: the lake has shrunk',
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

describe('a sentence that ends in who says it', () => {
  it.each([
    [
      'Brightwell will cut 300 jobs, the company said on Thursday.',
      'reported the company: Brightwell will cut 300 jobs',
    ],
    [
      'The fish keeps a clock, researchers reported on Wednesday.',
      'reported researchers: The fish keeps a clock',
    ],
    ['Nobody was hurt, the fire service said.', 'reported the fire service: Nobody was hurt'],
  ])('is that one’s word: %s', (text, line) => {
    expect(said(text)).toEqual([line]);
  });
});

describe('a list of changes', () => {
  it.each([
    'Ranger: Volley damage reduced from 240 to 205.',
    'Pilot: Seat now adjusts in 4 steps.',
    'Healer: Aura now lasts 8 seconds.\n\nArcher: Range increased by 5%.',
  ])('is nobody’s words: %s', (text) => {
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
    'Lina Marsh no longer says that the road is closed.',
    'Lina Marsh rarely says “the road is closed.”',
    'Lina Marsh almost said “sorry.”',
    'Lina Marsh stopped saying “never.”',
    'It is not true that Lina Marsh said “we lied.”',
    'If Lina Marsh says “sorry,” the strike will end.',
    'Had Lina Marsh said “yes,” the mill would be open.',
    'Lina Marsh denied that the road was closed.',
    'Lina Marsh denied having said that the road was closed.',
    'No one at the mill said that the wall leaks.',
    'Neither Berg nor Moe said that the wall leaks.',
    'Nils Berg refused to say who paid for the wall.',
    'Nils Berg has yet to say whether he will run.',
    'Nils Berg was unable to say when the lift would run.',
    'Nils Berg stopped short of saying that the plan was dead.',
    'Nobody at the school said that the heating had failed.',
  ])('is no statement: %s', (text) => {
    expect(said(text).map((line) => line.split(' ')[0])).toEqual(['denied']);
  });

  it.each([
    'The deal announced on Monday ended the strike.',
    'The trial announced last week was called off.',
    'The price stated on the label was wrong.',
    'Nils Berg wrote to the staff.',
    'Nils Berg and Ida Moe argued for hours.',
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

describe('an interview', () => {
  it('of questions and quoted answers is with whoever is named first', () => {
    const text = [
      'We asked engineer Rosa Quint what went wrong.',
      'Is it dead?',
      '“It is not answering. We call it every day.”',
      'What happened?',
      '“One of the legs sank into the ice.”',
      'A spokesman for the builder declined to comment.',
      'Did the drill work?',
      '“It jammed at once, and we could not free it.”',
    ].join('\n\n');
    expect(quoted(text)).toEqual([
      'direct Rosa Quint: “It is not answering. We call it every day.”',
      'direct Rosa Quint: “One of the legs sank into the ice.”',
      'direct Rosa Quint: “It jammed at once, and we could not free it.”',
    ]);
  });

  it('has its speakers by their initials, and by what they are called there', () => {
    expect(
      quoted(
        'Nadia Kern keeps bees. She spoke to Emma Burke.\n\nEB: You have forty hives. Why?\n\nNK: “They came to me, and they stayed.”\n\nEB: Do they sting?',
      ),
    ).toEqual([
      'direct Emma Burke: You have forty hives. Why?',
      'direct Nadia Kern: “They came to me, and they stayed.”',
      'direct Emma Burke: Do they sting?',
    ]);
    expect(
      quoted(
        'Car 12: There is a large pig in Linden Street.\n\nControl: Say again about the pig.\n\nCar 12: It goes on.',
      ),
    ).toEqual([
      'direct Car 12: There is a large pig in Linden Street.',
      'direct Control: Say again about the pig.',
      'direct Car 12: It goes on.',
    ]);
  });
});

describe('an interview with labels within its paragraphs, or with Q and A', () => {
  it('has each turn for itself', () => {
    expect(
      quoted(
        'We put your questions to Noor van Aalst and to Emil Sabry.\n\nQ: How full is the lake? Van Aalst: It is low. It was lower.\n\nQ: Who checks? Sabry: Not us.',
      ),
    ).toEqual([
      'direct -: How full is the lake?',
      'direct Noor van Aalst: It is low. It was lower.',
      'direct -: Who checks?',
      'direct Emil Sabry: Not us.',
    ]);
  });

  it('gives the answers to whoever is introduced', () => {
    expect(
      quoted(
        'Rosa Quint lives in Sund. She spoke to Tom Reed.\n\nQ: Why did you stay?\n\nA: I had to. It is home.',
      ),
    ).toEqual(['direct -: Why did you stay?', 'direct Rosa Quint: I had to. It is home.']);
  });
});

describe('marks that are missing, doubled or spaced', () => {
  it.each([
    [
      '"The wall leaks," said Nils Berg. We told them," said Ada Winter.',
      ['direct Nils Berg: "The wall leaks,"', 'direct Ada Winter: We told them,"'],
    ],
    ['The wall leaks,” said Nils Berg.', ['direct Nils Berg: The wall leaks,”']],
    ['“The wall leaks, said Nils Berg.', ['direct Nils Berg: “The wall leaks,']],
    [
      '“The wall leaks. It has leaked for years, said Nils Berg. “We told them so.”',
      ['direct Nils Berg: “The wall leaks. It has leaked for years, … “We told them so.”'],
    ],
    ['““The wall leaks,”” said Nils Berg.', ['direct Nils Berg: ““The wall leaks,””']],
    ['"“The wall leaks,”" said Nils Berg.', ['direct Nils Berg: "“The wall leaks,”"']],
    ['“ Come in ”, said Ada Winter.', ['direct Ada Winter: “ Come in ”']],
    ['" It leaks , " said Nils Berg .', ['direct Nils Berg: " It leaks , "']],
    [
      '‘The neighbours’ fence isn’t ours,’ said Karl Benn.',
      ['direct Karl Benn: ‘The neighbours’ fence isn’t ours,’'],
    ],
    ["``The wall leaks,'' said Nils Berg.", ["direct Nils Berg: ``The wall leaks,''"]],
  ])('lose nothing: %s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it.each([
    ['„We are done“, said Ada Winter.', 'direct Ada Winter: „We are done“'],
    ['»It is late«, said Bo Lind.', 'direct Bo Lind: »It is late«'],
    ['« We go », said Nils Berg.', 'direct Nils Berg: « We go »'],
    ['‹We go›, said Nils Berg.', 'direct Nils Berg: ‹We go›'],
    ['— We leave at dawn, said Ada Winter.', 'direct Ada Winter: — We leave at dawn,'],
    [
      '– We leave at dawn – said Ada Winter – and we will not wait.',
      'direct Ada Winter: – We leave at dawn … and we will not wait.',
    ],
  ])('are those of German and French too: %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  it('are no dialogue where a dash begins the entry of a list', () => {
    expect(said('What to buy:\n\n– Milk and bread\n\n– Eggs from the farm')).toEqual([]);
  });
});

describe('a plain report', () => {
  it.each([
    ['The chief said the hall was lost.', 'reported The chief: the hall was lost'],
    ['Officials estimate that 500 homes are dark.', 'reported Officials: that 500 homes are dark'],
  ])('is found whatever the tagger takes its words for: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('quoted words within quoted words', () => {
  it.each([
    ['“My mother told me, ‘Hold the ladder,’” said Ada Winter.', 'direct my mother: ‘Hold the ladder,’'],
    ['“I told her, ‘It is a shirt,’” said Ada Winter.', 'direct Ada Winter: ‘It is a shirt,’'],
    ['“Nils Berg said, ‘You were late.’ I was,” Ada Winter said.', 'direct Nils Berg: ‘You were late.’'],
  ])('are whose the outer words say: %s', (text, expected) => {
    expect(quoted(text).map((line) => line.replace('My mother', 'my mother'))).toContain(expected);
  });

  it('stay part of them where nothing tells who “he” is', () => {
    expect(quoted('“He said, ‘You are late,’ and left,” Ada Winter said.')).toHaveLength(1);
  });
});

describe('who is named before the quoted words', () => {
  it.each([
    [
      '“I made up a cook,” Bea Castle told the court. Judge Tess Adams did not laugh. “This is no reading,” she said.',
      'direct Tess Adams: “This is no reading,”',
    ],
    [
      'His mother, Grace Sund, stood by. “Tom asked them to split it and they would not,” she said.',
      'direct Grace Sund: “Tom asked them to split it and they would not,”',
    ],
    [
      'Danny Kroll, who is now the county sheriff, said he was out. “I was safe,” the sheriff said.',
      'direct Danny Kroll: “I was safe,”',
    ],
    [
      'Henry Roos, the minister of the day, was there. “I was hurt,” the former minister says now.',
      'direct Henry Roos: “I was hurt,”',
    ],
    ['“And I,” says the youngest, Ada Winter.', 'direct Ada Winter: “And I,”'],
    ['“We lost,” one of the fourteen, Emma Lager, told the paper.', 'direct Emma Lager: “We lost,”'],
  ])('is meant by a pronoun or a role: %s', (text, expected) => {
    expect(quoted(text)).toContain(expected);
  });
});

describe('a block quotation', () => {
  const quote = (body: string): string[] => {
    const page = `<html><head><title>The mill</title></head><body><article><h1>The mill</h1><p>The old mill on Weir Lane burned down on Monday night, and nobody was hurt in it.</p>${body}<p>The site will be cleared by the end of the year, and new houses will be built there.</p></article></body></html>`;
    const parsed = readSource({ file: 'mill.html', bytes: new TextEncoder().encode(page) });
    if (!parsed.ok) throw new Error('The page was not read.');
    const { article } = parsed;
    return readArticle(article).attributions.map(
      ({ speaker, content }) =>
        `${speaker?.name ?? '-'}: ${content.map((span) => textAt(article, span)).join(' … ')}`,
    );
  };

  it.each([
    [
      '<blockquote><p>“We lost everything that we had.”</p><cite>Ada Winter</cite></blockquote>',
      'Ada Winter: “We lost everything that we had.”',
    ],
    [
      '<blockquote><p>We lost it all. We will rebuild.</p><cite>Ada Winter</cite></blockquote>',
      'Ada Winter: We lost it all. We will rebuild.',
    ],
    [
      '<blockquote><p>We lost it.</p><p>We will rebuild.</p><footer>— <cite>Nils Berg, miller</cite></footer></blockquote>',
      'Nils Berg: We lost it. … We will rebuild.',
    ],
    [
      '<figure><blockquote><p>We lost it all.</p></blockquote><figcaption>— Ida Moe, mayor</figcaption></figure>',
      'Ida Moe: We lost it all.',
    ],
  ])('is whose words it cites: %s', (body, expected) => {
    expect(quote(body)).toEqual([expected]);
  });

  it('that cites nobody is nobody’s', () => {
    expect(quote('<p>Nils Berg was there.</p><blockquote><p>We lost it all.</p></blockquote>')).toEqual([]);
  });
});

describe('somebody who is only described', () => {
  it.each([
    [
      'Sindre Aune came off the bench. “I forgot what the ball looked like,” the Norwegian said.',
      'Sindre Aune',
    ],
    ['Hedda Vromant won by a length. “I came to see,” said the Belgian.', 'Hedda Vromant'],
    ['Joyce Okello rode alone. “I am hungry,” said the Ugandan, who rides for Halvard.', 'Joyce Okello'],
    ['Nuno Reis saved the last kick. “Same corner,” the goalkeeper said.', 'Nuno Reis'],
    ['Mr Yusuf Kaya gave evidence on Tuesday. “He did, in his car,” said the contractor.', 'Yusuf Kaya'],
    [
      'Her grandson, Ruben Brand, left. Lotte Brand never wrote a manual. “She hated fuss,” her grandson said.',
      'Ruben Brand',
    ],
    [
      'His sister, Ana Pell, keeps the shop. Tom Reed, a baker, is away. “He is never here,” his sister said.',
      'Ana Pell',
    ],
    ['Samira Lindo leads the dig. “My sister sees an emperor,” said the county’s Dr Lindo.', 'Samira Lindo'],
  ])('is the one who is meant in “%s”', (text, speaker) => {
    expect(quoted(text)[0]).toContain(`direct ${speaker}: `);
  });

  it.each([
    ['Ida Moe denied the charge. “Sit down,” said the judge.', 'the judge'],
    [
      'A goalkeeper was booked. Nuno Reis scored twice. “We were lucky,” the goalkeeper said.',
      'the goalkeeper',
    ],
    ['Ida Moe met Nils Berg. “It was cold,” said the painter.', 'the painter'],
  ])('stays as written in “%s”, where nothing tells who it is', (text, speaker) => {
    expect(quoted(text)[0]).toContain(`direct ${speaker}: `);
  });
});

describe('a clause with a colon', () => {
  it.each([
    ['Nils Berg thinks so. Mara Quist is less sure: “Ninety percent of them.”', 'Mara Quist'],
    ['Ida Moe came late. She was blunt: “We lost.”', 'Ida Moe'],
    [
      'Jorn Holt, who shoots weddings and borrowed our camera for two, gave it back with one remark: “Lovely.”',
      'Jorn Holt',
    ],
    ['The rule is simple: “No dogs.”', '-'],
    ['The sign at the gate is old: “Keep out.”', '-'],
  ])('is said by whom it names as its subject in “%s”', (text, speaker) => {
    expect(quoted(text)[0]).toContain(`direct ${speaker}: `);
  });

  it('is said by nobody whose label is before it, if it has a subject of its own', () => {
    const [line] = said('Gazette: Bram Verhoef wrote in 2029 that your food was “a lecture with salt.”');
    expect(line).toBe('partial Bram Verhoef: “a lecture with salt.”');
  });
});
