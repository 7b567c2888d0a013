import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOverlapping, isWithin, type Span } from '../../src/article/span.js';
import type { Fact } from '../../src/extract/fact.js';
import { findFacts } from '../../src/extract/facts/find-facts.js';
import { readWith } from '../../src/extract/read-article.js';
import { annotate } from '../../src/language/annotation.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { fixtureText, sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

interface ReadFacts {
  readonly text: string;
  readonly facts: readonly Fact[];
}

function read(text: string, published: string | null = null, language = 'en'): ReadFacts {
  return { text, facts: readArticle(sketchArticle({ id: 'test', text, published, language })).facts };
}

function words({ text }: ReadFacts, span: Span | null): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

/** The values of a sentence as "kind: value", with what they count in brackets. */
function valuesOf(text: string): string[] {
  const found = read(text);
  return found.facts.map(({ kind, value, counted }) => {
    const things = counted === null ? '' : ` [${words(found, counted)}]`;
    return `${kind}: ${words(found, value)}${things}`;
  });
}

describe('values', () => {
  test.each([
    ['The club paid $3.5 million and £5m.', ['amount: $3.5 million', 'amount: £5m']],
    [
      'It cost 2,000 Swiss francs or 1.2 billion euros.',
      ['amount: 2,000 Swiss francs', 'amount: 1.2 billion euros'],
    ],
    ['The road is 26.2 miles long and the shed holds 4,000 kg.', ['amount: 26.2 miles', 'amount: 4,000 kg']],
    ['Turnout rose by 3.5% to 40 per cent.', ['share: 3.5%', 'share: 40 per cent']],
    [
      'One in five children and two-thirds of the boats left.',
      ['share: One in five [children]', 'share: two-thirds [the boats]'],
    ],
    ['They fought for nearly two years.', ['duration: nearly two years']],
    [
      'A two-week truce ended after half a century.',
      ['duration: two-week [truce]', 'duration: half a century'],
    ],
    ['There were 48 remaining island hostages.', ['people: 48 [remaining island hostages]']],
    [
      'In all, 1,200 Norwegians were hurt and 250 taken hostage.',
      ['people: 1,200 [Norwegians]', 'people: 250 [taken hostage]'],
    ],
    [
      'The storm came, killing at least 12 and injuring more than 30 others.',
      ['people: at least 12', 'people: more than 30 [others]'],
    ],
    [
      'Dozens of people saw hundreds of thousands of fish.',
      ['people: Dozens [people]', 'number: hundreds of thousands [fish]'],
    ],
    ['Three of the five judges agreed.', ['people: Three [the five judges]', 'people: five [judges]']],
    ['Between 10 and 20 boats sank.', ['number: Between 10 and 20 [boats]']],
    ['The side, who have won seven titles, won 3-1.', ['number: seven [titles]', 'number: 3-1']],
    ['The paper counted at least 707 people shot.', ['people: at least 707 [people shot]']],
    ['They gave $38million over 15-plus years.', ['amount: $38million', 'duration: over 15-plus years']],
    ['It stood 100\npercent behind him.', ['share: 100\npercent']],
    ['The 22-year-old joined a 12-member panel.', ['number: 22-year-old', 'number: 12 [member panel]']],
  ])('%s', (text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  test('numbers that are names, labels or pronouns are no values', () => {
    expect(valuesOf('The No. 7 shirt, Apollo 11, G7, Covid-19, F-16 and 9/11 are names.')).toEqual([]);
    expect(valuesOf('Article 5 is on page 12, and Section 230 is not.')).toEqual([]);
    expect(valuesOf('It went off at 131 West 23rd Street.')).toEqual([]);
    expect(valuesOf('The two leaders met one official, and one of them left.')).toEqual([]);
    expect(valuesOf('Between the two lies a third way [6].')).toEqual([]);
  });

  test('places are those where something happens, with their direction', () => {
    const found = read(
      'Talks opened in Norway. Norway’s minister spoke of southern Sweden. Rain fell on northern Denmark.',
    );
    expect(found.facts.map((fact) => words(found, fact.value))).toContain('northern Denmark');
    expect(found.facts.map((fact) => found.text.slice(fact.value.start - 3, fact.value.end))).toContain(
      'in Norway',
    );
    expect(found.facts.filter(({ value }) => words(found, value) === 'Norway')).toHaveLength(1);
  });

  test('no English rule reads articles in other languages', () => {
    expect(read('Ende November starben on Friday twelve Menschen.', null, 'de').facts).toEqual([]);
  });
});

describe('dates', () => {
  const PUBLISHED = '2031-05-15';
  test.each([
    ['It closed on Friday.', 'Friday', '2031-05-09', '2031-05-09'],
    ['It will open on Friday.', 'Friday', '2031-05-16', '2031-05-16'],
    ['It fell in March.', 'March', '2031-03-01', '2031-03-31'],
    ['It will close in March.', 'March', '2032-03-01', '2032-03-31'],
    ['It fell on 5 November.', '5 November', '2030-11-05', '2030-11-05'],
    ['On Oct. 7, 2023, it fell.', 'Oct. 7, 2023', '2023-10-07', '2023-10-07'],
    ['On March 5, 55 people came.', 'March 5', '2031-03-05', '2031-03-05'],
    ['It closed last year.', 'last year', '2030-01-01', '2030-12-31'],
    ['It closed two years ago.', 'two years ago', '2029-01-01', '2029-12-31'],
    ['It fell 1,500 years ago.', '1,500 years ago', '0531-01-01', '0531-12-31'],
    ['It closed yesterday.', 'yesterday', '2031-05-14', '2031-05-14'],
    ['It fell in the 1990s.', '1990s', '1990-01-01', '1999-12-31'],
    ['It stood in the 19th century.', '19th century', '1801-01-01', '1900-12-31'],
    ['It fell in the third quarter of 2024.', 'third quarter of 2024', '2024-07-01', '2024-09-30'],
    ['It grew between 2010 and 2015.', '2010 and 2015', '2010-01-01', '2015-12-31'],
    ['The 2019-20 season ended.', '2019-20', '2019-01-01', '2020-12-31'],
    ['It fell in early 2023.', 'early 2023', '2023-01-01', '2023-04-30'],
    ['They met between March and June 2020.', 'March and June 2020', '2020-03-01', '2020-06-30'],
    ['It rained in the summer of 2024.', 'summer of 2024', '2024-06-01', '2024-08-31'],
    ['It rained in Summer 2024.', 'Summer 2024', '2024-06-01', '2024-08-31'],
    ['It opened on 25/12/2023.', '25/12/2023', '2023-12-25', '2023-12-25'],
    ['It closed in March last year.', 'March last year', '2030-03-01', '2030-03-31'],
    ['In her 2003 book she wrote it.', '2003', '2003-01-01', '2003-12-31'],
    ['The mayor said on Friday that the park will open.', 'Friday', '2031-05-09', '2031-05-09'],
    ['The mayor said the park would open in June.', 'June', '2031-06-01', '2031-06-30'],
    ['The club plays Halden on Saturday.', 'Saturday', '2031-05-17', '2031-05-17'],
    ['It boomed in the 90’s.', '90’s', '1990-01-01', '1999-12-31'],
    ['It opened on 2024-02-29.', '2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s', (text, value, from, to) => {
    const found = read(text, PUBLISHED);
    const [date] = found.facts.filter(({ kind }) => kind === 'date');
    expect(words(found, date?.value ?? null)).toBe(value);
    expect(date?.time).toEqual({ from, to });
  });

  test.each([
    'It closed on Friday.',
    'It fell in March.',
    'It closed last year.',
    'It opened three days later.',
  ])('without a date of the article, %s stays as written', (text) => {
    const [date] = read(text).facts;
    expect(date?.kind).toBe('date');
    expect(date?.time).toBeNull();
  });

  test.each([
    ['It formed 4.6 billion years ago.', '4.6 billion years ago'],
    ['It died out 66 million years ago.', '66 million years ago'],
    ['It sank 10,000 years ago.', '10,000 years ago'],
  ])('before the first year of four digits, %s stays as written', (text, value) => {
    const found = read(text, PUBLISHED);
    const [date] = found.facts.filter(({ kind }) => kind === 'date');
    expect(words(found, date?.value ?? null)).toBe(value);
    expect(date?.time).toBeNull();
  });

  test('a day that has become a name is not put into the last year', () => {
    expect(read('After the Sept. 11 attacks, rules changed.', PUBLISHED).facts[0]?.time).toBeNull();
  });

  test('the day of saying is the reporter’s, what is said is the speaker’s', () => {
    const found = read('The mayor said on Friday that 12 boats sank.', PUBLISHED);
    expect(found.facts.map(({ standing }) => standing)).toEqual(['stated', 'claimed']);
  });

  test.each([
    ['Catches have fallen since 2017. The board will decide in August.', 'August', null],
    ['A fire in 2027 shut the mill. It is to reopen in May.', 'May', null],
    ['The club lost the cup in 2030. The final is on 3 June.', '3 June', null],
    ['The fair will open on 3 May 2031. It will close on 10 May.', '10 May', '2031-05-10'],
    ['The mill burned down in March 2027. It reopened in May.', 'May', '2027-05-01'],
  ])('in an undated article what is to come takes no year of what was: %s', (text, month, from) => {
    const found = read(text);
    const dates = found.facts.filter(({ value }) => words(found, value) === month);
    expect(dates.map(({ time }) => time?.from ?? null)).toEqual([from]);
  });

  test.each([
    ['By Ada Finch, Port Post, 14 May 2031', '2031-05-19'],
    ['By Ada Finch | May 14, 2031', '2031-05-19'],
    ['Published: September 3, 2031', '2031-09-08'],
    ['14th May 2031', '2031-05-19'],
    ['Posted on 14 May 2031 by Ada Finch', '2031-05-19'],
    ['By Ada Finch — 2031-05-14', '2031-05-19'],
    ['Last updated 14 May 2031', null],
    ['By Ada Finch', null],
    ['By Ada Finch, 14 May 2031\n\nBy Bo Reed, 15 May 2031', null],
  ])('the day above the prose is the article’s, where none is stated: %s', (line, monday) => {
    const text = `${line}\n\nThe council of Marrow shut the old mill. It will open again on Monday.\n\nNobody had asked for that.`;
    const found = read(text);
    const dates = found.facts.filter(({ value }) => words(found, value) === 'Monday');
    expect(dates.map(({ time }) => time?.from ?? null)).toEqual([monday]);
  });

  test('a date goes by the verb that it stands with', () => {
    const texts = [
      ['“We will win,” Moe said on Thursday.', '2032-06-10'],
      ['“Rates will rise,” Moe told lawmakers on Tuesday.', '2032-06-08'],
      ['The mill will close, the owner announced on Tuesday.', '2032-06-08'],
      ['“We will appeal,” Moe wrote to the court on Monday.', '2032-06-07'],
      ['Lind will resign, she told staff on Tuesday.', '2032-06-08'],
      ['The club will appeal against the fine imposed on Monday.', '2032-06-07'],
      ['The aide never said that he would quit, despite reports on Thursday.', '2032-06-10'],
      ['Lind will stay on despite a defeat on Wednesday.', '2032-06-09'],
      ['The crew will help build the bridge on Monday.', '2032-06-14'],
      ['The plan will see the bridge closed on Monday.', '2032-06-14'],
      ['Foyle said the striker would have a scan on Monday.', '2032-06-14'],
      ['They would have dinner with the king on Sunday.', '2032-06-13'],
      ['He must have left on Monday.', '2032-06-07'],
      ['They will repeal the law if they win in November.', '2032-11-01'],
      ['The senator could lose her seat in November.', null],
      ['He could not come on Monday.', '2032-06-07'],
    ] as const;
    const fromOf = (text: string): string | null =>
      read(text, '2032-06-11').facts.find(({ kind }) => kind === 'date')?.time?.from ?? null;
    expect(texts.map(([text]) => [text, fromOf(text)])).toEqual(texts);
  });

  test('no verb tells when a month’s own thing is', () => {
    const found = read('Her rival in November’s election said so. In March she won.', '2031-05-14');
    expect(found.facts.map(({ time }) => time?.from ?? null)).toEqual([null, '2031-03-01']);
  });

  test('the day that is stated counts, not one above the prose', () => {
    const text =
      'By Ada Finch, 14 May 2031\n\nThe old mill will open again on Monday.\n\nNobody had asked for that.';
    const { facts } = read(text, '2031-06-04');
    expect(facts.map(({ time }) => time?.from)).toContain('2031-06-09');
  });

  test('in an undated article a month takes the year named before it in the paragraph', () => {
    const found = read('In 1916 the war went on. In August he fell ill.');
    expect(found.facts[1]?.time).toEqual({ from: '1916-08-01', to: '1916-08-31' });
  });

  test('words that only look like dates are none', () => {
    expect(
      valuesOf('The analysis by Norway Today was shown on “Vellin News Sunday”, and may one day win.'),
    ).toEqual([]);
    expect(valuesOf('Theresa May sat in the sun; it may lasts on.')).toEqual([]);
    expect(valuesOf('A crowd of 2000 people came.')).toEqual(['people: 2000 [people]']);
  });
});

describe('whose word it is', () => {
  const harbour = read(fixtureText('facts-harbour'), '2031-05-15');
  function standingOf(value: string) {
    const fact = harbour.facts.find((one) => words(harbour, one.value) === value);
    return fact === undefined
      ? null
      : {
          attribution: words(harbour, fact.attribution),
          source: fact.source?.name ?? null,
          hedges: fact.hedges.map((hedge) => words(harbour, hedge)),
          standing: fact.standing,
        };
  }

  test('“…, officials said” makes every value before it their claim', () => {
    const claim = { attribution: 'officials said', standing: 'claimed' };
    expect(standingOf('at least 12')).toMatchObject(claim);
    expect(standingOf('nearly 3,000')).toMatchObject({ ...claim, hedges: ['nearly'] });
  });

  test('“according to” holds for its sentence and no further', () => {
    expect(standingOf('900 tonnes')).toMatchObject({
      attribution: 'according to the Vellin Harbour Authority',
      standing: 'claimed',
    });
    expect(standingOf('almost two days')).toMatchObject({ attribution: null, standing: 'stated' });
  });

  test('the second half of a quotation has the attribution of the first', () => {
    expect(standingOf('$3.5 million')).toEqual({
      attribution: 'said Mayor Ingrid Solberg',
      source: 'Ingrid Solberg',
      hedges: ['may'],
      standing: 'claimed',
    });
  });

  test('a hedge is kept and makes nobody the source', () => {
    expect(standingOf('about 250')).toEqual({
      attribution: null,
      source: null,
      hedges: ['reportedly', 'about'],
      standing: 'stated',
    });
  });

  test('what is denied is marked as denied', () => {
    expect(standingOf('2021')).toMatchObject({ standing: 'denied' });
    expect(standingOf('2021')?.attribution).toMatch(/^A spokesman for the company denied/u);
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    '12 people',
    'on Friday',
    '$3.5 million',
    '“two years',
    'ago,” he said',
    'between',
    'and',
    '40%',
    'May 5, 2020',
    'the 1990s',
    'according to',
    'officials said',
    'nearly',
    'one in five',
    '—',
    '\n\n',
    '½',
    '٣',
    '12th century',
    'Q3 2024',
    '30 February 2021',
    '99/99/2021',
  );
  const text = fc
    .array(fc.oneof(fragments, fc.string({ unit: 'grapheme' })), { maxLength: 20 })
    .map((parts) => parts.join(' '));

  test('values lie in their sentences, in order, without overlap, and so do attributions in the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, '2024-02-29'), (body, published) => {
        const article = sketchArticle({ id: 'any', text: body, published });
        const facts = findFacts(annotate(article), [], []);
        facts.forEach((fact, i) => {
          expect(isWithin(fact.value, fact.sentence)).toBe(true);
          expect(fact.value.end).toBeGreaterThan(fact.value.start);
          const next = facts[i + 1];
          if (next !== undefined) {
            expect(isOverlapping(fact.value, next.value)).toBe(false);
            expect(fact.value.start).toBeLessThan(next.value.start);
          }
          for (const hedge of fact.hedges) expect(isWithin(hedge, fact.sentence)).toBe(true);
          if (fact.time !== null) expect(fact.time.from <= fact.time.to).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});
