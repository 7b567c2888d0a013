import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from '../../src/files/assets.js';
import { type EvalArticle, questionFolder, readSquad } from '../eval-data.js';
import { createRandom } from './random.js';

/** A file of a made-up library. */
export interface LibraryFile {
  readonly name: string;
  readonly text: string;
}

/** A question to ask the library; `answer` are words around what answers it and the file that has them, null if none does. */
export interface LibraryQuestion {
  readonly text: string;
  readonly answer: { readonly file: string; readonly words: string } | null;
}

/** Articles of a known number of passages, and questions about some of them. */
export interface MadeLibrary {
  readonly files: readonly LibraryFile[];
  readonly questions: readonly LibraryQuestion[];
}

/** Sets in SQuAD's format whose articles are in the library as they are, with their questions. */
const SETS = ['squadshifts-wiki', 'squad-train-part'];
/** Sets whose sentences alone are used. */
const MORE_SENTENCES = ['squadshifts-reddit', 'squadshifts-amazon'];

const PASSAGES_IN_ARTICLE = 20;
const WORDS_IN_PASSAGE = 90;

/** The share of the passages at most that real articles take. */
const MOST_REAL = 0.5;

const QUESTIONS = 300;

/** Characters on either side of an answer that must be in the passage found. */
const AROUND = 12;

/** A library of so many passages: real articles, if the question sets are there, and others recombined of real sentences. The same each time. */
export function makeLibrary(passages: number): MadeLibrary {
  const random = createRandom(passages);
  const sets = SETS.flatMap(readSet);
  const sentences = [...sets, ...MORE_SENTENCES.flatMap(readSet)].flatMap((article) =>
    article.paragraphs.flatMap(splitSentences),
  );
  const real: EvalArticle[] = [];
  let left = passages;
  for (const article of sets) {
    if (passages - left + article.paragraphs.length > passages * MOST_REAL) break;
    left -= article.paragraphs.length;
    real.push(article);
  }
  const files = real.map(toFile);
  const pool = sentences.length > 0 ? sentences : readShippedSentences();
  for (let number = 0; left > 0; number += 1) {
    const count = Math.min(left, PASSAGES_IN_ARTICLE);
    left -= count;
    const paragraphs = Array.from({ length: count }, () => makePassage(pool, random));
    const title = (paragraphs[0] ?? '')
      .split(' ')
      .slice(0, 6)
      .join(' ')
      .replace(/["\n:#]/gu, '');
    files.push({ name: `made-${number}.txt`, text: withTitle(`${title} ${number}`, paragraphs) });
  }
  const asked = (real.length > 0 ? real : sets).flatMap((article) =>
    toQuestions(article, real.includes(article)),
  );
  return { files, questions: sample(asked, QUESTIONS, random) };
}

function readSet(name: string): EvalArticle[] {
  try {
    const path = join(questionFolder(), `${name}.json`);
    return existsSync(path) ? readSquad(path) : [];
  } catch {
    return [];
  }
}

function toFile({ id, paragraphs }: EvalArticle): LibraryFile {
  return { name: `${id}.txt`, text: withTitle(id, paragraphs) };
}

function withTitle(title: string, paragraphs: readonly string[]): string {
  return `---\ntitle: ${JSON.stringify(title)}\nlanguage: en\n---\n${paragraphs.join('\n\n')}\n`;
}

function toQuestions({ id, paragraphs, questions }: EvalArticle, isThere: boolean): LibraryQuestion[] {
  return questions.flatMap(({ text, paragraph, answers: [answer] }) => {
    const own = paragraph === null ? undefined : paragraphs[paragraph];
    if (own === undefined || answer === undefined) return [];
    const words = own.slice(Math.max(0, answer.start - AROUND), answer.start + answer.text.length + AROUND);
    return [{ text, answer: isThere ? { file: id, words: words.replace(/\s+/gu, ' ') } : null }];
  });
}

function splitSentences(paragraph: string): string[] {
  return paragraph
    .replace(/\s+/gu, ' ')
    .split(/(?<=[.!?]) (?=[A-Z])/u)
    .filter((sentence) => sentence.length > 20 && sentence.length < 500);
}

/** Sentences of the shipped article and of our fixtures, if the sets are not there. */
function readShippedSentences(): string[] {
  const folders = ['seeds', join('test', 'fixtures')].map(assetPath).filter((folder) => existsSync(folder));
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:txt|md)$/u.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  return texts.flatMap((text) => text.split(/\n\s*\n/u).flatMap(splitSentences));
}

function makePassage(pool: readonly string[], random: () => number): string {
  let passage = '';
  let words = 0;
  while (words < WORDS_IN_PASSAGE) {
    const sentence = pool[Math.floor(random() * pool.length)] ?? '';
    passage += passage === '' ? sentence : ` ${sentence}`;
    words += sentence.split(' ').length;
  }
  return passage;
}

function sample<Thing>(things: readonly Thing[], count: number, random: () => number): Thing[] {
  const left = [...things];
  const taken: Thing[] = [];
  while (taken.length < count && left.length > 0)
    taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
