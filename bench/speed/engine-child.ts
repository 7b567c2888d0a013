import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insert, search } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { textAt } from '../../src/article/article.js';
import { readSource } from '../../src/article/read-source.js';
import { readSeeds } from '../../src/files/seeds.js';
import { type EngineRun, questionsSchema } from './library-run.js';
import { readMemory, timeEach, timeHold } from './measure.js';

// Builds another engine's index, as it comes, on the passages of a folder, and prints what it took as JSON.
const [folder = '', name = ''] = process.argv.slice(2);
const questions = questionsSchema.parse(JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')));

/** Passages among which the one with the answer is looked for. */
const DEEPEST = 10;

/** The passages of all articles, as Footnote cuts them. */
const { files } = await readSeeds(join(folder, 'seeds'));
const passages = files.flatMap((file) => {
  const parsed = readSource(file);
  if (!parsed.ok) return [];
  const { article } = parsed;
  return article.passages.map((passage) => ({ file: article.id, text: textAt(article, passage) }));
});

/** The numbers of the passages found for a question, best first. */
type Find = (question: string) => readonly number[] | Promise<readonly number[]>;

const ENGINES: Readonly<Record<string, () => Promise<Find>>> = {
  minisearch: () => {
    const mini = new MiniSearch({ fields: ['text'] });
    mini.addAll(passages.map(({ text }, id) => ({ id, text })));
    return Promise.resolve((question) =>
      mini
        .search(question)
        .slice(0, DEEPEST)
        .map(({ id }) => Number(id)),
    );
  },
  flexsearch: () => {
    const index = new Index();
    for (const [id, { text }] of passages.entries()) index.add(id, text);
    return Promise.resolve((question) =>
      index.search(question, { limit: DEEPEST, suggest: true }).map(Number),
    );
  },
  orama: async () => {
    const index = create({ schema: { text: 'string' } });
    for (const [id, { text }] of passages.entries()) await insert(index, { id: String(id), text });
    return async (question) =>
      (await search(index, { term: question, limit: DEEPEST, threshold: 1 })).hits.map(({ id }) =>
        Number(id),
      );
  },
};

const make = ENGINES[name];
if (make === undefined) throw new Error(`There is no engine “${name}”.`);
const built = await timeHold(make);
const find = built.result;
const memory = readMemory();
const ranks: number[] = [];
for (const { text, answer } of questions) {
  const found = (await find(text)).map((id) => passages[id]);
  if (answer === null) continue;
  ranks.push(
    found.findIndex(
      (passage) => passage?.file === answer.file && passage.text.replace(/\s+/gu, ' ').includes(answer.words),
    ),
  );
}
const times = await timeEach(questions, ({ text }) => find(text));
const run: EngineRun = { ready: built.spell, memory, find: times, ranks };
process.stdout.write(`${JSON.stringify(run)}\n`);
