import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/answer/passage.js';
import { createArticle } from '../../src/article/create-article.js';
import type { Reply } from '../../src/bot/reply.js';
import { readCitedSections, readPlace } from '../../src/discord/controls/cited-places.js';
import { NO_OFFERS } from '../../src/discord/controls/offers.js';
import { excerptOf, harbour, spanOf } from './harbour-article.js';
import { besideIn, optionsIn, shownBy } from './read-message.js';
import { ALL_OFFERS, rendered } from './rendered.js';

function describePages(reply: Reply): string[] {
  return rendered(reply).map((message) => shownBy(message).description);
}

const ADDRESS = 'https://courier.example/pier_%28long%29#:~:text=';

/** The frame of the only page of a reply, its texts and buttons as they are sent. */
function frameOf(reply: Reply, offers = NO_OFFERS): unknown {
  const [message, ...others] = rendered(reply, { offers });
  expect(others).toEqual([]);
  return message?.components[0];
}

describe('an answer', () => {
  const reply: Reply = {
    kind: 'answer',
    asked: 'How many *boats*?',
    sections: [
      { heading: null, excerpts: [excerptOf('She warned that 40 boats would have to move.', '40')] },
      {
        heading: 'Also',
        excerpts: [excerptOf('The long pier at Velmouth will close for repairs on Monday.')],
      },
    ],
    note: 'One note.',
  };

  it('shows the question, the excerpts under their headings with where they stand, and a button to it beside each', () => {
    const beside = (label: string, words: string) => ({ type: 2, style: 5, url: ADDRESS + words, label });
    expect(frameOf(reply)).toEqual({
      type: 17,
      accent_color: 0x2e7d32,
      components: [
        { type: 10, id: 1_001, content: '### How many \\*boats\\*?' },
        { type: 10, content: 'One note.' },
        {
          type: 9,
          components: [
            {
              type: 10,
              content:
                '> She warned that **40** boats would have to move.\u00A0¹\n-# ¹\u00A0Pier \\[closes\\] for repairs, Velmouth Courier, 3 May 2031, paragraph 2',
            },
          ],
          accessory: beside('Passage ¹', 'She%20warned%20that%2040%20boats%20would%20have%20to%20move.'),
        },
        { type: 14 },
        {
          type: 9,
          components: [
            {
              type: 10,
              content:
                '**Also**\n> The long pier at Velmouth will close for repairs on Monday.\u00A0²\n-# ²\u00A0same article as ¹, paragraph 1',
            },
          ],
          accessory: beside(
            'Passage ²',
            'The%20long%20pier%20at%20Velmouth,close%20for%20repairs%20on%20Monday.',
          ),
        },
      ],
    });
  });

  it('opens passages here where the article has no address, each by another id, and shows them alone where nothing may be opened', () => {
    const article = createArticle({ ...harbour, meta: { ...harbour.meta, url: null } });
    const excerpts = [1, 2, 3].map(() => ({
      ...excerptOf('She warned that 40 boats would have to move.'),
      article,
    }));
    const alike: Reply = { kind: 'answer', asked: 'boats', sections: [{ heading: null, excerpts }] };
    const [message = { components: [] }] = rendered(alike, { offers: ALL_OFFERS });
    const ids = besideIn(message);
    expect(new Set(ids).size).toBe(3);
    expect(ids.map(readPlace)).toEqual(excerpts.map(placeOf));
    expect(optionsIn(message)).toEqual([]);
    expect(readCitedSections(message.components)).toEqual([]);
    const [alone = { components: [] }] = rendered(alike);
    expect([besideIn(alone), shownBy(alone)]).toEqual([[], shownBy(message)]);
  });

  it('says whose words they are, and whether in their own', () => {
    const text = harbour.text;
    const words = 'We have waited *nine* years for this,';
    const speaker = { ...spanOf(text, 'Ada Winter'), name: 'Ada Winter' };
    const said = { ...excerptOf(words), speaker };
    const lines = (excerpt: Partial<typeof said & { manner: 'quoted' | 'reported' }>): string | undefined =>
      describePages({
        kind: 'answer',
        asked: 'Winter',
        sections: [{ heading: null, excerpts: [{ ...said, ...excerpt }] }],
      })[0]?.split('\n')[1];
    expect(lines({ manner: 'quoted' })).toBe('— Ada Winter, quoted');
    expect(lines({ manner: 'reported' })).toBe('— Ada Winter, reported, not quoted');
    expect(lines({ manner: 'reported', speaker: { ...spanOf(text, 'She'), name: 'Ada Winter' } })).toBe(
      '— Ada Winter (in the text: “She”), reported, not quoted',
    );
    expect(lines({})).toBe('— Ada Winter, according to the text');
  });

  it('lists names on the line of their heading', () => {
    const names = ['Ada Winter', 'the harbour master'].map((name) => ({
      article: harbour,
      span: spanOf(harbour.text, name),
    }));
    expect(
      describePages({
        kind: 'answer',
        asked: 'W',
        sections: [{ heading: 'Also called', excerpts: [], names }],
      }),
    ).toEqual(['**Also called:** “Ada Winter”, “the harbour master”']);
    expect(
      describePages({ kind: 'answer', asked: 'W', sections: [{ heading: null, excerpts: [], names }] }),
    ).toEqual(['**In the text:** “Ada Winter”, “the harbour master”']);
  });

  it('goes on to another page after five excerpts, and names the heading and the article again', () => {
    const excerpts = Array.from({ length: 7 }, () =>
      excerptOf('She warned that 40 boats would have to move.'),
    );
    const pages = describePages({
      kind: 'answer',
      asked: 'boats',
      sections: [{ heading: 'Boats', excerpts }],
    });
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('**Boats**\n> She warned');
    expect(pages[1]).toContain('-# ¹\u00A0Pier \\[closes\\]');
    expect(pages[1]?.match(/^> /gmu)).toHaveLength(2);
  });
});

describe('other replies', () => {
  it('say before anything else that the articles do not answer', () => {
    const sections = [
      { heading: null, excerpts: [excerptOf('She warned that 40 boats would have to move.')] },
    ];
    const [page] = describePages({ kind: 'related', asked: 'Who owns the boats?', sections });
    expect(page?.split('\n')[0]).toBe('**The articles do not answer this. They touch on it here:**');
  });

  it('offer what the articles do have', () => {
    const reply: Reply = {
      kind: 'nothing',
      asked: 'whales',
      note: 'The articles say nothing about <whales>.',
      suggestions: ['Ada Winter', 'pier_2'],
    };
    expect(frameOf(reply)).toEqual({
      type: 17,
      accent_color: 0x78909c,
      components: [
        { type: 10, id: 1_001, content: '### whales' },
        {
          type: 10,
          content: 'The articles say nothing about \\<whales\\>.\n\n**Try:** Ada Winter · pier\\_2',
        },
      ],
    });
  });

  it('refuse in one sentence', () => {
    expect(frameOf({ kind: 'refused', reason: 'No article is called “@everyone”.' })).toEqual({
      type: 17,
      accent_color: 0xc62828,
      components: [{ type: 10, content: 'No article is called “\\@everyone”.' }],
    });
  });

  it('list the lines of a notice, with links that no title can break', () => {
    const lines = [
      { label: 'Pier](x', text: '3 May 2031', url: 'https://courier.example/pier' },
      { text: 'plain' },
    ];
    expect(frameOf({ kind: 'notice', title: 'Articles', lines })).toEqual({
      type: 17,
      accent_color: 0x3949ab,
      components: [
        { type: 10, content: '### Articles' },
        {
          type: 10,
          content: '**Pier\\](x** 3 May 2031 [link](https://courier.example/pier)\nplain',
        },
      ],
    });
  });

  it('show a file that comes with them, and have nothing to say only where nothing is to be said', () => {
    const file = { name: 'pier.md', bytes: new TextEncoder().encode('The pier.') };
    const [message] = rendered({ kind: 'notice', title: '', lines: [], file });
    expect(message?.components[0]).toMatchObject({
      components: [
        { type: 10, content: 'There is nothing to show.' },
        { type: 13, file: { url: 'attachment://pier.md' } },
      ],
    });
    expect(message?.files).toEqual([{ name: 'pier.md', attachment: Buffer.from('The pier.') }]);
  });
});
