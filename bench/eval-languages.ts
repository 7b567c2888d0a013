import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { answerQuestion } from '../src/answer/ask.js';
import type { Article } from '../src/article/article.js';
import { detectLanguage } from '../src/article/detect-language.js';
import { readSource } from '../src/article/read-source.js';
import { excerptsOf } from '../src/bot/reply.js';
import type { Encoder } from '../src/encoder/encoder.js';
import { assetPath } from '../src/files/assets.js';
import { annotate } from '../src/language/annotation.js';
import { corpusBuilder } from '../src/library/build-corpus.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { readInPlace } from '../src/reading/read-in-place.js';
import { evaluateWrittenLanguages } from './eval-written-languages.js';

const FIXTURES = 'test/fixtures/languages';
const ROUNDS = 20;

type Questions = Record<
  string,
  { readonly answered: readonly (readonly [string, string])[]; readonly unanswered: readonly string[] }
>;

/**
 * `npm run eval -- languages`: for each language of the fixtures how many of the questions that its article answers are answered, by the
 * right sentence; how many of the others are answered all the same; and what reading and a question cost.
 * `--errors` prints what went wrong; `--written FILE` asks articles that were written for it instead.
 */
export async function evaluateLanguages(args: readonly string[]): Promise<void> {
  if (args.includes('--written')) return evaluateWrittenLanguages(args);
  const isTold = args.includes('--errors');
  const questions: Questions = JSON.parse(readFileSync(assetPath(`${FIXTURES}/questions.json`), 'utf8'));
  const articles = Object.keys(questions).map(readFixture);
  const build = corpusBuilder(readInPlace({ names: loadNameModel() }));
  const corpus = await build({ articles, problems: [], loadedAt: new Date(0) });
  console.log('language  told  answered  right  first of all  false answers  reading ms/kchar  question ms');
  for (const [language, { answered, unanswered }] of Object.entries(questions)) {
    const article = articles.find(({ id }) => id === language);
    if (article === undefined) continue;
    let count = 0;
    let right = 0;
    let first = 0;
    const started = performance.now();
    const wrong: string[] = [];
    for (const [question, beginning] of answered) {
      const reply = await answerQuestion(corpus, { question, source: language }, readNothing);
      const [best] = excerptsOf(reply);
      const shown = best === undefined ? '' : best.article.text.slice(best.start, best.end);
      const isRight = shown.startsWith(beginning);
      if (isRight) first += 1;
      if (reply.kind === 'answer') count += 1;
      if (reply.kind === 'answer' && isRight) right += 1;
      else wrong.push(`${reply.kind} ${best?.confidence?.toFixed(2) ?? ''} ${question} → ${shown}`);
    }
    let told = 0;
    for (const question of unanswered) {
      const reply = await answerQuestion(corpus, { question, source: language }, readNothing);
      const [best] = excerptsOf(reply);
      if (reply.kind === 'answer') {
        told += 1;
        wrong.push(`FALSE ${best?.confidence?.toFixed(2) ?? ''} ${question}`);
      }
    }
    const asked = (performance.now() - started) / (answered.length + unanswered.length);
    console.log(
      [
        language.padEnd(9),
        detectLanguage(article.text).padEnd(5),
        `${count}/${answered.length}`.padEnd(9),
        String(right).padEnd(6),
        String(first).padEnd(13),
        `${told}/${unanswered.length}`.padEnd(14),
        costOfReading(article).toFixed(2).padEnd(17),
        asked.toFixed(2),
      ].join(' '),
    );
    if (isTold) for (const line of wrong) console.log(`  ${line}`);
  }
}

function readFixture(language: string): Article {
  const file = `${language}.md`;
  const parsed = readSource({ file, bytes: readFileSync(assetPath(`${FIXTURES}/${file}`)) });
  if (!parsed.ok) throw new Error(`${file}: ${parsed.reason.message}`);
  return parsed.article;
}

/** Milliseconds to part 1,000 characters into words with their stems, the memory of words being warm. */
function costOfReading(article: Article): number {
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) annotate(article);
  return ((performance.now() - started) / ROUNDS / article.text.length) * 1000;
}

/** The reader reads English alone, and no article here is in English. */
function readNothing(): ReturnType<Encoder['read']> {
  return Promise.resolve({ ok: true, windows: [] });
}
