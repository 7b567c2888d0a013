import { expect, test } from 'vitest';
import { answerTimeline } from '../../src/answer/timeline.js';
import { type ArticleSketch, buildTestCorpus, shownIn } from '../corpus-builder.js';
import { inEnglish } from '../in-english.js';

/** Each line with the day that it is under. */
async function timelineOf(...sketches: ArticleSketch[]): Promise<string[]> {
  const corpus = await buildTestCorpus(sketches);
  const reply = inEnglish(await answerTimeline(corpus, { topic: undefined, source: undefined }));
  const sections = 'sections' in reply ? reply.sections : [];
  const shown = shownIn(reply);
  const days = sections.flatMap(({ heading, excerpts }) => excerpts.map(() => heading));
  return shown.map((line, i) => `${days[i]}: ${line}`);
}

test('each line stands under the day, month, year or span that its words were taken to mean', async () => {
  const text =
    'The hall was built in 1961.\n\nThe roof fell on Friday.\n\nThe hall will reopen on 3 September.\n\nThe fair runs from August 4 to August 6, 2031.\n\nThe board met in May.';
  expect(await timelineOf({ id: 'hall', published: '2031-07-02', text })).toEqual([
    '1961: The hall was built in *1961*.',
    'May 2031: The board met in *May*.',
    'Friday, 27 June 2031: The roof fell on *Friday*.',
    '4 August 2031 – 6 August 2031: The fair runs from *August 4 to August 6, 2031*.',
    'Wednesday, 3 September 2031: The hall will reopen on *3 September*.',
  ]);
});

test('a happening is there once, however often and in however many articles it is told', async () => {
  const lines = await timelineOf(
    { id: 'a', published: '2031-07-02', text: 'The old mill on Weir Lane burned down on Monday night.' },
    {
      id: 'b',
      published: '2031-07-03',
      text: 'The mill on Weir Lane burned on Monday. The mill had 40 looms.',
    },
  );
  expect(lines).toEqual(['Monday, 30 June 2031: The old mill on Weir Lane burned down on *Monday night*.']);
});

test('of a sentence the nearest time counts, and not the day on which somebody told of it', async () => {
  const text =
    'The bridge closed on Tuesday, June 24, Lina Marsh said on Wednesday. In 2031, on 5 June, the council had warned of it.';
  expect(await timelineOf({ id: 'c', published: '2031-07-03', text })).toEqual([
    'Thursday, 5 June 2031: In 2031, on *5 June*, the council had warned of it.',
    'Tuesday, 24 June 2031: The bridge closed on *Tuesday, June 24*, Lina Marsh said on Wednesday.',
  ]);
});

test('two happenings of one day stay two', async () => {
  const text = 'The ferry sank on Friday. The school opened on Friday. Two divers drowned on Friday.';
  expect(await timelineOf({ id: 'd', published: '2031-07-02', text })).toHaveLength(3);
});
