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
