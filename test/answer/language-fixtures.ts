import { readFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
import { corpusBuilder } from '../../src/library/build-corpus.js';
import type { Corpus } from '../../src/library/corpus.js';
import { loadNameModel } from '../../src/reading/load-name-model.js';
import { readInPlace } from '../../src/reading/read-in-place.js';
import { fixtureText } from '../corpus-builder.js';

const FOLDER = new URL('../fixtures/languages/', import.meta.url);

/** Questions on the fixture of one language: with the beginning of the sentence that answers, and those that it does not answer. */
export interface LanguageQuestions {
  readonly answered: readonly (readonly [question: string, beginning: string])[];
  readonly unanswered: readonly string[];
}

/** The questions by language. */
export function readQuestions(): Readonly<Record<string, LanguageQuestions>> {
  return JSON.parse(readFileSync(new URL('questions.json', FOLDER), 'utf8'));
}

/** The fixture of a language as the program reads it; `isStated: false` takes its language out of the front matter. */
export function readFixture(language: string, { isStated = true } = {}): Article {
  const written = readFileSync(new URL(`${language}.md`, FOLDER), 'utf8');
  const text = isStated ? written : written.replace(/^language:.*\n/mu, '');
  const parsed = readSource({ file: `${language}.md`, bytes: new TextEncoder().encode(text) });
  if (!parsed.ok) throw new Error(`${language}.md: ${parsed.reason.message}`);
  return parsed.article;
}

/** A corpus of the articles of these languages; `en` is an English one about a harbour. */
export function buildLanguageCorpus(languages: readonly string[]): Promise<Corpus> {
  const articles = languages.map((language) => (language === 'en' ? readHarbour() : readFixture(language)));
  const build = corpusBuilder(readInPlace({ names: loadNameModel() }));
  return build({ articles, problems: [], loadedAt: new Date(0) });
}

function readHarbour(): Article {
  const bytes = new TextEncoder().encode(fixtureText('news-harbour-levy'));
  const parsed = readSource({ file: 'en.txt', bytes });
  if (!parsed.ok) throw new Error(parsed.reason.message);
  return parsed.article;
}
