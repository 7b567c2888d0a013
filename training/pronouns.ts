/**
 * Learns by what a pronoun's person is told, and writes src/extract/people/pronoun-weights.ts.
 *
 *   npm run build && node dist/training/pronouns.js src/extract/people/pronoun-weights.ts
 *
 * Reads EVAL_DATA/people (default ../shared/data): GAP's development part (Webster et al. 2018) and GUM's
 * training texts. A log-linear model over the people of an article and nobody, by gradient descent.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGum } from '../bench/gum.js';
import { createArticle } from '../src/article/create-article.js';
import { isOverlapping, type Span } from '../src/article/span.js';
import {
  findNamedEntities,
  mentionsOfPeople,
  type NamedEntities,
} from '../src/extract/people/find-entities.js';
import type { Features } from '../src/extract/people/pronoun-features.js';
import { PRONOUN_WEIGHTS } from '../src/extract/people/pronoun-weights.js';
import { resolvePronouns } from '../src/extract/people/resolve-pronouns.js';
import { type Annotation, annotate } from '../src/language/annotation.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { createRandom } from './names-augment.js';

/** A text with pronouns whose person is known, by the spans of its names; none for somebody without a name. */
interface Text {
  readonly source: string;
  readonly annotation: Annotation;
  readonly entities: NamedEntities;
  readonly answers: readonly { readonly start: number; readonly names: readonly Span[] }[];
}

interface Instance {
  readonly source: string;
  /** The choices' features; the right one's place, or -1 for nobody. */
  readonly choices: readonly Features[];
  readonly right: number;
}

/** How often each pronoun of GUM counts: GAP chose its own for being hard to tell. */
const GUM_WEIGHT = 2;
const ROUNDS = 3;
const EPOCHS = 40;
const RATE = 0.05;
/** Pull towards zero, for each instance. */
const DECAY = 2e-4;

const model = loadNameModel();

function readText(source: string, text: string, answers: Text['answers']): Text {
  const meta = { title: '', url: null, author: null, publisher: null, published: null, language: 'en' };
  const annotation = annotate(createArticle({ id: source, text, meta }));
  return { source, annotation, entities: findNamedEntities(annotation, model), answers };
}

function readGap(file: string, source: string): Text[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, text = '', , at = '', a = '', aAt = '', isA = '', b = '', bAt = '', isB = ''] = row.split('\t');
    const unit = (offset: string): number => Array.from(text).slice(0, Number(offset)).join('').length;
    const named = isA === 'TRUE' ? { name: a, at: aAt } : { name: b, at: bAt };
    if (isA !== 'TRUE' && isB !== 'TRUE') return [];
    const start = unit(named.at);
    return [
      readText(source, text, [{ start: unit(at), names: [{ start, end: start + named.name.length }] }]),
    ];
  });
}

function readGumTexts(folder: string, source: string): Text[] {
  return readGum(folder).map(({ text, mentions }) => {
    const people = mentions.filter(({ type }) => type === 'person');
    const namesOf = new Map<string, Span[]>();
    for (const { entity, name } of people)
      if (name !== null) namesOf.set(entity, [...(namesOf.get(entity) ?? []), name]);
    const answers = people.flatMap(({ isPronoun, start, entity }) =>
      isPronoun ? [{ start, names: namesOf.get(entity) ?? [] }] : [],
    );
    return readText(source, text, answers);
  });
}

function gather(texts: readonly Text[], weights: ReadonlyMap<string, number>): Instance[] {
  return texts.flatMap(({ source, annotation, entities, answers }) => {
    const { groups, genders, phrases } = entities;
    const instances: Instance[] = [];
    resolvePronouns(annotation, mentionsOfPeople(groups, phrases), genders, weights, ({ token, choices }) => {
      const start = annotation.tokens[token]?.start;
      const answer = answers.find((one) => one.start === start);
      if (answer === undefined) return;
      const wanted = answer.names;
      const person = groups.findIndex(({ names }) =>
        names.some((own) => wanted.some((name) => isOverlapping(own, name))),
      );
      const right = choices.findIndex((choice) => choice.person === person);
      if (wanted.length > 0 && right === -1) return;
      if (source === 'gum')
        for (let i = 1; i < GUM_WEIGHT; i += 1)
          instances.push({ source, choices: choices.map(({ features }) => features), right });
      instances.push({ source, choices: choices.map(({ features }) => features), right });
    });
    return instances;
  });
}

function chances(weights: ReadonlyMap<string, number>, choices: readonly Features[]): number[] {
  const scores = choices.map((features) => {
    let score = 0;
    for (const [name, value] of features) score += (weights.get(name) ?? 0) * value;
    return score;
  });
  scores.push(weights.get('nobody') ?? 0);
  const highest = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

function learnWeights(instances: readonly Instance[]): Map<string, number> {
  const weights = new Map<string, number>();
  const random = createRandom(7);
  const order = [...instances.keys()];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    const rate = RATE / (1 + epoch / 8);
    for (const at of order) {
      const instance = instances[at];
      if (instance === undefined) continue;
      const { choices, right } = instance;
      chances(weights, choices).forEach((chance, i) => {
        const features = choices[i] ?? new Map([['nobody', 1]]);
        const isRight = i === (right === -1 ? choices.length : right);
        const step = rate * ((isRight ? 1 : 0) - chance);
        for (const [name, value] of features) {
          const old = weights.get(name) ?? 0;
          weights.set(name, old * (1 - rate * DECAY) + step * value);
        }
      });
    }
  }
  return weights;
}

function report(label: string, instances: readonly Instance[], weights: ReadonlyMap<string, number>): void {
  for (const least of [0.3, 0.4, 0.5, 0.6, 0.7]) {
    let right = 0;
    let taken = 0;
    let wanted = 0;
    for (const instance of instances) {
      const own = chances(weights, instance.choices).slice(0, -1);
      const best = own.indexOf(Math.max(...own));
      if (instance.right !== -1) wanted += 1;
      if (best === -1 || (own[best] ?? 0) < least) continue;
      taken += 1;
      if (best === instance.right) right += 1;
    }
    const figures = [right / taken, right / wanted].map((figure) => figure.toFixed(3)).join('  ');
    console.log(`${label.padEnd(14)} chance ≥ ${least}: precision, recall ${figures} of ${wanted}`);
  }
}

function main(out: string | undefined): void {
  const data = join(process.env.EVAL_DATA ?? '../shared/data', 'people');
  const train = [
    ...readGap(join(data, 'pronouns/gap-development.tsv'), 'gap'),
    ...readGumTexts(join(data, 'gum-train'), 'gum'),
  ];
  const held = [
    ...readGap(join(data, 'pronouns/gap-validation.tsv'), 'gap held'),
    ...readGumTexts(join(data, 'gum-news'), 'gum held'),
  ];
  let weights: ReadonlyMap<string, number> = PRONOUN_WEIGHTS;
  for (let round = 0; round < ROUNDS; round += 1) weights = learnWeights(gather(train, weights));
  const judged = gather(held, weights);
  for (const source of ['gap held', 'gum held'])
    report(
      source,
      judged.filter((one) => one.source === source),
      weights,
    );
  const lines = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ['${name}', ${weight.toFixed(2)}],`);
  if (out === undefined) return;
  writeFileSync(
    out,
    readFileSync(out, 'utf8').replace(/new Map\(\[[\s\S]*?\]\);/u, `new Map([\n${lines.join('\n')}\n]);`),
  );
}

main(process.argv[2]);
