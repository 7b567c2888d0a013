/** Discord's limits in characters (UTF-16 code units) of markup, as sent: https://discord.com/developers/docs/resources/message#embed-object-embed-limits. */
export const LIMITS = {
  content: 2_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFooter: 2_048,
  embedTotal: 6_000,
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
  /** A page: fits a desktop's window without scrolling, and leaves an excerpt of full length with its citation room. */
  page: 3_000,
  /** Excerpts on a page. */
  excerptsOnPage: 5,
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
