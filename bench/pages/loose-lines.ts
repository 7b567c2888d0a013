/**
 * Lines that sites put between the paragraphs of an article and that copying takes along, as a reader would mark them: none of them is
 * the article's text. Some of the rules that tell such lines were mended on these, so what is measured on them is what development reached;
 * `held-out-lines` has those that no rule was made for.
 */
export const LINES_ABOVE = [
  ['By Ines Calder', 'Published 4 March 2031, 07:40 GMT', '3 min read'],
  ['Ines Calder and Tom Hegg', 'Updated: March 4, 2031 at 9:12 a.m. ET'],
  ['Words by Ines Calder', 'Photographs by Tom Hegg', '4 March 2031'],
  ['By INES CALDER, Staff Reporter', 'Listen to this article', 'Share'],
  ['INES CALDER | THE TIDE | MARCH 4, 2031', 'Image: Tom Hegg / The Tide'],
  ['Ines Calder, Senior Correspondent', 'Last updated 2 hours ago', 'Share on Facebook'],
];

export const LINES_BETWEEN = [
  'Read more: Ten walks for a windy Sunday',
  'READ ALSO: Who owns the northern sound?',
  'ADVERTISEMENT',
  'Story continues below advertisement',
  'Photo: A boat leaves at dawn. Credit: Tom Hegg/The Tide',
  'The view from the hill on Tuesday. (Tom Hegg/The Tide)',
  'Tom Hegg/AFP via Getty Images',
  'Sign up for The Morning Tide, our free daily newsletter.',
  'Get the best of our reporting straight to your inbox every Friday.',
  'Related: Recipe for smoked eel with apples',
  'Watch: How the old bridge was moved',
  'You may also like',
  'See also: Quiz: do you know your knots?',
  'Follow us on Instagram and WhatsApp',
  'Facebook | X | WhatsApp | Email',
  'Illustration: Tom Hegg',
  'Image source, Tom Hegg',
  'Image caption, The hall was full on Tuesday',
  'Join the conversation',
  'Click here for our live coverage.',
];

export const LINES_BELOW = [
  ['© 2031 The Tide. All rights reserved.', 'Tags: council, weather, boats'],
  [
    'Correction: An earlier version of this article misspelled the name of the street.',
    'Additional reporting by Tom Hegg.',
  ],
  ['This story was first published on 3 March and has been updated.', 'Comments (14)'],
  [
    '(Reporting by Ines Calder; editing by Tom Hegg)',
    'More from The Tide',
    'Mayor denies plans for a roundabout',
  ],
  ['Have a story for us? Write to tips@tide.example', 'Read next', 'Back to top'],
  [
    'Editor’s note: this article was amended to give the right date.',
    'Support our journalism: become a member.',
  ],
];

/** What the first paragraph begins with. */
export const DATELINES = [
  '',
  'LOWICK — ',
  'Lowick, March 3 (Tidewire) – ',
  '(Tidewire) — ',
  'LOWICK (Tidewire) - ',
  '',
];
