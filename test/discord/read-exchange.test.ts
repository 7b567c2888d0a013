import { ComponentType, type Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/answer/passage.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Reply } from '../../src/bot/reply.js';
import { encodeControl } from '../../src/discord/controls/control-id.js';
import { readExchange } from '../../src/discord/controls/read-exchange.js';
import { createTestCorpus } from '../answer/test-corpus.js';
import { excerptOf, harbour } from './harbour-article.js';
import { ALL_OFFERS, rendered } from './rendered.js';

const corpus = { ...(await createTestCorpus([])), articles: [harbour] };

/** What of a message is read, as the client has it. */
function received(components: readonly object[], title?: string): Pick<Message, 'components' | 'embeds'> {
  const parts = components.map((component) => ({ ...component, toJSON: () => component }));
  return { components: parts, embeds: title === undefined ? [] : [{ title }] } as unknown as Message;
}

function readBack(reply: Reply, from = corpus): unknown {
  const [message] = rendered(reply, { offers: ALL_OFFERS });
  return readExchange(received(message?.components ?? []), from);
}

const shown = excerptOf('“We have waited *nine* years for this,”', '*nine* years');
const question = 'How long have they waited, <@1>?';

function answerWith(...excerpts: readonly (typeof shown)[]): Reply {
  return { kind: 'answer', asked: question, sections: [{ heading: null, excerpts }] };
}

describe('a message of ours', () => {
  it('gives back the question, the first excerpt and its article, however many it shows and wherever they lead', () => {
    const found = { question, source: 'news/pier', excerpt: '“We have waited *nine* years for this,”' };
    const warned = excerptOf('She warned that 40 boats would have to move.');
    const unlinked = createArticle({ ...harbour, meta: { ...harbour.meta, url: null } });
    expect(readBack(answerWith(shown))).toEqual(found);
    expect(readBack(answerWith(shown, warned))).toEqual(found);
    expect(readBack(answerWith({ ...shown, article: unlinked }, warned))).toEqual(found);
    const there = { ...corpus, articles: [unlinked] };
    expect(readBack(answerWith({ ...shown, article: unlinked }), there)).toEqual(found);
  });

  it('gives the article alone where its text has changed, and the question where it is gone', () => {
    const changed = createArticle({ ...harbour, text: `${harbour.text}\n\nIt opened again.` });
    const known = { question, source: 'news/pier', excerpt: '' };
    expect(readBack(answerWith(shown), { ...corpus, articles: [changed] })).toEqual(known);
    expect(readBack(answerWith(shown), { ...corpus, articles: [] })).toEqual({ ...known, source: null });
    expect(readBack({ kind: 'nothing', asked: 'whales?', note: 'Nothing about whales.' })).toEqual({
      question: 'whales?',
      source: null,
      excerpt: '',
    });
  });

  it('is no answer when it is a notice, a refusal, or not made by us', () => {
    expect(readBack({ kind: 'notice', title: 'Help', lines: [] })).toBeNull();
    expect(readBack({ kind: 'refused', reason: 'No.' })).toBeNull();
    expect(readExchange(received([]), corpus)).toBeNull();
    expect(readExchange(received([], 'Help'), corpus)).toBeNull();
  });

  it('is understood from before it was made of components, where its buttons tell what it cites', () => {
    const id = encodeControl({ kind: 'show', command: 'passage open', options: { ...placeOf(shown) } });
    const button = { type: ComponentType.Button, style: 2, label: 'Passage ¹', custom_id: id };
    const row = { type: ComponentType.ActionRow, components: [button] };
    expect(readExchange(received([row], 'How long have \\*they\\* waited?'), corpus)).toEqual({
      question: 'How long have *they* waited?',
      source: 'news/pier',
      excerpt: '“We have waited *nine* years for this,”',
    });
  });
});
