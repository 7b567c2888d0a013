/**
 * How large each part of an article may be; the table of docs/moderators.md says the same. What is beyond is refused, passed over or
 * cut, and told by its name. Lengths count UTF-16 code units unless their names say otherwise.
 */
export const ARTICLE_LIMITS = {
  /** Bytes of a text file: some 350,000 words, four long novels; more than that is no article and would stall a reload. */
  fileBytes: 2 * 1024 * 1024,
  /** Bytes of a document: pictures take most of them. It is what Discord takes. */
  documentBytes: 10 * 1024 * 1024,
  /** Characters of the text that a server's moderators give: some 40,000 words. Reading so much takes some five seconds of a thread of its own. */
  ownText: 256 * 1024,
  /** All of the front matter: YAML takes the square of its keys, and what articles say of themselves fits a page. */
  frontMatter: 10_000,
  frontMatterLines: 200,
  /** Values that aliases of YAML may repeat in all: front matter has no use for them, and a few lines could come to gigabytes. */
  frontMatterAliases: 100,
  /** A headline, and no paragraph; as much may be typed when an article is asked for by its title. */
  title: 300,
  /** A dozen names. */
  author: 300,
  publisher: 200,
  /** Browsers and servers take at least as many characters of an address. */
  url: 2_000,
  language: 35,
  /**
   * Words and characters of a sentence: nearly three times the longest of our news. Finding who says what takes the square of a
   * sentence, as each word may be said by each name.
   */
  sentenceWords: 300,
  sentence: 2_000,
  /** Elements of a page within one another: pages that people read stay below 60, and the search for the main text takes the cube of it. */
  pageDepth: 100,
  /** Lists and quotes of a Markdown text within one another, and columns that a line is indented by. */
  markdownDepth: 30,
  markdownIndent: 100,
  /** Lines of Markdown that are parsed together: the parser's time grows with the square of them. */
  markdownLines: 500,
} as const;
