import { describe, expect, it } from 'vitest';
import { createExcerpt } from '../../src/answer/excerpt.js';
import { keepAttribution } from '../../src/answer/keep-attribution.js';
import { textAt } from '../../src/article/article.js';
import { excerptsOf } from '../../src/bot/reply.js';
import { buildTestCorpus } from '../corpus-builder.js';

const TEXT = `The council met on Tuesday. As one old fisherman put it:

“The mayor wanted a harbour. He got a swamp. We will pay for it.”

“It is dry,” said Mayor Bo Reed. “It was never a swamp.”`;

async function show(sentence: string) {
  const corpus = await buildTestCorpus([{ id: 'a', text: TEXT }]);
  const [article] = corpus.articles;
  if (article === undefined) throw new Error('the article was not loaded');
  const start = TEXT.indexOf(sentence);
  const excerpt = createExcerpt(article, { start, end: start + sentence.length });
  const reply = await keepAttribution(corpus, {
    kind: 'answer',
    asked: '',
    sections: [{ heading: null, excerpts: [excerpt] }],
  });
  const [shown] = excerptsOf(reply);
  return shown?.speaker && { manner: shown.manner, mention: textAt(article, shown.speaker) };
}

describe('an excerpt out of the middle of a quotation', () => {
  it('has the speaker of the paragraph before', async () => {
    expect(await show('He got a swamp.')).toEqual({ manner: 'quoted', mention: 'one old fisherman' });
  });

  it('has the speaker named between two parts of the quotation', async () => {
    expect(await show('“It was never a swamp.”')).toMatchObject({ manner: 'quoted' });
  });

  it('has none where it shows the speaker itself, or is the article’s own', async () => {
    expect(await show('“It is dry,” said Mayor Bo Reed.')).toBeUndefined();
    expect(await show('The council met on Tuesday.')).toBeUndefined();
  });
});

describe('a reply of which only the first excerpts are shown', () => {
  const GERMAN = `Der Rat tagte am Dienstag. Der alte Fischer sagte:

„Der Bürgermeister wollte einen Hafen. Er bekam einen Sumpf. Wir werden dafür bezahlen.“`;

  it('gives the others no speaker, for which their articles would be read, but those in other languages their whole quotation', async () => {
    const corpus = await buildTestCorpus([
      { id: 'a', text: TEXT },
      { id: 'b', text: `${TEXT} Nobody else spoke.` },
      { id: 'c', text: GERMAN, language: 'de' },
    ]);
    const excerpts = corpus.articles.map((article) => {
      const sentence = article.id === 'c' ? 'Er bekam einen Sumpf.' : 'He got a swamp.';
      const start = article.text.indexOf(sentence);
      return createExcerpt(article, { start, end: start + sentence.length });
    });
    const read: string[] = [];
    const watched: typeof corpus = {
      ...corpus,
      readNear: (article, places) => {
        read.push(article.id);
        return corpus.readNear(article, places);
      },
    };
    const sections = [{ heading: null, excerpts }];
    const reply = { kind: 'answer', asked: '', sections } as const;
    const shown = excerptsOf(await keepAttribution(watched, reply, 1));
    expect(read).toEqual(['a', 'c']);
    expect(shown.map(({ speaker }) => speaker?.name)).toEqual(['one old fisherman', undefined, undefined]);
    const whole = excerptsOf(await keepAttribution(corpus, reply));
    expect(whole.map(({ start, end }) => [start, end])).toEqual(shown.map(({ start, end }) => [start, end]));
    expect(whole[1]?.speaker?.name).toBe('one old fisherman');
  });
});

describe('an excerpt that cannot be somebody’s words as a whole', () => {
  it('has no article read for it', async () => {
    const corpus = await buildTestCorpus([{ id: 'a', text: TEXT }]);
    const read: string[] = [];
    const watched: typeof corpus = {
      ...corpus,
      readNear: (article, places) => {
        read.push(...places.map((place) => textAt(article, place)));
        return corpus.readNear(article, places);
      },
    };
    const excerpts = corpus.articles.flatMap((article) =>
      article.passages.map((passage) => createExcerpt(article, passage)),
    );
    await keepAttribution(watched, {
      kind: 'answer',
      asked: '',
      sections: [{ heading: null, excerpts }],
    });
    expect(read).toEqual(['“The mayor wanted a harbour. He got a swamp. We will pay for it.”']);
  });
});
