import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EvalArticle, type EvalQuestion, joinMarks } from '../bench/eval-data.js';

/** Sentences to a made-up article: as many as a newspaper's report has. */
const MADE_UP_ARTICLE = 40;

/** Endings of words that are seldom names, for words of which no casing is known. */
const COMMON_ENDING = /(?:ing|ed|ly|ism|ity|ness|tion|s|ist|al|ic|ous|ive|er|or|ment|able|ful|age|ure)$/u;

/**
 * Pairs of a sentence and a question that it answers, line by line and lower-cased (Du et al. 2017), as articles: forty
 * sentences each, in the file's order, every sentence a paragraph as news has it, with the questions that they answer.
 * Capitals are put back as `casing` has them; a word that it does not know is taken for a name unless its ending is a common
 * word's ("naturalism"), which is wrong of "mistletoe".
 */
export function readSentenceQuestions(folder: string, casing: readonly string[]): EvalArticle[] {
  const restore = learnCasing(casing);
  const sentences = readLines(join(folder, 'sentences.txt'));
  const questions = readLines(join(folder, 'questions.txt'));
  const places = new Map<string, number>();
  for (const sentence of sentences) if (!places.has(sentence)) places.set(sentence, places.size);
  const unique = [...places.keys()].map(restore);
  const asked: EvalQuestion[][] = unique.map(() => []);
  questions.forEach((text, line) => {
    const place = places.get(sentences[line] ?? '') ?? 0;
    const answers = [{ text: unique[place] ?? '', start: 0 }];
    asked[place]?.push({ text: restore(text), paragraph: null, answers, isEvidence: true });
  });
  return Array.from({ length: Math.ceil(unique.length / MADE_UP_ARTICLE) }, (_, number) => {
    const first = number * MADE_UP_ARTICLE;
    const paragraphs = unique.slice(first, first + MADE_UP_ARTICLE);
    let start = 0;
    const starts = paragraphs.map((paragraph) => {
      const here = start;
      start += paragraph.length + 2;
      return here;
    });
    const own = asked.slice(first, first + MADE_UP_ARTICLE).flatMap((list, i) =>
      list.map((question) => ({
        ...question,
        answers: question.answers.map(({ text }) => ({ text, start: starts[i] ?? 0 })),
      })),
    );
    return { id: `sentence-questions-${number}`, set: 'sentence-questions', paragraphs, questions: own };
  });
}

function readLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

/** How a lower-cased line of tokens is written: capitals by the commoner form of each word within the sentences of `texts`. */
function learnCasing(texts: readonly string[]): (line: string) => string {
  const lead = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![.!?"“]\s*)(?<!^)\b\p{L}+/gu)) {
      const key = word.toLowerCase();
      lead.set(key, (lead.get(key) ?? 0) + (word === key ? -1 : 1));
    }
  }
  const isName = (word: string): boolean => {
    const known = lead.get(word);
    return known === undefined ? !COMMON_ENDING.test(word) : known > 0;
  };
  return (line) => {
    const words = line
      .replace(/-lrb-/gu, '(')
      .replace(/-rrb-/gu, ')')
      .replace(/\p{L}+/gu, (word) => (isName(word) ? capitalise(word) : word));
    return capitalise(joinMarks(words).replace(/ ([,.;:?!)])/gu, '$1'));
  };
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
