import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textAt } from '../../src/article/article.js';
import { createArticle } from '../../src/article/create-article.js';

const meta = { title: 'The weir', url: null, author: null, publisher: null, published: null, language: 'en' };
const PROSE = 'The mill board shut the weir on Tuesday after a gate was found to have slipped.';
const MORE = 'Nobody may fish below it until the smith, Ola Brandt, has mended the gate.';

const KNOWN = z
  .object({ furniture: z.array(z.string()), sentences: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('known-lines.json', import.meta.url), 'utf8')));

function read(...paragraphs: string[]) {
  const article = createArticle({ id: 'a', meta, text: paragraphs.join('\n\n') });
  return {
    prose: article.sentences.map((sentence) => textAt(article, sentence)).join(' '),
    asides: article.asides.map(({ kind, ...span }) => [kind, textAt(article, span)]),
  };
}

describe('furniture by the form of its line', () => {
  it.each([
    [
      'caption',
      [
        'The gate seen from the mill, 12 May. © Tove Lind',
        'Ola Brandt at his forge (Pic: Rune Dahl)',
        'The gate in winter (File photo)',
        'Archive picture. The weir was built in 1902. KLP/Tove Lind',
        'Satellite image of the upper lake. Video still: Kanal Nord',
        'Lakeside Images/Tove Lind',
        'Photo supplied by the Fire Brigade',
        'Screenshot via Kanal Nord',
        'Tap to zoom',
        'FILE - The weir in the flood of 2020.',
        'Image 3 of 12',
        '4/11 The mill wheel before the flood. [Rune Dahl]',
      ],
    ],
    [
      'link',
      [
        '>> The mill accounts: who owes what',
        'Also on Lake Weekly: Where have the eels gone?',
        'Background: How the weir works',
        '← Back to all stories',
        'You may also enjoy: Five old mills',
        'In pictures: the night of the flood',
        'The smith who mends bells →',
      ],
    ],
    [
      'notice',
      [
        'Please enter your email address',
        'By subscribing you accept our privacy policy.',
        'Thank you for subscribing! Check your email.',
        'Enjoying this article? The Sunday letter has more.',
        'You may unsubscribe whenever you like.',
        'Was this email forwarded to you? Subscribe.',
        'No thanks, not now',
        'Share via Chirper | Email | Print',
        'Tweet  Mail  Pin',
        'URL copied!',
        'Follow Tove Lind on Chirper: @tovelind',
        'Find us on Chirper',
        'Watch our live coverage below',
        'Join our channel for weir alerts',
        'Sponsored by Dahl & Sons',
        'This article contains affiliate links, from which we may earn.',
        'This video is hosted by another site. Allow cookies to see it.',
        'Cookie settings',
        'Show caption',
        'Expand image',
        'Your email will not be shared.',
        'Something went wrong. Please try again.',
        'Subscribe today for only £2 a month',
        'Start your free trial',
        'Already got an account? Sign in',
        'This clip is no longer available.',
        'Press play to hear this story',
        'Watch the interview below',
        'Please keep comments civil.',
        'For more on the weir, visit our rivers page.',
        'Follow on Instagram',
        'Send us your photos',
        'Skip ad',
        'Please turn on JavaScript to read on.',
        'It seems you are using an ad blocker.',
        'Your browser does not support the video element.',
        'What do you think? Tell us below.',
        'Sign in to comment',
        'Comments are closed.',
        'Be the first to reply!',
        'Flag this comment',
        '#weir #lakewater',
        'Copyright Lake Weekly 2031. Not to be copied.',
        'This material may not be published, broadcast or rewritten.',
        'You have 3 free stories left this month',
        'If you enjoy our reporting, please consider a gift to Lake Weekly.',
        'Contact: Mill clerk, Rune Dahl, clerk@mill.example',
        'Breaking: details to follow',
      ],
    ],
    [
      'byline',
      [
        'About the writer: Tove Lind keeps bees.',
        'Tove Lind is a staff reporter based in Norvik.',
        'Tove Lind covers rivers and mills for the Lake Weekly. She has a boat.',
        'Tove Lind is the author of “Low Water” (Reed, 2029).',
        'Dr Tove Lind teaches at Norvik. The views expressed here are her own.',
        'The author is a former keeper of the weir',
        '(KLP)',
        'Tove Lind is our rivers correspondent.',
        '— Staff reports',
        '— Norvik Press',
        'With additional reporting from Norvik Press',
      ],
    ],
    [
      'correction',
      [
        'UPDATE: This story has been updated with a reply by the board.',
        'A version of this story appeared in the Sunday paper.',
        'This story originally appeared in Lake Weekly.',
        'Originally published on Lake Weekly',
        'Updated to include a statement by the board.',
        'This article was translated from Norvian by Tove Lind.',
      ],
    ],
    ['time', ['Posted on Monday, 2 June by editor', 'Reading time: about 4 minutes']],
    ['dateline', ['NORVIK, Lakeland —', 'NORVIK (KLP)', 'UPPER NORVIK, 6 Oct.']],
  ])('is told from prose as a %s', (kind, lines) => {
    for (const line of lines) expect(read(PROSE, line, MORE).asides).toEqual([[kind, line]]);
  });

  it('leaves sentences that begin or sound like it', () => {
    const sentences = [
      'Reporting by the wardens was late in three of the years.',
      'Additional reporting from the wardens came too late.',
      'Correction: that was the word of the master. His men had another.',
      'Follow us on the radio, the guide called.',
      'Find us a boat, the keeper said.',
      'Have your say at the meeting, the clerk told them.',
      'Tell us what you think, the crowd shouted.',
      'You have two free throws left, the coach said.',
      'Copyright in the 1994 song belongs to the miller.',
      'Aerial photos of the lake showed the damage.',
      'File photos of the gate were shown to the jury.',
      'The views from the mill are wonderful.',
      'The writer is a former teacher, and so is her sister.',
      'Ola Brandt is a reporter of faults at the weir.',
      'Ola Brandt covers the wheel for the Winter.',
      'The browser does not keep any history.',
      'JavaScript is a language of the web.',
      'This piece was produced in 1990.',
      'This post is made of oak.',
      'Something went wrong.',
      'First published in 1950, it has sold forty copies.',
      'Originally published by Reed, it sold out.',
      'Updated with new wheels, the mill runs again.',
      'Get £5 off at the door.',
      'If you have been affected by this flood, you can claim 500 crowns.',
      'Watch the gate below the mill.',
      'Support us, the miller asked.',
      'Comments are printed in the report.',
      'Please turn on the lights.',
      'Our journalism teacher left in May.',
      'Need more? he asked.',
      'Join the queue for the channel ferry.',
      'Supported by crutches, she walked to the weir.',
      'The gate (still open) let the water through.',
      'The paper had © on its cover.',
      'Also on Monday: two boats sank.',
      'Back to the weir they went.',
      '24/7 watch was kept at the gate.',
      'Satellite images came on Friday.',
      'Contact the clerk before noon.',
      'Share with your neighbour what is left.',
      'Unsubscribed readers numbered forty.',
    ];
    for (const sentence of sentences)
      expect(read(PROSE, sentence, MORE)).toEqual({
        prose: `${PROSE} ${sentence} ${MORE}`,
        asides: [],
      });
  });

  it.each([
    [
      'notice',
      [
        'Check our app for the height of the river.',
        'Want to hear of floods first? Turn on notifications.',
        'Get Lake Weekly delivered free every Friday',
        'Join today: 2 crowns for three months',
        'Enjoyed the story? Send it to a friend.',
        'Do you fish below the weir? Tell us in the comments.',
        'Your gift keeps our reporting free.',
        'Independent news depends on its readers.',
        'We may receive a commission when you buy something through links in this list.',
        'We would love to hear what you saw at the weir.',
        'This map is blocked. Accept and continue',
        'All content © Lake Weekly. Registered charity no. 118',
        'Share our stories under a Creative Commons licence.',
        'View this photo on Chirper',
        'Take our rivers quiz',
        'Click to print (Opens in new window)',
        'Advertisement - story continues below',
        'Continued on page 4',
        'Save this photo',
        'Open gallery (9 images)',
        'Podcast unavailable',
        '▶ Play episode (2:11)',
        '0 seconds of 3 minutes, 4 seconds',
        'Tags Rivers | Mills | Norvik',
        'Most read in Rivers',
        'Tel: 0555 118 220',
        'www.lakeweekly.example/weir',
        '1.2k shares',
        'Text size A A A',
        '🎧 The weir at night',
      ],
    ],
    [
      'caption',
      [
        '📷 Tove Lind',
        'Words: Ola Reed. Pictures: Rune Dahl.',
        'Boys fish below the gate, May 3. Courtesy of Norvik Mill',
        'Tove Lind for The Lake Weekly',
        'The new gate, as seen from the mill',
        'Rune Dahl (second from right) at the weir',
        'Above: the gate before the flood',
        'Getty Images',
      ],
    ],
    [
      'byline',
      ['Rivers Correspondent Tove Lind', 'Posted by clerk on 14/03/2031', 'With inputs from agencies'],
    ],
    ['time', ['Estimated read: 4 mins', 'Updated 3h ago']],
    ['correction', ['UPDATE (June 9): The headline has been amended.', 'Spotted a mistake? Let us know.']],
    ['link', ['Next: The smith who mends bells »', 'Fact check: Was the weir ever open?']],
  ])('is told where a page asks, counts, plays or labels, as a %s', (kind, lines) => {
    for (const line of lines) expect(read(PROSE, line, MORE).asides).toEqual([[kind, line]]);
  });

  it('leaves sentences of guides and stories that ask or speak of the same', () => {
    const sentences = [
      'Get the oil from the mill and keep the lamp lit.',
      'Check the inbox of the drain for leaves.',
      'Subscribe to the lamp club at the bar, then wait for the bell.',
      'We use the old barn for eels.',
      'We collect water at the weir every Friday.',
      'This page of the log is missing.',
      'This map was drawn in 1902.',
      'By signing, the board agreed to pay half.',
      'More on the ground, the smith says, are needed.',
      'Local news reached the mill by boat.',
      'The registered charity runs the mill.',
      'Take our boat, the miller said.',
      'Click the latch and lift the gate.',
      'Turn to the left at the mill.',
      'The smith, pictured in court, denied it.',
      'Next the gate fell.',
      'Analysis of the water took a week.',
      'Play was stopped after 40 minutes, 12 seconds.',
      'Your help, she wrote, saved the gate.',
    ];
    for (const sentence of sentences)
      expect(read(PROSE, sentence, MORE)).toEqual({
        prose: `${PROSE} ${sentence} ${MORE}`,
        asides: [],
      });
  });

  it('is told in nearly all lines of pages that people wrote down, and no sentence beside them is', () => {
    const { furniture, sentences } = KNOWN;
    for (const sentence of sentences) expect(read(PROSE, sentence, MORE).asides, sentence).toEqual([]);
    const missed = furniture.filter((line) => read(PROSE, line, MORE).asides.length === 0);
    expect(missed).toEqual([
      'Dr Anwen Pryce is a GP in Llanfarrow',
      'ANI',
      'Anyone with information is asked to call Crime Tip Line on 0800 000 0000',
      'DEVELOPING',
    ]);
  });

  it('takes a note on somebody of whom the prose says nothing for one on the author where the article ends', () => {
    const note = 'Tove Lind is a professor of rivers who lives in Norvik.';
    expect(read(PROSE, MORE, note, 'Share').asides).toContainEqual(['byline', note]);
    expect(read(PROSE, note, MORE).asides).toEqual([]);
    const smith = 'Ola Brandt is a teacher of smiths who lives in Norvik.';
    expect(read(PROSE, MORE, smith).asides).toEqual([]);
  });
});
