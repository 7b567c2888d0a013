import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/bot/reply.js';
import { readAnswer } from '../../src/discord/render/read-answer.js';
import { createTestCorpus } from '../answer/test-corpus.js';
import { excerptOf, harbour } from './harbour-article.js';
import { rendered } from './rendered.js';

const corpus = { ...(await createTestCorpus([])), articles: [harbour] };
const twin = { ...harbour, id: 'news/twin', text: 'Another text under the same name.' };

function readBack(reply: Reply, from = corpus): unknown {
  return readAnswer(rendered(reply).embeds[0], from);
}

const reply: Reply = {
  kind: 'answer',
  asked: 'How long have they waited, <@1>?',
  sections: [
    { heading: null, excerpts: [excerptOf('“We have waited *nine* years for this,”', '*nine* years')] },
    { heading: null, excerpts: [excerptOf('She warned that 40 boats would have to move.')] },
  ],
};

describe('a message of ours', () => {
  it('gives back the question, the first excerpt and its article', () => {
    expect(readBack(reply)).toEqual({
      question: 'How long have they waited, <@1>?',
      source: 'news/pier',
      excerpt: '“We have waited *nine* years for this,”',
    });
  });

  it('gives the article that has the words where two share a name', () => {
    expect(readBack(reply, { ...corpus, articles: [twin, harbour] })).toMatchObject({ source: 'news/pier' });
    expect(readBack(reply, { ...corpus, articles: [] })).toMatchObject({ source: null });
  });

  it('gives the question alone where nothing was found', () => {
    expect(readBack({ kind: 'nothing', asked: 'whales?', note: 'Nothing about whales.' })).toEqual({
      question: 'whales?',
      source: null,
      excerpt: '',
    });
  });

  it('is no answer when it is a notice or a refusal', () => {
    expect(readBack({ kind: 'notice', title: 'Help', lines: [] })).toBeNull();
    expect(readBack({ kind: 'refused', reason: 'No.' })).toBeNull();
    expect(readAnswer(undefined, corpus)).toBeNull();
  });
});
