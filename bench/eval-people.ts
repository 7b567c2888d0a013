/**
 * How well people are found and joined, on GUM's news articles.
 *
 *   node dist/bench/eval-people.js [--errors] [--folder gum-news]
 *
 * Reads EVAL_DATA/people (default ../shared/data). A name is right if its span is exactly the gold one, which
 * has no title and no possessive ending; the row "with titles" takes the whole run of proper nouns instead. Joining is
 * judged on pairs of names: those of one gold person against those of one entity.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createArticle } from '../src/article/create-article.js';
import type { Span } from '../src/article/span.js';
import type { Entity } from '../src/extract/entity.js';
import { findEntities } from '../src/extract/people/find-entities.js';
import { annotate } from '../src/language/annotation.js';
import { loadNameModel } from '../src/reading/load-name-model.js';
import { type GumDocument, type GumMention, readGum } from './gum.js';

/** Right, proposed and wanted, counted over all articles. */
interface Tally {
  right: number;
  proposed: number;
  wanted: number;
}

const KINDS: Readonly<Record<string, Entity['kind']>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
};

/** Prints precision, recall and F1 of names, of their joining and of pronouns; with `--errors` the failures too. */
export function evaluatePeople(args: readonly string[]): void {
  const folder = args[args.indexOf('--folder') + 1];
  const data = join(
    process.env.EVAL_DATA ?? '../shared/data',
    'people',
    args.includes('--folder') ? (folder ?? '') : 'gum-news',
  );
  if (!existsSync(data)) {
    throw new Error(`${data} does not exist: set EVAL_DATA to the folder that holds people/gum-news.`);
  }
  const report = createReport(args.includes('--errors'));
  const model = loadNameModel();
  let words = 0;
  let milliseconds = 0;
  for (const document of readGum(data)) {
    const meta = {
      title: document.id,
      url: null,
      author: null,
      publisher: null,
      published: null,
      language: 'en',
    };
    const annotation = annotate(createArticle({ id: document.id, text: document.text, meta }));
    const entities = findEntities(annotation, model);
    const before = process.cpuUsage();
    findEntities(annotation, model);
    milliseconds += process.cpuUsage(before).user / 1000;
    words += annotation.tokens.filter((token) => token.isWord).length;
    report.read(document, entities);
  }
  report.print();
  console.log(
    `${((milliseconds / words) * 1000).toFixed(1)} ms of processor time for 1,000 words, read a second time`,
  );
}

function createReport(isTold: boolean) {
  const tallies = new Map<string, Tally>();
  const lines: string[] = [];
  const count = (name: string, wanted: readonly string[], proposed: readonly string[]): void => {
    const tally = tallies.get(name) ?? { right: 0, proposed: 0, wanted: 0 };
    const known = new Set(wanted);
    tally.right += new Set(proposed.filter((one) => known.has(one))).size;
    tally.proposed += new Set(proposed).size;
    tally.wanted += known.size;
    tallies.set(name, tally);
  };
  return {
    read(document: GumDocument, entities: readonly Entity[]): void {
      for (const [type, kind] of Object.entries(KINDS)) {
        const wanted = document.mentions.flatMap((mention) =>
          mention.type === type && mention.name !== null ? [mention.name] : [],
        );
        const proposed = namesOf(entities, kind);
        count(`${kind} names`, wanted.map(keyOf), proposed.map(keyOf));
        if (isTold) lines.push(...tellErrors(document, kind, wanted, proposed));
      }
      const people = document.mentions.filter(({ type }) => type === 'person');
      const runs = people.flatMap(({ run }) => (run === null ? [] : [keyOf(run)]));
      count('person names with titles', runs, namesOf(entities, 'person').map(keyOf));
      const gold = people.flatMap(({ entity, name }) =>
        name === null ? [] : [{ key: keyOf(name), entity }],
      );
      const own = entities.flatMap((entity, i) =>
        entity.kind === 'person'
          ? namesOf([entity], 'person').map((name) => ({ key: keyOf(name), entity: String(i) }))
          : [],
      );
      const goldKeys = new Set(gold.map(({ key }) => key));
      const ownKeys = new Set(own.map(({ key }) => key));
      count('joined pairs', pairsOf(gold), pairsOf(own));
      const isBoth = ({ key }: { key: string }): boolean => goldKeys.has(key) && ownKeys.has(key);
      const [wantedPairs, ownPairs] = [pairsOf(gold.filter(isBoth)), pairsOf(own.filter(isBoth))];
      count('joined pairs of names found', wantedPairs, ownPairs);
      if (isTold) lines.push(...tellPairs(document, wantedPairs, ownPairs));
      countReferences(document, people, entities);
    },
    print(): void {
      for (const line of lines) console.log(line);
      for (const [name, { right, proposed, wanted }] of tallies) {
        const [precision, recall] = [right / proposed, right / wanted];
        const f1 = (2 * precision * recall) / (precision + recall);
        const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join('  ');
        console.log(`${name.padEnd(30)} P R F1  ${figures}  (${right} of ${wanted}, ${proposed} proposed)`);
      }
    },
  };

  /** Pronouns and phrases: right if they are with an entity that has a name of the same gold person. */
  function countReferences(
    document: GumDocument,
    people: readonly GumMention[],
    entities: readonly Entity[],
  ): void {
    const personAt = new Map<string, string>();
    for (const { entity, name } of people) if (name !== null) personAt.set(keyOf(name), entity);
    const named = new Set(personAt.values());
    const pronouns = people.filter(
      ({ isPronoun, entity, start, end }) =>
        isPronoun &&
        named.has(entity) &&
        /^(?:s?he|hi[ms]|hers?|(?:him|her)self)$/iu.test(document.text.slice(start, end)),
    );
    for (const kind of ['pronoun', 'description'] as const) {
      const proposed = entities.flatMap((entity) => {
        const owner = entity.mentions
          .map((mention) => personAt.get(keyOf(mention)))
          .find((id) => id !== undefined);
        return entity.mentions.flatMap((mention) =>
          mention.kind === kind && (kind === 'description' || owner !== undefined)
            ? [`${keyOf(mention)}=${owner ?? '?'}`]
            : [],
        );
      });
      const wanted =
        kind === 'pronoun'
          ? pronouns
          : people.filter((one) => !one.isPronoun && one.name === null && named.has(one.entity));
      const keys = wanted.map((one) => `${keyOf(one)}=${one.entity}`);
      count(kind === 'pronoun' ? 'pronouns of named people' : 'phrases for named people', keys, proposed);
      if (isTold)
        for (const one of proposed)
          if (!keys.includes(one)) lines.push(`${document.id} ${kind} wrong: ${contextOf(document, one)}`);
    }
  }
}

function contextOf(document: GumDocument, key: string): string {
  const [start = 0, end = 0] = (key.split('=')[0] ?? '').split('-').map(Number);
  const around = (from: number, to: number): string =>
    document.text.slice(Math.max(0, from), to).replace(/\s+/gu, ' ');
  return `${around(start - 60, start)}[${around(start, end)}]${around(end, end + 30)}`;
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function namesOf(entities: readonly Entity[], kind: Entity['kind']): Span[] {
  return entities
    .filter((entity) => entity.kind === kind)
    .flatMap((entity) => entity.mentions.filter(({ kind: form }) => form === 'name' || form === 'part'));
}

function pairsOf(names: readonly { readonly key: string; readonly entity: string }[]): string[] {
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => (a.entity === b.entity ? [[a.key, b.key].sort().join(' ')] : [])),
  );
}

function tellErrors(
  document: GumDocument,
  kind: string,
  wanted: readonly Span[],
  proposed: readonly Span[],
): string[] {
  const [gold, own] = [new Set(wanted.map(keyOf)), new Set(proposed.map(keyOf))];
  return [
    ...wanted
      .filter((name) => !own.has(keyOf(name)))
      .map((name) => `${document.id} ${kind} missed: ${contextOf(document, keyOf(name))}`),
    ...proposed
      .filter((name) => !gold.has(keyOf(name)))
      .map((name) => `${document.id} ${kind} extra:  ${contextOf(document, keyOf(name))}`),
  ];
}

function tellPairs(document: GumDocument, wanted: readonly string[], own: readonly string[]): string[] {
  const name = (pair: string): string =>
    pair
      .split(' ')
      .map((key) => document.text.slice(...toOffsets(key)))
      .join(' = ');
  const tell = (from: readonly string[], not: readonly string[], label: string): string[] =>
    [...new Set(from.filter((pair) => !not.includes(pair)).map(name))].map(
      (pair) => `${document.id} ${label}: ${pair}`,
    );
  return [...tell(wanted, own, 'not joined'), ...tell(own, wanted, 'wrongly joined')];
}

function toOffsets(key: string): [number, number] {
  const [start = 0, end = 0] = key.split('-').map(Number);
  return [start, end];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  evaluatePeople(process.argv.slice(2));
}
