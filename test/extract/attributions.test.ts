import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Span } from '../../src/article/span.js';
import type { Attributions } from '../../src/extract/attribution.js';
import { readingRulesOf } from '../../src/extract/reading-rules.js';
import { annotate } from '../../src/language/annotation.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';

const names = loadNameModel();
const statements = loadStatementModel();

function toArticle(text: string, language = 'en'): Article {
  const meta = { title: '-', url: null, author: null, publisher: null, published: null, language };
  return createArticle({ id: '-', meta, text });
}

function read(article: Article): Attributions {
  const annotation = annotate(article);
  const { findEntities, findAttributions } = readingRulesOf(article.meta.language);
  return findAttributions(annotation, findEntities(annotation, names), statements);
}

/** Each attribution and each term in order, as `kind | name | cue | content`, with ` … ` between the spans of one content. */
function show(text: string, language?: string): string[] {
  const article = toArticle(text, language);
  const words = (span: Span | null) => (span === null ? '-' : textAt(article, span));
  const { attributions, terms } = read(article);
  return [
    ...attributions.map(({ kind, speaker, cue, content }) => ({
      line: `${kind} | ${speaker?.name ?? '-'} | ${words(cue)} | ${content.map(words).join(' … ')}`,
      at: content[0]?.start ?? 0,
    })),
    ...terms.map((term) => ({ line: `term | - | - | ${words(term)}`, at: term.start })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

function quoted(text: string, language?: string): string[] {
  return show(text, language).filter((line) => !line.startsWith('reported'));
}

describe('direct quotations', () => {
  it.each([
    ['“We will leave,” Marta Oduya said.', 'direct | Marta Oduya | said | “We will leave,”'],
    ['"We will leave," said Marta Oduya.', 'direct | Marta Oduya | said | "We will leave,"'],
    ["''We will leave,'' Marta Oduya wrote.", "direct | Marta Oduya | wrote | ''We will leave,''"],
    ['‘We will leave now,’ said Marta Oduya.', 'direct | Marta Oduya | said | ‘We will leave now,’'],
    ['Marta Oduya said, “We will leave.”', 'direct | Marta Oduya | said | “We will leave.”'],
    ['In a letter, Marta Oduya wrote: “We will leave.”', 'direct | Marta Oduya | wrote | “We will leave.”'],
    [
      '“The pumps failed,” according to the harbour office.',
      'direct | the harbour office | According to | “The pumps failed,”',
    ],
  ])('%s', (text, expected) => {
    expect(quoted(text)[0]?.toLowerCase()).toBe(expected.toLowerCase());
  });

  it('a cue in the middle leaves one quotation with two spans', () => {
    expect(quoted('“We will leave,” Marta Oduya said, “and we will not come back.”')).toEqual([
      'direct | Marta Oduya | said | “We will leave,” … “and we will not come back.”',
    ]);
    expect(quoted('“We will leave,” Marta Oduya said on Friday. “Nobody asked us to stay.”')).toEqual([
      'direct | Marta Oduya | said | “We will leave,” … “Nobody asked us to stay.”',
    ]);
  });

  it('a new cue begins a new quotation', () => {
    expect(
      quoted('“We will leave,” Marta Oduya said, adding, “Nobody has asked us to stay.”').map((line) =>
        line.split(' | ').slice(2).join(' | '),
      ),
    ).toEqual(['said | “We will leave,”', 'adding | “Nobody has asked us to stay.”']);
  });

  it('a speaker who is described stays as described, with whom the article says the speaker speaks for', () => {
    const article = toArticle(
      'The Harbour Board, meanwhile, denied the delay. “The work goes on every day,” said a senior aide.',
    );
    const said = read(article).attributions.find(({ kind }) => kind === 'direct');
    expect(said?.speaker?.name).toBe('a senior aide');
    expect(said?.speaker?.behalf && textAt(article, said.speaker.behalf)).toBe('The Harbour Board');
  });

  it('a dash and a name below a quotation sign it', () => {
    expect(quoted('“The sea gives and the sea takes away.”\n\n— Marta Oduya')).toEqual([
      'direct | Marta Oduya | - | “The sea gives and the sea takes away.”',
    ]);
  });

  it('a quotation that nobody is named for has no speaker', () => {
    expect(quoted('The wall was painted in one night.\n\n“Nobody sleeps in this town any more.”')).toEqual([
      'direct | - | - | “Nobody sleeps in this town any more.”',
    ]);
  });
});

describe('partial quotations and terms', () => {
  it.each([
    [
      'Marta Oduya called the plan “rigged from the start.”',
      'partial | Marta Oduya | called | “rigged from the start.”',
    ],
    ['She works in the “Old Customs House” near the port.', 'term | - | - | “Old Customs House”'],
    ['It was the capstone of his “grand tour” ambitions.', 'term | - | - | “grand tour”'],
    ['The so-called “ghost ships” came back in May.', 'term | - | - | “ghost ships”'],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  it('the object of a causing verb is who accuses', () => {
    expect(
      quoted(
        'Feldt shrugged, prompting Lindqvist to lose her temper and accuse the quarryman of being “too proud.”',
      )[0],
    ).toMatch(/^partial \| Lindqvist \| accuse \| “too proud\.”$/u);
  });
});

describe('indirect statements', () => {
  it('has source, cue and content', () => {
    expect(show('Harbour officials insist that the delay stems from bad weather.')).toEqual([
      'reported | Harbour officials | insist | that the delay stems from bad weather',
    ]);
    expect(show('Marta Oduya said the ferry would sail on Monday.')).toEqual([
      'reported | Marta Oduya | said | the ferry would sail on Monday',
    ]);
  });

  it('words in direct speech report nothing by themselves', () => {
    const lines = show('“Feldt said that he would stay,” Marta Oduya said.');
    expect(lines).toEqual(['direct | Marta Oduya | said | “Feldt said that he would stay,”']);
  });
});

describe('what is led in by a colon', () => {
  it.each([
    [
      'Gareth Sinclair did not wish to speak on Monday except for one sentence: “She was never late.”',
      'direct | Gareth Sinclair | wish | “She was never late.”',
    ],
    [
      'Ada Hartmann would not say how many were hurt: “Ask the doctors.”',
      'direct | Ada Hartmann | say | “Ask the doctors.”',
    ],
    [
      'Ada Hartmann never said: “The road is closed.”',
      'denied | Ada Hartmann | said | “The road is closed.”',
    ],
    [
      'Coach Jemima Bastos speaks so loudly that we can take it down: “Stop looking at the score.”',
      'direct | Jemima Bastos | speaks | “Stop looking at the score.”',
    ],
  ])('is said, unless the verb of saying before it is negated: %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });
});

describe('verbs of saying that another word leads to', () => {
  it.each([
    [
      'Olivia Trent sang. “Forty violins,” she used to say, “and not one was warm.”',
      'direct | Olivia Trent | say | “Forty violins,” … “and not one was warm.”',
    ],
    ['“Dogs wait,” Olivia Trent likes to say.', 'direct | Olivia Trent | say | “Dogs wait,”'],
    ['“We cried,” Olivia Trent was quick to add.', 'direct | Olivia Trent | add | “We cried,”'],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });
});

describe('one of several', () => {
  it.each([
    [
      'The members voted. “A loaf costs more,” said one of them, Birte Samuelson.',
      'direct | Birte Samuelson | said | “A loaf costs more,”',
    ],
    ['Two drivers waited. “We sat there,” said one, Tim Roe.', 'direct | Tim Roe | said | “We sat there,”'],
    [
      'Two drivers waited. “We sat there,” said one of them.',
      'direct | one of them | said | “We sat there,”',
    ],
    ['Two drivers waited. “We sat there,” said another.', 'direct | another | said | “We sat there,”'],
    [
      'Dottora paid. “From whom?” said managing director Zuleika Thorne.',
      'direct | Zuleika Thorne | said | “From whom?”',
    ],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });
});

describe('a question and its answer in one paragraph', () => {
  const INTERVIEW = [
    'Eleonora Wachow has run every election in Pellagrin for 31 years. On Friday she hands over to Dmitri Callahan.',
    'Ms Wachow, what was the closest result? “One vote, in 1998. We counted it seven times.”',
    'And the worst night? “The flood of 2007. We dried the ballots.”',
    'You were threatened after the last election. “I had some forty letters.”',
    'Why has mistrust grown? “Because we became quick.”',
    'The council refused to build you a hall. “Twice, in 2003 and 2018.”',
  ].join('\n\n');

  it('is an interview: who is introduced answers', () => {
    const lines = quoted(INTERVIEW).filter((line) => line.startsWith('direct'));
    expect(lines.map((line) => line.split(' | ').slice(1).join(' | '))).toEqual([
      'Eleonora Wachow | - | “One vote, in 1998. We counted it seven times.”',
      'Eleonora Wachow | - | “The flood of 2007. We dried the ballots.”',
      'Eleonora Wachow | - | “I had some forty letters.”',
      'Eleonora Wachow | - | “Because we became quick.”',
      'Eleonora Wachow | - | “Twice, in 2003 and 2018.”',
    ]);
  });
});

describe('what can say nothing', () => {
  it.each([
    'Trains: nothing runs north of Castelrode.',
    'HEALTH: The ward at Gorse is saved for the time being.',
    'Wenlow: pensioner foils swindlers.',
    'Eight minutes tell the forgery by its smell.',
    'The headphones remember the setting when you leave the app.',
    'Stomach contents showed that the fish eats by day.',
  ])('reports nothing: %s', (text) => {
    expect(show(text)).toEqual([]);
  });
});

describe('other languages', () => {
  it('pairs the marks of the language and names nobody', () => {
    expect(quoted('Die Hafenmeisterin sagte: „Wir fahren morgen nach Norden.“', 'de')).toEqual([
      'direct | - | - | „Wir fahren morgen nach Norden.“',
    ]);
    expect(quoted('« Nous partons demain pour le nord », a dit la capitaine.', 'fr')).toEqual([
      'direct | - | - | « Nous partons demain pour le nord »',
    ]);
  });
});

describe('an article about a quarry', () => {
  const text = readFileSync(new URL('../fixtures/quotes-quarry/article.txt', import.meta.url), 'utf8');

  it('comes out whole', () => {
    expect(quoted(text)).toEqual([
      'partial | Petra Lindqvist | called | “the longest argument in this valley.”',
      'direct | Petra Lindqvist | told | “We have listened to everyone,” … “Nobody can say that the decision was rushed.”',
      'direct | Petra Lindqvist | added | “The jobs will come back,” … “but the hillside will not.”',
      'partial | Arno Feldt | accused | “allergic to work.”',
      'direct | a senior official | said | “We are not finished,”',
      'direct | one retired driller | put it | “They took the stone and left us the dust. That is how it has always been.”',
      'direct | Ilse Baran | said | “My grandfather cut the first block here,” … “He would not know the place. … “But he would know the noise. It has not changed.”',
      'term | - | - | “Green Ridge”',
      'term | - | - | “hills first.”',
    ]);
  });

  it('reports what is said without marks', () => {
    expect(show(text)).toContain('reported | Arno Feldt | said | that the council had ignored its own study');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '„',
    "''",
    ' he said',
    ', said Ms. Oduya',
    '. ',
    ', ',
    ': ',
    '\n\n',
    ' the plan ',
    'We will leave',
    ' called it ',
    ' that ',
    ' 6\' 2"',
    '—',
    ' ',
    'according to Feldt',
    '(',
    ')',
    '…',
    '?',
    'é',
    '\u{1F600}',
  );

  it('gives ordered spans inside the text, of which none crosses a paragraph or is empty', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('en', 'de', 'fr', 'sv'),
        (pieces, language) => {
          const article = toArticle(pieces.join(''), language);
          let reached = 0;
          for (const { content, cue, speaker } of read(article).attributions) {
            expect(content.length).toBeGreaterThan(0);
            const spans = [
              ...content,
              ...(cue === null ? [] : [cue]),
              ...(speaker === null ? [] : [speaker]),
            ];
            for (const { start, end } of spans) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(article.text.length);
              expect(
                article.paragraphs.some((paragraph) => start >= paragraph.start && end <= paragraph.end),
              ).toBe(true);
            }
            content.slice(1).forEach((span, i) => {
              expect(span.start).toBeGreaterThanOrEqual(content[i]?.end ?? 0);
            });
            expect(content[0]?.start).toBeGreaterThanOrEqual(reached);
            reached = content[0]?.start ?? reached;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        read(toArticle(text));
      }),
      { numRuns: 200 },
    );
  });
});
