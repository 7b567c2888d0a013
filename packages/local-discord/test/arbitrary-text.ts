import fc from 'fast-check';

const SCRAPS = [
  ...'*_~`|<>#@[]()\\:-+.!/ \n\t'.split(''),
  '**',
  '__',
  '||',
  '```',
  '> ',
  '>>> ',
  '\n# ',
  '\n-# ',
  '\n- ',
  '\n1. ',
  '12',
  '\r\n',
  '\u2028',
  '\u0085',
  '\v',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<:name:123456789012345678>',
  '<a:name:123456789012345678>',
  ':smile:',
  '<t:1700000000:R>',
  '<id:home>',
  '</ask:123456789012345678>',
  'https://example.org/a_b',
  'http://x.y',
  '<https://x.y>',
  '[a](https://x.y)',
  'discord.gg/abc',
  'word',
  'Ruß',
  'é',
  'e\u0301',
  '漢字',
  'שלום',
  '👩‍👩‍👧',
  '😀',
  '¯\\_(ツ)_/¯',
  '“',
  '”',
  '—',
  '…',
  '¹',
  '\u00a0',
];

/** Text as hostile to Discord's markup as can be, mixed with ordinary words. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SCRAPS) },
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((scraps) => scraps.join(''));
