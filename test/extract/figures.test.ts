import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/article/article.js';
import { readWith } from '../../src/extract/read-article.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { loadStatementModel } from '../../src/reading/load-statement-model.js';
import { sketchArticle } from '../corpus-builder.js';

const readArticle = readWith({ names: loadNameModel(), statements: loadStatementModel() });

function read(text: string, published: string | null = '2031-07-02') {
  return readArticle(sketchArticle({ id: 'figures', text, published }));
}

function valuesOf(text: string): string[] {
  const { article, facts } = read(text);
  return facts
    .filter(({ kind }) => kind !== 'date' && kind !== 'place')
    .map(({ value }) => textAt(article, value));
}

function daysOf(text: string, published?: string): string[] {
  return read(text, published).facts.flatMap(({ kind, time }) =>
    kind === 'date'
      ? [time === null ? '-' : time.from === time.to ? time.from : `${time.from} ${time.to}`]
      : [],
  );
}

describe('a value', () => {
  it.each([
    ['The air fell to minus 3 degrees at dawn.', 'minus 3 degrees'],
    ['The pond froze at -12 degrees.', '-12 degrees'],
    ['The tax takes .5% of the budget.', '.5%'],
    ['The bank wants 2 1/2 million dollars back.', '2 1/2 million dollars'],
    ['They printed one point two million leaflets.', 'one point two million'],
    ['The roof cost a quarter of a million euros.', 'a quarter of a million euros'],
    ['The town counts 250 000 bees.', '250 000'],
    ['The crowd of 16’157 sang.', '16’157'],
    ['The firm lost US$300k in June.', 'US$300k'],
    ['Sales fell by a third.', 'a third'],
    ['Orrin reached 46.3C at noon.', '46.3C'],
    ['Overnight it did not fall below 31C.', 'below 31C'],
    ['The water rose to 27C.', '27C'],
    ['The egg business was bought for $260 million four years ago.', '$260 million'],
    ['The mill was sold for 3 million crowns two decades ago.', '3 million crowns'],
    ['Rents rose by a quarter to 900 euros.', 'a quarter'],
    ['The air hit 41C (106F) at noon.', '41C (106F)'],
  ])('is taken whole: %s', (text, value) => {
    expect(valuesOf(text)).toContain(value);
  });

  it.each([
    ['It paid A$40k for the hut.', 'A$40k'],
    ['It won 61 of the 99 seats.', '61 of the 99'],
    ['The rate was five per 100,000 people.', 'five'],
    ['In Arvik 12 people died.', '12'],
    ['It cost Norwind 40 jobs.', '40'],
    ['On Monday 40 houses burned.', '40'],
    ['Norwind’s 40 planes stood idle.', '40'],
    ['Some 400 workers struck.', 'Some 400'],
    ['“Forty people died,” he said.', 'Forty'],
    ['Five Democrats voted no.', 'Five'],
  ])('is none the less one behind a capital: %s', (text, value) => {
    expect(valuesOf(text)).toEqual([value]);
  });

  it('is none where it numbers what stands before it, or belongs to a title or to a telephone', () => {
    for (const text of [
      'The Orion 3 probe landed.',
      'Terminal 4 gates opened early.',
      'Series 7 trains are slow.',
      'Apollo 9 astronauts met.',
      'The Boeing 747 jets were sold.',
      'Windows 11 users were warned.',
      'The iPhone 15 models sold.',
      'Blink 82 fans came.',
      'Area 51 tourists came.',
      'The phase 3 trial went on.',
      'A grade 4 injury kept him out.',
      'World War 2 veterans marched.',
      'He wrote “Forty Days of Snow”.',
      'She read Forty Rooms.',
      'The Big Five banks lend less.',
      'Three Mile Island closed.',
      'Six Flags Park drew crowds.',
      'Seven Kings School closed.',
      'Five Points Square is shut.',
      'The 7-Eleven burned.',
      'He ran for a third term.',
      'Dial 0800 555 111 now.',
      'It was a fifty-fifty chance.',
    ])
      expect(valuesOf(text), text).toEqual([]);
  });

  it.each([
    'Call 911 if the water comes in.',
    'He dialled 112 at noon.',
    'They tested the RS-25 pump.',
    'Flight 1984 left on time.',
    'The judge heard Case 2019-44 in Room 2024.',
    'A Category 4 downpour came.',
    'Game 1 ended level.',
    'They hit them with a one-two punch.',
    'He wrote One Hundred Years of Rain about it.',
  ])('is none in a name or a title: %s', (text) => {
    expect(valuesOf(text)).toEqual([]);
    expect(daysOf(text)).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['They met on March 3–5, 2032.', '2032-03-03 2032-03-05'],
    ['It burned on the night of August 4, 2030.', '2030-08-04'],
    ['It began on the morning of 5 June 2031.', '2031-06-05'],
    ['It failed the day before yesterday.', '2031-06-30'],
    ['The show opens the day after tomorrow.', '2031-07-04'],
    ['The stamp reads 09-JAN-2027.', '2027-01-09'],
    ['The note is from 21 Apr ’16.', '2016-04-21'],
    ['The fine dates from 06/2004.', '2004-06-01 2004-06-30'],
    ['The sale is on 26 July.', '2031-07-26'],
    ['The sale was on 26 June.', '2031-06-26'],
    ['Owners should prepare their boats by Friday evening.', '2031-07-04'],
    ['The fair runs June 30–July 2.', '2031-06-30 2031-07-02'],
    ['The market ran December 30–January 2.', '2030-12-30 2031-01-02'],
    ['The council plans a sale on 26 July.', '2031-07-26'],
    ['The bridge closed on 26 June.', '2031-06-26'],
    ['Schools reopen in August.', '2031-08-01 2031-08-31'],
    ['Doors open at noon on 14 July.', '2031-07-14'],
    ['Bus 40 ends on Sunday.', '2031-07-06'],
    ['The ferry sank on Sunday.', '2031-06-29'],
    ['The news did not go down well on Friday.', '2031-06-27'],
    ['Not before January, a spokesman said.', '2032-01-01 2032-01-31'],
    ['Voss ruled out a further rise before March.', '2032-03-01 2032-03-31'],
    ['“Ask me in February,” she said.', '2032-02-01 2032-02-29'],
    ['“Ask me. Come back on 4 May,” he said.', '2032-05-04'],
    ['He has booked a table for 12 March.', '2032-03-12'],
    ['He had booked a table for 12 March.', '2031-03-12'],
    ['All 11 performances to 28 July have sold out.', '2031-07-28'],
    ['The tickets to 5 May have sold out.', '2032-05-05'],
    ['They wrote to April Moe before 3 May.', '2031-05-03'],
    ['She is running in the race on Sunday.', '2031-07-06'],
    ['Police told the families to leave by Friday.', '2031-07-04'],
    ['Tickets cost little until Friday.', '2031-07-04'],
    ['She paid no rent until Friday.', '2031-06-27'],
    ['The crews must have left on Monday.', '2031-06-30'],
    ['It may open in October.', '2031-10-01 2031-10-31'],
    ['Sales fell in the first quarter.', '2031-01-01 2031-03-31'],
    ['Profit should rise in the fourth quarter.', '2031-10-01 2031-12-31'],
    ['Revenue for the third quarter was low.', '2030-07-01 2030-09-30'],
    ['Q2 profits fell.', '2031-04-01 2031-06-30'],
    ['The road is shut between June 30 and July 4.', '2031-06-30 2031-07-04'],
    ['Snow fell between Monday and Wednesday.', '2031-06-30 2031-07-02'],
    ['Elections are due next May.', '2032-05-01 2032-05-31'],
    ['He came last May.', '2031-05-01 2031-05-31'],
    ['Tickets go on sale on Friday.', '2031-07-04'],
    ['Rain is forecast for Thursday.', '2031-07-03'],
    ['It grew in the late 1990s.', '1997-01-01 1999-12-31'],
    ['In May the plant shut.', '2031-05-01 2031-05-31'],
  ])('%s', (text, days) => {
    expect(daysOf(text)).toEqual([days]);
  });

  it('has the year that its sentence names before it', () => {
    const text = 'She was born in June 2004. It opened on 5 May 2020 and closed on 6 June.';
    expect(daysOf(text).at(-1)).toBe('2020-06-06');
  });

  it('is none where a quarter is one of a match', () => {
    expect(daysOf('The Rovers scored twice in the third quarter.')).toEqual([]);
  });

  it('stays as written where no verb tells whether it is over', () => {
    for (const text of ['A sale on 26 July.', 'Sunday: rain.', 'Photo: the pier on 3 July.'])
      expect(daysOf(text)).toEqual(['-']);
  });

  it('is none where a month is somebody’s first name', () => {
    for (const text of [
      'August Lind, the mayor, thanked the crews.',
      'June Rask runs the hall.',
      'The prize went to April Moe.',
    ])
      expect(daysOf(text)).toEqual([]);
  });
});

describe('what is counted', () => {
  const countedIn = (text: string): string[] => {
    const { article, facts } = read(text);
    return facts.flatMap(({ kind, value, counted }) =>
      kind === 'date' || kind === 'place'
        ? []
        : [`${kind} ${textAt(article, value)}: ${counted === null ? '-' : textAt(article, counted)}`],
    );
  };

  it.each([
    [
      'Ten men were held. Six were from Utah, three from Maine.',
      ['people Ten: men', 'people Six: men', 'people three: men'],
    ],
    [
      'Queen Sigrid had eleven children, of whom four lived.',
      ['people eleven: children', 'people four: children'],
    ],
    ['Sales rose 17% year-over-year.', ['share 17%: -']],
    ['Prices rose 3% month on month.', ['share 3%: -']],
    ['He spent a year and a half on the text.', ['duration a year and a half: -']],
    ['It used a tenth less fuel.', ['share a tenth: less fuel']],
    ['Half a million homes lost power.', ['number Half a million: homes']],
    ['There were four cases per 100,000 people.', ['number four: cases']],
  ])('is told by the sentence, or the one before: %s', (text, expected) => {
    expect(countedIn(text)).toEqual(expected);
  });
});

it('two digits behind an apostrophe are a year, and May may be somebody', () => {
  expect(daysOf('It was hot in the summer of ’76.')).toEqual(['1976-06-01 1976-08-31']);
  expect(daysOf('The pit closed in ’98.')).toEqual(['1998-01-01 1998-12-31']);
  expect(daysOf('It was signed on 21 Apr ’16.')).toEqual(['2016-04-21']);
  expect(daysOf('It was signed on 8 May ’61.')).toEqual(['1961-05-08']);
  expect(daysOf('May Torres met August Lind in May.')).toEqual(['2031-05-01 2031-05-31']);
  expect(daysOf('May Torres will meet him in May.')).toEqual(['2032-05-01 2032-05-31']);
});
