/**
 * Writes what names.py learns from: the features and labels of every stretch that may hold names, and the lexicon.
 *
 *   npm run build && node dist/training/names-export.js OUT [SILVER.json]
 *
 * Reads EVAL_DATA/people (default ../shared/data). SILVER.json, from names-silver.js, adds texts that a first
 * model has tagged.
 */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type GumDocument, readGum } from '../bench/gum.js';
import { createArticle } from '../src/article/create-article.js';
import { isOverlapping, isWithin, type Span } from '../src/article/span.js';
import { gatherEvidence } from '../src/extract/people/name-evidence.js';
import { featuresOf } from '../src/extract/people/name-features.js';
import { nameFingerprint } from '../src/extract/people/name-fingerprint.js';
import type { NameLexicon } from '../src/extract/people/name-lexicon.js';
import { findSegments } from '../src/extract/people/name-segments.js';
import type { NameKind } from '../src/extract/people/name-span.js';
import { viewTokens } from '../src/extract/people/name-tokens.js';
import { annotate } from '../src/language/annotation.js';
import { addHeadlines, createRandom, gatherPools, renamePeople } from './names-augment.js';
import { readColumns, type TaggedText } from './names-columns.js';
import { gatherLexicon } from './names-lexicon.js';

const KIND_NUMBER: Partial<Record<NameKind, number>> = { person: 0, organisation: 1, place: 2 };
/** Words on each side whose vectors the network sees. */
const WINDOW = 2;

/** How many copies with other names each source gets: the more, the more its prose is like news. */
const COPIES: Readonly<Record<string, number>> = {
  'gum-train': 4,
  wikigold: 4,
  'btc-f': 2,
  'btc-g': 1,
  crossner: 1,
  uner: 1,
  silver: 1,
};
/** The share of short sentences that a copy has once more as headlines. */
const HEADLINES = 0.06;
/** Where the random numbers start, so that the same data gives the same copies. */
const SEED = 20261122;

const silverText = z.array(
  z.object({
    text: z.string(),
    names: z.array(
      z.object({ start: z.number(), end: z.number(), kind: z.enum(['person', 'organisation', 'place']) }),
    ),
  }),
);

/** The names of a GUM document as the tagger should find them: people first, then the longest of what overlaps. */
export function namesOfGum(document: GumDocument): TaggedText {
  const kinds: Readonly<Record<string, NameKind>> = {
    person: 'person',
    organization: 'organisation',
    place: 'place',
  };
  const all = document.mentions.flatMap(({ type, name }) => {
    const kind = kinds[type];
    return kind === undefined || name === null ? [] : [{ ...name, kind }];
  });
  const length = (span: Span): number => span.end - span.start;
  const ranked = all.sort(
    (a, b) => Number(b.kind === 'person') - Number(a.kind === 'person') || length(b) - length(a),
  );
  const names: (typeof all)[number][] = [];
  for (const name of ranked) if (!names.some((other) => isOverlapping(name, other))) names.push(name);
  return { text: document.text, names };
}

function* exportText(source: string, { text, names }: TaggedText, lexicon: NameLexicon): Generator<string> {
  const meta = { title: '', url: null, author: null, publisher: null, published: null, language: 'en' };
  const annotation = annotate(createArticle({ id: source, text, meta }));
  const tokens = viewTokens(annotation, lexicon);
  const evidence = gatherEvidence(annotation, tokens);
  for (const sentence of annotation.sentenceTokens) {
    for (const segment of findSegments(tokens, sentence)) {
      const rows: number[][] = [];
      const words: string[][] = [];
      const labels: number[] = [];
      let open = -1;
      for (let i = segment.first; i < segment.end; i += 1) {
        const token = annotation.tokens[i];
        if (token === undefined) continue;
        const name = names.findIndex((own) => isWithin(token, own));
        const kind = names[name]?.kind;
        const number = kind === undefined ? undefined : KIND_NUMBER[kind];
        labels.push(number === undefined ? 0 : 1 + number * 2 + (name === open ? 1 : 0));
        open = name;
        rows.push(featuresOf(tokens, i, segment, sentence, evidence));
        words.push(
          Array.from({ length: 2 * WINDOW + 1 }, (_, k) => {
            const at = i + k - WINDOW;
            return at >= sentence.first && at < sentence.end ? (tokens[at]?.bare ?? '') : '';
          }),
        );
      }
      yield `${JSON.stringify({ source, labels, rows, words })}\n`;
    }
  }
}

function main([out = '', silver]: readonly string[]): void {
  const data = join(process.env.EVAL_DATA ?? '../shared/data', 'people');
  mkdirSync(out, { recursive: true });
  const gathered = gatherLexicon();
  writeFileSync(join(out, 'lexicon.json'), JSON.stringify([...gathered]));
  // The weights say which features they were trained with.
  writeFileSync(join(out, 'features.json'), JSON.stringify(nameFingerprint()));
  const lexicon: NameLexicon = { flagsOf: (bare) => gathered.get(bare) ?? 0 };
  const texts: [string, TaggedText[]][] = [
    ['gum-train', readGum(join(data, 'gum-train')).map(namesOfGum)],
    ['gum-news', readGum(join(data, 'gum-news')).map(namesOfGum)],
    ['wikigold', readColumns(join(data, 'names/wikigold.conll'), true)],
  ];
  for (const name of ['wnut17-train', 'wnut17-dev', 'btc-e', 'btc-f', 'btc-g']) {
    texts.push([name, readColumns(join(data, `names/${name}.conll`), false)]);
  }
  for (const field of ['politics', 'science', 'music', 'literature', 'ai']) {
    texts.push(['crossner', readColumns(join(data, `names/crossner/${field}.txt`), false)]);
  }
  for (const part of ['dev', 'test']) {
    texts.push(['uner', readColumns(join(data, `names/uner-ewt-${part}.iob2`), true, { form: 1, tag: 2 })]);
  }
  if (silver !== undefined)
    texts.push(['silver', silverText.parse(JSON.parse(readFileSync(silver, 'utf8')))]);
  const random = createRandom(SEED);
  const pools = gatherPools();
  const renamed: typeof texts = [];
  for (const [name, parts] of texts) {
    const copies = COPIES[name] ?? 0;
    for (let copy = 0; copy < copies; copy += 1) {
      const others = parts.map((part) => addHeadlines(renamePeople(part, pools, random), random, HEADLINES));
      renamed.push([`${name}+${copy}`, others]);
    }
  }
  texts.push(...renamed);
  const file = createWriteStream(join(out, 'segments.jsonl'));
  for (const [name, parts] of texts) {
    parts.forEach((part, i) => {
      for (const line of exportText(`${name}/${i}`, part, lexicon)) file.write(line);
    });
  }
  file.end();
}

main(process.argv.slice(2));
