/** Discord's limits in characters (UTF-16 code units) of markup, as sent: https://docs.discord.com/developers/components/reference. */
export const LIMITS = {
  /** Of all text displays of a message together. */
  text: 4_000,
  customId: 100,
  textInput: 4_000,
  rows: 5,
  selectLabel: 100,
  threadName: 100,
  buttonsInRow: 5,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

/** Our own measures of what is read at a glance, in characters of markup unless said otherwise. */
export const MEASURES = {
  /** An excerpt: a passage of 120 words is about 750, and the longest sentence of an ordinary report about 600. */
  excerpt: 1_200,
  /** A page of a notice: fits a desktop's window without scrolling. */
  page: 3_000,
  /** A page of excerpts: what head, notes and foot leave of a message's text if each is as long as it may be. */
  excerptsPage: 2_300,
  /** Excerpts on a page. */
  excerptsOnPage: 5,
  /** Excerpts and lines of names on a page: with their buttons and all others they are 37 of a message's 40 components. */
  blocksOnPage: 6,
  /** What was asked, or a notice's title, at the head of a message. */
  head: 256,
  title: 120,
  publisher: 60,
  speaker: 120,
  heading: 120,
  /** What an excerpt is read under: a sentence that leads a list in, or the header of a table. */
  lead: 240,
  names: 400,
  note: 500,
  /** One line of a notice. */
  line: 400,
  /** Lines of a notice on a page. */
  linesOnPage: 20,
  /** Lines with a button on a page: two rows of buttons, which leaves three for the others. */
  actionsOnPage: 10,
  suggestions: 400,
  /** The address of a link: what Discord allows in a link button, and enough for any ordinary page. */
  link: 512,
} as const;
