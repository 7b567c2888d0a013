import fc from 'fast-check';
import { hostileText } from '../../packages/local-discord/test/arbitrary-text.js';
import type { Article } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Excerpt, NoticeLine, NoticeReply, Reply, ReplyAction, Section } from '../../src/bot/reply.js';

const filledText = hostileText.filter((text) => text.trim() !== '');
const longText = fc
  .array(filledText, { minLength: 1, maxLength: 40 })
  .map((texts) => texts.join(' words and '));

const address = fc.oneof(
  fc.constant(null),
  fc.constant('https://courier.example/harbour_(old)?q=[a]#part'),
  fc.string({ maxLength: 700 }).map((path) => `https://courier.example/${path}`),
  hostileText,
);

const day = fc.constantFrom('2024-05-03', '1999-12-31', null);

/** An article of hostile text, with hostile metadata. */
export const arbitraryArticle: fc.Arbitrary<Article> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 30 }),
    text: longText,
    meta: fc.record({
      title: filledText,
      url: address,
      author: fc.option(filledText),
      publisher: fc.option(filledText),
      published: day,
      language: fc.constant('en'),
    }),
  })
  .map(createArticle);

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** A stretch of an article from nothing to everything, with highlights anywhere in it. */
export function arbitraryExcerpt(article: Article): fc.Arbitrary<Excerpt> {
  return fc
    .record({
      ends: fc.tuple(fraction, fraction),
      cuts: fc.array(fraction, { maxLength: 6 }),
      speaker: fc.option(fc.tuple(fraction, fraction, filledText), { nil: undefined }),
      lead: fc.option(fc.tuple(fraction, fraction), { nil: undefined }),
      manner: fc.constantFrom('quoted', 'reported', undefined),
      paragraph: fc.integer({ min: 1, max: 400 }),
    })
    .map(({ ends, cuts, lead, speaker, manner, paragraph }) => {
      const place = (share: number): number =>
        toBoundary(article.text, Math.round(share * article.text.length));
      const [start = 0, end = 0] = sort(ends.map(place));
      const points = sort(
        cuts.map((cut) => toBoundary(article.text, Math.round(start + cut * (end - start)))),
      );
      const highlights = [];
      for (let i = 0; i + 1 < points.length; i += 2) {
        highlights.push({ start: points[i] ?? start, end: points[i + 1] ?? end });
      }
      return {
        article,
        start,
        end,
        paragraph,
        highlights,
        confidence: 0.5,
        ...(lead === undefined ? {} : { lead: { start: place(lead[0]), end: place(lead[1]) } }),
        ...(manner === undefined ? {} : { manner }),
        ...(speaker === undefined
          ? {}
          : { speaker: { start: place(speaker[0]), end: place(speaker[1]), name: speaker[2] } }),
      };
    });
}

const section: fc.Arbitrary<Section> = arbitraryArticle.chain((article) =>
  fc
    .record({
      heading: fc.option(hostileText),
      excerpts: fc.array(arbitraryExcerpt(article), { maxLength: 8 }),
      names: fc.array(arbitraryExcerpt(article), { maxLength: 4 }),
    })
    .map(({ heading, excerpts, names }) => ({
      heading,
      excerpts,
      names: names.map((span) => ({ article, span })),
    })),
);

const noticeLine: fc.Arbitrary<NoticeLine> = fc
  .record({ text: hostileText, url: address, label: fc.option(hostileText), hasButton: fc.boolean() })
  .map(({ text, url, label, hasButton }) => ({
    text,
    ...(url === null ? {} : { url }),
    ...(label === null ? {} : { label }),
    ...(hasButton ? { action: ACTION } : {}),
  }));

const ACTION: ReplyAction = { label: 'Done', style: 'plain', command: 'gaps done', options: {} };

/** Buttons of a notice differ in what they stand for; five of its own at most. */
function countActions(notice: NoticeReply): NoticeReply {
  const differ = (action: ReplyAction, number: number): ReplyAction => ({
    ...action,
    options: { gap: String(number) },
  });
  return {
    ...notice,
    lines: notice.lines.map((line, i) =>
      line.action === undefined ? line : { ...line, action: differ(line.action, i) },
    ),
    actions: (notice.actions ?? []).map((action, i) => differ(action, -1 - i)),
  };
}

/** A reply of any kind that a command could return, and some that none should. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('answer' as const, 'related' as const),
      asked: hostileText,
      sections: fc.array(section, { maxLength: 4 }),
      note: fc.option(longText),
    })
    .map(({ note, ...reply }) => ({ ...reply, ...(note === null ? {} : { note }) })),
  fc.record({
    kind: fc.constant('nothing' as const),
    asked: longText,
    note: longText,
    suggestions: fc.array(hostileText),
  }),
  fc.record({ kind: fc.constant('refused' as const), reason: longText }),
  fc
    .record({
      kind: fc.constant('notice' as const),
      title: longText,
      lines: fc.array(noticeLine, { maxLength: 60 }),
      actions: fc.array(fc.constant(ACTION), { maxLength: 5 }),
    })
    .map(countActions),
);

function toBoundary(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at)) && at > 0 ? at - 1 : at;
}

function sort(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}
