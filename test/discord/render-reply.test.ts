import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/bot/reply.js';
import { excerptOf, harbour, spanOf } from './harbour-article.js';
import { rendered } from './rendered.js';

function describePages(reply: Reply): (string | undefined)[] {
  return rendered(reply).embeds.map(({ description }) => description);
}

const LINK = 'https://courier.example/pier_%28long%29#:~:text=';

describe('an answer', () => {
  it('shows the question, the excerpts under their headings, and where they stand', () => {
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
    expect(rendered(reply).embeds).toEqual([
      {
        color: 0x2e7d32,
        title: 'How many \\*boats\\*?',
        description: [
          'One note.',
          '',
          '> She warned that **40** boats would have to move. ¹',
          '',
          '**Also**',
          '> The long pier at Velmouth will close for repairs on Monday. ²',
          '',
          `-# ¹ Pier \\[closes\\] for repairs, Velmouth Courier, 3 May 2031, [paragraph 2](${LINK}She%20warned%20that%2040%20boats%20would%20have%20to%20move.)`,
          `-# ² same article as ¹, [paragraph 1](${LINK}The%20long%20pier%20at%20Velmouth,close%20for%20repairs%20on%20Monday.)`,
        ].join('\n'),
      },
    ]);
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
    expect(pages[1]).toContain('-# ¹ Pier \\[closes\\]');
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
    expect(rendered(reply).embeds).toEqual([
      {
        color: 0x78909c,
        title: 'whales',
        description: 'The articles say nothing about \\<whales\\>.\n\n**Try:** Ada Winter · pier\\_2',
      },
    ]);
  });

  it('refuse in one sentence', () => {
    expect(rendered({ kind: 'refused', reason: 'No article is called “@everyone”.' }).embeds).toEqual([
      { color: 0xc62828, description: 'No article is called “\\@everyone”.' },
    ]);
  });

  it('list the lines of a notice, with links that no title can break', () => {
    const lines = [
      { label: 'Pier](x', text: '3 May 2031', url: 'https://courier.example/pier' },
      { text: 'plain' },
    ];
    expect(rendered({ kind: 'notice', title: 'Articles', lines }).embeds).toEqual([
      {
        color: 0x3949ab,
        title: 'Articles',
        description: '**Pier\\](x** 3 May 2031 [link](https://courier.example/pier)\nplain',
      },
    ]);
  });
});
