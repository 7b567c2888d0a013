import type { Article } from '../article/article.js';
import type { ParsedSource, SourceFile } from '../article/source-file.js';
import type { Span } from '../article/span.js';
import type { Analysis } from '../extract/analysis.js';
import type { ArticleReader, OnFault } from '../extract/article-reader.js';
import { placesAround } from '../extract/places-around.js';
import { readNothing } from '../extract/read-nothing.js';
import type { ParsedFeed } from '../feed/feed.js';
import { FULL_ROOM } from '../library/memory-room.js';
import type { Phrase } from '../messages/phrase.js';
import type { WaitingWork } from '../scheduling/fair-queue.js';
import { askThreads, describeEnding, type OnWork } from './ask-threads.js';
import { AskedPlaces } from './asked-places.js';
import { keepAnalyses } from './keep-analyses.js';
import type { KeptAnalyses } from './kept-analyses.js';
import { longestWork, type ThreadWork } from './longest-work.js';
import { NearReadings } from './near-readings.js';
import { packToSend } from './packed-article.js';
import { ReaderThread } from './reader-thread.js';
import { ReaderThreads } from './reader-threads.js';
import { SHORT } from './thread-request.js';
import { ToldAnalysis, unpackAnalysis } from './told-analysis.js';
import { unpackParsed } from './told-source.js';

/** What reading in threads is set up with. */
export interface ReaderThreadsOptions {
  /** The compiled `reading-thread`. */
  readonly script: URL;
  /** Threads at most; default `MOST_THREADS`. */
  readonly most?: number;
  /** Mebibytes of memory for the objects of each; default `MOST_MEMORY`. */
  readonly memory?: number;
  /** UTF-16 code units of article text whose analyses stay in memory; default `FULL_ROOM.text`. */
  readonly mostKept?: number;
  /** Milliseconds after which work on a file of so many bytes, or an article of so many code units, is given up; default `longestWork`. */
  readonly timeout?: (kind: ThreadWork, length: number) => number;
  /** Where what was read is kept over a restart; left out, it is read anew. */
  readonly kept?: KeptAnalyses;
  /** Told of what fails in a thread and nobody foresaw: the article is given up for it. */
  readonly onFault?: OnFault;
  /** Told of each piece of work. */
  readonly onWork?: OnWork;
  /** Told once of the queue for the threads. */
  readonly onQueue?: (name: string, length: () => WaitingWork) => void;
  /** Told of a file's or an article's name and why it was given up, each time that it was. */
  readonly onGivenUp?: (on: string, reason: Phrase) => void;
}

/**
 * Two for articles of any length, so that one that takes its whole time does not keep all others waiting, and one for short work alone; each
 * takes some 70 MB once it has started, and a core while it reads.
 */
const MOST_THREADS = 3;

/** The longest article (2 MiB of text) takes some 500; one that takes more would take all the memory there is. */
const MOST_MEMORY = 1024;

/** What readings near some places take of the room at most, besides those of whole articles. */
const NEAR_SHARE = 0.2;

/**
 * A reader that works in threads of its own, so that nobody waits for an article whom it does not concern. An article that
 * takes too long is given up with what was found by then, and its thread is replaced.
 */
export function readInThreads({
  script,
  most = MOST_THREADS,
  memory = MOST_MEMORY,
  mostKept = FULL_ROOM.text,
  timeout = longestWork,
  kept,
  onFault = () => undefined,
  onGivenUp = () => undefined,
  onWork = () => undefined,
  onQueue = () => undefined,
}: ReaderThreadsOptions): ArticleReader {
  const threads = new ReaderThreads(() => new ReaderThread(script, memory), most);
  onQueue('threads', () => threads.waiting);
  const asked = { threads, onFault, onGivenUp, onWork };
  /** Of the articles that are read right now. */
  const asking = new Map<Article, AskedPlaces>();
  const readWhole = async (article: Article, places: AskedPlaces): Promise<Analysis> => {
    const known = (await kept?.find(article)) ?? null;
    if (known !== null) return unpackAnalysis(article, known);
    const told = new ToldAnalysis();
    const tellNear = async (): Promise<void> => {
      const near = await told.finishNear(article);
      if (near !== null) places.tell(near);
    };
    const request = { kind: 'read', article: packToSend(article) } as const;
    const givenUp = await askThreads(
      asked,
      request,
      timeout('read', article.text.length),
      (answer) => {
        const end = told.take(answer);
        if (end === 'near') void tellNear();
        return end === 'last';
      },
      () => places.take(),
    );
    if (givenUp === null && told.packed !== null) void kept?.keep(article, told.packed);
    return told.finish(article, givenUp);
  };
  const { read, has, keep } = keepAnalyses((article) => {
    const places = new AskedPlaces();
    asking.set(article, places);
    return readWhole(article, places).finally(() => asking.delete(article));
  }, mostKept);
  const readPlaces = async (article: Article, places: readonly Span[]): Promise<Analysis> => {
    const known = (await kept?.find(article)) ?? null;
    if (known !== null) {
      const whole = await unpackAnalysis(article, known);
      keep(whole);
      return whole;
    }
    const told = new ToldAnalysis();
    const request = { kind: 'read', article: packToSend(article) } as const;
    let wanted: readonly Span[] | null = places;
    const givenUp = await askThreads(
      asked,
      request,
      timeout('read', article.text.length),
      (answer) => told.take(answer) !== null,
      () => {
        const now = wanted;
        wanted = null;
        return now;
      },
    );
    const near = (await told.finishNear(article)) ?? readNothing(article);
    return givenUp === null ? near : { ...near, givenUp };
  };
  const near = new NearReadings(readPlaces, Math.ceil(mostKept * NEAR_SHARE));
  const parse = async (
    source: SourceFile,
    kind: 'parse' | 'parse-and-read',
    take: (article: Article) => Article | null,
  ): Promise<ParsedHere> => {
    const got: { parsed: ParsedSource | null; article: Article | null } = { parsed: null, article: null };
    const told = new ToldAnalysis();
    const milliseconds = timeout('parse', source.bytes.byteLength);
    const failure = await askThreads(asked, { kind, source }, milliseconds, (answer, renew) => {
      if (answer.kind !== 'parsed') return told.take(answer) === 'last';
      got.parsed = unpackParsed(answer.parsed);
      got.article = got.parsed.ok ? take(got.parsed.article) : null;
      if (got.article !== null) renew(timeout('read', got.article.text.length));
      return got.article === null;
    });
    const parsed = got.parsed ?? fail(failure ?? describeEnding('ended', milliseconds));
    return { parsed, article: got.article, told, failure };
  };
  return {
    parse: async (source) => (await parse(source, 'parse', () => null)).parsed,
    async parseAndRead(source, take) {
      const { parsed, article, told, failure } = await parse(source, 'parse-and-read', take);
      if (article === null) return { parsed, analysis: null };
      const analysis = await told.finish(article, failure);
      keep(analysis);
      return { parsed, analysis };
    },
    async readFeed(text, address) {
      let fed: ParsedFeed = { kind: 'neither' };
      await askThreads(asked, { kind: 'feed', text, address }, timeout('parse', text.length), (answer) => {
        if (answer.kind === 'fed') fed = answer.parsed;
        return answer.kind === 'fed';
      });
      return fed;
    },
    async readRules(question) {
      let isAllowed: boolean | null = null;
      await askThreads(
        asked,
        { kind: 'rules', question },
        timeout('rules', question.rules.length),
        (answer) => {
          if (answer.kind === 'ruled') isAllowed = answer.isAllowed;
          return answer.kind === 'ruled';
        },
      );
      return isAllowed;
    },
    read,
    readNear(article, places) {
      const isShort = article.text.length <= SHORT.read;
      const first = isShort && !has(article) ? near.find(article, places) : null;
      if (first !== null) return first;
      const whole = read(article);
      const asked = isShort ? undefined : asking.get(article);
      return asked === undefined ? whole : Promise.race([whole, asked.ask(placesAround(article, places))]);
    },
    close: () => threads.close(),
  };
}

/** A file as a thread parsed it, the article that was then to be read, and what was told of it. */
interface ParsedHere {
  readonly parsed: ParsedSource;
  readonly article: Article | null;
  readonly told: ToldAnalysis;
  /** Why the thread gave up, or null. */
  readonly failure: Phrase | null;
}

function fail(reason: Phrase): ParsedSource {
  return { ok: false, line: null, reason };
}
