import type { Article } from '../article/article.js';
import type { ParsedSource, SourceFile } from '../article/source-file.js';
import type { Span } from '../article/span.js';
import type { ParsedFeed } from '../feed/feed.js';
import type { RobotsQuestion } from '../robots/allows.js';
import type { Analysis } from './analysis.js';

/** Told of something that failed and that nobody foresaw, and what it failed on: a file's name, or an article's id. */
export type OnFault = (error: unknown, on: string) => void;

/** A file as it was parsed, and what was read in its article. */
export interface ParsedAndRead {
  readonly parsed: ParsedSource;
  readonly analysis: Analysis | null;
}

/** Reads articles: makes them of files, and finds what they hold. */
export interface ArticleReader {
  /** The article of a file, or what is wrong with it; a file that is too involved to be read is a value too. */
  readonly parse: (source: SourceFile) => Promise<ParsedSource>;
  /**
   * Makes an article of a file and reads it in one go, if `take` wants it: it gives the article as it is to be called, or null. The reading is null if the file
   * could not be made an article of, or it was not wanted.
   */
  readonly parseAndRead: (
    source: SourceFile,
    take: (article: Article) => Article | null,
  ) => Promise<ParsedAndRead>;
  /** What the bot understands of an article. One that takes too long is given up (see `Analysis.givenUp`). */
  readonly read: (article: Article) => Promise<Analysis>;
  /**
   * The same as far as it concerns some places of the article: all its words and names, and of what is said and of facts at least those around the places. It is
   * there long before a whole book is read.
   */
  readonly readNear: (article: Article, places: readonly Span[]) => Promise<Analysis>;
  /** What is in a text that was fetched for a feed; one that takes too long to read is none. */
  readonly readFeed: (text: string, address: string) => Promise<ParsedFeed>;
  /** Whether the robots.txt of a site lets us fetch a page; null if that takes too long to make out. */
  readonly readRules: (question: RobotsQuestion) => Promise<boolean | null>;
  /** Lets go of what the reader works with; what is under way is given up. */
  readonly close: () => Promise<void>;
}
