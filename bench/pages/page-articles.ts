/** A fictional article to be put into pages: what a reader would call its text is its paragraphs. */
export interface PageArticle {
  readonly title: string;
  readonly author: string;
  readonly day: string;
  readonly paragraphs: readonly string[];
}

/** Two to six paragraphs each, of places and people that do not exist; short ones are lost most easily. */
export const PAGE_ARTICLES: readonly PageArticle[] = [
  {
    title: 'Ferry to Skerra stops for a week',
    author: 'Ines Vollan',
    day: '2031-02-11',
    paragraphs: [
      'The ferry between Lowick and Skerra will not sail for a week, its owner said on Tuesday. Salt has eaten through a valve.',
      'Islanders can cross with the mail boat at eight in the morning. It takes twelve people.',
    ],
  },
  {
    title: 'Lowick library opens at night',
    author: 'Tor Hesk',
    day: '2031-03-02',
    paragraphs: [
      'From Monday the library of Lowick stays open until two at night, for those who work late at the cannery.',
      'It will cost the town 31,000 crowns a year. “We tried it in January, and every chair was taken,” said the librarian, Maud Errin.',
      'A guard is paid by the cannery.',
    ],
  },
  {
    title: 'What the divers found under the old pier',
    author: 'Ada Finch',
    day: '2030-11-19',
    paragraphs: [
      'Three divers spent four days under the old pier of Port Arden and came up with a bell, forty bottles and the wheel of a tram.',
      'The bell weighs 90 kilograms and carries the name of a ship, the Corbel, which nobody in the town had heard of. The museum has asked the harbour office for its lists of wrecks.',
      'How a tram wheel came to lie there is less of a riddle: until 1954 the line ended at the pier, and worn parts were thrown off its end, says Bo Reed, who drove the last car.',
      'The pier itself is in worse shape than was thought. Of 212 piles, 37 are hollow, and the town will have to decide before winter whether to mend it or to close it.',
      'A public meeting is planned for the first week of December in the fish hall.',
    ],
  },
  {
    title: 'How to keep bees on a roof',
    author: 'Pell Marrow',
    day: '2029-05-30',
    paragraphs: [
      'A roof is a better place for bees than most gardens: it is warm, nobody walks past, and the way to the lime trees of the avenue is short.',
      'Begin with one hive of the common kind and put it on two beams, so that air can pass below it. Turn the door away from the wind. A stone of ten kilograms on the lid is enough in most towns.',
      'In April look for the queen once a week. If there are more than eight frames of brood, give the bees a second box, or they will leave.',
      'Honey is taken in July. One hive on our roof gave 24 kilograms last year, which is more than the same bees gave in the country.',
    ],
  },
  {
    title: 'Council votes for the tidal mill',
    author: 'Hanne Sorley',
    day: '2031-06-21',
    paragraphs: [
      'The council of Skerra voted by five to four on Thursday evening to build a tidal mill in the northern sound.',
      'The mill is to cost 4.2 million crowns and to light 600 houses. Its builder, Kestrel Works of Lowick, says that it will turn for nineteen hours a day.',
      'Fishermen had asked the council to wait for a year. “Nobody has counted the seals,” said their speaker, Jory Pask, before the vote.',
      'Work begins in August. The first power is promised for the winter after next.',
    ],
  },
  {
    title: 'Obituary: Wenna Trask, who drew the charts',
    author: 'Corin Ashby',
    day: '2028-09-14',
    paragraphs: [
      'Wenna Trask, whose charts of the northern sound are in the cabin of every boat of this coast, has died at the age of 91.',
      'She was born above her father’s chandlery in Lowick, left school at fifteen, and learned to draw from the captain of a survey ship who rented a room in the house.',
      'Her first chart, of 1961, put 44 rocks on paper that no other had. “I had rowed into most of them,” she told this newspaper in 1998.',
      'She never married and never learned to swim. Her instruments go to the museum of Port Arden, and her boat, the Needle, to the boy who had looked after it.',
      'The funeral is on Saturday at noon; boats are asked to sound their horns.',
    ],
  },
  {
    title: 'Version 4.2 of Tidebook is out',
    author: 'The Tidebook team',
    day: '2031-01-08',
    paragraphs: [
      'Version 4.2 of Tidebook reads charts twice as fast and no longer forgets your marks when the battery dies.',
      'Marks are now kept in a file of their own, which is written at every change. If you come from 3.9 or older, open your logbook once before you update: the old form is not read any more.',
      'We have taken out the night colours, as most of you asked. They come back in 4.3.',
    ],
  },
  {
    title: 'A winter at the weather station',
    author: 'Ruan Oldershaw',
    day: '2030-04-03',
    paragraphs: [
      'Nobody tells you that the silence is what you will miss. I came down from the weather station on Carn Fell in March, after five months, and could not sleep for the noise of a refrigerator.',
      'There were three of us, a stove, and 140 instruments that had to be read every three hours. In December the wind took the roof of the coal shed and a week later the shed.',
      'We played 611 games of draughts. Sela won 400 of them and says that she let us win the others.',
      'On the second of February we saw the sun again, for eleven minutes, above the southern ridge. We stood at the window with our cups and did not say anything, and then Sela put the kettle on.',
      'Would I go again? I have signed for next winter. Somebody has to win back those games.',
      'The station is open to visitors from June to August; the path from Lowick takes four hours, and there is soup.',
    ],
  },
  {
    title: 'Rovers lose the cup in the last minute',
    author: 'Dov Kerrigan',
    day: '2031-05-25',
    paragraphs: [
      'Port Arden Rovers were a minute away from their first cup in 31 years when Skerra’s goalkeeper, up for the last corner, put the ball into their net.',
      'It ended 2–2, and Skerra won the penalties by four to three. Mael Tregear, who had scored both goals of Rovers, shot the last one over the bar.',
      '“I would take it again,” he said, “and lower.”',
    ],
  },
  {
    title: 'The mustard war of Saint Orrin',
    author: 'Lise Vantongeren',
    day: '2030-07-17',
    paragraphs: [
      'Two families of Saint Orrin have made mustard in the same street since 1822, and for as long they have not spoken to each other.',
      'The Bellacs grind their seeds wet, the Moreaus grind them dry. Each says that the other stole the recipe. A judge who was asked in 1907 tasted both and declared himself unfit.',
      'Now the last Moreau, who is 74 and has no children, has asked the youngest Bellac to take over his mill. She has accepted, on one condition: that both sorts go on being made, in separate rooms.',
      'The town has put up a bench between the two doors. So far nobody sits on it.',
    ],
  },
];
