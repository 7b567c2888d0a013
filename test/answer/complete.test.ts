import { describe, expect, it, vi } from 'vitest';
import { completeName, completeSpeaker } from '../../src/answer/complete.js';
import type { Article } from '../../src/article/article.js';
import type { Analysis } from '../../src/extract/analysis.js';
import { readNothing } from '../../src/extract/read-nothing.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import { phrase } from '../../src/messages/phrase.js';
import { LOADED_AT, sketchArticle } from '../corpus-builder.js';
import { IN_PLACE } from '../in-place.js';

const SKETCHES = [
  { id: 'pier', text: 'Ada Quill opened the pier at Velmouth. “It will last,” said Ada Quill.' },
  {
    id: 'ferry',
    text: 'Orrin Vale sold the ferry. “We had no choice,” said Orrin Vale. Ada Quill declined to comment.',
  },
];

/** A corpus of the same articles, anew, and which of them are read. */
async function open(isGivenUp = false) {
  const read: string[] = [];
  const articles = SKETCHES.map(sketchArticle).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const readOne = async (article: Article): Promise<Analysis> => {
    read.push(article.id);
    if (isGivenUp) return { ...readNothing(article), givenUp: phrase('articles.too-involved') };
    return IN_PLACE.read(article);
  };
  const build = corpusBuilder({ read: readOne, readNear: readOne });
  return { read, corpus: await build({ articles, problems: [], loadedAt: LOADED_AT }) };
}

/** Milliseconds for what is read behind an answer, on a busy machine. */
const PATIENTLY = { timeout: 30_000, interval: 20 };

const namesOf = (choices: readonly { readonly name: string }[]): string[] => choices.map(({ name }) => name);

describe('names that are offered', () => {
  it('are those whose words are begun so, most mentioned first, else those a slip away', async () => {
    const { corpus } = await open();
    const wanted = ['Ada Quill', 'Orrin Vale', 'Velmouth'];
    await vi.waitFor(
      async () => expect(namesOf(await completeName('', { corpus }))).toEqual(wanted),
      PATIENTLY,
    );
    expect(namesOf(await completeName('qui', { corpus }))).toEqual(['Ada Quill']);
    expect(namesOf(await completeName('Orrni', { corpus }))).toEqual(['Orrin Vale']);
    expect(namesOf(await completeName('zeppelin', { corpus }))).toEqual([]);
  });

  it('wait for no article: until one is read they are what looks like a name where the words stand', async () => {
    const { corpus } = await open();
    const unread = { ...corpus, read: () => new Promise<Analysis>(() => undefined) };
    expect(namesOf(await completeName('quill', { corpus: unread }))).toEqual(['Ada Quill']);
    expect(namesOf(await completeName('velm', { corpus: unread }))).toEqual(['Velmouth']);
    expect(namesOf(await completeName('choice', { corpus: unread }))).toEqual([]);
    expect(namesOf(await completeName('', { corpus: unread }))).toEqual([]);
    expect(namesOf(await completeSpeaker('Orrin', { corpus: unread }))).toEqual([]);
  });

  it('come from articles that are read once, whatever is typed after', async () => {
    const { corpus, read } = await open();
    const untilOffered = (complete: typeof completeName) =>
      vi.waitFor(async () => expect(await complete('', { corpus })).not.toEqual([]), PATIENTLY);
    await untilOffered(completeName);
    read.length = 0;
    for (const typed of ['', 'A', 'Ad', 'Ada', 'Vel']) await completeName(typed, { corpus });
    expect(read).toEqual([]);
    await untilOffered(completeSpeaker);
    read.length = 0;
    for (const typed of ['O', 'Or']) await completeSpeaker(typed, { corpus });
    expect(read).toEqual([]);
  });

  it('are looked for again in an article that could not be read', async () => {
    const { corpus, read } = await open(true);
    expect(await completeName('', { corpus })).toEqual([]);
    await vi.waitFor(() => expect(read).toHaveLength(2), PATIENTLY);
    await completeName('', { corpus });
    await vi.waitFor(() => expect(read).toHaveLength(4), PATIENTLY);
  });
});
