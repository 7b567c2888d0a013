import { describe, expect, it } from 'vitest';
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

const namesOf = (choices: readonly { readonly name: string }[]): string[] => choices.map(({ name }) => name);

describe('names that are offered', () => {
  it('are those whose words are begun so, most mentioned first, else those a slip away', async () => {
    const { corpus } = await open();
    expect(namesOf(await completeName('', { corpus }))).toEqual(['Ada Quill', 'Orrin Vale', 'Velmouth']);
    expect(namesOf(await completeName('qui', { corpus }))).toEqual(['Ada Quill']);
    expect(namesOf(await completeName('Orrni', { corpus }))).toEqual(['Orrin Vale']);
    expect(namesOf(await completeName('zeppelin', { corpus }))).toEqual([]);
  });

  it('come from articles that are read once, whatever is typed after', async () => {
    const { corpus, read } = await open();
    for (const typed of ['', 'A', 'Ad', 'Ada', 'Vel']) await completeName(typed, { corpus });
    expect(read.toSorted()).toEqual(['ferry', 'pier']);
    for (const typed of ['', 'O', 'Or']) await completeSpeaker(typed, { corpus });
    expect(read.toSorted()).toEqual(['ferry', 'ferry', 'pier', 'pier']);
  });

  it('are looked for again in an article that could not be read', async () => {
    const { corpus, read } = await open(true);
    expect(await completeName('', { corpus })).toEqual([]);
    await completeName('', { corpus });
    expect(read).toHaveLength(4);
  });
});
